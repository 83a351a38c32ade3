import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { plan } from './cli/run.ts';
import { emptyWorkbook } from './workbook/filled.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'hn-gp-cache-'));
afterAll(() => rmSync(folder, { recursive: true }));
const cache = join(folder, 'cache');
for (const name of ['bin', 'dist']) cpSync(join(root, name), join(folder, name), { recursive: true });
writeFileSync(join(folder, 'plan.yaml'), plan);

/** Runs the installed copy; throws where it does not end as expected. */
function run(args: string[], { node = process.execPath, flags = [] as string[] } = {}): string {
  const { status, signal, stdout, stderr } = spawnSync(node, [...flags, join(folder, 'bin/hn-gp.js'), ...args], {
    encoding: 'utf8',
  });
  if (signal || stderr !== '') throw new Error(`ended with ${signal ?? status}: ${stderr}`);
  return stdout;
}
const check = (options = {}) =>
  expect(run(['check', join(folder, 'plan.yaml'), '--no-config', '--as-of', '2024-01-15'], options)).toContain(
    'training/hospital-online-duration',
  );
const cached = () => readdirSync(cache).map((name) => ({ name, made: statSync(join(cache, name)).mtimeMs }));

beforeEach(() => rmSync(cache, { recursive: true, force: true }));

test('the first check makes a cache and later runs leave it alone', () => {
  run(['--version']);
  expect(() => statSync(cache)).toThrow();
  // Nothing is judged of a file that is not there.
  expect(() => run(['check', join(folder, 'other.yaml')])).toThrow('ended with 2');
  expect(() => statSync(cache)).toThrow();
  check();
  const made = cached();
  expect(made).toHaveLength(1);
  expect(made[0]?.name).toContain(process.version);
  check();
  run(['--version']);
  expect(cached()).toEqual(made);
});

test('the part that reads workbooks has a cache of its own, made by the first check of one', async () => {
  writeFileSync(join(folder, 'plan.xlsx'), await emptyWorkbook('plan'));
  check();
  const made = cached();
  const checkWorkbook = () => run(['check', join(folder, 'plan.xlsx'), '--no-config', '--as-of', '2024-01-15']);
  const printed = checkWorkbook();
  const withPart = cached();
  expect(withPart).toHaveLength(2);
  expect(withPart).toEqual(expect.arrayContaining(made));
  expect(checkWorkbook()).toBe(printed);
  expect(cached()).toEqual(withPart);
});

test('both caches are made by one check that needs both', async () => {
  writeFileSync(join(folder, 'plan.xlsx'), await emptyWorkbook('plan'));
  run(['check', join(folder, 'plan.xlsx'), '--no-config', '--as-of', '2024-01-15']);
  expect(cached()).toHaveLength(2);
});

test('a cache that a long check made has no start make machine code of what that used most', () => {
  const bases = join(folder, 'bases');
  mkdirSync(bases);
  for (let index = 0; index < 90; index += 1)
    writeFileSync(join(bases, `${index}.yaml`), plan.replace('海口市人民医院', `第 ${index} 家基地`));
  const log = join(folder, 'v8.log');
  const flags = ['--log-function-events', '--no-logfile-per-isolate', `--logfile=${log}`];
  run(['check', bases, '--no-config', '--as-of', '2024-01-15'], { flags });
  run(['check', join(folder, 'plan.yaml'), '--no-config', '--as-of', '2024-01-15'], { flags });
  const made = readFileSync(log, 'latin1').match(/^function,baseline,/gm);
  expect(made?.length ?? 0).toBeLessThan(60);
});

test.skipIf(process.platform === 'win32')('another build of Node, other flags or another bundle never meet it', () => {
  check();
  const [first] = cached();
  // The same release from another file, as two builds of one release are.
  const other = join(folder, 'node');
  copyFileSync(process.execPath, other);
  check({ node: other });
  expect(cached()).toHaveLength(2);
  check({ flags: ['--max-lazy'] });
  expect(cached()).toHaveLength(3);
  expect(cached()).toContainEqual(first);
});

test('a bundle is known by its content, since V8 compares no more than its length', () => {
  check();
  const bundle = join(folder, 'dist/cli.cjs');
  const text = readFileSync(bundle, 'latin1');
  const [, hash = ''] = /^\/\*(\w{16})\*\//.exec(text) ?? [];
  expect(cached()[0]?.name.startsWith(`${hash}-`)).toBe(true);
  const changed = text.replace(hash, '0'.repeat(16));
  expect(changed).not.toBe(text);
  writeFileSync(bundle, changed, 'latin1');
  check();
  expect(cached()).toHaveLength(2);
  writeFileSync(bundle, text, 'latin1');
});

test('a check of a large set, for which V8 is told other flags, makes one that a check of few takes', () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let index = 0; index <= 1_000; index += 1) writeFileSync(join(many, `${index}.yaml`), '文种: 年度计划\n');
  run(['check', many, '--no-config']);
  const made = cached();
  expect(made).toHaveLength(1);
  // V8 refuses one of other flags, which would be made anew.
  check();
  expect(cached()).toEqual(made);
});

test('without a place for a cache everything works', () => {
  writeFileSync(cache, 'a file where the folder would be');
  check();
  expect(readFileSync(cache, 'utf8')).toBe('a file where the folder would be');
});

test('a damaged cache is replaced', () => {
  check();
  const [first] = cached();
  const file = join(cache, first?.name ?? '');
  const whole = statSync(file).size;
  writeFileSync(file, readFileSync(file).subarray(0, 5000));
  check();
  expect(cached()).toHaveLength(1);
  expect(statSync(file).size).toBeGreaterThan(whole / 2);
});

test.skipIf(process.platform === 'win32')('a cache that others may have written is not read, but replaced', () => {
  check();
  const file = join(cache, cached()[0]?.name ?? '');
  chmodSync(file, 0o666);
  const { ino } = statSync(file);
  check();
  expect(statSync(file).ino).not.toBe(ino);
  expect(statSync(file).mode & 0o022).toBe(0);
});
