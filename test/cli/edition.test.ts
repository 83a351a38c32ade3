import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Finding, type Policy, policies } from '../../src/model/finding.ts';
import { bundledEditions } from '../../src/notices/edition.ts';
import { paragraphsOf } from '../../src/reference/paragraphs.ts';
import { rules } from '../../src/rules/index.ts';
import { plan, workspace } from './run.ts';

const bundled = readFileSync(join(import.meta.dirname, '../../notices/training-2024.yaml'), 'utf8');
/** The bundled training edition as it might be a year later, with nothing changed but what must be. */
const nextYear = bundled
  .replace('edition: "2024"', 'edition: "2025"')
  .replace('issued: 2024-03-11', 'issued: 2025-02-20')
  .replace('{ from: 2024, to: 2024 }', '{ from: 2025, to: 2025 }')
  .replace('〔2024〕21号（2024年度', '〔2025〕9号（2025年度')
  .replace('[2024] No. 21 (2024', '[2025] No. 9 (2025')
  .replace(/2024-(08-31|06-30|12-31)/g, '2025-$1');

let place: ReturnType<typeof workspace>;
beforeEach(() => {
  place = workspace();
});
afterEach(() => place.remove());

const read = (name: string) => place.read(name);

describe('hn-gp edition new', () => {
  test.each(policies)('%s: everything that the newest edition says is there, and marked', (notice) => {
    const { code, out, err } = place.run(['edition', 'new', notice, '--year', '2025']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const [last] = bundledEditions.filter((edition) => edition.notice === notice);
    const begun = parse(read(`${notice}-2025.yaml`));
    const unmarked = ({ draft, title, ...rest }: Record<string, unknown>) => {
      expect(draft).toBe(true);
      return rest;
    };
    const entries = Object.entries<Record<string, unknown>>(begun.values).map(([name, value]) => [
      name,
      unmarked(value),
    ]);
    expect(Object.fromEntries(entries)).toEqual(last?.values);
    expect(Object.keys(begun.rules).sort()).toEqual(rulesOf(notice));
    for (const rule of Object.values<Record<string, unknown>>(begun.rules)) unmarked(rule);
    expect(begun.clauses.map(unmarked)).toEqual(last && paragraphsOf(last));
    expect({ draft: begun.draft, edition: begun.edition, notice: begun.notice }).toEqual({
      draft: true,
      edition: '2025',
      notice,
    });
    const marks = 1 + entries.length + rulesOf(notice).length + begun.clauses.length;
    expect(err).toContain(`有 ${marks} 项要核对`);
  });

  const rulesOf = (notice: Policy) => rules.filter(({ policy }) => policy === notice).map(({ id }) => id);

  test('each thing has last year’s clause and content above it', () => {
    place.run(['edition', 'new', 'training', '--year', '2025']);
    const text = read('training-2025.yaml');
    expect(text).toContain('  # 2024 年版 八（一） 考核合格线：70\n  examPassMark:\n    draft: true\n    value: 70\n');
    expect(text).toContain('  #   类别 外科师资；承办单位 解放军第九二八医院；');
    expect(text).toMatch(/ {2}# 2024 年版 五 .*：原则上\n {2}training\/blended-format:\n/);
    expect(text).toMatch(/ {2}# 2024 年版 附件\n {2}- clause: 附件\n {4}draft: true\n/);
    expect(place.run(['edition', 'new', 'training', '--year', '2025', '-o', '-', '--lang', 'en']).out).toContain(
      '  # 2024: 八（一） Pass mark: 70\n',
    );
  });

  test.each([
    ['ed 25 (1).yaml', '"ed 25 (1).yaml"'],
    ['-ed.yaml', './-ed.yaml'],
  ])('the next step takes %s for one name', (name, quoted) => {
    const said = (lang: string) =>
      place.run(['edition', 'new', 'training', '--year', '2025', `--output=${name}`, '--force', '--lang', lang]).err;
    expect(said('zh')).toContain(`再运行 hn-gp edition check ${quoted}\n`);
    expect(said('en')).toContain(`then run hn-gp edition check ${quoted}\n`);
    expect(read(name)).toContain(`hn-gp edition check ${quoted}\n`);
  });

  test('every mark is a line of its own: without these lines, everything is looked over', () => {
    place.run(['edition', 'new', 'training', '--year', '2025', '-o', 'ed.yaml']);
    place.write('ed.yaml', read('ed.yaml').replace(/^ *draft: true\n/gm, ''));
    expect(place.run(['edition', 'check', 'ed.yaml']).out).toContain('73 段，都核对过了。');
  });

  test('it begins from the newest edition in use', () => {
    place.write('training-2025.yaml', nextYear.replace('examPassMark: { value: 70', 'examPassMark: { value: 65'));
    const args = ['edition', 'new', '年度培训', '--year', '2026', '-o', '-'];
    expect(place.run([...args, '--edition', 'training-2025.yaml']).out).toContain(
      '# 2025 年版 八（一） 考核合格线：65',
    );
    expect(place.run(args).out).toContain('# 2024 年版 八（一） 考核合格线：70');
  });

  test('a check never uses it, a trial does and says what is left', () => {
    place.run(['edition', 'new', 'training', '--year', '2025']);
    place.write('plan.yaml', plan.replaceAll('2024', '2025'));
    place.write('hn-gp.config.yaml', 'editions: [training-2025.yaml]\n');
    expect(place.run(['check']).code).toBe(2);
    const trial = () => place.run(['check', '--edition', 'training-2025.yaml', '--as-of', '2025-01-15']);
    const { code, out } = trial();
    expect(code).toBe(1);
    expect(out).toMatch(/它还是草稿，有 \d+ 项没有核对/);
    // What somebody has looked over is no draft any more.
    const lookedOver = read('training-2025.yaml').replace(/(provincialDeadline:)\n *draft: true/, '$1');
    expect(lookedOver).not.toBe(read('training-2025.yaml'));
    place.write('training-2025.yaml', lookedOver);
    expect(trial()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('2024-08-31 早于适用年度') });
  });

  test('a file that is there stays, unless told otherwise', () => {
    place.write('training-2025.yaml', 'mine\n');
    const { code, err } = place.run(['edition', 'new', 'training', '--year', '2025']);
    expect(code).toBe(2);
    expect(err).toContain('--force');
    expect(read('training-2025.yaml')).toBe('mine\n');
    expect(place.run(['edition', 'new', 'training', '--year', '2025', '--force']).code).toBe(0);
  });

  test.each([
    [['training'], '还要写选项“--year <YEAR>”'],
    [['training', '--year', '25'], '四位数'],
    [['trainning', '--year', '2025'], '是不是想写 training'],
    [['--year', '2025'], '缺参数'],
  ])('%j is refused in one line', (args, said) => {
    const { code, out, err } = place.run(['edition', 'new', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

/** What is found in an edition: rule, source line, severity. */
function findings(text: string, ...args: string[]): string[] {
  place.write('ed.yaml', text);
  const { out } = place.run(['edition', 'check', 'ed.yaml', '-f', 'json', ...args]);
  const lines = text.split('\n');
  return JSON.parse(out).findings.map(
    ({ rule, severity, line, column, endColumn }: Finding) =>
      `${severity} ${rule} ${[...(lines[line - 1] ?? '')].slice(column - 1, endColumn - 1).join('')}`,
  );
}

describe('hn-gp edition check', () => {
  test.each(bundledEditions)('finds nothing in $notice $edition', ({ notice, edition }) => {
    const file = join(import.meta.dirname, `../../notices/${notice}-${edition}.yaml`);
    const { code, out, err } = place.run(['edition', 'check', file]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('都核对过了。\n0 个错误、0 个警告、0 个提示。');
    expect(out.trimEnd().split('\n')).toHaveLength(2);
  });

  test('finds nothing in next year’s', () => {
    expect(findings(nextYear)).toEqual([]);
  });

  test.each<[string, string | RegExp, string, string[]]>([
    ['a full-width colon', 'examPassMark: { value: 70', 'examPassMark: { value：70', ['error yaml/syntax ：']],
    ['no blank', 'summaryDays: { value: 7,', 'summaryDays: { value:7,', ['error yaml/syntax :']],
    ['a misspelt value', 'examPassMark:', 'examPasMark:', ['error schema/unknown-key examPasMark']],
    [
      'a value that no rule reads',
      'names: []\nvalues:',
      'names: []\nvalues:\n  snacks: { value: 3, clause: 十 }',
      ['error schema/unknown-key snacks'],
    ],
    ['a value left out', /\n {2}summaryDays: .*/, '', ['error schema/required values']],
    [
      'a misspelt key',
      'examPassMark: { value: 70, clause:',
      'examPassMark: { value: 70, cluase:',
      ['error schema/unknown-key cluase'],
    ],
    ['a word for a number', 'examPassMark: { value: 70', 'examPassMark: { value: 七十', ['error schema/type 七十']],
    ['a number too small', 'examPassMark: { value: 70', 'examPassMark: { value: -70', ['error schema/range -70']],
    ['a day without hours', 'hoursPerDay: { value: 8', 'hoursPerDay: { value: 0', ['error schema/range 0']],
    [
      'a window without a day',
      'provincialWindowDays: { value: 15',
      'provincialWindowDays: { value: 0',
      ['error schema/range 0'],
    ],
    ['a pass mark out of reach', 'examPassMark: { value: 70', 'examPassMark: { value: 700', ['error schema/range 700']],
    ['full marks too few', 'examFullMarks: { value: 100', 'examFullMarks: { value: 60', ['error schema/range 70']],
    ['a day that is none', '2025-12-31', '2025-11-31', ['error schema/date 2025-11-31']],
    ['a mark that is no mark', 'examPassMark: {', 'examPassMark: { draft: false,', ['error schema/enum false']],
    [
      'a clause that is not listed',
      'examPassMark: { value: 70, clause: 八（一）',
      'examPassMark: { value: 70, clause: 八（三）',
      ['error edition/clause 八（三）'],
    ],
    [
      'a paragraph without rules or reason',
      '    rules: [training/manager-roles]\n',
      '',
      ['warning edition/rule clauses', 'error edition/uncovered 二（一）'],
    ],
    [
      'a rule that there is not',
      'rules: [training/manager-roles]',
      'rules: [training/manager-role]',
      ['warning edition/rule clauses', 'error edition/rule training/manager-role'],
    ],
    [
      'a note on a rule that there is not',
      '  training/provincial-deadline:',
      '  training/provincial-deadlin:',
      ['error edition/rule training/provincial-deadlin'],
    ],
    [
      'a rule that is off and judges',
      'rules:\n',
      'rules:\n  training/manager-roles: { modality: off }\n',
      ['warning edition/rule [training/manager-roles]'],
    ],
    [
      'a modality that there is not',
      'rules:\n',
      'rules:\n  training/manager-roles: { modality: shall }\n',
      ['error schema/enum shall'],
    ],
    ['a date of last year', '2025-08-31', '2024-08-31', ['error edition/years 2024-08-31']],
    ['a date of next year', '2025-08-31', '2026-01-15', ['warning edition/years 2026-01-15']],
    ['last year’s number', '〔2025〕9号（2025年度', '〔2024〕21号（2024年度', ['warning edition/heading document']],
    [
      'years that another edition governs',
      'from: 2025, to',
      'from: 2024, to',
      ['warning edition/years { from: 2024, to: 2025 }', 'error edition/years { from: 2024, to: 2025 }'],
    ],
    ['no years', 'from: 2025, to: 2025', 'from: 2026, to: 2025', ['error edition/years { from: 2026, to: 2025 }']],
    [
      'a host with a slip',
      'host: 解放军第九二八医院',
      'host: 解放军第九二八院',
      ['warning edition/base 解放军第九二八院'],
    ],
    ['a host that is new', 'host: 解放军第九二八医院', 'host: 某某新医院', ['info edition/base 某某新医院']],
    [
      'a category that there is not',
      '{ category: surgery, host',
      '{ category: surgry, host',
      ['warning edition/category surgery', 'error edition/category surgry'],
    ],
    ['months the wrong way round', 'month: 5,', 'month: [6, 5],', ['error edition/category [6, 5]']],
    [
      'a document that it does not name',
      'examPassMark: {',
      'examPassMark: { document: 3,',
      ['error edition/document 3'],
    ],
    [
      'a category twice in the annex',
      '{ category: surgery, host',
      '{ category: tcm, host',
      ['warning edition/category surgery', 'warning edition/category tcm'],
    ],
    [
      'a code twice',
      '[single, multiple, blank, trueFalse]',
      '[single, multiple, single]',
      ['warning edition/twice single'],
    ],
    [
      'a base twice',
      'host: 解放军第九二八医院',
      'host: [解放军第九二八医院, 解放军第九二八医院]',
      ['warning edition/twice 解放军第九二八医院'],
    ],
    ['a stage that there is not', 'stages: [backbone] }', 'stages: [backbon] }', ['warning edition/code backbon']],
    ['what nobody has looked over', 'examPassMark: {', 'examPassMark: { draft: true,', ['error edition/draft draft']],
    ['a bracket left open', 'names: []', 'names: [', ['error yaml/syntax v']],
    [
      'two editions in one file',
      'notice: training',
      'a: 1\n---\nnotice: training',
      ['error edition/heading a', 'error yaml/syntax -'],
    ],
  ])('%s', (_, from, to, expected) => {
    const text = nextYear.replace(from, to);
    expect(text).not.toBe(nextYear);
    expect(findings(text).slice(0, expected.length)).toEqual(expected);
    if (!expected[0]?.startsWith('error yaml/syntax')) expect(findings(text)).toEqual(expected);
  });

  test('nothing is wrong with the numbers of what is no longer asked', () => {
    const text = nextYear
      .replace(
        'rules:\n',
        'rules:\n  training/province-bulletin: { modality: off }\n  training/exam-scoring: { modality: off }\n',
      )
      .replace('bulletinDue: { value: 2025-', 'bulletinDue: { value: 2024-')
      .replace('examPassMark: { value: 70', 'examPassMark: { value: 80')
      .replace('examFullMarks: { value: 100', 'examFullMarks: { value: 75');
    expect(findings(text).filter((each) => /years|range/.test(each))).toEqual([]);
  });

  test('says which rules a missing value silences, and what was meant', () => {
    place.write('ed.yaml', nextYear.replace(/\n {2}summaryDays: .*/, ''));
    expect(place.run(['edition', 'check', 'ed.yaml']).out).toContain(
      '缺“summaryDays”（报送总结的天数），这些规则就无从判定：training/summary-deadline',
    );
    place.write('ed.yaml', nextYear.replace('host: 解放军第九二八医院', 'host: 解放军第九二八院'));
    const { code, out } = place.run(['edition', 'check', 'ed.yaml', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('Did you mean "解放军第九二八医院"?');
  });

  test.each([
    ['a day in another form', '2025-08-31', '2025年8月31日', '如果是 2025-08-31，就照此改写'],
    ['a day in another form between signs', '2025-08-31', '“2025/8/31”', '如果是 2025-08-31，就照此改写'],
    ['a month, which is no day here', '2025-08-31', '2025-08', '写到哪一天，例如 2024-05-08\n'],
    ['a month in words', '2025-08-31', '2025年8月', '写到哪一天，例如 2024-05-08\n'],
    ['no such day', '2025-08-31', '2025-08-32', '日历上没有这一天'],
    ['several days', '2025-08-31', '2025-08-30至2025-08-31', '这里只写一天，例如 2024-05-08\n'],
    ['a name without quotes', 'edition: "2025"', 'edition: 2025', '两边加上引号，写成 "2025"'],
    ['a number in quotes', 'examPassMark: { value: 70', 'examPassMark: { value: "70"', '去掉引号，写成 70'],
    ['a word for a number', 'examPassMark: { value: 70', 'examPassMark: { value: 七十', '改法：改成数字'],
    [
      'a list for all values',
      /\nvalues:\n[\s\S]*?\nrules:\n/,
      '\nvalues: []\nrules:\n',
      '“values”要写“键: 值”各项，现在是空列表',
    ],
    [
      'a value that the checks of data need',
      /\n {2}hoursPerDay: .*/,
      '',
      'clause: … }”；data/daily-hours 查资料总要用它，不能不写',
    ],
    ['a value that rules need', /\n {2}summaryDays: .*/, '', '通知不再要求的，把这些规则的 modality 写成 off'],
  ])('says what to write instead: %s', (_, from, to, said) => {
    place.write('ed.yaml', nextYear.replace(from, to));
    expect(place.run(['edition', 'check', 'ed.yaml']).out).toContain(said);
  });

  test('a deadline that the notice never had, where editions govern no years or those from one on', () => {
    place.run(['edition', 'new', 'pairing', '--year', '2027', '-o', 'ed.yaml']);
    const pairing = read('ed.yaml').replace('issued: 2020-04-17', 'issued: 2027-02-01');
    expect(findings(pairing)).toContain('error edition/years 2020-05-22');
    place.run(['edition', 'new', 'haikou', '--year', '2027', '-o', 'ed.yaml', '--force']);
    expect(place.run(['edition', 'check', 'ed.yaml']).out).toContain(
      '2019-12-31 早于适用年度（海口 2027 年度起），多半还是上一版的',
    );
  });

  test('a draft begun from the last edition: the count, and what is still last year’s', () => {
    place.run(['edition', 'new', 'training', '--year', '2025', '-o', 'ed.yaml']);
    const found = findings(read('ed.yaml'));
    expect(found.slice(0, 3)).toEqual([
      'error edition/draft draft',
      'error edition/heading document',
      'warning edition/heading 2024-03-11',
    ]);
    expect(found.slice(3)).toEqual(
      ['2024-08-31', '2024-06-30', '2024-06-30', '2024-12-31'].map((day) => `error edition/years ${day}`),
    );
    expect(place.run(['edition', 'check', 'ed.yaml']).code).toBe(1);
  });

  test('works though the config names the file, and it is broken', () => {
    place.write('hn-gp.config.yaml', 'editions: [ed.yaml]\n');
    expect(findings(nextYear.replace('examPassMark: { value: 70', 'examPassMark: { value: 七十'))).toEqual([
      'error schema/type 七十',
    ]);
  });

  test('a record is told to be none', () => {
    expect(findings(plan)).toEqual(['error edition/heading 文种']);
  });

  test.each([['nowhere.yaml'], ['.']])('%s cannot be checked', (file) => {
    const { code, out, err } = place.run(['edition', 'check', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('hn-gp edition diff', () => {
  const changed = nextYear
    .replace('examPassMark: { value: 70, clause: 八（一）', 'examPassMark: { value: 80, clause: 八（二）')
    .replace('[single, multiple, blank, trueFalse]', '[single, multiple, trueFalse]')
    .replace('host: 解放军第九二八医院, month: 5', 'host: 海南省人民医院, month: 6')
    .replace('hospitalOnlineHours: { value: 10', 'hospitalOnlineHours: { value: 8')
    .replace(
      'rules:\n',
      'rules:\n  training/offline-first: { modality: must }\n  training/publicity: { modality: off }\n',
    )
    .replace('zh: 师资按专业加培养阶段分类。', 'zh: 师资按专业分类。');
  beforeEach(() => place.write('ed.yaml', changed));
  const diff = (...args: string[]) => place.run(['edition', 'diff', 'training-2024', 'ed.yaml', ...args]);

  test('tells each duty that changes, old and new, with the clause', () => {
    const { code, out, err } = diff();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const said of [
      '适用范围\n  2024 年度 → 2025 年度\n',
      '考核合格线（八（一） → 八（二））\n  70 → 80\n',
      '考题题型（八（一））\n  删去：填空题\n',
      '院级线上学时（六（二））\n  10 → 8\n',
      '先线下、后线上（六（一））\n  原则上 → 必须\n',
      '外科师资：承办单位 解放军第九二八医院，月份 5',
      '→ 不再要求\n',
      '段落（二（二））\n  师资按专业加培养阶段分类。 → 师资按专业分类。\n',
    ])
      expect(out).toContain(said);
    expect(out).not.toContain('考核满分');
    expect(out).not.toContain('内科师资');
  });

  test('the numbers of what no rule asks are none', () => {
    const off = (text: string, mark: number) =>
      text
        .replace('examPassMark: { value: 70', `examPassMark: { value: ${mark}`)
        .replace(
          'rules:\n',
          'rules:\n  training/exam-scoring: { modality: off }\n  training/certificate-eligibility: { modality: off }\n',
        );
    place.write('ed.yaml', off(nextYear, 60));
    const back = place.run(['edition', 'diff', 'ed.yaml', 'training-2024']).out;
    expect(back).toContain('考核合格线（无 → 八（一））\n  （没有） → 70\n');
    place.write('later.yaml', off(nextYear, 80));
    expect(place.run(['edition', 'diff', 'ed.yaml', 'later.yaml']).out).not.toContain('合格线');
  });

  test('says so where nothing differs', () => {
    expect(place.run(['edition', 'diff', 'haikou-2019', 'haikou/2019']).out).toContain('两版没有不同');
  });

  test.each(['markdown', 'html'])('%s has a row for each', (format) => {
    const { out } = diff('-f', format, '--lang', 'en');
    expect(out).toContain('Pass mark');
    expect(out).toContain('八（一） → 八（二）');
    const rows = format === 'markdown' ? out.match(/^\| (?!what|---)/gm) : out.match(/<tr><th scope="row">/g);
    expect(rows).toHaveLength(Number(/(\d+) changes in all/.exec(out)?.[1]));
  });

  test('with plans: the verdicts that differ, whatever the year', () => {
    place.write('plan.yaml', plan);
    const { code, out } = diff('plan.yaml', '--as-of', '2024-01-15');
    expect(code).toBe(0);
    expect(out).toContain('1 份记录按两版各判一次：2 项判定不同');
    expect(out).toContain('海口市人民医院  HK-2024-01  不通过 → 通过\n  training/hospital-online-duration\n');
    expect(out).toContain('海口市人民医院  HK-2024-01  未到期 → 不适用\n  training/publicity\n');
    expect(out).not.toContain('data/no-edition');
  });

  test('dates of an edition count in the year of the plan', () => {
    place.write('plan.yaml', plan);
    place.write('ed.yaml', nextYear.replaceAll('2025-06-30', '2025-04-30'));
    expect(diff('plan.yaml', '--as-of', '2024-07-15').out).toContain(
      '海口市人民医院  通过 → 不通过\n  training/base-midyear-count\n',
    );
  });

  test('so does the day of its issue, on which what was due before is due', () => {
    place.write('plan.yaml', `${plan}    宣传: [{ 标题: 开班 }]\n`);
    place.write('ed.yaml', nextYear.replace('publicityItems: { value: 1', 'publicityItems: { value: 2'));
    const { out } = diff('plan.yaml', '--as-of', '2024-03-01');
    expect(out).toMatch(/通过 → 未到期\n {2}training\/publicity\n {2}2024-05-\d\d 到期/);
  });

  test('an edition that differs in its year alone changes no verdict', () => {
    place.write('ed.yaml', nextYear);
    const plans = ['province', 'both-types'].map((set) =>
      join(import.meta.dirname, '../../examples', set, 'plan.yaml'),
    );
    const { code, out, err } = diff(...plans, '--as-of', '2024-05-10');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2 份记录按两版各判一次：0 项判定不同');
  });

  test('a name means the edition that the other takes the place of, also where the config names that', () => {
    place.write('corrected.yaml', bundled.replace('examPassMark: { value: 70', 'examPassMark: { value: 60'));
    place.write('hn-gp.config.yaml', 'editions: [corrected.yaml]\n');
    const between = (...names: string[]) => place.run(['edition', 'diff', ...names]).out;
    expect(between('training-2024', 'corrected.yaml')).toContain('70 → 60');
    expect(between('corrected.yaml', 'training-2024', '--edition', './corrected.yaml')).toContain('60 → 70');
    place.write('ed.yaml', nextYear);
    expect(between('training-2024', 'ed.yaml')).toContain('60 → 70');
  });

  test('a draft is said to be one', () => {
    place.write('ed.yaml', nextYear.replace('examPassMark: {', 'examPassMark: { draft: true,'));
    for (const format of ['text', 'markdown', 'html'])
      expect(diff('-f', format).out).toMatch(/有\s*`?1`?\s*项没有核对/);
  });

  test('a plan that cannot be judged is told', () => {
    place.write('plan.yaml', plan.replace('年度: 2024', '年度: 明年'));
    const { code, err } = diff('plan.yaml');
    expect(code).toBe(1);
    expect(err).toContain('plan.yaml');
  });

  test('what cannot be judged is not among the records that were', () => {
    place.write('plan.yaml', plan);
    place.write('damaged.yaml', Uint8Array.of(...new TextEncoder().encode('文种: 年度'), 0xff, 0x0a));
    const other = plan.replace('海口市人民医院', '三亚中心医院');
    place.write('several.yaml', `${other}---\n${plan.replace('年度: 2024', '年度: 明年')}`);
    const judged = (...args: string[]) =>
      /-?\d+ (?:份记录按两版|records? judged by both)/.exec(diff(...args, '--as-of', '2024-01-15').out)?.[0];
    expect(judged('damaged.yaml')).toBe('0 份记录按两版');
    expect(judged('plan.yaml', 'damaged.yaml', 'several.yaml')).toBe('2 份记录按两版');
    for (const format of ['text', 'markdown', 'html'])
      expect(judged('plan.yaml', 'damaged.yaml', '-f', format, '--lang', 'en'), format).toBe('1 record judged by both');
  });

  test.each([
    [['training-2024', 'training-2025'], '是不是想写 training-2024'],
    [['training-2024', 'haikou-2019'], '不是同一份通知'],
    [['training-2024', 'plan.yaml'], 'plan.yaml:1'],
    [['training-2024', 'ed.yaml', 'nowhere.yaml'], '找不到文件或文件夹'],
    [['training-2024', 'ed.yaml', '-f', 'pdf'], 'html'],
  ])('%j is refused in one line', (args, said) => {
    place.write('plan.yaml', plan);
    const { code, out, err } = place.run(['edition', 'diff', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('edition alone shows its commands', () => {
  const { code, out } = place.run(['edition', '--help']);
  expect(code).toBe(0);
  expect(place.run(['edition'])).toMatchObject({ code: 0, out });
  expect(place.run(['edition', 'chek'])).toMatchObject({ code: 2, err: expect.stringContaining('check') });
});
