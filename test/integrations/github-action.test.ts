import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plan } from '../cli/run.ts';

const root = join(import.meta.dirname, '../..');
const base = mkdtempSync(join(tmpdir(), 'hn-gp action '));
afterAll(() => rmSync(base, { recursive: true }));

interface Input {
  description: string;
  default: string;
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const [step] = action.runs.steps;

let count = 0;
let folder: string;

const write = (name: string, text: string) => {
  const file = join(folder, 'repository', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** A repository of its own for each test, as the runner has it checked out. */
beforeEach(() => {
  count += 1;
  folder = join(base, `run ${count}`);
  mkdirSync(join(folder, 'temporary files'), { recursive: true });
  write('计划 2024/海口.yaml', plan);
  spawnSync('git', ['init', '--quiet'], { cwd: join(folder, 'repository') });
});

/** Runs the action's step as the runner does: its inputs put into the step's environment, its line given to bash. */
function run(inputs: Record<string, string> = {}, repository = 'OWNER/hn-gp') {
  const all: Record<string, string> = {};
  for (const [name, input] of Object.entries<Input>(action.inputs)) all[name] = inputs[name] ?? input.default;
  const env = Object.fromEntries(
    Object.entries<string>(step.env).map(([name, value]) => [
      name,
      value
        .replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, input) => all[input] as string)
        .replace(/^\$\{\{ github\.action_repository \}\}$/, repository),
    ]),
  );
  const output = join(folder, 'output');
  const summary = join(folder, 'summary.md');
  for (const file of [output, summary]) writeFileSync(file, '');
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run],
    {
      cwd: join(folder, 'repository'),
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_WORKSPACE: join(folder, 'repository'),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: join(folder, 'temporary files'),
        ...env,
      },
    },
  );
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { status, stdout, stderr, outputs, summary: readFileSync(summary, 'utf8') };
}

const asOf = { 'as-of': '2024-01-15' };

describe('action.yml', () => {
  test('has what GitHub asks for, and hands every input on', () => {
    expect(action).toMatchObject({ name: 'hn-gp', description: expect.any(String), runs: { using: 'composite' } });
    const handed = Object.values<string>(step.env).flatMap(
      (value) => /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? [],
    );
    expect(handed.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { description, default: given } of Object.values<Input>(action.inputs)) {
      expect(description).toMatch(/\p{Script=Han}.* \/ \w/u);
      expect(given).toEqual(expect.any(String));
    }
    for (const [name, { value }] of Object.entries<{ value: string }>(action.outputs))
      expect(value).toBe(`\${{ steps.${step.id}.outputs.${name} }}`);
  });

  test('puts nothing from outside into its shell', () => {
    for (const { run: line, shell } of action.runs.steps) {
      expect(shell).toBe('bash');
      expect(line).not.toContain('${{');
    }
  });
});

test('findings become annotations, a summary and a SARIF file, and the step fails', () => {
  const { status, stdout, stderr, outputs, summary } = run({ ...asOf, paths: '计划 2024' });
  expect(stderr).toBe('');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=计划 2024\/海口\.yaml,line=12,.*training\/hospital-online-duration/m);
  expect(summary).toContain('training/hospital-online-duration');
  expect(summary).toContain('2024-01-15');
  expect(outputs['exit-code']).toBe('1');
  const sarif = JSON.parse(readFileSync(outputs['sarif-file'] as string, 'utf8'));
  expect(sarif.version).toBe('2.1.0');
  expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(
    'training/hospital-online-duration',
  );
  expect(sarif.runs[0].tool.driver.informationUri).toBe('https://github.com/OWNER/hn-gp');
});

test('an action that comes from the checked repository itself has no address', () => {
  const { outputs } = run(asOf, '');
  const { runs } = JSON.parse(readFileSync(outputs['sarif-file'] as string, 'utf8'));
  expect(runs[0].tool.driver).not.toHaveProperty('informationUri');
});

test('several paths, one a line; what the config includes where there is none', () => {
  write('其他/三亚.yaml', plan.replaceAll('海口市人民医院', '三亚中心医院').replaceAll('HK-', 'SY-'));
  write('不查/坏.yaml', 'a: [');
  const files = (stdout: string) => [...new Set([...stdout.matchAll(/^::\w+ file=([^,]*)/gm)].map(([, file]) => file))];
  expect(files(run({ ...asOf, paths: '计划 2024\r\n\n其他\n' }).stdout)).toEqual([
    '其他/三亚.yaml',
    '计划 2024/海口.yaml',
  ]);
  write('hn-gp.config.yaml', 'include: ["其他/*.yaml"]\nlang: en\n');
  const configured = run(asOf);
  expect(files(configured.stdout)).toEqual(['其他/三亚.yaml']);
  expect(configured.summary).toContain('As of 2024-01-15');
});

test('inputs reach the check', () => {
  expect(run({ ...asOf, paths: '计划 2024', 'fail-on': 'never' })).toMatchObject({
    status: 0,
    outputs: { 'exit-code': '0' },
  });
  const whole = run({ ...asOf, paths: '计划 2024', complete: 'true', lang: 'en' });
  expect(whole.summary).toContain('training/province-session-count');
  expect(whole.summary).toContain('As of 2024-01-15');
  write('settings/own.yaml', 'failOn: never\nmaxWarnings: 100\n');
  expect(run({ ...asOf, paths: '计划 2024', config: 'settings/own.yaml' }).status).toBe(0);
  write('settings/own.yaml', 'rules:\n  training/methods: warning\nfailOn: never\n');
  expect(run({ ...asOf, paths: '计划 2024', config: 'settings/own.yaml', 'max-warnings': '0' }).status).toBe(1);
  run({ ...asOf, paths: '计划 2024', 'sarif-file': '报告 1/结果.sarif' });
  // A report of before is replaced.
  const kept = run({ ...asOf, paths: '计划 2024', 'sarif-file': '报告 1/结果.sarif' });
  expect(kept.outputs['sarif-file']).toBe('报告 1/结果.sarif');
  expect(existsSync(join(folder, 'repository/报告 1/结果.sarif'))).toBe(true);
  const dashed = run({ ...asOf, paths: '计划 2024', 'sarif-file': '-结果.sarif' });
  expect(dashed.outputs).toEqual({ 'exit-code': '1', 'sarif-file': './-结果.sarif' });
});

test('clean records pass', () => {
  const example = readFileSync(join(root, 'examples/residency/plan.yaml'), 'utf8');
  write('年底/plan.yaml', example);
  const { status, stdout, outputs } = run({ 'as-of': '2025-01-10', paths: '年底' });
  expect(status).toBe(0);
  expect(stdout).not.toContain('::error');
  expect(outputs['exit-code']).toBe('0');
  expect(JSON.parse(readFileSync(outputs['sarif-file'] as string, 'utf8')).runs[0].results).toEqual([]);
});

test('another version of the package, from wherever npm finds it', () => {
  mkdirSync(join(folder, 'another/bin'), { recursive: true });
  writeFileSync(join(folder, 'another/package.json'), '{ "name": "hn-gp", "version": "9.9.9" }');
  writeFileSync(
    join(folder, 'another/bin/hn-gp.js'),
    "console.log('another version:', ...process.argv.slice(2)); process.exitCode = 1;",
  );
  const another = run({ ...asOf, paths: '计划 2024', version: `file:${join(folder, 'another')}` });
  expect(another).toMatchObject({ status: 1, outputs: { 'exit-code': '1' } });
  expect(another.stdout).toMatch(/^another version: check --format github .* --as-of=2024-01-15 .*-- 计划 2024$/m);
  expect(existsSync(join(folder, 'repository/node_modules'))).toBe(false);
  const missing = run({ ...asOf, paths: '计划 2024', version: `file:${join(folder, 'nowhere.tgz')}` });
  expect(missing).toMatchObject({ status: 2, outputs: { 'exit-code': '2' } });
  expect(missing.stdout).toMatch(/^::error title=hn-gp::.*nowhere/m);
});

describe('a call that cannot be carried out', () => {
  test.each([
    ['no such path', { paths: 'nowhere' }, 'nowhere'],
    ['a day that is none', { 'as-of': '2024-02-30' }, '2024-02-30'],
    ['complete that is neither', { complete: 'yes' }, 'complete'],
    ['a level that is none', { 'fail-on': 'fatal' }, 'fatal'],
    ['a file name of two lines', { 'sarif-file': 'a\nexit-code=0' }, 'sarif-file'],
  ])('%s: the page says why, and nothing else is left behind', (_, inputs, said) => {
    const { status, stdout, outputs, summary } = run({ ...asOf, paths: '计划 2024', ...inputs });
    expect(status).toBe(2);
    expect(stdout).toMatch(new RegExp(`^::error title=hn-gp::.*${said}`, 'm'));
    expect(outputs).toEqual({ 'exit-code': '2' });
    expect(summary).toBe('');
  });

  test.each(['计划 2024/海口.yaml/结果.sarif', '计划 2024'])(
    'a report that cannot be written to %s is no finding',
    (sarif) => {
      const { status, stdout, outputs } = run({ ...asOf, paths: '计划 2024', 'sarif-file': sarif });
      expect(status).toBe(2);
      expect(stdout).toMatch(/^::error title=hn-gp::/m);
      expect(outputs).toEqual({ 'exit-code': '2' });
    },
  );

  test('the name of the report is that of a record, which stays as it is', () => {
    const { status, stdout } = run({ ...asOf, paths: '计划 2024', 'sarif-file': '计划 2024/海口.yaml' });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^::error title=hn-gp::sarif-file .*计划 2024\/海口\.yaml/m);
    expect(readFileSync(join(folder, 'repository/计划 2024/海口.yaml'), 'utf8')).toBe(plan);
  });

  test('an unreadable file: the findings of the others are shown all the same', () => {
    write('计划 2024/断.yaml', '');
    rmSync(join(folder, 'repository/计划 2024/断.yaml'));
    spawnSync('ln', ['-s', 'nowhere', join(folder, 'repository/计划 2024/断.yaml')]);
    const { status, stdout, outputs, summary } = run({ ...asOf, paths: '计划 2024/断.yaml\n计划 2024/海口.yaml' });
    expect(status).toBe(2);
    expect(stdout).toContain('training/hospital-online-duration');
    expect(summary).toContain('training/hospital-online-duration');
    expect(outputs['sarif-file']).toBeDefined();
  });
});

test('nothing in an input is read as shell or as an option', () => {
  // Its quotation marks close those that stand around it, whichever they are.
  const hostile = `$(touch pwned)\`touch pwned\`"; touch pwned; "'; touch pwned; '; touch pwned; *`;
  // What is refused before the check, and what is used after it, each by itself.
  const { version: _, complete, 'sarif-file': sarif, ...others } = action.inputs;
  expect([complete, sarif]).not.toContain(undefined);
  for (const names of [['complete'], ['sarif-file'], Object.keys(others)])
    run({ ...asOf, paths: '计划 2024', ...Object.fromEntries(names.map((name) => [name, hostile])) });
  expect(run({ ...asOf, paths: '--output=pwned\n计划 2024' }).stdout).toMatch(
    /^::error title=hn-gp::.*--output=pwned/m,
  );
  for (const place of ['repository', 'repository/计划 2024', 'temporary files', '.'])
    expect(existsSync(join(folder, place, 'pwned'))).toBe(false);
});

test('a summary that GitHub would refuse is cut, and says how much is left where it is seen', () => {
  const session = plan.slice(plan.indexOf('  - 编号'));
  // Each row names its session: with long names, few make more than a megabyte.
  const sessions = Array.from({ length: 200 }, (_, index) =>
    session.replace('HK-2024-01', `HK-${index}-${'x'.repeat(1200)}`),
  );
  write('计划 2024/海口.yaml', plan.slice(0, plan.indexOf('  - 编号')) + sessions.join(''));
  const { status, summary, outputs } = run({ ...asOf, paths: '计划 2024' });
  expect(status).toBe(1);
  const full = JSON.parse(readFileSync(outputs['sarif-file'] as string, 'utf8')).runs[0].results.length;
  expect(full * 1200).toBeGreaterThan(1_048_576);
  expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
  const [, left] = /另有 (\d+) 个没有列出/.exec(summary.split('\n### ')[0] ?? '') ?? [];
  expect(summary.match(/^\| \d+:\d+ /gm)).toHaveLength(full - Number(left));
  expect(summary.match(/<\/details>/g)).toHaveLength(1);
  expect(summary).not.toContain('\ufffd');
});

test('what is waived is no alert of code scanning: it is not in the SARIF file, and in the summary', () => {
  const waiver = '    豁免: [{规则: training/blended-format, 理由: 设备检修, 批准人: 省医学学术交流管理中心}]\n';
  write('计划 2024/海口.yaml', plan.replace(/ {4}线上.*\n/, waiver));
  const { outputs, summary } = run({ ...asOf, paths: '计划 2024' });
  const { runs } = JSON.parse(readFileSync(outputs['sarif-file'] as string, 'utf8'));
  const ids = runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId);
  expect(ids).toContain('training/base-out-of-province');
  expect(ids).not.toContain('training/blended-format');
  expect(summary).toContain('设备检修');
});
