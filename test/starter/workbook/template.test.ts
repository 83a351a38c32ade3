import { existsSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { read, utils, type WorkSheet } from 'xlsx';
import type { Kind } from '../../../src/model/kinds.ts';
import { bundledEditions, type Edition, noticeOf } from '../../../src/notices/edition.ts';
import { kinds } from '../../../src/schema/vocabulary/shape.ts';
import { guidance } from '../../../src/starter/guidance.ts';
import type { NewWorkbook } from '../../../src/starter/workbook/making.ts';
import { headerOf, type Slot, slotsOf } from '../../../src/starter/workbook/slots.ts';
import { writeWorkbook } from '../../../src/starter/workbook/template.ts';
import { headerNames } from '../../../src/workbook/headers.ts';
import { importWorkbook } from '../../../src/workbook/import.ts';
import { layoutOf, type SheetLayout } from '../../../src/workbook/layout.ts';
import { workspace } from '../../cli/run.ts';
import { imported, recordOf } from '../../workbook/filled.ts';

const edition = bundledEditions.find(({ notice }) => notice === 'training') as Edition;
const known = { year: 2024, base: { name: '海口市人民医院', types: ['residency', 'assistant-gp'] } };
const asked: NewWorkbook = { kind: 'plan', known, remarks: new Map(), notes: [], edition, keys: 'zh', lang: 'zh' };

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

interface Validation {
  type: string;
  formulae?: string[];
  showErrorMessage?: boolean;
  errorStyle?: string;
  error?: string;
  prompt?: string;
}

/** The header cell of a column and the drop-down below it. */
function column(workbook: ExcelJS.Workbook, sheet: string, header: string) {
  const own = workbook.getWorksheet(sheet) as ExcelJS.Worksheet;
  const rows = [1, 2, 3].map((row) => (own.getRow(row).values as string[]).indexOf(header));
  const row = rows.findIndex((at) => at > 0) + 1;
  const at = rows[row - 1] as number;
  expect(at, `${sheet} ${header}`).toBeGreaterThan(0);
  const cell = own.getCell(row, at);
  const note = (cell.note as ExcelJS.Comment | undefined)?.texts?.map(({ text }) => text).join('') ?? '';
  return {
    own,
    cell,
    note,
    format: own.getColumn(at).numFmt,
    below: own.getCell(row + 1, at),
    above: row > 1 ? own.getCell(row - 1, at).text : '',
    choices: own.getCell(row + 1, at).dataValidation as Validation,
  };
}

describe('an empty workbook', async () => {
  const bytes = await writeWorkbook(asked);
  const workbook = await opened(bytes);

  test('is the same bytes whenever it is made', async () => {
    onTestFinished(() => {
      vi.useRealTimers();
    });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
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
      '示例',
    ]);
  });

  test('lets choose where only codes may stand, and says what they are where others may too', () => {
    const level = column(workbook, '培训班', '层级*').choices;
    expect([level.type, level.formulae, level.showErrorMessage]).toEqual(['list', ['"院级,省级"'], true]);
    expect(column(workbook, '培训班', '线下·签到').choices.formulae).toEqual(['"是,否"']);
    expect(column(workbook, '培训班', '专业').choices.showErrorMessage).toBeFalsy();
    expect(column(workbook, '宣传', '培训班编号*').choices.formulae).toEqual(["'培训班'!$A$4:$A$1000"]);
    expect(column(workbook, '省外培训经费', '省外培训名称*').choices.formulae).toEqual(["'省外培训'!$A$3:$A$1000"]);
  });

  test('refuses nothing that a check may read', () => {
    const said = (sheet: string, header: string) => {
      const { type, formulae, errorStyle, error } = column(workbook, sheet, header).choices;
      return { type, formulae, errorStyle, error };
    };
    expect(said('培训班', '线下·开始')).toEqual({
      type: 'date',
      formulae: [new Date('2000-01-01'), new Date('2099-12-31')],
      errorStyle: 'information',
      error: '这里填日期，例如 2024-05-08；“5月”“待定”这样的也可以。要保留现在填的，点“确定”。',
    });
    expect(said('培训班', '人数')).toMatchObject({ type: 'whole', errorStyle: 'information' });
    expect(said('培训班', '人数').error).toContain('带上单位（人）也可以');
    expect(said('培训班', '线下·学时').type).toBe('decimal');
    expect(said('培训班', '线下·签到').errorStyle).toBe('information');
    expect(said('宣传', '培训班编号*').errorStyle).toBe('information');
    expect(said('培训班', '层级*')).toMatchObject({
      errorStyle: 'information',
      error: '这里填院级、省级中的一项；英文代码、繁体字也可以。要保留现在填的，点“确定”。',
    });
    for (const sheet of workbook.worksheets) {
      const rules = Object.values(
        (sheet as unknown as { dataValidations: { model: Record<string, Validation> } }).dataValidations.model,
      );
      expect(rules.filter((rule) => rule.showErrorMessage && rule.errorStyle !== 'information')).toEqual([]);
    }
  });

  test('offers every combination of a few codes, and no choice that would replace several', () => {
    expect(column(workbook, '培训班', '对象*').choices.formulae).toEqual(['"管理人员,师资,管理人员、师资"']);
    const { type, prompt } = column(workbook, '培训班', '专业').choices;
    expect([type, prompt?.split('、')[0]]).toEqual(['any', '可以填几项，用顿号隔开：内科']);
  });

  test('has a column for each of several codes, to be ticked, and one for others where there may be others', () => {
    const { choices, below, cell, note } = column(workbook, '培训班', '内容：教学方法');
    expect(choices).toMatchObject({ type: 'list', formulae: ['"√"'], errorStyle: 'information' });
    expect(below.alignment.horizontal).toBe('center');
    expect(note).toContain('有就打√');
    expect(column(workbook, '培训班', '内容').note).toContain('前面各列没有的写在这里');
    const headers = (cell.worksheet.getRow(3).values as string[]).filter((each) => each?.startsWith('准备·后期准备'));
    expect(headers).toEqual(['下发通知', '组织报名', '印刷资料', '会务保障'].map((each) => `准备·后期准备：${each}`));
    const first = column(workbook, '培训班', '准备·后期准备：下发通知').cell;
    const above = first.worksheet.getCell(2, first.col as unknown as number);
    expect(above.isMerged).toBe(true);
    expect(above.text).toContain('开班前都要做完');
  });

  test('prints across A4, as wide as the page, with the headers on each', () => {
    for (const { pageSetup, name } of workbook.worksheets) {
      expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 });
      expect(pageSetup.fitToWidth, name).toBeLessThanOrEqual(name === '培训班' ? 5 : 1);
    }
    expect(workbook.getWorksheet('培训班')?.pageSetup).toMatchObject({
      printTitlesRow: '1:3',
      printTitlesColumn: 'A:B',
    });
  });

  test.each(['zh', 'en'] as const)('begins no page in the midst of what is said: %s', async (keys) => {
    const [, , sheet] = (await opened(await writeWorkbook({ ...asked, keys, lang: keys }))).worksheets;
    if (!sheet) throw new Error('no sheet of sessions');
    const [first = 0, second = 0, ...widths] = sheet.columns.map(({ width = 0 }) => width);
    const pages = sheet.pageSetup.fitToWidth ?? 0;
    // A program fills page after page: those that are equally full begin where one is full.
    const room = widths.reduce((sum, width) => sum + width, 0) / pages;
    expect(first + second + room).toBeLessThanOrEqual(270);
    let filled = 0;
    const starts = widths.flatMap((width, index) => {
      filled += width;
      return filled % room === 0 ? [index + 4] : [];
    });
    expect(starts).toHaveLength(pages);
    for (const column of starts.slice(0, -1)) {
      const [before, own] = [sheet.getCell(2, column - 1), sheet.getCell(2, column)];
      expect(before.isMerged && own.isMerged && before.master.address === own.master.address).toBe(false);
    }
  });

  test('has rows that grow with what is typed, and heights for what is written', () => {
    const parts = unzipSync(bytes);
    for (const [name, part] of Object.entries(parts)) {
      if (!name.startsWith('xl/worksheets/sheet')) continue;
      const text = strFromU8(part);
      expect(text).not.toMatch(/<(?:row|sheetFormatPr) [^>]*customHeight/);
      expect(text).not.toMatch(/<pane (?![^>]*Split)/);
    }
    const guide = workbook.getWorksheet('填写说明') as ExcelJS.Worksheet;
    const heights = [...Array(guide.rowCount).keys()].map((row) => guide.getRow(row + 1).height ?? 0);
    expect(Math.max(...heights)).toBeGreaterThan(2 * Math.min(...heights) - 10);
    expect(Math.min(...heights)).toBeGreaterThan(0);
  });

  test('keeps text as text and shows dates as they are written', () => {
    expect(column(workbook, '培训班', '编号').format).toBe('@');
    expect(column(workbook, '培训班', '线下·开始').format).toBe('yyyy-mm-dd');
    expect(column(workbook, '培训班', '人数').format).toBeUndefined();
  });

  test('marks what is required and tells what each header means', async () => {
    const { cell, note, own } = column(workbook, '培训班', '对象*');
    expect(cell.font.bold).toBe(true);
    expect(note).toBe('培训对象\n必填\n可填：管理人员、师资\n可以填几项，用顿号隔开');
    expect(column(workbook, '培训班', '专业').note).toContain('可以填几项，用顿号隔开');
    const pairing = await opened(await writeWorkbook({ ...asked, kind: 'pairing', known: {}, edition: undefined }));
    expect(column(pairing, '实地调研', '问题需求').note).toContain('一项一行（按 Alt+Enter 换行）');
    const group = pairing.getWorksheet('结对帮扶')?.getColumn(3).values as string[];
    expect(group.join('\n')).toContain('填了“组长”的任何一项就必填');
    expect(own.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 2 });
  });

  test.each(kinds)('of a $code speaks of yes and no as its cells have them', async ({ code: kind }) => {
    const notice = bundledEditions.find((each) => each.notice === noticeOf(kind));
    for (const lang of ['zh', 'en'] as const) {
      const made = await writeWorkbook({ ...asked, kind, known: {}, edition: notice, keys: lang, lang });
      const xml = Object.entries(unzipSync(made)).filter(([name]) => /comments\d*\.xml$/.test(name));
      expect(xml.length).toBeGreaterThan(0);
      for (const [, part] of xml) expect(strFromU8(part)).not.toMatch(/(?<!-)\b(?:true|false)\b(?!-)/);
    }
  });

  test('quotes what the notice asks, in the note and while a cell is chosen', () => {
    for (const [pointer, { zh }] of guidance('plan', edition)) {
      const sheet = layoutOf('plan').find(({ fields }) => fields.some((field) => field.pointer === pointer));
      const field = sheet?.fields.find((each) => each.pointer === pointer);
      if (!sheet?.list || !field) continue;
      const [slot] = slotsOf(field) as [Slot];
      const header = headerOf(slot).zh + (field.required ? '*' : '');
      const { note, above, choices } = column(workbook, sheet.name.zh, header);
      expect(note).toContain(`通知：${zh}`);
      expect(above).toBe(zh);
      const [, prompted = ''] = (choices.prompt ?? '').split('通知：');
      expect(zh.startsWith(prompted.replace(/…$/, ''))).toBe(true);
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
    expect(note).toBe(
      'Who is trained\nRequired\nChoices: managers; faculty\nMay have several, with semicolons between',
    );
    expect(choices.formulae).toEqual(['"managers,faculty,managers; faculty"']);
    expect((await recordOf(await imported(english, 'en'))).base).toEqual({
      name: '海口市人民医院',
      types: ['residency', 'assistant-gp'],
    });
  });
});

/** Without objects and items in which nothing is said. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).map(([key, held]) => [key, compact(held)] as const);
  return Object.fromEntries(kept.filter(([, held]) => JSON.stringify(held) !== '{}'));
}

describe('hn-gp init --xlsx', () => {
  const folder = workspace({
    'hn-gp.config.yaml': 'bases: [{ name: 海口市人民医院, aliases: [市医院], types: [residency] }]\n',
  });
  afterAll(() => folder.remove());

  test('writes a workbook that import takes, with what is known of the base', async () => {
    const { code, err } = folder.run(['init', 'plan', '--xlsx', '计划.xlsx', '--base', '市医院', '--year', '2024']);
    expect(code).toBe(0);
    expect(err.split('\n')).toEqual([
      'hn-gp: 海口市人民医院承办全科基层实践基地管理人员省级培训班，通知排在 7 月，线下不少于 2 天，不少于 60 人（附件）',
      expect.stringMatching(/^hn-gp: 海口市人民医院结对帮扶/),
      expect.stringMatching(/^hn-gp: 数字出自 琼医学术管函〔2024〕21号/),
      'hn-gp: 已写好 计划.xlsx。下一步：用 Excel 或 WPS 填好、保存，再运行 hn-gp check 计划.xlsx',
      '',
    ]);
    expect(folder.run(['import', '计划.xlsx']).code).toBe(0);
    const { base, sessions } = await recordOf(folder.read('计划.yaml'));
    expect(base).toEqual({ name: '海口市人民医院', types: ['residency'] });
    expect((sessions as object[]).at(-1)).toMatchObject({ level: 'provincial', audience: ['managers'], headcount: 60 });
  });

  test.each<[string, ...string[]]>([
    ['plan', '--base', '市医院'],
    ['plan', '--base', '海南省人民医院', '--keys', 'en', '--lang', 'en'],
    ['plan', '--base', '没听过的医院', '--year', '2023'],
    ['plan', '--base', '海口市人民医院', '--start', '2024-05-10'],
    ['session', '--base', '海南省中医院', '--start', '2024-07-01'],
    ['session', '--base', '没听过的医院'],
    ['province', '--year', '2024'],
    ['province', '--start', '2024-03-04', '--keys', 'en'],
    ['pairing', '--base', '儋州市人民医院', '--start', '2020-05-01'],
    ['city-program'],
    ['city-program', '--keys', 'en'],
  ])('fills in what the YAML holds: %s %s %s', async (...args) => {
    const yaml = folder.run(['init', ...args, '-o', 'a.yaml', '--force']);
    const xlsx = folder.run(['init', ...args, '--xlsx', 'a.xlsx', '--force']);
    const notes = (err: string) => err.split('\n').slice(0, -2);
    expect(notes(xlsx.err)).toEqual(notes(yaml.err));
    const asYaml = folder.read('a.yaml');
    const keys = args.includes('en') ? ['--keys', 'en'] : [];
    expect(folder.run(['import', 'a.xlsx', '--force', ...keys]).code).toBe(0);
    expect(compact(await recordOf(folder.read('a.yaml')))).toEqual(compact(await recordOf(asYaml)));
  });

  test('leaves names open that are not known, and says so', async () => {
    const { err } = folder.run(['init', 'session', '--xlsx', 'a.xlsx', '--year', '2024', '--force']);
    expect(err).toContain('没有写 --base，基地名称还空着，请在工作簿里填上全称\n');
    const workbook = await opened(new Uint8Array(readFileSync(folder.path('a.xlsx'))));
    const row = (workbook.getWorksheet('培训班') as ExcelJS.Worksheet).getRow(3);
    expect([row.getCell(1).text, row.getCell(2).text]).toEqual(['基地*', '']);
    expect(row.getCell(3).text).toContain('还没有填，请写全称');
  });

  test('names the role of the base beside its row, and in the guide', async () => {
    folder.run(['init', 'plan', '--base', '海南省中医院', '--xlsx', 'a.xlsx', '--year', '2024', '--force']);
    const workbook = await opened(new Uint8Array(readFileSync(folder.path('a.xlsx'))));
    const sessions = workbook.getWorksheet('培训班') as ExcelJS.Worksheet;
    const note = sessions.getRow(7).getCell(1).note as ExcelJS.Comment;
    expect(note.texts?.map(({ text }) => text).join('')).toContain('排在 7 月');
    const guide = workbook.getWorksheet('填写说明')?.getColumn(2).values as string[];
    expect(guide.join('\n')).toContain('海南省中医院承办中医类师资省级培训班');
  });

  test('computes dates from --start, as dates, and notes the last days beside what is open', async () => {
    const args = ['--base', '海南省中医院', '--start', '2024-05-10', '--xlsx', 'a.xlsx', '--force'];
    folder.run(['init', 'plan', ...args]);
    const workbook = await opened(new Uint8Array(readFileSync(folder.path('a.xlsx'))));
    const cell = (header: string) => {
      const { below } = column(workbook, '培训班', header);
      const note = (below.note as ExcelJS.Comment | undefined)?.texts?.map(({ text }) => text).join('');
      return { value: below.value, note };
    };
    expect(cell('线下·开始')).toEqual({ value: new Date('2024-05-10'), note: undefined });
    expect(cell('线上·结束').value).toEqual(new Date('2024-05-19'));
    expect(cell('准备·开始')).toEqual({ value: null, note: '不晚于 2024-04-10' });
    expect(cell('编号').note).toBe('院级第 1 期（对象、名称可以改）');
  });

  test('of a base with several pairs, fills in what they have in common', async () => {
    const { err } = folder.run(['init', 'pairing', '--base', '海南省人民医院', '--xlsx', 'a.xlsx', '--force']);
    expect(err).toMatch(/共有 \d 对，一个工作簿只填一对/);
    folder.run(['import', 'a.xlsx', '--force']);
    const text = folder.read('a.yaml');
    expect(text).toContain('培训基地: 海南省人民医院');
    expect(text).not.toContain('对口帮扶基地');
    expect(text).toContain('  - 编号: T1\n');
  });

  test('refuses a pairing that the annex does not have, as without --xlsx', () => {
    const args = ['init', 'pairing', '--base', '没听过的医院', '--xlsx', 'b.xlsx'];
    const { code, err } = folder.run(args);
    expect([code, err]).toEqual([2, 'hn-gp: 结对名单里没有“没听过的医院”；不写 --base 可以得到一份空白的\n']);
    expect(err).toBe(folder.run(args.slice(0, -2)).err);
    expect(existsSync(folder.path('b.xlsx'))).toBe(false);
  });

  test('refuses what says nothing of a workbook, another kind of file, and to overwrite', () => {
    const complaint = (...args: string[]) => {
      const { code, err } = folder.run(['init', 'plan', ...args]);
      expect(code).toBe(2);
      return err;
    };
    expect(complaint('--xlsx', 'c.xlsx', '-o', 'c.yaml')).toContain('--xlsx 和 -o 只能写一个');
    expect(complaint('--xlsx', 'c.yaml')).toContain('--xlsx 要写 .xlsx 文件');
    folder.write('有.xlsx', 'mine');
    expect(complaint('--xlsx', '有.xlsx')).toContain('有.xlsx 已经有了');
    expect(folder.read('有.xlsx')).toBe('mine');
  });
});

test.each(kinds.map(({ code }) => code as Kind))('every header of %s means one thing', (kind) => {
  const layout = layoutOf(kind);
  expect(new Set(layout.map(({ name }) => name.zh)).size).toBe(layout.length);
  expect(new Set(layout.map(({ name }) => name.en)).size).toBe(layout.length);
  for (const sheet of layout) {
    const names = headerNames(sheet, layout);
    for (const field of sheet.fields)
      for (const header of [field.header.zh, field.header.en, `${field.header.zh}*`])
        expect(names.meaningOf(header)).toEqual({ type: 'field', field });
    const owner = sheet.list?.owner;
    if (owner) for (const header of Object.values(owner.header)) expect(names.meaningOf(header).type).toBe('owner');
  }
});

describe('the sheet of a record filled in', () => {
  test.each(kinds.map(({ code }) => code as Kind))('stands in the workbook of %s and is not read', async (kind) => {
    const own = bundledEditions.find(({ notice }) => notice === noticeOf(kind)) as Edition;
    for (const keys of ['zh', 'en'] as const) {
      const some = kind === 'pairing' ? { helper: '海口市人民医院' } : known;
      const bytes = await writeWorkbook({ ...asked, kind, known: some, edition: own, keys, lang: keys });
      const name = keys === 'zh' ? '示例' : 'example';
      const sheet = read(bytes, { sheets: name }).Sheets[name] as WorkSheet;
      const headers = new Set(layoutOf(kind).flatMap(({ fields }) => fields.map(({ header }) => header[keys])));
      const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 });
      expect(rows.filter(([first = '']) => headers.has(first)).length).toBeGreaterThan(8);
      expect(layoutOf(kind).flatMap((each) => Object.values(each.name))).not.toContain(name);
      const result = importWorkbook('计划.xlsx', bytes, keys);
      if ('unread' in result) expect(JSON.stringify(result.unread)).not.toContain(name);
    }
  });

  test.each(kinds.map(({ code }) => code as Kind))('has every required value of what it shows of %s', async (kind) => {
    const own = bundledEditions.find(({ notice }) => notice === noticeOf(kind)) as Edition;
    const some = kind === 'pairing' ? { helper: '海口市人民医院' } : known;
    const bytes = await writeWorkbook({ ...asked, kind, known: some, edition: own });
    const [, ...blocks] = utils
      .sheet_to_csv(read(bytes, { sheets: '示例' }).Sheets.示例 as WorkSheet, { FS: '\t' })
      .split(/\n\t*\n/)
      .map((block) => block.split('\n'));
    expect(blocks.length).toBeGreaterThan(1);
    for (const [name = '', ...lines] of blocks) {
      const sheet = layoutOf(kind).find((each) => each.name.zh === name.trim()) as SheetLayout;
      for (const { header } of sheet.fields.filter(({ required, offered }) => required && offered))
        expect(lines, name).toContainEqual(expect.stringMatching(new RegExp(`^${header.zh}.*\\t[^\\t]`)));
    }
  });

  test('is left out where another edition governs', async () => {
    const other = { ...edition, values: { ...edition.values, passMark: { value: 60, clause: '一' } } };
    const workbook = await opened(await writeWorkbook({ ...asked, edition: other }));
    expect(workbook.getWorksheet('示例')).toBeUndefined();
  });
});
