import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { bundledEditions, type Edition } from '../../src/notices/edition.ts';
import type { Kind } from '../../src/records/kinds.ts';
import { guidance } from '../../src/starter/guidance.ts';
import { kinds } from '../../src/vocabulary/shape.ts';
import { HeaderNames } from '../../src/workbook/headers.ts';
import { layoutOf } from '../../src/workbook/layout.ts';
import { type NewWorkbook, writeWorkbook } from '../../src/workbook/template.ts';
import { workspace } from '../cli/run.ts';
import { imported, recordOf } from './filled.ts';

const edition = bundledEditions.find(({ notice }) => notice === 'training') as Edition;
const known = { '/year': 2024, '/base/name': '海口市人民医院', '/base/types': ['residency', 'assistant-gp'] };
const asked: NewWorkbook = { kind: 'plan', known, edition, keys: 'zh', lang: 'zh' };

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

interface Validation {
  type: string;
  formulae?: string[];
  showErrorMessage?: boolean;
  prompt?: string;
}

/** The header cell of a column and the drop-down below it. */
function column(workbook: ExcelJS.Workbook, sheet: string, header: string) {
  const own = workbook.getWorksheet(sheet) as ExcelJS.Worksheet;
  const at = (own.getRow(1).values as string[]).indexOf(header);
  expect(at, `${sheet} ${header}`).toBeGreaterThan(0);
  const cell = own.getCell(1, at);
  const note = (cell.note as ExcelJS.Comment | undefined)?.texts?.map(({ text }) => text).join('') ?? '';
  return {
    own,
    cell,
    note,
    format: own.getColumn(at).numFmt,
    choices: own.getCell(2, at).dataValidation as Validation,
  };
}

describe('an empty workbook', async () => {
  const bytes = await writeWorkbook(asked);
  const workbook = await opened(bytes);

  test('is the same bytes whenever it is made', async () => {
    await new Promise((done) => setTimeout(done, 2100)); // The archive's clock ticks every two seconds.
    expect(Buffer.from(await writeWorkbook(asked)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('has a sheet for the guide, the record and each list', () => {
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names).toEqual([
      '填写说明',
      '年度计划',
      '培训班',
      '省外培训',
      '豁免',
      '场次',
      '宣传',
      '培训班经费',
      '学员',
      '培训班豁免',
      '省外培训经费',
    ]);
  });

  test('lets choose where only codes may stand, and says what they are where others may too', () => {
    const level = column(workbook, '培训班', '层级*').choices;
    expect([level.type, level.formulae, level.showErrorMessage]).toEqual(['list', ['"院级,省级"'], true]);
    expect(column(workbook, '培训班', '线下·签到').choices.formulae).toEqual(['"是,否"']);
    expect(column(workbook, '培训班', '专业').choices.showErrorMessage).toBeFalsy();
    expect(column(workbook, '宣传', '培训班编号*').choices.formulae).toEqual(["'培训班'!$A$2:$A$1000"]);
    expect(column(workbook, '省外培训经费', '省外培训名称*').choices.formulae).toEqual(["'省外培训'!$A$2:$A$1000"]);
  });

  test('keeps text as text and shows dates as they are written', () => {
    expect(column(workbook, '培训班', '编号*').format).toBe('@');
    expect(column(workbook, '培训班', '线下·开始').format).toBe('yyyy-mm-dd');
    expect(column(workbook, '培训班', '人数').format).toBeUndefined();
  });

  test('marks what is required and tells what each header means', () => {
    const { cell, note, own } = column(workbook, '培训班', '对象*');
    expect(cell.font.bold).toBe(true);
    expect(note).toBe('培训对象\n必填\n可填：管理人员、师资');
    expect(column(workbook, '培训班', '线下·学时').note).toContain('填了“线下”的任何一项就必填');
    expect(column(workbook, '培训班', '内容').note).toContain('可以填几项，用顿号隔开');
    expect(own.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, xSplit: 2 });
  });

  test('quotes what the notice asks, in the note and while a cell is chosen', () => {
    for (const [pointer, { zh }] of guidance('plan', edition)) {
      const sheet = layoutOf('plan').find(({ fields }) => fields.some((field) => field.pointer === pointer));
      const field = sheet?.fields.find((each) => each.pointer === pointer);
      if (!sheet?.list || !field) continue;
      const { note, choices } = column(workbook, sheet.name.zh, field.header.zh + (field.required ? '*' : ''));
      expect(note).toContain(`通知：${zh}`);
      expect(zh.startsWith(choices.prompt as string)).toBe(true);
    }
  });

  test('brings what is known, and no more', async () => {
    expect(await recordOf(await imported(bytes))).toEqual({
      kind: 'plan',
      year: 2024,
      base: { name: '海口市人民医院', types: ['residency', 'assistant-gp'] },
    });
  });

  test('in English where asked', async () => {
    const english = await writeWorkbook({ ...asked, keys: 'en', lang: 'en' });
    const { note, choices } = column(await opened(english), 'sessions', 'audience*');
    expect(note).toBe('Who is trained\nRequired\nChoices: managers, faculty');
    expect(choices.formulae).toEqual(['"managers,faculty"']);
    expect((await recordOf(await imported(english, 'en'))).base).toEqual({
      name: '海口市人民医院',
      types: ['residency', 'assistant-gp'],
    });
  });
});

describe('hn-gp init --xlsx', () => {
  const folder = workspace({
    'hn-gp.config.yaml': 'bases: [{ name: 海口市人民医院, aliases: [市医院], types: [residency] }]\n',
  });
  afterAll(() => folder.remove());

  test('writes a workbook that import takes, with what is known of the base', async () => {
    const { code, err } = folder.run(['init', 'plan', '--xlsx', '计划.xlsx', '--base', '市医院', '--year', '2024']);
    expect([code, err]).toEqual([
      0,
      'hn-gp: 已写好 计划.xlsx。下一步：用 Excel 或 WPS 填好、保存，再运行 hn-gp import 计划.xlsx\n',
    ]);
    expect(folder.run(['import', '计划.xlsx']).code).toBe(0);
    expect(await recordOf(folder.shell('cat 计划.yaml').out)).toEqual({
      kind: 'plan',
      year: 2024,
      base: { name: '海口市人民医院', types: ['residency'] },
    });
  });

  test('refuses what says nothing of a workbook, another kind of file, and to overwrite', () => {
    const complaint = (...args: string[]) => {
      const { code, err } = folder.run(['init', 'plan', ...args]);
      expect(code).toBe(2);
      return err;
    };
    expect(complaint('--xlsx', 'a.xlsx', '-o', 'a.yaml')).toContain('--xlsx 和 -o 只能写一个');
    expect(complaint('--xlsx', 'a.xlsx', '--start', '2024-05-11')).toContain('工作簿用不到 --start');
    expect(complaint('--xlsx', 'a.yaml')).toContain('--xlsx 要写 .xlsx 文件');
    folder.write('有.xlsx', 'mine');
    expect(complaint('--xlsx', '有.xlsx')).toContain('有.xlsx 已经有了');
    expect(folder.shell('cat 有.xlsx').out).toBe('mine');
  });
});

test.each(kinds.map(({ code }) => code as Kind))('every header of %s means one thing', (kind) => {
  const layout = layoutOf(kind);
  expect(new Set(layout.map(({ name }) => name.zh)).size).toBe(layout.length);
  expect(new Set(layout.map(({ name }) => name.en)).size).toBe(layout.length);
  for (const sheet of layout) {
    const names = new HeaderNames(sheet, layout);
    for (const field of sheet.fields)
      for (const header of [field.header.zh, field.header.en, `${field.header.zh}*`])
        expect(names.meaningOf(header)).toEqual({ type: 'field', field });
    const owner = sheet.list?.owner;
    if (owner) for (const header of Object.values(owner.header)) expect(names.meaningOf(header).type).toBe('owner');
  }
});
