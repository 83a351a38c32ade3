// What 检查.cmd and 新建.cmd do, for who has a mouse and no terminal. They call it with check or new, their own name, and
// what was dragged onto them.
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, mkdtempSync, rmdirSync, statSync } = require('node:fs');
const { homedir, tmpdir } = require('node:os');
const { dirname, join, resolve } = require('node:path');
const { createInterface } = require('node:readline');

const PROGRAM = join(__dirname, 'hn-gp.js');
const PAGE = join(__dirname, '../../hn-gp.html');

/**
 * The paths behind a launcher's name in a call of cmd.exe, as Explorer writes it: quoted where they have blanks, and bare
 * where they have `&`, `^` or `,`, at which cmd.exe itself would part them, or a blank of another kind, such as `　`.
 *
 * @param {string} call
 * @param {string} launcher
 * @returns {string[] | undefined} nothing where the call names another program: the launcher was called from a terminal
 */
exports.pathsIn = (call, launcher) => {
  const at = call.toLowerCase().indexOf(launcher.toLowerCase());
  if (at < 0) return undefined;
  const behind = call.slice(at + launcher.length).replace(/^"/, '');
  return [...behind.matchAll(/"([^"]+)"|[^ "]+/g)].map(([bare, quoted]) => quoted ?? bare);
};

/**
 * Opens a file as a double click does. The path goes by a variable, since cmd.exe would read some signs in it.
 *
 * @param {string} file
 */
const open = (file) => {
  const env = { ...process.env, HN_GP_OPEN: file };
  spawn('cmd.exe', ['/d /c start "" "%HN_GP_OPEN%"'], { env, stdio: 'ignore', windowsVerbatimArguments: true });
};

/**
 * Runs hn-gp in a folder, and in this window.
 *
 * @param {string} cwd
 * @param {string[]} args
 */
const hnGp = (cwd, args) =>
  spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...process.env, HN_GP_LAUNCHER: '检查.cmd' },
    stdio: ['ignore', 'inherit', 'inherit'],
  }).status ?? 3;

/** @param {string} path */
const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * The first folder that something can be written to: a stick or a share may be for reading alone.
 *
 * @param {string[]} folders
 */
const writable = (folders) =>
  folders.find((folder) => {
    try {
      // Windows tells of a folder's rights only by letting one try.
      rmdirSync(mkdtempSync(join(folder, 'hn-gp-')));
      return true;
    } catch {
      return false;
    }
  }) ?? tmpdir();

/**
 * Checks files and folders, and opens the record of that; without any, opens the page.
 *
 * @param {string[]} paths
 */
function check(paths) {
  const [first] = paths;
  if (first === undefined) {
    console.log('正在打开网页。要检查的文件或文件夹拖到网页里，或者直接拖到这个图标上。');
    open(PAGE);
    return 0;
  }
  const folder = isFolder(first) ? first : dirname(first);
  const record = join(writable([folder, homedir()]), '合规记录.html');
  const started = Date.now();
  const code = hnGp(isFolder(folder) ? folder : __dirname, [
    ...['check', ...paths],
    ...['-f', 'text', '-f', `html=${record}`],
  ]);
  if ((statSync(record, { throwIfNoEntry: false })?.mtimeMs ?? 0) < started - 2000) return code;
  console.log(`\n每一项判定写在 ${record}，正在用浏览器打开。`);
  open(record);
  return code;
}

/**
 * Writes the workbook of a year's plan to fill in, for a base and a year that are asked for, and opens it.
 *
 * @param {string[]} paths
 * @param {(question: string) => Promise<string>} ask
 */
async function begin(paths, ask) {
  console.log('新建一份年度计划的 Excel 工作簿，通知里的数字会填好。其他文种请双击 检查.cmd，在网页里新建。\n');
  const base = await ask('基地全称（不填就按回车）：');
  const year = await ask('年度，例如 2024（不填就按回车）：');
  const folder = writable([...paths.filter(isFolder), join(__dirname, '../..'), homedir()]);
  const names = ['年度计划.xlsx', ...Array.from({ length: 99 }, (_, index) => `年度计划 (${index + 2}).xlsx`)];
  const name = names.find((each) => !existsSync(join(folder, each))) ?? '年度计划.xlsx';
  const code = hnGp(folder, [
    ...['init', 'plan', '--xlsx', name],
    ...(base === '' ? [] : [`--base=${base}`]),
    ...(year === '' ? [] : [`--year=${year}`]),
  ]);
  if (code !== 0) return code;
  console.log(`\n工作簿在 ${join(folder, name)}，正在打开。`);
  open(join(folder, name));
  return code;
}

/** Lets a person read what is in the window, which closes when the launcher ends. */
async function untilKey() {
  if (!process.stdin.isTTY) return;
  process.stdout.write('\n按任意键关闭窗口……');
  process.stdin.setRawMode(true).resume();
  await new Promise((pressed) => process.stdin.once('data', pressed));
  process.stdin.setRawMode(false).pause();
}

async function main() {
  const [what, launcher = '', ...given] = process.argv.slice(2);
  const dragged = exports.pathsIn(process.env.HN_GP_CALL ?? '', launcher);
  const paths = (dragged ?? given).map((path) => resolve(path));
  if (what === 'new') {
    const questions = createInterface({ input: process.stdin, output: process.stdout });
    const answers = questions[Symbol.asyncIterator]();
    process.exitCode = await begin(paths, async (question) => {
      process.stdout.write(question);
      return ((await answers.next()).value ?? '').trim();
    });
    questions.close();
  } else process.exitCode = check(paths);
  if (!dragged) return;
  await untilKey();
  // Tells the launcher to end cmd.exe with it.
  process.exitCode = 100;
}

if (require.main === module) void main();
