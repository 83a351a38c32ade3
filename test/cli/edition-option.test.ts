import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plan, workspace } from './run.ts';

const bundled = readFileSync(join(import.meta.dirname, '../../notices/training-2024.yaml'), 'utf8');
/** The bundled training edition as another year's, which asks for fewer hours online. */
const nextYear = bundled
  .replace('edition: "2024"', 'edition: "2025"')
  .replace('issued: 2024-03-11', 'issued: 2025-02-20')
  .replace('{ from: 2024, to: 2024 }', '{ from: 2025, to: 2025 }')
  .replaceAll('{ value: 2024-', '{ value: 2025-')
  .replace('hospitalOnlineHours: { value: 10', 'hospitalOnlineHours: { value: 6')
  .replace('examPassMark: { value: 70', 'examPassMark: { value: 60');
/** The same with two things that nobody has looked over. */
const draft = nextYear
  .replace('hospitalOnlineHours: { value', 'hospitalOnlineHours: { draft: true, value')
  .replace('edition: "2025"', 'edition: "2025"\ndraft: true');
const asOf = ['--as-of', '2025-01-15'];

let place: ReturnType<typeof workspace>;
beforeEach(() => {
  place = workspace({ 'plan.yaml': plan.replaceAll('2024', '2025'), 'training-2025.yaml': nextYear });
});
afterEach(() => place.remove());

const hours = (out: string) =>
  JSON.parse(out).findings.filter(({ rule }: { rule: string }) => rule === 'training/hospital-online-duration').length;

describe('--edition', () => {
  test('judges as if the config named it, and says so in every format', () => {
    const { code, out, err } = place.run([
      'check',
      'plan.yaml',
      '--edition',
      'training-2025.yaml',
      '-f',
      'json',
      ...asOf,
    ]);
    expect({ code, err, hours: hours(out) }).toEqual({ code: 1, err: '', hours: 0 });
    expect(JSON.parse(out).overrides).toMatchObject({
      config: null,
      rules: [],
      editions: [{ file: 'training-2025.yaml', isFromCall: true, edition: '2025', judged: true, drafts: 0 }],
    });
    const said = '--edition training-2025.yaml 加入了年度培训“2025”版，本次按它判定';
    for (const format of ['text', 'table', 'csv', 'markdown', 'html', 'sarif', 'junit', 'github', 'gitlab']) {
      const report = place.run(['check', 'plan.yaml', '--edition', 'training-2025.yaml', '-f', format, ...asOf]).out;
      expect(report, format).toMatch(/--edition`? `?training-2025/);
    }
    expect(place.run(['check', 'plan.yaml', '--edition', 'training-2025.yaml', ...asOf]).out).toContain(said);
    expect(place.run(['report', 'plan.yaml', '--edition', 'training-2025.yaml', ...asOf]).out).toContain(said);
    expect(place.run(['deadlines', 'plan.yaml', '--edition', 'training-2025.yaml', ...asOf]).out).toContain(said);
  });

  test('is not said to have judged a pair of which it cannot be told whether it governs it', () => {
    const pairing = readFileSync(join(import.meta.dirname, '../../notices/pairing-2020.yaml'), 'utf8');
    const later = pairing
      .replace(/^issued: .*$/m, 'issued: 2026-06-10')
      .replace('value: 2020-05-22', 'value: 2026-07-22');
    place.write('pairing.yaml', later);
    const judged = (signed: string) => {
      place.write(
        'pair.yaml',
        `kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\nagreement: { signed: ${signed} }\n`,
      );
      const { out } = place.run([
        'check',
        'pair.yaml',
        '--edition',
        'pairing.yaml',
        '-f',
        'json',
        '--as-of',
        '2026-07-15',
      ]);
      return JSON.parse(out).overrides.editions[0].judged;
    };
    expect(['2026-05', '2026-06', '2026-06-09', '2026-06-10'].map(judged)).toEqual([false, false, false, true]);
  });

  test('where no record falls under it, says which years it governs', () => {
    place.write('old.yaml', plan);
    expect(place.run(['check', 'old.yaml', '--edition', 'training-2025.yaml', ...asOf]).out).toContain(
      '本次没有记录用到它（它管 2025 年度）',
    );
  });

  test('goes before the config, which may name the same file', () => {
    place.write('hn-gp.config.yaml', 'editions: [training-2025.yaml]\n');
    const { out } = place.run(['check', 'plan.yaml', '--edition', './training-2025.yaml', '-f', 'json', ...asOf]);
    expect(JSON.parse(out).overrides.editions).toHaveLength(1);
    expect(JSON.parse(out).overrides.editions[0].isFromCall).toBe(true);
  });

  test.each([
    [['explain', 'training/hospital-online-duration'], '2025 院级线上学时（六（二））：6'],
    [['rules', '--policy', 'training', '-f', 'csv'], '2025 年版：'],
    [['clauses', '--policy', 'training'], '│ training │ 2025 │ 六（二）'],
    [['init', 'plan', '--year', '2025', '-o', '-'], '不少于 6 学时'],
  ])('%j shows it', (args, said) => {
    expect(place.run([...args, '--edition', 'training-2025.yaml']).out).toContain(said);
    expect(place.run(args).out).not.toContain(said);
  });

  test.each([
    ['nowhere.yaml', '文件不存在'],
    ['.', '这是文件夹'],
    ['plan.yaml', 'plan.yaml:1 '],
  ])('%s is refused in one line', (file, said) => {
    const { code, out, err } = place.run(['check', 'plan.yaml', '--edition', file, ...asOf]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('hn-gp init tells of a check that judges by the same', () => {
  const given = ['--edition', 'training-2025.yaml', '--config', 'my config.yaml'];
  beforeEach(() => place.write('my config.yaml', 'lang: zh\n'));

  test('in the file and on the screen', () => {
    const { err } = place.run(['init', 'plan', '--year', '2025', '-o', 'new.yaml', ...given]);
    const next = 'hn-gp check new.yaml --edition training-2025.yaml --config "my config.yaml"';
    expect(err).toContain(`再运行 ${next}\n`);
    expect(place.read('new.yaml')).toContain(`填好以后检查：${next}\n`);
  });

  test('to who has a launcher too, onto which options cannot be dragged', () => {
    const told = (...more: string[]) =>
      place.run(['init', 'plan', '--year', '2025', '--xlsx', 'new.xlsx', '--force', ...more], {
        env: { HN_GP_LAUNCHER: '检查.cmd' },
      }).err;
    expect(told()).toContain('再拖到 检查.cmd 上\n');
    expect(told('--no-config')).toContain('再运行 hn-gp check new.xlsx --no-config\n');
  });
});

test('nothing in the texts of an edition steers a terminal, a log or a page', () => {
  const zh = 'zh: "琼\\e[31m\\r::error::q\\u202e<img src=x> [a](http://x)"';
  const [heading] = nextYear.match(/(?<=^document:\n +)zh: .*$/m) ?? [''];
  expect(heading).not.toBe('');
  place.write('hostile.yaml', nextYear.replace(heading, zh));
  const printed = (...call: string[]) => {
    const { code, out } = place.run([...call, '--edition', 'hostile.yaml']);
    expect([code, out.includes('琼')], call.join(' ')).toEqual([0, true]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(out, call.join(' ')).not.toMatch(/[\x1b\r\u202e]|^\s*::/m);
    return out;
  };
  printed('explain', 'training/topics');
  printed('clauses');
  expect(printed('clauses', '-f', 'markdown')).not.toMatch(/(?<!\\)<img|\]\(/);
});

describe('an edition in the place of the product’s own', () => {
  const shown = (...args: string[]) => place.run([...args, '--edition', 'corrected.yaml']).out;
  beforeEach(() => {
    place.write('corrected.yaml', bundled.replace('examPassMark: { value: 70', 'examPassMark: { value: 60'));
  });

  test('is the one that is shown', () => {
    const explained = shown('explain', 'training/exam-scoring');
    expect(explained).toContain('满分 100 分，60 分合格\n');
    expect(explained).not.toMatch(/70 分|：70/);
    expect(shown('rules', '-f', 'json')).not.toContain('70 分合格');
    expect(shown('clauses', '--policy', 'training')).not.toContain('合计');
    expect(shown('check', 'plan.yaml', '-f', 'sarif')).not.toContain('合格线 70');
  });

  test('is the one whose severities a config changes', () => {
    const bound = bundled.replace('\nrules:\n', '\nrules:\n  training/exam-scoring: { modality: in-principle }\n');
    place.write('corrected.yaml', bound);
    const overrides = (severity: string) => {
      place.write('hn-gp.config.yaml', `rules: { training/exam-scoring: ${severity} }\n`);
      return JSON.parse(shown('check', 'plan.yaml', '-f', 'json', ...asOf)).overrides.rules;
    };
    expect(overrides('warning')).toEqual([]);
    expect(overrides('error')).toHaveLength(1);
  });

  test('is the one that is there where none governs the year', () => {
    const none = JSON.parse(shown('check', 'plan.yaml', '-f', 'json', ...asOf)).findings.find(
      ({ rule }: { rule: string }) => rule === 'data/no-edition',
    );
    expect(none.expected).toBe('2024');
    const { err } = place.run([
      'init',
      'plan',
      '-o',
      'new.yaml',
      '--start',
      '2030-03-01',
      '--edition',
      'corrected.yaml',
    ]);
    expect(err).toContain('（现有 2024）');
  });
});

describe('a draft', () => {
  beforeEach(() => place.write('training-2025.yaml', draft));

  test('judges only where the call asks for it, and every format says what is left', () => {
    const { out } = place.run(['check', 'plan.yaml', '--edition', 'training-2025.yaml', '-f', 'json', ...asOf]);
    expect(hours(out)).toBe(0);
    expect(JSON.parse(out).overrides.editions).toMatchObject([{ drafts: 2 }]);
    for (const format of ['text', 'markdown', 'html', 'sarif', 'junit', 'gitlab', 'table', 'csv', 'github'])
      expect(
        place.run(['check', 'plan.yaml', '--edition', 'training-2025.yaml', '-f', format, ...asOf]).out,
        format,
      ).toContain('有 2 项没有核对');
  });

  test.each([
    [['explain', 'training/exam-scoring']],
    [['rules', '-f', 'json']],
    [['clauses']],
    [['init', 'plan', '-o', '-']],
  ])('%j says that what comes from it is not looked over', (args) => {
    expect(place.run([...args, '--edition', 'training-2025.yaml']).err).toContain(
      'training-2025.yaml 还是草稿，有 2 项没有核对',
    );
    expect(place.run(args).err).not.toContain('草稿');
  });

  test('named in the config is refused with what is left, and where', () => {
    place.write('hn-gp.config.yaml', 'editions: [training-2025.yaml]\n');
    const { code, out, err } = place.run(['check', 'plan.yaml', ...asOf]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const line = draft.split('\n').findIndex((each) => each.includes('hospitalOnlineHours')) + 1;
    expect(err).toContain('training-2025.yaml 还有 2 项没有核对');
    expect(err).toContain(`第 ${line} 行 hospitalOnlineHours`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(place.run(['check', 'plan.yaml', '--edition', 'training-2025.yaml', ...asOf]).code).toBe(1);
  });
});

describe('a file of an edition is never read as a record', () => {
  test('in a folder it is passed over and told', () => {
    const { code, out, err } = place.run(['check', '--rule', 'training/offline-first', ...asOf]);
    expect(code).toBe(1);
    expect(out).not.toContain('training-2025.yaml');
    expect(err).toMatch(/^hn-gp: training-2025\.yaml 是通知版本，不是记录，没有检查/);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('in use, it is not told of', () => {
    expect(place.run(['check', '--edition', 'training-2025.yaml', ...asOf]).err).toBe('');
    place.write('hn-gp.config.yaml', 'editions: [training-2025.yaml]\n');
    expect(place.run(['check', ...asOf]).err).toBe('');
  });

  test('one that YAML cannot read is an edition all the same', () => {
    place.write('training-2025.yaml', nextYear.replace('names: []', 'names: ['));
    expect(place.run(['check', ...asOf]).err).toContain('training-2025.yaml 是通知版本');
  });

  test('named alone, there is nothing to check', () => {
    const { code, out, err } = place.run(['check', 'training-2025.yaml', ...asOf]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('没有可检查的');
  });
});
