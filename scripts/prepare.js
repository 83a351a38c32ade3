// What npm runs after an install in a clone, and in the clone that it makes itself for an install from Git: installs what
// the build needs, and builds.
import { execSync } from 'node:child_process';
import { lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const { _PACOTE_NO_PREPARE_: gitInstall, npm_config_global: isGlobal, npm_config_global_prefix: prefix } = process.env;

for (const command of ['node scripts/packages.js', 'npm run build']) execSync(command, { cwd: root, stdio: 'inherit' });

// For a global install from Git npm puts a link to its clone where it then unpacks the package: into the clone, which it
// deletes. An empty folder in the link's place receives the package.
if (gitInstall && isGlobal && prefix) {
  const target = join(prefix, process.platform === 'win32' ? '' : 'lib', 'node_modules/hn-gp');
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink && realpathSync(target) === realpathSync(root)) {
    rmSync(target);
    mkdirSync(target);
  }
}
