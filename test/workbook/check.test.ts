import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type * as XLSX from 'xlsx';
import { load } from '../../src/load/load.ts';
import { workspace } from '../cli/run.ts';
import { filled } from './filled.ts';
import { base, headers, row, sheetOf, type Value, workbook } from './made.ts';

const folder = workspace();
afterAll(() => folder.remove());

interface Found {
  rule: string;
  severity: string;
  message: string;
  remedy: string;
  file: string;
  line: number;
  column: number;
  path: string;
  subject: string;
  sheet?: string;
  cell?: string;
  header?: string;
  record?: number;
}

/** What a check finds in a workbook, as the json report has it. */
function check(bytes: Uint8Array, ...args: string[]): Checked {
  folder.write('plan.xlsx', bytes);
  const { out, err, code } = folder.run(['check', 'plan.xlsx', '--format', 'json', '--as-of', '2024-01-15', ...args]);
  const { findings = [], verdicts = [] } = out === '' ? {} : JSON.parse(out);
  return { findings, verdicts, err, code };
}

interface Checked extends Judged {
  findings: Found[];
  err: string;
  code: number | null;
}

const placed = ({ sheet, cell, header }: Found) => `${sheet}!${cell} ${header}`;

const sessions = (more: Value[], ...rows: Value[][]): Value[][] => [
  [...headers, ...more],
  ...rows.map((cells) => [...row, ...cells]),
];

describe('a finding names sheet, cell and header', () => {
  const bytes = workbook({ 年度计划: base, 培训班: sessions(['人数', '线下·开始'], ['约40人', '2024/5/39']) });

  test('so does a record that was not judged', () => {
    const two = workspace({ 'a.xlsx': bytes, 'b.xlsx': bytes });
    const { out } = two.run(['check', '--as-of', '2024-01-15']);
    two.remove();
    expect(out).toContain('\nb.xlsx 年度计划!A1 没有判定，不算通过：和 a.xlsx 年度计划!B3 是同一份，只判那一份\n');
  });

  test.each(['text', 'table', 'csv', 'json', 'markdown', 'html', 'sarif', 'junit', 'github', 'gitlab'])(
    'and what keeps a record from being judged, in %s',
    (format) => {
      folder.write('plan.xlsx', workbook({ 年度计划: [['项目', '填写内容'], ['年度*', '明年'], ...base.slice(2)] }));
      const { out } = folder.run(['check', 'plan.xlsx', '--as-of', '2024-01-15', '--format', format]);
      if (format === 'json') expect(JSON.parse(out).notJudged).toMatchObject([{ sheet: '年度计划', cell: 'B2' }]);
      else
        expect(out).toMatch(
          format === 'csv' ? /,file\/not-judged,.*,年度计划,B2,年度/ : /年度计划!B2.*没有判定，不算通过/,
        );
    },
  );

  test('in json, with row and column as line and column', () => {
    const found = check(bytes).findings.find(({ rule }) => rule === 'schema/type');
    expect(found).toMatchObject({
      file: 'plan.xlsx',
      line: 2,
      column: 5,
      path: '/sessions/0/headcount',
      sheet: '培训班',
      cell: 'E2',
      header: '人数',
    });
    expect(check(bytes).findings.map(placed)).toContain('培训班!F2 线下·开始');
  });

  test('in the text, with what the cell shows', () => {
    check(bytes);
    const { out } = folder.run(['check', 'plan.xlsx', '--as-of', '2024-01-15']);
    expect(out).toMatch(/ {2}培训班!E2 {2}错误 .*\n {6}\| 人数：约40人\n/);
    expect(out).not.toContain('hn-gp fix');
  });

  test.each(['table', 'csv', 'markdown', 'html', 'sarif', 'junit', 'github', 'gitlab'])('in %s', (format) => {
    check(bytes);
    const { out } = folder.run(['check', 'plan.xlsx', '--format', format, '--as-of', '2024-01-15']);
    if (format === 'csv') expect(out).toContain(',培训班,E2,人数');
    else expect(out).toContain('培训班!E2');
    if (['sarif', 'github', 'gitlab', 'junit'].includes(format))
      expect(out).toMatch(/["=>:](?:错误：)?培训班!E2（人数）：/);
  });

  test('in the record and among the deadlines', () => {
    check(bytes);
    expect(folder.run(['report', 'plan.xlsx', '--as-of', '2024-01-15']).out).toContain('plan.xlsx 培训班!A2');
    expect(folder.run(['deadlines', 'plan.xlsx', '--as-of', '2024-01-15', '--format', 'csv']).out).toContain(
      'plan.xlsx 培训班!',
    );
  });
});

describe('what is missing is in the cell to fill in', () => {
  test('of a row, of the record, of a list, of several columns, and of a column that is to be added', () => {
    const { findings } = check(
      workbook({
        年度计划: base,
        培训班: sessions(
          ['状态', '线下·开始', '线下·结束', '考核·题量·单选题', '考核·题量·多选题', '考核·满分'],
          ['已完成', '2024-03-04', '2024-03-04', null, null, 100],
        ),
        宣传: [['培训班编号', '标题', '级别']],
      }),
      '--as-of',
      '2025-01-10',
    );
    const at = (rule: string) => findings.filter((each) => each.rule === rule).map(placed);
    expect(at('training/exam-question-mix')).toEqual(['培训班!H2 考核·题量·单选题']);
    expect(at('training/topics')).toEqual(['培训班!A2 内容']);
    expect(at('training/publicity')).toEqual(['宣传!A2 培训班编号']);
    const { out } = folder.run(['check', 'plan.xlsx', '--as-of', '2025-01-10']);
    expect(out).toMatch(/培训班!H2、I2 {2}\S+ {2}\S*单选题、多选题/);
    expect(out).toContain('| 考核·题量·单选题：（空）\n');
    expect(out).toContain('| 要加“内容”\n');
  });

  test.each([
    ['report', 'text'],
    ['report', 'csv'],
    ['report', 'markdown'],
    ['check', 'junit'],
  ])('and a verdict that fails stands there, in %s as %s', (command, format) => {
    check(
      workbook({
        年度计划: base,
        培训班: sessions(
          ['状态', '线下·开始', '线下·结束', '内容', '考核·题量·单选题', '考核·题量·多选题', '考核·满分'],
          ['已完成', '2024-03-04', '2024-03-04', null, null, null, 100],
        ),
        宣传: [['培训班编号', '标题', '级别']],
      }),
    );
    const { out } = folder.run([command, 'plan.xlsx', '--as-of', '2025-01-10', '--format', format]);
    for (const cells of ['培训班!I2、J2', '培训班!H2', '宣传!A2']) expect(out.replaceAll('`', '')).toContain(cells);
  });

  test('also where a rule tells it at something else: another value, or the next row of a list', () => {
    const pair: Value[][] = [
      ['项目', '填写内容'],
      ['培训基地', '海口市人民医院'],
      ['对口帮扶基地', '儋州市人民医院'],
      ['帮扶领导小组·成立日期', '2020-05-20'],
    ];
    const found = (sheets: Record<string, Value[][]>, ...rules: string[]) =>
      check(workbook(sheets), '--as-of', '2025-03-01', ...rules.flatMap((rule) => ['--rule', rule]));
    const lists = {
      会议: [['日期', '议题'], ['2020-06-01']],
      实地调研: [['日期', '人员', '问题需求'], ['2020-06-30']],
      任务清单: [
        ['编号', '名称', '领域', '要点'],
        ['1', '病房', '学科建设'],
      ],
    };
    const rules = ['pairing/meetings', 'pairing/field-survey', 'pairing/area-items', 'pairing/content-areas'];
    const { findings } = found({ 结对帮扶: [...pair, ['帮扶领导小组·会议间隔月数']], ...lists }, ...rules);
    expect(new Set(findings.map((each) => `${each.rule} ${placed(each)}`))).toEqual(
      new Set([
        'pairing/meetings 结对帮扶!B5 帮扶领导小组·会议间隔月数',
        'pairing/field-survey 实地调研!C2 问题需求',
        'pairing/area-items 任务清单!D2 要点',
        'pairing/content-areas 任务清单!A3 编号',
      ]),
    );
    expect(found({ 结对帮扶: pair, ...lists }, 'pairing/meetings').findings.map(placed)).toEqual([
      '结对帮扶!A5 帮扶领导小组·会议间隔月数',
    ]);
    const { out } = folder.run(['check', 'plan.xlsx', '--as-of', '2025-03-01', '--rule', 'pairing/meetings']);
    expect(out).toContain('| 要加“帮扶领导小组·会议间隔月数”\n');
    const city = {
      激励方案: [
        ['项目', '填写内容'],
        ['城市', '海口市'],
        ['年度', 2019],
      ],
      培训医院: [
        ['名称', '全科医学科·独立设置', '全科医学科·设置日期'],
        ['市人民医院', '是', '2019-05-01'],
      ],
    };
    expect(found(city, 'haikou/gp-department').findings.map(placed)).toEqual(['培训医院!A3 名称']);
    const province = {
      全省计划: [
        ['项目', '填写内容'],
        ['年度', 2024],
      ],
      培训班: [
        ['名称', '层级', '对象', '专业'],
        ['甲', '省级', '师资', '全科'],
      ],
    };
    expect(found(province, 'training/province-session-mix').findings.map(placed)).toEqual(['培训班!A3 名称']);
  });

  test('also of what there is too little of: the next row', () => {
    const rules = ['training/base-session-count', 'training/base-out-of-province', 'training/exam-scope'];
    const found = (sheets: Record<string, Value[][]>, ...rules: string[]) =>
      check(workbook(sheets), '--as-of', '2025-03-01', ...rules.flatMap((rule) => ['--rule', rule])).findings;
    const plan = {
      年度计划: base,
      培训班: sessions(
        ['状态', '线下·开始', '线下·结束', '线上·开始', '线上·结束', '考核·满分'],
        ['已完成', '2024-03-04', '2024-03-04', '2024-03-05', '2024-03-05', 100],
      ),
      场次: [
        ['培训班编号', '日期', '范围'],
        ['HK-01', '2024-03-05', '线下'],
      ],
      省外培训: [
        ['名称', '类别', '开始', '结束', '状态'],
        ['甲', '国家级', '2024-05-01', '2024-05-02', '已完成'],
      ],
    };
    const cells = found(plan, ...rules).map((each) => `${each.rule} ${placed(each)}`);
    expect(new Set(cells)).toEqual(
      new Set([
        'training/base-session-count 培训班!A3 编号',
        'training/base-out-of-province 省外培训!A3 名称',
        'training/exam-scope 场次!A3 培训班编号',
      ]),
    );
    const pair = {
      结对帮扶: [
        ['项目', '填写内容'],
        ['培训基地', '海口市人民医院'],
        ['对口帮扶基地', '儋州市人民医院'],
        ['帮扶领导小组·成立日期', '2020-05-20'],
        ['帮扶领导小组·会议间隔月数', 3],
      ],
      会议: [['日期', '议题'], ['2020-06-01']],
    };
    for (const each of found(pair, 'pairing/meetings')) expect(placed(each)).toBe('会议!A3 日期');
    expect(found(pair, 'pairing/meetings')).not.toEqual([]);
  });

  test.each<[string, Value[][], string]>([
    ['none that totals or footers stand in', [headers, row, ['合计'], ['填表人：甲']], '培训班!A5 编号'],
    ['above them where one is free', [headers, row, [], ['合计']], '培训班!A3 编号'],
    ['not above the last item', [headers, [], row, ['合计']], '培训班!A5 编号'],
    [
      'in the first column that is read',
      [
        ['序号', '科室', '名称', '层级', '对象'],
        [1, '内科', ...row.slice(1)],
      ],
      '培训班!C3 名称',
    ],
    [
      'which is none that takes several',
      [
        ['线下', '名称', '层级', '对象'],
        ['5月8日', ...row.slice(1)],
      ],
      '培训班!B3 名称',
    ],
  ])('the next row is free: %s', (_, 培训班, cell) => {
    const { findings } = check(workbook({ 年度计划: base, 培训班 }), '--rule', 'training/base-session-count');
    expect(findings.filter(({ rule }) => rule.startsWith('training/')).map(placed)).toEqual([cell]);
  });

  test('required keys, in a row and on the sheet of the record', () => {
    const { findings } = check(
      workbook({
        年度计划: base.map((cells) => (cells[0] === '基地·名称*' ? ['基地·名称*'] : cells)),
        培训班: [headers, ['HK-01', null, '院级']],
      }),
    );
    const missing = findings.filter(({ rule }) => rule === 'schema/required');
    expect(missing.map(placed)).toEqual(['年度计划!B3 基地·名称', '培训班!B2 名称']);
    expect(missing.map(({ remedy }) => remedy)).toEqual([
      '填上“基地·名称”',
      '填上“名称”“对象”；合计、说明之类的行请删去',
    ]);
  });
});

test('a sheet that was renamed costs its own list, and nothing else of the items that it belongs to', () => {
  const { findings } = check(
    workbook({
      年度计划: base,
      培训班: sessions(['线下·开始', '线下·结束'], ['2024-01-08', '2024-01-08']),
      宣传报道: [
        ['培训班编号', '标题'],
        ['HK-01', '甲'],
      ],
    }),
  );
  const rules = findings.map(({ rule }) => rule);
  expect(findings.find(({ rule }) => rule === 'schema/unknown-key')).toMatchObject({
    sheet: '宣传报道',
    path: '/sessions',
    subject: '海口市人民医院',
  });
  expect(rules).toContain('training/topics');
  expect(rules).not.toContain('training/publicity');
});

test('what is no session’s is told of its base, and what is one’s of it', () => {
  const { findings } = check(
    workbook({
      年度计划: base,
      培训班: [
        [...headers, '人数', '人敉', '心得', '满分', '线下'],
        [...row, '约40人', '约40人', '好', 100, '是'],
        ['HK-02', ...row.slice(1)],
        ['HK-02', ...row.slice(1)],
      ],
      宣传: [
        ['培训班编号', '标题', '标题'],
        ['HK-02', '甲', '甲'],
        ['HK-03', '乙'],
        [null, '丙'],
      ],
      场次: [['日期'], ['2024-05-08']],
    }),
  );
  const own = findings.filter(({ rule }) => /^(?:schema|yaml)\//.test(rule));
  expect(own.map((each) => `${each.subject} ${each.sheet}!${each.cell}`)).toEqual([
    '海口市人民医院 培训班!F1',
    '海口市人民医院 培训班!G1',
    '海口市人民医院 培训班!H1',
    '海口市人民医院 培训班!I1',
    'HK-01 培训班!E2',
    '海口市人民医院 宣传!C1',
    '海口市人民医院 宣传!A2',
    '海口市人民医院 宣传!A3',
    '海口市人民医院 宣传!A4',
    '海口市人民医院 场次!A1',
  ]);
});

test('a row that names no item stands at the empty cell for the name', () => {
  const { findings } = check(
    workbook({
      年度计划: base,
      培训班: sessions([], []),
      宣传: [
        ['培训班编号', '标题'],
        ['HK-01', '甲'],
        [null, '乙'],
      ],
      省外培训: [
        ['名称', '类别'],
        ['甲', '外省'],
      ],
      省外培训经费: [['来源', '省外培训名称'], ['自筹']],
    }),
  );
  expect(findings.filter(({ rule }) => rule === 'schema/required').map(placed)).toEqual([
    '宣传!A3 培训班编号',
    '省外培训经费!B2 省外培训名称',
  ]);
});

describe('values go through the readers of YAML', () => {
  test('accepted forms are read, mistakes cost their value, a slip is a warning in its cell', () => {
    const { findings } = check(
      workbook({
        年度计划: base.map((cells) => (cells[0] === '基地·名称*' ? ['基地·名称*', '“海口市人民医院”'] : cells)),
        培训班: sessions(
          ['人数', '线下·日期', '线下·学时', '线下·签到', '内容'],
          ['４０人', '5月8日至10日', '3天', '√', '教学方法、考核方法'],
          ['约40人', '5月', '７：3', '大概', '1.教学方法\n2.考核方法'],
        ).map((cells, at) => (at === 2 ? ['HK-02', ...cells.slice(1)] : cells)),
      }),
    );
    const own = findings.filter(({ rule }) => /^(?:schema|yaml)\//.test(rule));
    expect(own.map((each) => `${each.severity} ${each.rule} ${each.sheet}!${each.cell}`)).toEqual([
      'warning yaml/syntax 年度计划!B3',
      'error schema/type 培训班!E3',
      'error schema/type 培训班!G3',
      'error schema/type 培训班!H3',
      'error schema/enum 培训班!I3',
    ]);
  });

  test('remedies speak of headers and cells', () => {
    const { findings } = check(
      workbook({
        年度计划: base,
        培训班: sessions(['线下·开始', '线下·签到', '心得', '满分'], ['2024/5/8。', '大概', '好', 100]),
      }),
    );
    const remedy = (cell: string) => findings.filter((each) => each.cell === cell).map((each) => each.remedy);
    expect(remedy('E2')).toContain('把“2024/5/8。”改成 2024/5/8');
    expect(remedy('F2')).toContain('从下拉框里选“是”或“否”');
    expect(remedy('G1')).toEqual(['核对表头有没有写错；自己加的，表头前面加 x-']);
    expect(remedy('H1')).toEqual(['表头写成“考核·满分”才读；自己加的，表头前面加 x-']);
  });

  test('errors, formulas without a result and cut numbers cost the value that they stand for, and nothing in own columns', () => {
    const wrong: Value[] = [{ t: 'e', v: 0x2a }, 460_100_199_001_011_000];
    const formula = (book: XLSX.WorkBook) => {
      (sheetOf(book, '培训班').E3 as XLSX.CellObject) = { t: 'n', f: 'A2' };
    };
    const more = (names: string[]) =>
      workbook(
        {
          年度计划: base,
          培训班: [
            [...headers, ...names],
            [...row, ...wrong],
            ['HK-02', ...row.slice(1), 1],
          ],
        },
        formula,
      );
    const { findings, code } = check(more(['人数', '备注']));
    expect(findings.filter(({ rule }) => rule === 'schema/type').map(placed)).toEqual([
      '培训班!E2 人数',
      '培训班!F2 备注',
      '培训班!E3 人数',
    ]);
    expect(code).toBe(1);
    const own = check(more(['工号', '身份']));
    expect(
      own.findings
        .filter(({ rule }) => /^(?:schema|yaml)\//.test(rule))
        .map((each) => `${each.severity} ${placed(each)}`),
    ).toEqual(['info 培训班!E1 工号', 'info 培训班!F1 身份']);
    const silent = check(more(['x-工号', '联系电话']));
    expect(silent.findings.filter(({ rule }) => rule.startsWith('schema/'))).toEqual([]);
    expect(silent.err).toMatch(/没有读 培训班!E2（错误值 #N\/A）.*培训班!E3（公式没有结果）/);
    expect(own.err).toContain('培训班!F2（数字超过 15 位）');
  });

  test('a label or header is one key, whatever signs are in it, and without its colon', () => {
    const names = ['负责人、联系人', '日期、学时', '人数，状态', '人数 合计', '<<', '注：地点'];
    const labels = ['院长：', '审核人：', '1、联系人', '年度、基地', '联系人：', '主办单位:'];
    const decided = (findings: Found[]) =>
      findings
        .filter(({ rule }) => rule !== 'schema/unknown-key')
        .map(({ rule, path }) => `${rule} ${path}`)
        .sort();
    const plain = check(workbook({ 年度计划: base, 培训班: [headers, row] }));
    const { findings } = check(
      workbook({
        年度计划: [...base, ...labels.map((label) => [label, '甲'])],
        培训班: sessions(
          names,
          names.map(() => '甲'),
        ),
      }),
    );
    expect(
      findings.flatMap(({ rule, severity, path }) => (rule === 'schema/unknown-key' ? `${severity} ${path}` : [])),
    ).toEqual([
      ...['院长', '审核人', '1、联系人', '年度、基地'].map((label) => `info /${label}`),
      ...names.map((name) => `info /sessions/0/${name}`),
    ]);
    expect(decided(findings)).toEqual(decided(plain.findings));
    folder.run(['import', 'plan.xlsx', '-o', 'plan.yaml', '--force']);
    const { out } = folder.run(['check', 'plan.yaml', '--format', 'json', '--as-of', '2024-01-15']);
    expect(decided(JSON.parse(out).findings)).toEqual(decided(plain.findings));
  });

  test('what must be there and is a formula without a result is told once', () => {
    const { findings } = check(
      workbook({ 年度计划: base, 培训班: [headers, row] }, (book) => {
        const uncalculated: XLSX.CellObject = { t: 'n', f: 'A1' };
        sheetOf(book, '年度计划').B4 = uncalculated;
        sheetOf(book, '培训班').C2 = uncalculated;
      }),
    );
    const found = findings.filter(({ rule }) => rule.startsWith('schema/'));
    expect(found.map((each) => `${each.rule} ${placed(each)}`)).toEqual([
      'schema/type 年度计划!B4 基地·类别',
      'schema/type 培训班!C2 层级',
    ]);
  });

  test('a misspelt header is told once, and its values are unreadable', () => {
    const { findings } = check(
      workbook({
        年度计划: base,
        培训班: [
          ['编号', '名称', '层级', '对象', '人敉'],
          [...row, 40],
          ['HK-02', ...row.slice(1), 30],
        ],
      }),
    );
    const found = findings.filter(({ rule }) => rule.startsWith('schema/'));
    expect(found.map((each) => `${each.severity} ${placed(each)}`)).toEqual(['error 培训班!E1 人敉']);
    expect(found[0]?.remedy).toBe('把“人敉”改成 人数');
  });

  test('so is one that says what each row belongs to', () => {
    const { findings } = check(
      workbook({
        年度计划: base,
        培训班: sessions([], []),
        宣传: [
          ['标题', '培训班编码'],
          ['甲', 'HK-01'],
          ['乙', 'HK-01'],
        ],
      }),
    );
    const found = findings.filter(({ sheet }) => sheet === '宣传');
    expect(found.map((each) => `${each.rule} ${placed(each)} ${each.remedy}`)).toEqual([
      'schema/unknown-key 宣传!B1 培训班编码 是不是想写“培训班编号”？',
    ]);
  });
});

describe('a unit outside the cell is applied, or told', () => {
  const funding = (rows: Value[][]) => workbook({ 年度计划: base, 培训班: sessions([], []), 培训班经费: rows });
  /** The amounts of the only session, as a check reads them, and what is found about them. */
  async function amounts(rows: Value[][]) {
    const { records, findings } = await load('plan.xlsx', funding(rows));
    const data = records[0]?.data() as unknown as { sessions: { funding: { amount: unknown }[] }[] };
    return {
      read: data.sessions[0]?.funding.map(({ amount }) => amount),
      findings,
      unreadable: records[0]?.unreadable,
    };
  }
  const own = ['培训班编号', '来源'];

  test.each<[string, Value[][], number]>([
    [
      'in the header',
      [
        [...own, '金额（万元）'],
        ['HK-01', '自筹', 1.2],
      ],
      12_000,
    ],
    ['above the headers', [['单位：万元'], [...own, '金额'], ['HK-01', '自筹', 1.2]], 12_000],
    [
      'in the format',
      [
        [...own, '金额（元）'],
        ['HK-01', '自筹', { t: 'n', v: 1.2, z: '0.0"万元"' }],
      ],
      12_000,
    ],
    [
      'in the cell, before that of the header',
      [
        [...own, '金额（万元）'],
        ['HK-01', '自筹', '12000元'],
      ],
      12_000,
    ],
    [
      'the usual one',
      [
        [...own, '金额（元）'],
        ['HK-01', '自筹', 12_000],
      ],
      12_000,
    ],
    [
      'a remark in the header',
      [
        [...own, '金额（含税）'],
        ['HK-01', '自筹', 12_000],
      ],
      12_000,
    ],
  ])('%s', async (_, rows, expected) => {
    const { read, findings } = await amounts(rows);
    expect(read).toEqual([expected]);
    expect(findings).toEqual([]);
  });

  test.each<[string, Value[][]]>([
    [
      'one that is none of money',
      [
        [...own, '金额（美元）'],
        ['HK-01', '自筹', 1.2],
      ],
    ],
    ['another than that of the header', [['单位：万元'], [...own, '金额（元）'], ['HK-01', '自筹', 1.2]]],
  ])('%s is told at the header, and the values are unreadable', async (_, rows) => {
    const { findings, unreadable } = await amounts(rows);
    expect(findings.map(({ rule, cell }) => `${rule} ${cell?.address}`)).toEqual([`schema/type C${rows.length - 1}`]);
    expect(unreadable).toEqual(['/sessions/0/funding/0/amount']);
  });

  const inHeader = (header: string): Value[][] => [
    [...own, header],
    ['HK-01', '自筹', 1.2],
  ];
  const below = (...lines: string[]): Value[][] => [...lines.map((line) => [line]), ...inHeader('金额')];

  test.each([
    '金额（万元，含税）',
    '金额（含税、万元）',
    '金额（单位：万元，含税）',
    '金额（单位 万元）',
    '金额（万元/期）',
    '金额（以万元计）',
    '金额（万元人民币）',
    '金额（¥万）',
    '金额（均为万元）',
    '金额（含税）（万元）',
    '金额【万元】',
  ])('with a remark in the header, %s', async (header) => {
    expect(await amounts(inHeader(header))).toEqual({ read: [12_000], findings: [], unreadable: [] });
  });

  test.each([
    '（万元）',
    '经费一览表（万元）',
    '计量单位：万元',
    '单位:万元（含税）',
    '单位：人、万元',
    '金额以万元计',
    '以下金额均为万元',
    '金额：万元',
  ])('in other words above the headers, %s', async (line) => {
    expect(await amounts(below('2024年经费', line))).toEqual({ read: [12_000], findings: [], unreadable: [] });
  });

  test.each(['注：金额单位为万元', '备注：以下金额均为万元'])('in a remark below the table, %s', async (line) => {
    expect(await amounts([...inHeader('金额'), [line]])).toEqual({ read: [12_000], findings: [], unreadable: [] });
  });

  test.each([
    '培训班一览（二十人）',
    '填报单位：海口市人民医院',
    '单位负责人：甲',
    '经费共20万元',
    '截至2024年12月31日',
  ])('none is in what stands above the headers besides, %s', async (line) => {
    expect(await amounts(below(line))).toEqual({ read: [1.2], findings: [], unreadable: [] });
  });

  test.each([
    '金额（元/人）',
    '金额（每人）',
    '金额（百万元）',
    '金额（美金）',
    '金额（10万元）',
    '金额（元、万元）',
    '金额（单位：桌）',
  ])('one that is not understood is told at the header, %s', async (header) => {
    const { findings, unreadable } = await amounts(inHeader(header));
    expect(findings.map(({ rule, cell }) => `${rule} ${cell?.address}`)).toEqual(['schema/type C1']);
    expect(unreadable).toEqual(['/sessions/0/funding/0/amount']);
  });

  test.each([
    ['学时（天）', 2, 16],
    ['学时（小时）', 6, 8],
    ['学时（小时，不含午休）', 6, 8],
    ['学时（45分钟）', 8, 8],
    ['学时（学时，每学时45分钟）', 8, 8],
    ['学时（60分钟）', 6, 8],
    ['学时（40分钟/节）', 8, undefined],
    ['学时（小时/天）', 6, undefined],
    ['学时（90分钟）', 4, undefined],
  ])('of hours: %s', async (header, figure, hours) => {
    const { records } = await load(
      'plan.xlsx',
      workbook({ 年度计划: base, 培训班: sessions([`线下·${header}`], [figure]) }),
    );
    const data = records[0]?.data() as unknown as { sessions: Record<string, { hours: number }>[] };
    const isUnreadable = records[0]?.unreadable.includes('/sessions/0/offline/hours');
    expect(isUnreadable ? undefined : data.sessions[0]?.offline?.hours).toBe(hours);
  });

  test.each([
    ['每学时45分钟', 6],
    ['注：1学时按60分钟计', 8],
    ['注：每学时40分钟', undefined],
    ['课间休息10分钟', 6],
    ['单位：人、天、学时', 6],
    ['培训时间均以天计', 6],
    ['单位：小时', 8],
  ])('of hours above the headers: %s', async (line, hours) => {
    const { records } = await load(
      'plan.xlsx',
      workbook({ 年度计划: base, 培训班: [[line], ...sessions(['线下·学时'], [6])] }),
    );
    const data = records[0]?.data() as unknown as { sessions: Record<string, { hours: number }>[] };
    const isUnreadable = records[0]?.unreadable.includes('/sessions/0/offline/hours');
    expect(isUnreadable ? undefined : data.sessions[0]?.offline?.hours).toBe(hours);
  });

  test.each([
    ['人数（人/期）', 40],
    ['人数（万人，约）', 400_000],
    ['人数（2024年）', 40],
    ['人数（截至12月31日）', 40],
    ['人数（含万宁市）', 40],
    ['人数（各单位合计）', 40],
    ['人数（本单位为主）', 40],
    ['人数（按期计）', 40],
    ['人数（40人）', 40],
    ['人数（十人）', undefined],
    ['人数（单位：百人，约）', undefined],
  ])('of counts: %s', async (header, count) => {
    const { records } = await load('plan.xlsx', workbook({ 年度计划: base, 培训班: sessions([header], [40]) }));
    const data = records[0]?.data() as unknown as { sessions: { headcount: number }[] };
    const isUnreadable = records[0]?.unreadable.includes('/sessions/0/headcount');
    expect(isUnreadable ? undefined : data.sessions[0]?.headcount).toBe(count);
  });

  test('of a share of what the name of the column says it is of', async () => {
    const { records } = await load(
      'program.xlsx',
      workbook({
        激励方案: [
          ['项目', '填写内容'],
          ['城市', '海口市'],
          ['年度', 2021],
          ['每万人全科医生数（人/万人）', 3],
        ],
      }),
    );
    expect([records[0]?.unreadable, records[0]?.data()]).toMatchObject([[], { gpsPer10k: 3 }]);
  });

  test('of months, told where it is another', async () => {
    const { findings } = await load(
      'pairing.xlsx',
      workbook({
        结对帮扶: [
          ['项目', '填写内容'],
          ['帮扶领导小组·会议间隔月数（季度）', 1],
        ],
      }),
    );
    expect(findings.filter(({ rule }) => rule === 'schema/type').map(({ cell }) => cell?.address)).toEqual(['A2']);
  });
});

describe('tables as offices write them', () => {
  test.each([
    ['三亚市\n人民医院', ['三亚市人民医院']],
    ['解放军\n第九二八医院', ['解放军第九二八医院']],
    ['海南医学院\n第二附属医院', ['海南医学院第二附属医院']],
    ['海南省人民医院\n儋州市\n人民医院', ['海南省人民医院', '儋州市人民医院']],
    ['海南省人民医院、三亚市\n人民医院', ['海南省人民医院', '三亚市人民医院']],
    ['海南省人民医院\n海口市人民医院', ['海南省人民医院', '海口市人民医院']],
    ['海南省人民医院（主办）\n海口市人民医院', ['海南省人民医院（主办）', '海口市人民医院']],
    ['科教科\n海口市人民医院', ['科教科', '海口市人民医院']],
    ['海口市急救站\n海南省人民医院', ['海口市急救站', '海南省人民医院']],
    ['全科医师培训联盟\n海南省人民医院', ['全科医师培训联盟', '海南省人民医院']],
  ])('a name of a host that is broken over two lines is one: %j', async (host, names) => {
    const { records } = await load('plan.xlsx', workbook({ 年度计划: base, 培训班: sessions(['承办单位'], [host]) }));
    expect(records[0]?.data()).toMatchObject({ sessions: [{ host: names }] });
  });

  test.each([
    ['岗位', '专业基地\n负责人', { roles: ['specialty-base-head'] }],
    ['专业', '内科\n普通外\n科', { specialty: ['internal-medicine', 'surgery'] }],
    ['内容', '师资职责任务\n和能力要求\n政策文件解读', { topics: ['duties', 'policy'] }],
  ])('so is a code: %s %j', async (header, text, read) => {
    const { records } = await load('plan.xlsx', workbook({ 年度计划: base, 培训班: sessions([header], [text]) }));
    expect(records[0]?.data()).toMatchObject({ sessions: [read] });
  });

  test('lines of a list of other texts are one each', async () => {
    const rows = [
      ['日期', '议题'],
      ['2021-05-01', '选派人员\n走访对口医院'],
    ];
    const { records } = await load(
      'pairing.xlsx',
      workbook({
        结对帮扶: [
          ['项目', '填写内容'],
          ['培训基地', '海口市人民医院'],
          ['对口帮扶基地', '儋州市人民医院'],
        ],
        会议: rows,
      }),
    );
    expect(records[0]?.data()).toMatchObject({
      leadingGroup: { meetings: [{ agenda: ['选派人员', '走访对口医院'] }] },
    });
  });

  test('totals, averages and footers are told and left out', () => {
    const { err, findings } = check(
      workbook({
        年度计划: base,
        培训班: [
          ['2024 年培训班一览表'],
          [...headers, '人数'],
          [...row, 40],
          ['小计', null, null, null, 40],
          ['全年合计（期）', null, null, null, 1],
          ['平均', null, null, null, 40],
          ['填表人：甲', null, '审核人：乙', '日期：2024-01-05'],
        ],
      }),
    );
    expect(err).toContain('没有读 培训班!A4、A5、A6（合计行）、培训班!A7（表尾）');
    expect(findings.filter(({ rule }) => rule.startsWith('schema/'))).toEqual([]);
  });

  test('an item that is called as a footer begins is one', () => {
    const { err, findings } = check(
      workbook({ 年度计划: base, 培训班: [headers, [null, '负责人培训班：第一期', '院级', '管理人员']] }),
    );
    expect(err).not.toContain('没有读');
    expect(findings.map(({ rule, cell }) => `${rule} ${cell}`)).toContain('data/no-dates B2');
  });

  describe('a row of no session may be one more in the list of each', () => {
    /** What is told of rows besides one of the provincial fund and one of the own money, and what is judged then. */
    const funding = (...rows: Value[][]) => {
      const { findings, verdicts } = check(
        workbook({
          年度计划: base,
          培训班: [headers, ...['1', '2', '3'].map((id) => [id, ...row.slice(1)])],
          培训班经费: [['培训班编号', '来源', '金额'], ['1', '省财经费', 1000], ['2', '自筹', 1000], ...rows],
        }),
        '--verdicts',
      );
      return {
        told: findings.filter(({ rule }) => rule.startsWith('schema/')).map((each) => `${each.rule} ${each.cell}`),
        judged: verdicts
          .filter(({ rule }) => rule === 'training/hospital-funding')
          .map(({ path, verdict }) => `${path} ${verdict}`),
      };
    };

    test('what is wrong without it is wrong, and nothing is right that it may be wrong in', () => {
      expect(funding()).toEqual({ told: [], judged: ['/sessions/0 fail', '/sessions/1 pass'] });
      const judged = ['/sessions/0 fail', '/sessions/1 unknown', '/sessions/2 unknown'];
      for (const owner of ['9', null, { t: 'e', v: 0x2a }] satisfies Value[])
        expect(funding([owner, '自筹', 1000])).toEqual({ told: [expect.stringContaining('A4')], judged });
      expect(funding(['9', '自筹', 1000], ['8', '自筹', 1000]).judged).toEqual(judged);
    });

    test('of those alone that have the name in it, where several have', () => {
      const { verdicts } = check(
        workbook({
          年度计划: base,
          培训班: [headers, row, row, ['HK-02', ...row.slice(1)]],
          培训班经费: [
            ['培训班编号', '来源', '金额'],
            ['HK-01', '自筹', 1000],
            ['HK-02', '自筹', 1000],
          ],
        }),
        '--verdicts',
      );
      const judged = verdicts.filter(({ rule }) => rule === 'training/hospital-funding');
      expect(judged.map(({ path, verdict }) => `${path} ${verdict}`)).toEqual([
        '/sessions/0 unknown',
        '/sessions/1 unknown',
        '/sessions/2 pass',
      ]);
    });

    test('where more than ten rows are of none, nothing of the lists is known', () => {
      const rows = (count: number) => Array.from({ length: count }, (_, at): Value[] => [`A${at}`, '自筹', 1000]);
      expect(funding(...rows(10)).judged[0]).toBe('/sessions/0 fail');
      expect(funding(...rows(11)).judged[0]).toBe('/sessions/0 unknown');
    });
  });
});

describe('which files are checked', () => {
  const plan = workbook({ 年度计划: base, 培训班: sessions([], []) });

  test('folders of workbooks and YAML are one set; lock files and other workbooks are left out, the latter told', () => {
    const set = workspace({
      'a/PLAN.XLSX': plan,
      'a/~$PLAN.XLSX': 'lock',
      'a/通讯录.xlsx': workbook({ Sheet1: [['姓名', '电话']] }),
      'b.yaml': '文种: 年度计划\n年度: 2024\n基地: {名称: 文昌市人民医院, 类别: [住培基地]}\n',
    });
    const { out, err } = set.run(['check', '.', '--format', 'json', '--as-of', '2024-01-15']);
    expect(JSON.parse(out).summary).toMatchObject({ files: 2, records: 2 });
    expect(err).toContain('a/通讯录.xlsx：没有查：这个工作簿里没有要检查的表，只有“Sheet1”');
    const named = set.run(['check', 'a/通讯录.xlsx']);
    expect(named.code).toBe(1);
    expect(named.out).toContain('这个工作簿里没有要检查的表');
    set.remove();
  });

  test('several records in one workbook have numbers, in a folder of many on workers too', () => {
    const pair = (helped: string): Value[][] => [
      ['项目', '填写内容'],
      ['培训基地', '海南省人民医院'],
      ['对口帮扶基地', helped],
      ['沟通机制', '每月一次'],
    ];
    const both = workbook({
      结对帮扶: pair('文昌市人民医院'),
      任务清单: [
        ['编号', '名称', '领域'],
        ['1', '门诊', '学科建设'],
      ],
      '结对帮扶 (2)': pair('东方市人民医院'),
      '任务清单 (2)': [
        ['编号', '名称', '领域'],
        ['2', '病房', '学科建没'],
      ],
    });
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${100 + at}.xlsx`, plan]));
    const set = workspace({ ...many, 'pairs.xlsx': both });
    const { out } = set.run(['check', '.', '--format', 'json', '--as-of', '2021-01-15']);
    const report: { summary: { files: number }; findings: Found[] } = JSON.parse(out);
    expect(report.summary.files).toBe(101);
    const found = report.findings.filter(({ file, rule }) => file === 'pairs.xlsx' && rule === 'schema/enum');
    expect(found.map((each) => `${each.record} ${placed(each)} ${each.path}`)).toEqual([
      '1 任务清单 (2)!C2 领域 /tasks/0/area',
    ]);
    set.remove();
  });

  test('tables of other programs are told what to do with', () => {
    const set = workspace({ 'a.csv': '编号,名称\n', 'b.xls': 'x', 'c.ods': 'PK', 'd.et': 'x', 'e.xlsx': '编号' });
    for (const name of ['a.csv', 'b.xls', 'c.ods', 'd.et', 'e.xlsx'])
      expect(set.run(['check', name]).out).toContain('另存为 .xlsx');
    expect(set.run(['import', 'a.csv']).err).toContain('另存为 .xlsx');
    set.remove();
  });

  test('nor does a workbook land in a file that is named otherwise', () => {
    const set = workspace({ 'plan.xlsx': plan });
    for (const name of ['result.csv', 'result.xls', 'result.txt'])
      for (const args of [
        ['check', 'plan.xlsx', '-f', `xlsx=${name}`],
        ['check', 'plan.xlsx', '-f', 'xlsx', '-o', name],
      ])
        expect(set.run(args)).toEqual({
          code: 2,
          out: '',
          err: `hn-gp: xlsx 格式是工作簿，存成 ${name} 就打不开；请存成 result.xlsx\n`,
        });
    expect(readdirSync(set.folder)).toEqual(['plan.xlsx']);
    expect(set.run(['check', 'plan.xlsx', '-f', 'xlsx=result.XLSX']).code).toBeLessThan(2);
    set.remove();
  });

  test('a text does not land in a file that is named like a workbook', () => {
    const set = workspace({ 'plan.xlsx': plan });
    for (const args of [
      ['check', 'plan.xlsx', '-f', 'text', '-o', 'result.xlsx'],
      ['check', 'plan.xlsx', '--format', 'csv=result.XLSX'],
      ['report', 'plan.xlsx', '-o', 'result.xlsx'],
      ['deadlines', 'plan.xlsx', '-o', 'result.xlsx'],
      ['rules', '-o', 'result.xlsx'],
    ]) {
      const { code, err } = set.run(args);
      expect([code, err.split('\n').length]).toEqual([2, 2]);
      expect(err).toMatch(/result\.xlsx 是工作簿的扩展名.*把文件名改成 result\.csv/i);
    }
    const calendar = set.run(['deadlines', 'plan.xlsx', '--ics', 'result.xlsx']);
    expect([calendar.code, calendar.err]).toEqual([
      2,
      'hn-gp: result.xlsx 是工作簿的扩展名，ics 格式是文字，Excel 打不开；请存成 result.ics\n',
    ]);
    const init = set.run(['init', 'plan', '-o', 'new.xlsx']);
    expect([init.code, init.err]).toEqual([
      2,
      'hn-gp: -o 写的是 YAML 文字，不能叫 new.xlsx；要工作簿，写 --xlsx new.xlsx\n',
    ]);
    expect(readdirSync(set.folder)).toEqual(['plan.xlsx']);
    set.remove();
  });
});

test('a result that hn-gp wrote into the folder is no record, until somebody works on it', () => {
  const set = workspace({ 'plan.xlsx': workbook({ 年度计划: base, 培训班: sessions([], []) }) });
  set.run(['check', 'plan.xlsx', '-o', 'result.xlsx', '--as-of', '2024-01-15']);
  const { out, err } = set.run(['check', '.', '--format', 'json', '--as-of', '2024-01-15']);
  expect(JSON.parse(out).summary.files).toBe(1);
  expect(err).toContain('result.xlsx：没有查：这是 hn-gp 写的检查结果，没有改过');
  const imported = set.run(['import', '.']);
  expect([imported.code, readdirSync(set.folder)]).toEqual([0, ['plan.xlsx', 'plan.yaml', 'result.xlsx']]);
  expect(imported.err).toContain('result.xlsx：没有导入：这是 hn-gp 写的检查结果，没有改过');
  expect(set.run(['import', 'result.xlsx']).err).toContain('已写好 result.yaml');
  set.remove();
});

describe('a YAML file that was imported', () => {
  const before = workbook({ 年度计划: base, 培训班: sessions(['线下·学时'], [8]) });
  const after = workbook({ 年度计划: base, 培训班: sessions(['线下·学时'], [3]) });

  test('stands for its workbook while that is unchanged, and is warned of once it is not, in the set or beside it', () => {
    const set = workspace({ 'plan.xlsx': before });
    set.run(['import', 'plan.xlsx']);
    const same = set.run(['check', '.', '--format', 'json', '--as-of', '2024-01-15']);
    expect(JSON.parse(same.out).summary.records).toBe(1);
    expect(same.err).toContain('plan.xlsx：没有再查：它导入成的 plan.yaml 已经查了');
    expect(same.out).not.toContain('data/stale-import');
    set.write('plan.xlsx', after);
    for (const paths of [['plan.yaml'], ['.']]) {
      const { findings }: { findings: Found[] } = JSON.parse(
        set.run(['check', ...paths, '--format', 'json', '--as-of', '2024-01-15']).out,
      );
      expect(findings.filter(({ rule }) => rule === 'data/stale-import')).toMatchObject([
        { file: 'plan.yaml', severity: 'warning', line: 1 },
      ]);
    }
    const chosen = set.run(['check', 'plan.yaml', '--rule', 'training/topics', '--as-of', '2024-01-15']);
    expect(chosen.err).toContain('plan.yaml：plan.xlsx 在导入成这个文件以后改过');
    set.remove();
  });

  test('is told from where it lies how to check its workbook, in words that can be typed', () => {
    const set = workspace({ '2024/年度 计划.xlsx': before });
    set.run(['import', '2024/年度 计划.xlsx']);
    set.write('2024/年度 计划.xlsx', after);
    const { out } = set.run(['check', '2024', '--rule', 'data/stale-import']);
    expect(out).toContain('hn-gp check "2024/年度 计划.xlsx"，把这个文件移走');
    expect(set.shell('$HN import "2024/年度 计划.xlsx" --force').code).toBe(0);
    expect(out).toContain('hn-gp import "2024/年度 计划.xlsx" --force');
    expect(set.run(['check', '2024', '--rule', 'data/stale-import']).out).not.toContain('改过');
    set.remove();
  });

  test('stands for its workbook in whatever folder the two lie, and tells how it was imported itself', () => {
    const set = workspace({ 'xl/plan.xlsx': before, 'yml/about.txt': '' });
    set.run(['import', 'xl/plan.xlsx', '-o', 'yml/本年.yaml', '--keys', 'en']);
    const found = () => {
      const { out, err } = set.run(['check', '.', '--format', 'json', '--as-of', '2024-01-15']);
      const { findings, summary }: { findings: Found[]; summary: { records: number } } = JSON.parse(out);
      return { err, records: summary.records, stale: findings.filter(({ rule }) => rule === 'data/stale-import') };
    };
    const stands = { records: 1, stale: [], err: expect.stringContaining('它导入成的 yml/本年.yaml 已经查了') };
    expect(found()).toMatchObject(stands);
    set.write('xl/plan.xlsx', after);
    const again = 'hn-gp import xl/plan.xlsx -o yml/本年.yaml --keys en --force';
    expect(found().stale).toMatchObject([{ file: 'yml/本年.yaml', remedy: expect.stringContaining(again) }]);
    expect(set.shell(again.replace('hn-gp', '$HN')).code).toBe(0);
    expect(found()).toMatchObject(stands);
    renameSync(set.path('xl/plan.xlsx'), set.path('moved.xlsx'));
    expect(found(), 'the workbook was moved').toMatchObject(stands);
    set.remove();
  });

  test('several workbooks and folders are imported in one call', () => {
    const set = workspace({
      'a.xlsx': before,
      'b/c.xlsx': before,
      'b/d.xlsx': workbook({ Sheet1: [['x']] }),
    });
    const { code, err } = set.run(['import', 'a.xlsx', 'b']);
    expect(code).toBe(0);
    expect([readdirSync(set.folder), readdirSync(set.path('b'))].flat()).toEqual(
      expect.arrayContaining(['a.yaml', 'c.yaml']),
    );
    expect(err).toContain('b/d.xlsx 里没有要导入的表');
    expect(set.run(['import', 'a.xlsx', 'b', '-o', 'x.yaml']).code).toBe(2);
    set.remove();
  });
});

const root = join(import.meta.dirname, '../../examples');
const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter(
    (name) =>
      /^(?:residency|as-written|pairing|haikou|province)\/.*\.yaml$/.test(name) &&
      !/config|draft|saturdays|half-days/.test(name),
  )
  .sort();

interface Judged {
  verdicts: { rule: string; verdict: string; path: string }[];
}

const verdictsOf = (folder: ReturnType<typeof workspace>, file: string) => {
  const { out } = folder.run(['check', file, '--format', 'json', '--verdicts', '--as-of', '2024-08-01']);
  const { verdicts }: Judged = JSON.parse(out);
  return verdicts.map(({ rule, verdict, path }) => `${rule} ${verdict} ${path}`).sort();
};

describe('a workbook has the verdicts of the YAML that it is imported into', () => {
  test.each(examples)('%s', async (name) => {
    const { records } = await load(name, readFileSync(join(root, name)));
    for (const { kind, data } of records) {
      const set = workspace({ 'x.xlsx': await filled(kind, data() as unknown as Record<string, unknown>) });
      expect(set.run(['import', 'x.xlsx', '-o', 'out/x.yaml'.replace('out/', '')]).code).toBe(0);
      const own = verdictsOf(set, 'x.xlsx');
      expect(own.length).toBeGreaterThan(0);
      expect(own).toEqual(verdictsOf(set, 'x.yaml'));
      set.remove();
    }
  });
});

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

test.skipIf(!hasLibreOffice)(
  'LibreOffice may open and save it, as .ods and back too',
  async () => {
    const [name = ''] = examples.filter((each) => each === 'residency/plan.yaml');
    const { records } = await load(name, readFileSync(join(root, name)));
    const [record] = records;
    if (!record) throw new Error(`no record in ${name}`);
    const set = workspace({ 'x.xlsx': await filled(record.kind, record.data() as unknown as Record<string, unknown>) });
    const before = verdictsOf(set, 'x.xlsx');
    const convert = (to: string, from: string) => {
      const profile = `-env:UserInstallation=${pathToFileURL(set.path('profile'))}`;
      const args = [profile, '--headless', '--convert-to', to, '--outdir', set.path(to), set.path(from)];
      expect(spawnSync('soffice', args).status).toBe(0);
    };
    convert('ods', 'x.xlsx');
    convert('xlsx', 'ods/x.ods');
    expect(verdictsOf(set, 'xlsx/x.xlsx')).toEqual(before);
    set.remove();
  },
  120_000,
);
