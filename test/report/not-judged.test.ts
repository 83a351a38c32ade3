import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plan, workspace } from '../cli/run.ts';

const asOf = ['--as-of', '2024-01-15'];

const space = workspace({
  'good.yaml': plan,
  'odd.yaml': 'kind: plan\nyear: soon\nbase: {name: 海口市人民医院, types: [residency]}\n',
  'late.yaml': 'kind: plan\nyear: 2023\nbase: {name: 海口市人民医院, types: [residency]}\n',
  'several.yaml': `${plan}---\nkind: plan\nyear: 2023\nbase: {name: 海口市人民医院, types: [residency]}\n---\n${plan.replace('海口市人民医院', '三亚中心医院').replace('2024', 'soon')}`,
  'pair.yaml': 'kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\n',
  'empty.yaml': '',
  'damaged.yaml': new Uint8Array([0x6b, 0x69, 0x6e, 0x64, 0x3a, 0x20, 0xe6, 0x96, 0x87, 0xe7, 0xa7, 0xff, 0x0a]),
  'utf-16.yaml': new Uint8Array([0xff, 0xfe, 0x6b, 0, 0x69, 0, 0x6e, 0, 0x64, 0]),
  'plan.xlsx': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
  'off.yaml':
    'rules: {schema/type: off, schema/unknown-key: off, yaml/encoding: off, schema/required: off, data/no-edition: off, yaml/syntax: off}\n',
  'soft.yaml':
    'rules: {schema/type: info, schema/unknown-key: info, yaml/encoding: warning, schema/required: info, data/no-edition: warning}\nfailOn: never\n',
});
afterAll(() => space.remove());

const formats = ['text', 'table', 'csv', 'json', 'markdown', 'html', 'sarif', 'junit', 'github', 'gitlab'];
const none = ['odd.yaml', 'late.yaml', 'empty.yaml', 'damaged.yaml', 'utf-16.yaml', 'plan.xlsx'];

test.each(none)('%s was not judged: exit code 1 though every rule that could say so is off', (file) => {
  const { code, out } = space.run(['check', file, ...asOf, '--config', 'off.yaml', '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(out).summary.errors).toBe(0);
});

test.each([
  ['softened, and never failing', ['--config', 'soft.yaml', '--quiet', '--max-warnings', '99']],
  ['another rule asked for', ['--rule', 'training/methods', '--fail-on', 'never']],
])('%s: exit code 1', (_, options) => {
  expect(space.run(['check', 'odd.yaml', ...asOf, ...options]).code).toBe(1);
});

test.each(formats)('%s names all that was not judged, and why, though every rule that says so is off', (format) => {
  const { code, out } = space.run([
    ...['check', 'good.yaml', ...none, ...asOf, '--config', 'off.yaml'],
    ...['--quiet', '--format', format, '--lang', 'en'],
  ]);
  expect(code).toBe(1);
  for (const file of none) expect(out).toContain(file);
  expect(out.match(/not judged, which is no pass: /g)).toHaveLength(none.length);
  expect(out).toContain('not judged, which is no pass: no notice governs it');
  if (format === 'json')
    expect(JSON.parse(out).notJudged.map(({ file }: { file: string }) => file)).toEqual([...none].sort());
  if (format === 'junit') expect(out.match(/<error /g)).toHaveLength(none.length);
  if (format === 'github') expect(out.match(/^::error .*title=file\/not-judged/gm)).toHaveLength(none.length);
  if (format === 'csv') expect(out.match(/,not judged,file\/not-judged,/g)).toHaveLength(none.length);
});

test('a record that is the same as another is not judged, whatever says so is switched off', () => {
  space.write('twin.yaml', plan);
  space.write('twin.config.yaml', 'rules: {data/duplicate-record: off}\nfailOn: never\n');
  const both = (...options: string[]) => space.run(['check', 'good.yaml', 'twin.yaml', ...asOf, ...options]);
  const { code, out } = both('--config', 'twin.config.yaml', '--lang', 'en');
  expect(code).toBe(1);
  expect(out).toMatch(/^twin\.yaml:1 not judged, which is no pass: good\.yaml:4 is the same record/m);
  expect(both('--rule', 'yaml/*').code).toBe(1);
});

test('of a file with several records, each that was not judged is named with its own line', () => {
  const { out } = space.run(['check', 'several.yaml', ...asOf, '--config', 'off.yaml', '--format', 'json', '--quiet']);
  expect(JSON.parse(out).notJudged).toEqual([
    { file: 'several.yaml', record: 1, line: 14, reason: expect.stringMatching(/^第 2 份记录没有判定，不算通过：/) },
    { file: 'several.yaml', record: 2, line: 19, reason: expect.stringMatching(/^第 3 份记录没有判定，不算通过：/) },
  ]);
  const { out: pairs } = space.run(['check', 'several.yaml', ...asOf, '--config', 'off.yaml', '--rule', 'pairing/*']);
  expect(pairs).toMatch(/^several\.yaml:1 第 1 份记录没有判定：本次所用/m);
});

describe.each(['deadlines', 'report'])('hn-gp %s', (command) => {
  test('tells of each on standard error and in what it writes, and exits with 1', () => {
    const { code, out, err } = space.run([command, 'good.yaml', ...none, ...asOf]);
    expect(code).toBe(1);
    for (const file of none) {
      expect(err).toMatch(new RegExp(`^hn-gp: ${file}:\\d+ .*没有判定`, 'm'));
      expect(out).toMatch(new RegExp(`${file}:\\d+ .*没有判定`));
    }
  });

  test('exits with 1 where there is nothing else', () => {
    expect(space.run([command, 'plan.xlsx', ...asOf]).code).toBe(1);
  });

  test('exits with 0 where everything was judged', () => {
    expect(space.run([command, 'good.yaml', ...asOf])).toMatchObject({ code: 0, err: '' });
  });
});

test.each(['table', 'csv', 'json'])('deadlines as %s name what was not judged', (format) => {
  const { out } = space.run(['deadlines', 'good.yaml', ...none, ...asOf, '--format', format]);
  for (const file of none) expect(out).toContain(file);
});

test.each(['text', 'csv', 'markdown', 'html'])('the record as %s names what was not judged', (format) => {
  const { out } = space.run(['report', 'good.yaml', ...none, ...asOf, '--format', format]);
  expect(out.match(/没有判定，不算通过/g)?.length).toBeGreaterThanOrEqual(none.length);
});

describe('a record to which nothing in the notices chosen applies', () => {
  test.each(formats)('%s says so once, and the check passes', (format) => {
    const { code, out } = space.run([
      ...['check', 'pair.yaml', 'good.yaml', ...asOf, '--policy', 'pairing', '--rule', 'data/not-judged'],
      ...['--format', format, '--lang', 'en'],
    ]);
    expect(code).toBe(0);
    expect(out).toContain('Nothing in the notices chosen applies to this record');
    expect(out).not.toContain('none of the notices and rules chosen applies');
  });

  test.each(formats)('%s says so where its finding is not listed', (format) => {
    for (const options of [
      ['--policy', 'pairing', '--quiet'],
      ['--rule', 'pairing/listed'],
    ]) {
      const { code, out } = space.run([
        ...['check', 'pair.yaml', 'good.yaml', ...asOf, ...options, '--fail-on', 'never'],
        ...['--format', format, '--lang', 'en'],
      ]);
      expect(code).toBe(0);
      expect(out).toContain('not judged: none of the notices and rules chosen applies to it');
      expect(out).toContain('good.yaml');
    }
  });

  test('what a chosen rule counts in other records was asked about', () => {
    const hosted = (id: string, headcount: number) =>
      `kind: session\nyear: 2024\nbase: 海口市人民医院\nid: ${id}\ntitle: ${id}\nlevel: provincial\naudience: faculty\nheadcount: ${headcount}\n`;
    space.write('province.yaml', 'kind: province\nyear: 2024\n');
    space.write('one.yaml', hosted('HK-91', 80));
    const counted = (rule: string, ...more: string[]) =>
      space.run(['check', 'one.yaml', ...more, 'pair.yaml', ...asOf, '--rule', rule, '--format', 'json']).out;
    const pair = [{ file: 'pair.yaml' }];
    expect(JSON.parse(counted('training/province-headcount', 'province.yaml')).notAsked).toMatchObject(pair);
    expect(JSON.parse(counted('training/base-session-count', 'good.yaml')).notAsked).toMatchObject(pair);
    expect(JSON.parse(counted('pairing/network-coverage', '--complete')).notAsked).toMatchObject([
      { file: 'one.yaml' },
    ]);
  });

  test('a rule of sound data that is asked for is asked about every record', () => {
    const { out } = space.run(['check', 'good.yaml', ...asOf, '--rule', 'data/year', '--lang', 'en']);
    expect(out).not.toContain('not judged');
  });
});

describe('editions that the config adds', () => {
  const bundled = readFileSync(join(import.meta.dirname, '../../notices/training-2024.yaml'), 'utf8');
  const edition = (name: string, issued: string, year: number) =>
    bundled
      .replace(/^edition: .*$/m, `edition: "${name}"`)
      .replace(/^issued: .*$/m, `issued: ${issued}`)
      .replace(/^governs: .*$/m, `governs: { from: ${year}, to: ${year} }`)
      .replaceAll('{ value: 2024-', `{ value: ${year}-`);
  space.write('lax.edition', edition('2024-lax', '2024-04-01', 2024));
  space.write('next.edition', edition('2025-draft', '2025-03-01', 2025));
  space.write('older.edition', edition('2024-older', '2024-03-01', 2024));
  space.write('editions.yaml', 'editions: [lax.edition, next.edition, older.edition]\n');

  test.each(formats)('%s names each, what it takes the place of, and whether it judged', (format) => {
    const { out } = space.run([
      ...['check', 'good.yaml', ...asOf, '--config', 'editions.yaml', '--quiet'],
      ...['--format', format, '--lang', 'en'],
    ]);
    if (format === 'json') {
      expect(JSON.parse(out).overrides).toMatchObject({
        config: 'editions.yaml',
        rules: [],
        editions: [
          { notice: 'training', edition: '2024-lax', replaces: ['2024'], judged: true },
          { notice: 'training', edition: '2025-draft', replaces: [], judged: false },
          { notice: 'training', edition: '2024-older', replaces: [], judged: false },
        ],
      });
      return;
    }
    const said = out.replaceAll('`', '');
    expect(said).toMatch(
      /puts the edition 2024-lax of .* in place of the built-in 2024, and records were judged by it/,
    );
    expect(said).toMatch(/adds the edition 2025-draft of .*, and no record was judged by it/);
  });

  test.each([
    ['2020-04-17', ['2020']],
    ['2026-04-17', []],
  ])('a pairing notice of %s leaves the pairs that signed before with theirs', (issued, replaces) => {
    const pairing = readFileSync(join(import.meta.dirname, '../../notices/pairing-2020.yaml'), 'utf8');
    space.write(
      'pairing.edition',
      pairing
        .replace(/^edition: .*$/m, 'edition: "own"')
        .replace(/^issued: .*$/m, `issued: ${issued}`)
        .replace('value: 2020-05-22', `value: ${issued}`),
    );
    space.write('pairing.config', 'editions: [pairing.edition]\n');
    const { out } = space.run(['check', 'good.yaml', ...asOf, '--config', 'pairing.config', '--format', 'json']);
    expect(JSON.parse(out).overrides.editions).toMatchObject([{ notice: 'pairing', edition: 'own', replaces }]);
  });

  test.each(['deadlines', 'report'])('%s tells of them too', (command) => {
    const { out } = space.run([command, 'good.yaml', ...asOf, '--config', 'editions.yaml']);
    expect(out).toMatch(/用年度培训“2024-lax”版.*代替自带的“2024”版，本次按它判定/);
  });

  test('nothing is told without a config', () => {
    expect(space.run(['check', 'good.yaml', ...asOf, '--no-config']).out).not.toContain('配置');
  });
});
