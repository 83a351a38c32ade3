// Installs the packages that building needs, with `--tests` those of the tests too, where one is missing: a global install
// from Git runs `prepare` without development packages, and `npm ci` leaves out those of the tests (see .npmrc).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const manifests = process.argv.includes('--tests') ? ['package.json', 'test/package.json'] : ['package.json'];
const names = manifests.flatMap((name) =>
  Object.keys(JSON.parse(readFileSync(new URL(name, root), 'utf8')).devDependencies),
);
if (names.some((name) => !existsSync(new URL(`node_modules/${name}/package.json`, root)))) {
  // What an outer npm was told reaches this one by the environment: to install globally, to leave packages out. Scripts
  // would run `prepare` within `prepare`.
  const command = [
    'npm ci --no-global --location=project --include=dev --include=optional --ignore-scripts --no-audit --no-fund',
    ...(manifests.length > 1 ? ['--workspaces --include-workspace-root'] : []),
  ].join(' ');
  // Standard output belongs to whoever runs the script. A shell, since npm is a batch file on Windows.
  const { status } = spawnSync(command, { cwd: fileURLToPath(root), shell: true, stdio: ['ignore', 2, 2] });
  process.exitCode = status ?? 1;
}
