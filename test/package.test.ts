import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formats } from '../src/report/check/formats.ts';
import { plan } from './cli/run.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'hn-gp 安装 '));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command in a folder; the test fails with what it printed where it fails. */
function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  expect(status, `${command} ${args.join(' ')}: ${error ?? ''}${stdout}${stderr}`).toBe(0);
  return stdout;
}

let packed: string[];

beforeAll(() => {
  const [{ filename, files }] = JSON.parse(
    run(root, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder),
  );
  packed = files.map(({ path }: { path: string }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`);
});

test('the package holds what its users need and nothing else', () => {
  const data =
    /^(schemas\/[a-z-]+\.schema\.json|notices\/([a-z]+-\d{4}|bases|specialties)\.yaml|docs\/guide\/[a-z-]+(\.zh-CN)?\.md)$/;
  const others = packed.filter((path) => !data.test(path));
  expect(others.sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'bin/code-cache.js',
    'bin/hn-gp.cmd',
    'bin/hn-gp.js',
    'bin/package.json',
    'dist/PROVENANCE.csv',
    'dist/THIRD-PARTY-LICENSES',
    'dist/calendar.cjs',
    'dist/changes.cjs',
    'dist/clauses.cjs',
    'dist/cli.cjs',
    'dist/completion.cjs',
    'dist/diff.cjs',
    'dist/examples.cjs',
    'dist/hn-gp.html',
    'dist/import.cjs',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/load-worker.cjs',
    'dist/lsp.cjs',
    'dist/mark.cjs',
    'dist/model/check-result.d.ts',
    'dist/model/counts.d.ts',
    'dist/model/evidence.d.ts',
    'dist/model/finding.d.ts',
    'dist/model/usage-error.d.ts',
    'dist/model/version.d.ts',
    'dist/starter.cjs',
    'dist/validate-city-program.cjs',
    'dist/validate-edition.cjs',
    'dist/validate-pairing.cjs',
    'dist/validate-province.cjs',
    'dist/validate-session.cjs',
    'dist/workbook.cjs',
    'dist/xlsx.cjs',
    'package.json',
  ]);
});

test('it asks for no other package, and passes on the licences of those that it contains', () => {
  const installed = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  expect(Object.keys(installed.packages)).toEqual(['node_modules/hn-gp']);
  const licences = readFileSync(join(folder, 'node_modules/hn-gp/dist/THIRD-PARTY-LICENSES'), 'utf8');
  const bundles = ['calendar.cjs', 'cli.cjs', 'index.js', 'load-worker.cjs', 'lsp.cjs', 'workbook.cjs'].map((name) =>
    readFileSync(join(folder, 'node_modules/hn-gp/dist', name), 'utf8'),
  );
  // ISC for yaml, MIT for the rest: each asks that its copyright line goes along.
  for (const owner of ['Eemeli Aro', 'TJ Holowaychuk', 'Evgeny Poberezkin', 'Sindre Sorhus'])
    expect(licences).toMatch(new RegExp(`^Copyright .*${owner}`, 'm'));
  expect(licences).toContain('Permission to use, copy, modify, and/or distribute this software');
  for (const bundle of bundles) expect(bundle).not.toContain(root);
});

test('it says where each byte of its bundles comes from, all of it under a licence that goes along', () => {
  const dist = join(folder, 'node_modules/hn-gp/dist');
  const licences = readFileSync(join(dist, 'THIRD-PARTY-LICENSES'), 'utf8');
  const rows = readFileSync(join(dist, 'PROVENANCE.csv'), 'utf8').split('\n').slice(1, -1);
  const bytes = new Map<string, number>();
  for (const row of rows) {
    const [file = '', name, version, licence, from, given] = row.split(',');
    bytes.set(file, (bytes.get(file) ?? 0) + Number(given));
    if (from?.includes('node_modules')) expect(licences).toContain(`${name} ${version} (${licence})`);
    else expect(['hn-gp', 'esbuild']).toContain(name);
  }
  const bundles = packed.filter((path) => /^dist\/[\w-]+\.c?js$/.test(path)).map((path) => path.slice('dist/'.length));
  expect([...bytes.keys()].filter((file) => !file.startsWith('hn-gp.html ')).sort()).toEqual(bundles.sort());
  // What is no ASCII is escaped afterwards.
  for (const file of bundles) {
    const { size } = statSync(join(dist, file));
    expect(bytes.get(file), file).toBeLessThanOrEqual(size);
    expect(bytes.get(file), file).toBeGreaterThan(0.9 * size);
  }
});

test('npx hn-gp runs it', () => {
  writeFileSync(join(folder, '计划.yaml'), plan);
  const { status, stdout } = spawnSync(
    'npx',
    ['--offline', 'hn-gp', 'check', '计划.yaml', '--as-of', '2024-01-15', '--format', 'json'],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule)).toContain(
    'training/hospital-online-duration',
  );
  expect(status).toBe(1);
});

/** A program of someone else's: prints what it got from the library as JSON. */
const program = `
import { check, formats, report, UsageError, version } from 'hn-gp';
import type { CheckOptions, CheckResult, Finding, Verdict, WaivedFinding, Words } from 'hn-gp';

declare const given: { cwd: string; plan: string };
declare function print(value: unknown): void;

const options: CheckOptions = { cwd: given.cwd, asOf: '2024-01-15', config: false, evidence: true };
const words = (message: Words): string => message.zh;
const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);

const one: CheckResult = await check({ ...options, texts: [{ file: 'plan.yaml', bytes: new TextEncoder().encode(given.plan) }] });
const [many, english] = await Promise.all([
  check({ ...options, paths: ['many'] }),
  check({ ...options, paths: ['many'], rules: ['training/hospital-online-duration'], asOf: '2024-03-01' }),
]);
const verdicts: Verdict[] = one.verdicts ?? [];
const waived: WaivedFinding[] = one.waived;
const reports: Record<string, number> = {};
for (const format of formats) reports[format] = (await report(one, format, { lang: 'en' })).length;
const refused = async (call: () => Promise<unknown>): Promise<string> => {
  try {
    await call();
    return 'nothing';
  } catch (error) {
    return error instanceof UsageError ? error.words.en : 'another error';
  }
};
print({
  version,
  rules: rulesOf(one.findings),
  message: one.findings.map(({ message }) => words(message))[0],
  verdicts: verdicts.length,
  waived: waived.length,
  many: { files: many.files, findings: many.findings.length },
  english: { asOf: english.asOf, rules: [...new Set(rulesOf(english.findings))] },
  reports,
  refused: [
    await refused(() => check({ ...options, paths: ['nowhere.yaml'] })),
    await refused(() => check({ ...options, asOf: '2024-02-30' })),
    await refused(() => check({ ...options, rules: ['training/topic'] })),
    await refused(() => report(one, 'pdf')),
    await refused(() => report({ ...one, verdicts: undefined }, 'junit')),
    await refused(() => report({ ...one, evidence: undefined }, 'html')),
  ],
});
`;

/** Runs the program with nothing printed and no working folder asked for, save by the last line. */
const runner = `
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
os.availableParallelism = () => 4;
syncBuiltinESMExports();
const [cwd, plan] = process.argv.slice(2);
globalThis.given = { cwd, plan };
let workers = 0;
process.on('worker', () => { workers += 1; });
globalThis.print = (value) => writeSync(1, JSON.stringify({ ...value, workers }));
const used = (name) => () => { throw new Error(name + ' was used'); };
for (const name of Object.keys(console)) console[name] = used('console.' + name);
for (const name of ['cwd', 'chdir', 'exit']) process[name] = used('process.' + name);
process.stdout.write = used('stdout');
process.stderr.write = used('stderr');
await import('./program.js');
`;

test('the library is typed, and works where it is installed, on threads too', () => {
  mkdirSync(join(folder, 'many'));
  for (let index = 0; index < 120; index += 1)
    writeFileSync(
      join(folder, `many/${index}.yaml`),
      plan.replace('海口市人民医院', `第${index}医院`).replaceAll('HK-2024-01', `HK-${index}`),
    );
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(join(folder, 'run.js'), runner);
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  const target = ['--target', 'es2022', '--lib', 'es2022,dom', '--module', 'node16'];
  run(
    folder,
    process.execPath,
    join(root, 'node_modules/typescript-native/bin/tsc'),
    ...strict,
    ...target,
    'program.ts',
  );
  const got = JSON.parse(run(tmpdir(), process.execPath, join(folder, 'run.js'), folder, plan));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(got.version).toBe(version);
  expect(got.rules).toContain('training/hospital-online-duration');
  expect(got.message).toMatch(/\p{Script=Han}/u);
  expect(got.verdicts).toBeGreaterThan(0);
  expect(got.waived).toBe(0);
  expect(got.workers).toBeGreaterThan(0);
  expect(got.many.files).toBe(120);
  expect(got.many.findings).toBe(120 * got.rules.length);
  expect(got.english).toEqual({ asOf: '2024-03-01', rules: ['training/hospital-online-duration'] });
  expect(Object.keys(got.reports)).toEqual(Object.keys(formats));
  for (const length of Object.values(got.reports)) expect(length).toBeGreaterThan(0);
  expect(got.refused).toEqual([
    expect.stringContaining('nowhere.yaml'),
    expect.stringContaining('2024-02-30'),
    expect.stringContaining('training/topics'),
    expect.stringContaining('pdf'),
    expect.stringContaining('verdicts: true'),
    expect.stringContaining('evidence: true'),
  ]);
});

test.each(['library.md', 'library.zh-CN.md'])('the program in docs/guide/%s runs', (name) => {
  const [, code = ''] = /^```js\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, 'docs/guide', name), 'utf8')) ?? [];
  mkdirSync(join(folder, 'plans'), { recursive: true });
  writeFileSync(join(folder, 'plans/plan.yaml'), plan);
  writeFileSync(join(folder, 'library.js'), code);
  const printed = run(folder, process.execPath, 'library.js');
  expect(printed).toMatch(/^plans\/plan\.yaml:12 /m);
  expect(printed).toMatch(/^## /m);
});
