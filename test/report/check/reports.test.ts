import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { read, type WorkSheet } from 'xlsx';
import { plan, workspace } from '../../cli/run.ts';

const finding = {
  rule: { type: 'string', pattern: '^(yaml|schema|data|training|pairing|haikou)/[a-z0-9-]+$' },
  severity: { enum: ['error', 'warning', 'info'] },
  policy: { enum: ['training', 'pairing', 'haikou', null] },
  clause: { type: ['string', 'null'] },
  modality: { enum: ['must', 'in-principle', 'target', 'guide', 'note', null] },
  message: { type: 'string', minLength: 1 },
  remedy: { type: 'string', minLength: 1 },
  file: { type: 'string' },
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
  endLine: { type: 'integer', minimum: 1 },
  endColumn: { type: 'integer', minimum: 1 },
  path: { type: 'string', pattern: '^(/.*)?$' },
  record: { type: 'integer', minimum: 0 },
  subject: { type: ['string', 'null'] },
  expected: { type: ['string', 'null'] },
  actual: { type: ['string', 'null'] },
};
const always = Object.keys(finding).filter((key) => key !== 'record');
const counts = (...names: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'integer', minimum: 0 }])),
  required: names,
  additionalProperties: false,
});

/** Where a record stands that was not judged, and why. */
const place = {
  type: 'object',
  properties: {
    file: finding.file,
    record: finding.record,
    line: finding.line,
    reason: { type: 'string', minLength: 1 },
  },
  required: ['file', 'line', 'reason'],
  additionalProperties: false,
};

const summary = counts('files', 'records', 'errors', 'warnings', 'infos', 'waived');

/** The documented shape of the json report. */
const schema = {
  type: 'object',
  properties: {
    schemaVersion: { const: 1 },
    tool: {
      type: 'object',
      properties: { name: { const: 'hn-gp' }, version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' } },
      required: ['name', 'version'],
      additionalProperties: false,
    },
    asOf: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    summary: {
      ...summary,
      properties: { ...summary.properties, verdicts: counts('pass', 'fail', 'pending', 'unknown', 'waived') },
      required: [...summary.required, 'verdicts'],
    },
    findings: {
      type: 'array',
      items: { type: 'object', properties: finding, required: always, additionalProperties: false },
    },
    waived: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          ...finding,
          waiver: {
            type: 'object',
            properties: {
              reason: { type: 'string' },
              approvedBy: { type: 'string' },
              expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
            },
            required: ['reason', 'approvedBy'],
            additionalProperties: false,
          },
        },
        required: [...always, 'waiver'],
        additionalProperties: false,
      },
    },
    verdicts: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          rule: finding.rule,
          verdict: { enum: ['pass', 'fail', 'pending', 'unknown', 'waived'] },
          file: finding.file,
          line: finding.line,
          column: finding.column,
          path: finding.path,
          record: finding.record,
          subject: finding.subject,
        },
        required: ['rule', 'verdict', 'file', 'line', 'column', 'path', 'subject'],
        additionalProperties: false,
      },
    },
    notJudged: { type: 'array', items: place, minItems: 1 },
    notAsked: { type: 'array', items: place, minItems: 1 },
    overrides: { type: 'object' },
  },
  required: ['schemaVersion', 'tool', 'asOf', 'summary', 'findings', 'waived'],
  additionalProperties: false,
};

const waiver = `豁免:
  - {规则: training/blended-format, 理由: 设备检修, 批准人: 省医学学术交流管理中心, 到期: 2024-12-31}
`;
const offlineOnly = plan.replace(/ {4}线上.*\n/, '');
const hostile = `文种: 年度计划
年度: 2024
基地: {名称: "=1+1", 类别: [住培基地]}
培训班:
  - {编号: "@SUM(A1)", 名称: "+1", 层级: 院级, 对象: "-2\\n,\\"x\\"", 人数: "=HYPERLINK(1)"}
  - {编号: "-1", 名称: "=1+1", 层级: 院级, 对象: 师资}
`;
const space = workspace({
  '1.yaml': `${plan}${waiver}---\n${plan.replaceAll('HK', 'SY').replace('海口市人民医院', '三亚中心医院')}`,
  '2.yaml': `${offlineOnly.replace('海口市人民医院', '海南省中医院')}${waiver}`,
  '3.yaml': hostile,
  '4.yaml': 'kind: plan\nyear: 2024\nbase: {name: "𠮷医院", types: [residency], nmae: 1}\n',
});
afterAll(space.remove);
const run = (...args: string[]) => space.run(['check', '--as-of', '2024-01-15', ...args]).out;

test('json has the documented shape, with and without verdicts', () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  for (const args of [[], ['--verdicts'], ['--lang', 'en'], ['--quiet'], ['--complete', '--verdicts']]) {
    const report = JSON.parse(run('-f', 'json', ...args));
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect('verdicts' in report).toBe(args.includes('--verdicts'));
    expect(report.asOf).toBe('2024-01-15');
    expect(report.summary).toMatchObject({ files: 4, records: 5 });
    expect(report.waived).toHaveLength(1);
    expect(report.waived[0].waiver).toEqual({
      reason: '设备检修',
      approvedBy: '省医学学术交流管理中心',
      expires: '2024-12-31',
    });
    for (const each of report.findings)
      expect(each.policy).toBe(/^(data|yaml|schema)\//.test(each.rule) ? null : each.rule.split('/')[0]);
  }
});

test('json counts what it lists', () => {
  const { findings, waived, summary } = JSON.parse(run('-f', 'json'));
  const count = (severity: string) =>
    findings.filter((each: { severity: string }) => each.severity === severity).length;
  expect([summary.errors, summary.warnings, summary.infos, summary.waived]).toEqual([
    count('error'),
    count('warning'),
    count('info'),
    waived.length,
  ]);
});

test('findings come by file, line, column and rule', () => {
  const findings = JSON.parse(run('-f', 'json')).findings as {
    file: string;
    line: number;
    column: number;
    rule: string;
  }[];
  const keys = findings.map(({ file, line, column, rule }) =>
    [file, String(line).padStart(9, '0'), String(column).padStart(9, '0'), rule].join(' '),
  );
  expect(keys).toEqual([...keys].sort());
  expect(new Set(findings.map(({ file }) => file)).size).toBe(4);
});

test('a finding says which record only where its file holds several', () => {
  const findings = JSON.parse(run('-f', 'json')).findings as { file: string; record?: number; line: number }[];
  for (const { file, record, line } of findings)
    expect(record).toBe(file === '1.yaml' ? (line > 14 ? 1 : 0) : undefined);
});

test('columns count characters, not code units', () => {
  const { findings } = JSON.parse(run('4.yaml', '-f', 'json', '--rule', 'schema/*'));
  expect(findings).toMatchObject([{ line: 3, column: 41, endColumn: 45, path: '/base/nmae', subject: '𠮷医院' }]);
});

test('csv is what Excel reads: a mark, CRLF, one row a finding, and no cell a formula', () => {
  const text = run('-f', 'csv');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const rows = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  const { findings, waived, notJudged } = JSON.parse(run('-f', 'json'));
  const told = rows.filter(({ 规则 }) => 规则?.startsWith('file/'));
  expect(rows.filter(({ 规则 }) => 规则 !== '')).toHaveLength(findings.length + waived.length + told.length);
  expect(told.map((row) => [row.文件, row.级别, row.规则, row.问题])).toEqual(
    notJudged.map(({ file }: { file: string }) => [
      file,
      '没有判定',
      'file/not-judged',
      expect.stringMatching(/^没有判定，不算通过：/),
    ]),
  );
  expect(told).toHaveLength(1);
  expect(rows.filter(({ 级别 }) => 级别 === '已豁免').map(({ 批准人 }) => 批准人)).toEqual(['省医学学术交流管理中心']);
  const cells = rows.flatMap((row) => Object.values(row));
  const mayBeFormulas = new Set(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)));
  expect([...mayBeFormulas], 'nothing but a number').toEqual(['-1']);
  expect(cells).toContain("'@SUM(A1)");
  expect(Object.keys(parse(run('-f', 'csv', '--lang', 'en'), { bom: true, columns: true })[0] as object)).toContain(
    'message',
  );
});

test('a spreadsheet program opens the csv with its Chinese, and finds no formula', () => {
  const sheetOf = (text: string): WorkSheet => {
    const { SheetNames, Sheets } = read(Buffer.from(text), { type: 'buffer' });
    return Sheets[SheetNames[0] as string] as WorkSheet;
  };
  const formulas = (sheet: WorkSheet) => Object.values(sheet).filter((cell: { f?: string }) => cell.f !== undefined);
  expect(formulas(sheetOf('\ufeff甲,乙\r\n=1+1,2\r\n')), 'the reader knows a formula when it meets one').toHaveLength(
    1,
  );
  const sheet = sheetOf(run('-f', 'csv'));
  expect([sheet.A1?.v, sheet.K1?.v]).toEqual(['文件', '问题']);
  expect(formulas(sheet)).toEqual([]);
});

test('text puts the caret under what is wrong, in terminal cells', () => {
  const lines = run('4.yaml', '--rule', 'schema/*').split('\n');
  const at = lines.findIndex((line) => line.includes('nmae: 1'));
  const cells = (text: string) =>
    [...text].reduce((sum, each) => sum + (/[\u2e80-\u9fff\u{20000}-\u{2ffff}]/u.test(each) ? 2 : 1), 0);
  const source = lines[at] as string;
  const caret = lines[at + 1] as string;
  expect(caret.indexOf('^')).toBe(cells(source.slice(0, source.indexOf('nmae'))));
  expect(caret.trim().slice(1).trim()).toBe('^^^^');
});

test('text keeps the caret in place beside characters that it writes as codes', () => {
  space.write('5.yaml', 'kind: plan\nyear: 2024\nbase: {name: 甲\u202e, types: [residency], nmae: 1}\n');
  const lines = run('5.yaml', '--rule', 'schema/*').split('\n');
  const at = lines.findIndex((line) => line.includes('nmae: 1'));
  const source = lines[at] as string;
  expect(source).toContain('\\u202e');
  expect((lines[at + 1] as string).indexOf('^')).toBe(source.indexOf('nmae') + 1);
});

test('the columns of a table line up with Chinese in them', () => {
  const table = run('2.yaml', '-f', 'table')
    .split('\n')
    .filter((line) => line.startsWith('│'));
  const cells = (text: string) =>
    [...text].reduce((sum, each) => sum + (/[\u2e80-\u9fff\uff00-\uff60（）]/.test(each) ? 2 : 1), 0);
  const bars = (line: string) => [...line.matchAll(/│/g)].map(({ index }) => cells(line.slice(0, index)));
  expect(table.length).toBeGreaterThan(3);
  for (const line of table.slice(0, 3)) expect(bars(line).slice(0, 5)).toEqual(bars(table[0] as string).slice(0, 5));
});

test('a record that could not be judged is named in every report', () => {
  for (const format of ['text', 'table', 'csv'])
    expect(run('4.yaml', '-f', format)).toMatch(/4\.yaml.*没有判定，不算通过/);
  expect(JSON.parse(run('4.yaml', '-f', 'json')).notJudged).toEqual([
    { file: '4.yaml', line: 3, reason: expect.stringContaining('nmae') },
  ]);
});
