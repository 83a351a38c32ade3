import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { plan, workspace } from '../cli/run.ts';

const rule = 'training/hospital-online-duration';
const asOf = ['--as-of', '2024-01-15'];
const place = workspace();
afterAll(place.remove);

let count = 0;

/** Checks a plan in a fresh folder that has the config. */
function withConfig(config: string, args: string[] = [], files: Record<string, string> = { 'plan.yaml': plan }) {
  count += 1;
  const folder = `case ${count} (配置) [x]`;
  for (const [name, text] of Object.entries(files)) place.write(`${folder}/${name}`, text);
  place.write(`${folder}/hn-gp.config.yaml`, config);
  return place.run(['check', ...asOf, ...args], { cwd: folder });
}

const filesOf = (out: string): string[] =>
  [...new Set(JSON.parse(out).verdicts.map(({ file }: { file: string }) => file))] as string[];

test('lang, failOn and maxWarnings are as the config says; the command line goes before it', () => {
  expect(withConfig('lang: en\n').out).toContain('As of 2024-01-15');
  expect(withConfig('lang: en\n', ['--lang', 'zh']).out).toContain('判定日');
  expect(withConfig('failOn: never\n').code).toBe(0);
  expect(withConfig('failOn: never\n', ['--fail-on', 'error']).code).toBe(1);
  expect(withConfig('failOn: never\nmaxWarnings: 0\n').code).toBe(1);
  expect(withConfig('failOn: never\nmaxWarnings: 0\n', ['--max-warnings', '999']).code).toBe(0);
});

test('a rule may be off or have another severity, and every report says so', () => {
  const config = `rules:\n  ${rule}: off\n  training/base-session-count: info\n`;
  for (const format of ['text', 'table', 'csv', 'json']) {
    const { out } = withConfig(config, ['-f', format]);
    expect(out).toContain(rule);
    expect(out).toContain('hn-gp.config.yaml');
  }
  const report = JSON.parse(withConfig(config, ['-f', 'json', '--verdicts']).out);
  const severities = report.findings.map((each: { rule: string; severity: string }) => `${each.rule} ${each.severity}`);
  expect(severities).toContain('training/base-session-count info');
  expect(severities.join()).not.toContain(rule);
  expect(report.verdicts.map((each: { rule: string }) => each.rule)).not.toContain(rule);
  expect(
    JSON.parse(withConfig(config, ['-f', 'json', '--no-config']).out).findings.map(
      (each: { rule: string }) => each.rule,
    ),
  ).toContain(rule);
});

test('include and exclude are relative to the config; a file that is named is never excluded', () => {
  const files = {
    'a/plan.yaml': plan,
    'b/plan.yaml': plan.replace('海口市人民医院', '三亚中心医院'),
    'b/old/plan.yaml': plan.replace('海口市人民医院', '海南省中医院'),
  };
  const json = ['-f', 'json', '--verdicts'];
  expect(filesOf(withConfig('include: [b]\n', json, files).out)).toEqual(['b/old/plan.yaml', 'b/plan.yaml']);
  expect(filesOf(withConfig('include: ["*/plan.yaml"]\n', json, files).out)).toEqual(['a/plan.yaml', 'b/plan.yaml']);
  expect(filesOf(withConfig('exclude: ["**/old/**"]\n', json, files).out)).toEqual(['a/plan.yaml', 'b/plan.yaml']);
  expect(filesOf(withConfig('exclude: [b]\n', json, files).out)).toEqual(['a/plan.yaml']);
  expect(filesOf(withConfig('exclude: [b]\n', [...json, 'b/plan.yaml'], files).out)).toEqual(['b/plan.yaml']);
});

test('the nearest config upward counts, and its folder is what is checked', () => {
  place.write('up/hn-gp.config.yaml', 'failOn: never\n');
  place.write('up/plan.yaml', plan);
  place.write('up/deep/er/note.txt', '');
  const { code, out } = place.run(['check', ...asOf, '-f', 'json'], { cwd: 'up/deep/er' });
  expect(code).toBe(0);
  expect(JSON.parse(out).findings[0].file).toBe('../../plan.yaml');
});

test('a base is known by its aliases, which join to it', () => {
  const config = 'bases:\n  - {name: 海口市人民医院, aliases: [海口市人民医院西院]}\n';
  const alias = plan.replace('海口市人民医院', '海口市人民医院西院');
  const rules = (text: string) =>
    JSON.parse(withConfig(text, ['-f', 'json'], { 'a.yaml': plan, 'b.yaml': alias }).out).findings.map(
      (each: { rule: string }) => each.rule,
    );
  expect(rules(config)).toContain('data/duplicate-record');
  expect(rules('bases: []\n')).not.toContain('data/duplicate-record');
});

describe('the bases of a config', () => {
  const found = (config: string, args: string[], files?: Record<string, string>) =>
    JSON.parse(withConfig(config, ['-f', 'json', ...args], files).out).findings.map(
      ({ rule, file, line, path, subject }: Record<string, unknown>) => `${rule} ${file}:${line} ${path} ${subject}`,
    );
  const types = (given: string, name = '海口市人民医院') =>
    found(`bases:\n  - {name: ${name}, types: ${given}}\n`, ['--rule', 'data/base-type']);

  test('say of which types a plan must be, before the notices do', () => {
    // The plan is of a residency base, which the pairing notice lets help others.
    expect(types('[residency]')).toEqual([]);
    const told = [expect.stringMatching(/^data\/base-type plan\.yaml:\d+ \/base\/types 海口市人民医院$/)];
    expect(types('[residency, tcm]')).toEqual(told);
    expect(types('[assistant-gp]')).toEqual(told);
    expect(types('[tcm]', '三亚中心医院')).toEqual([]);
    const renamed = { 'plan.yaml': plan.replace('海口市人民医院', '海南医科大学第一附属医院') };
    const config = 'bases:\n  - {name: 海南医学院第一附属医院, types: [tcm]}\n';
    expect(found(config, ['--rule', 'data/base-type'], renamed)).toHaveLength(1);
  });

  test('are each asked for a plan of every year in a complete set, at the config itself', () => {
    const missing = (config: string, args = ['--complete'], files?: Record<string, string>) =>
      found(config, ['--rule', 'data/missing-plan', ...args], files);
    const three =
      'bases:\n  - {name: 海口市 人民医院}\n  - {name: 东方市人民医院, aliases: [东方医院]}\n  - {name: 东方医院}\n';
    expect(missing(three, [])).toEqual([]);
    expect(missing(three)).toEqual(['data/missing-plan hn-gp.config.yaml:1  东方市人民医院']);
    expect(missing(`complete: true\n${three}`, [])).toHaveLength(1);
    const session = (year: number) =>
      `{kind: session, year: ${year}, base: 东方医院, id: DF-1, title: 一, level: hospital, audience: faculty}\n`;
    // A session record of it is the better place; of another year, the config is.
    expect(missing(three, ['--complete'], { 'plan.yaml': plan, 's.yaml': session(2024) })).toEqual([
      'data/missing-plan s.yaml:1 /base DF-1',
    ]);
    const years = missing(three, ['--complete'], { 'plan.yaml': plan, 's.yaml': session(2025) });
    expect(years.sort()).toEqual([
      'data/missing-plan hn-gp.config.yaml:1  东方市人民医院',
      'data/missing-plan hn-gp.config.yaml:1  海口市 人民医院',
      'data/missing-plan s.yaml:1 /base DF-1',
    ]);
  });

  test('that have no plan stand in the report as themselves', () => {
    count += 1;
    place.write(`case ${count}/plan.yaml`, plan);
    place.write(`case ${count}/hn-gp.config.yaml`, 'bases:\n  - {name: 东方市人民医院}\ncomplete: true\n');
    const { out } = place.run(['report', ...asOf, '-f', 'csv'], { cwd: `case ${count}` });
    expect(out).toMatch(/^合计,东方市人民医院,.*资料有误 1,/m);
  });
});

describe('a config that cannot be used is one line with its place, and exit code 2', () => {
  test.each([
    ['an unknown key', 'lang: zh\nexcluded: [a]\n', /config\.yaml:2 .*excluded/],
    ['a wrong type', 'lang: zh\nmaxWarnings: many\n', /config\.yaml:2 .*maxWarnings.*整数/],
    ['a value that is not allowed', '\n\nlang: fr\n', /config\.yaml:3 .*lang.*zh \| en/],
    ['bad YAML', 'lang: zh\nrules: [\n', /config\.yaml:\d/],
    ['a full-width colon', 'lang: zh\nfailOn：never\n', /config\.yaml:2 .*全角/],
    ['the same key twice', 'lang: zh\nlang: en\n', /config\.yaml:2 .*两次/],
    ['a rule that is not', 'rules:\n  training/archiv: off\n', /training\/archiv.*training\/archive/],
    [
      'a severity that is not',
      `lang: zh\nrules:\n  ${rule}: fatal\n`,
      /config\.yaml:3 .*hospital-online-duration.*off/,
    ],
    ['no edition file', 'editions: [nowhere.yaml]\n', /nowhere\.yaml/],
    ['a broken edition file', 'editions: [plan.yaml]\n', /plan\.yaml:\d/],
    ['a list', '- lang\n', /config\.yaml:1/],
    ['an alias to nothing', 'lang: *zh\n', /config\.yaml/],
    [
      'an alias bomb',
      `x: &a [1, 1]\n${[...'bcdefghijk'].map((name, index) => `${name}: &${name} [*${'abcdefghij'[index]}, *${'abcdefghij'[index]}]\n`).join('')}`,
      /config\.yaml/,
    ],
    ['an escape code', '"\\e[31mred": 1\n', /\\u001b\[31mred/],
  ])('%s', (_, config, message) => {
    const { code, out, err } = withConfig(config);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^hn-gp: .+\n$/);
    expect(err).toMatch(message);
  });

  test('an empty config sets nothing', () => {
    expect(withConfig('# 空\n', ['-f', 'json']).code).toBe(1);
  });
});

test('a further edition governs its year', () => {
  const edition = readFileSync(new URL('../../notices/training-2024.yaml', import.meta.url), 'utf8')
    .replace(/^edition:.*$/m, 'edition: "2025"')
    .replace(/from: 2024/, 'from: 2025')
    .replace(/to: 2024/, 'to: 2025')
    .replaceAll('{ value: 2024-', '{ value: 2025-');
  const next = plan.replaceAll('2024', '2025');
  const rules = (config: string) =>
    JSON.parse(
      withConfig(config, ['-f', 'json', '--as-of', '2025-01-15'], { 'plan.yaml': next, 'notices/2025.yml': edition })
        .out,
    )
      .findings.filter(({ file }: { file: string }) => file === 'plan.yaml')
      .map((each: { rule: string }) => each.rule);
  expect(rules('include: [plan.yaml]\n')).toEqual(['data/no-edition']);
  expect(rules('include: [plan.yaml]\neditions: [notices/2025.yml]\n')).toContain(rule);
});
