import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { present } from '../../../src/model/present.ts';
import { markedWorkbook, newWorkbook } from '../../../src/tree/workbook/mark.ts';
import type { Mark } from '../../../src/tree/workbook/marked-cells.ts';
import { isOwnReport } from '../../../src/tree/workbook/signature.ts';
import type { TableSheet } from '../../../src/tree/workbook/table-sheet.ts';

const RED = 'FFFFC7CF';

const result: TableSheet = {
  name: '检查结果',
  intro: [{ text: '检查结果', look: 'title' }],
  columns: [
    { title: '单元格', width: 12 },
    { title: '问题', width: 40 },
  ],
  rows: [
    [
      { text: '培训班!B2', look: 'link', link: "'培训班'!B2" },
      { text: '=1+1 & <b>', look: 'plain' },
    ],
  ],
};

/** A workbook as an office keeps it: a fill, somebody's note, a drop-down list, a print area, two sheets. */
async function original(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const own = workbook.addWorksheet('说明');
  own.getCell('A1').value = '怎么填';
  const sheet = workbook.addWorksheet('培训班');
  sheet.addRow(['编号', '线下学时']);
  sheet.addRow(['HK-1', 6]);
  sheet.getCell('B2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
  sheet.getCell('B2').numFmt = '0.0';
  sheet.getCell('A2').note = '办公室：编号待定';
  sheet.getCell('A2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"HK-1,HK-2"'] };
  sheet.pageSetup.printArea = 'A1:B9';
  workbook.views = [{ x: 0, y: 0, width: 1, height: 1, firstSheet: 0, activeTab: 1, visibility: 'visible' }];
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

const mark = (address: string, text: string, severity: Mark['severity'] = 'error', tab = 1): Mark => ({
  tab,
  address,
  severity,
  text,
});

const marked = (bytes: Uint8Array, marks: readonly Mark[]): Uint8Array =>
  present(markedWorkbook(bytes, marks, [result]), 'marked workbook');

const colourOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' && cell.fill.pattern === 'solid' ? cell.fill.fgColor?.argb : undefined;

const noteOf = ({ note }: ExcelJS.Cell): string | undefined =>
  typeof note === 'object' ? (note.texts ?? []).map(({ text }) => text).join('') : note;

let plain: Uint8Array;
let first: Uint8Array;
beforeAll(async () => {
  plain = await original();
  first = marked(plain, [
    mark('B2', '不足 8 学时'),
    mark('A2', '编号重复', 'warning'),
    mark('D7', '还没有填'),
    mark('C2', '也没有填'),
  ]);
});

test('cells are coloured and noted, those that were not there too', async () => {
  const sheet = present((await opened(first)).getWorksheet('培训班'), 'sheet');
  expect(colourOf(sheet.getCell('B2'))).toBe(RED);
  expect(sheet.getCell('B2')).toMatchObject({ value: 6, numFmt: '0.0' });
  expect(noteOf(sheet.getCell('B2'))).toBe('不足 8 学时');
  for (const address of ['C2', 'D7']) {
    expect(colourOf(sheet.getCell(address)), address).toBe(RED);
    expect(noteOf(sheet.getCell(address)), address).toContain('没有填');
  }
  expect(colourOf(sheet.getCell('A2'))).not.toBe(RED);
  expect(noteOf(sheet.getCell('A2'))).toBe('办公室：编号待定\n【hn-gp】编号重复');
});

test('the first sheet leads to the cells, and its texts are no formulas', async () => {
  const workbook = await opened(first);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['检查结果', '说明', '培训班']);
  const sheet = present(workbook.worksheets[0], 'first sheet');
  // The library reads no links within a workbook.
  const source = Buffer.from(present(unzipSync(first)['xl/worksheets/sheet3.xml'], 'sheet of results')).toString();
  expect(source).toContain(`<hyperlink ref="A3" location="&apos;培训班&apos;!B2"`);
  expect(sheet.getCell('B3').value).toBe('=1+1 & <b>');
  expect(workbook.views[0]?.activeTab ?? 0).toBe(0);
});

test('what was there stays: lists, print areas, the parts that hold nothing found', async () => {
  const sheet = present((await opened(first)).getWorksheet('培训班'), 'sheet');
  expect(sheet.getCell('A2').dataValidation.formulae).toEqual(['"HK-1,HK-2"']);
  expect(sheet.pageSetup.printArea).toBe('A1:B9');
  const [before, after] = [unzipSync(plain), unzipSync(first)];
  for (const part of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml', 'xl/theme/theme1.xml', 'docProps/core.xml'])
    expect(after[part], part).toEqual(before[part]);
});

test('marking again gives back what is no longer found, and leaves one sheet of results', async () => {
  const still = [mark('D7', '还没有填', 'error', 2)];
  const again = marked(first, still);
  const workbook = await opened(again);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['检查结果', '说明', '培训班']);
  const sheet = present(workbook.getWorksheet('培训班'), 'sheet');
  expect(colourOf(sheet.getCell('B2'))).toBe('FF00FF00');
  expect(colourOf(sheet.getCell('C2'))).toBeUndefined();
  expect(colourOf(sheet.getCell('D7'))).toBe(RED);
  expect(noteOf(sheet.getCell('B2'))).toBeUndefined();
  expect(noteOf(sheet.getCell('A2'))).toBe('办公室：编号待定');
  expect(marked(again, still)).toEqual(again);
});

test('a workbook of tables alone opens, and a report is known until it is saved by another program', async () => {
  const report = newWorkbook([result]);
  const workbook = await opened(report);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['检查结果']);
  expect(isOwnReport(report)).toBe(true);
  expect(isOwnReport(first)).toBe(true);
  expect(isOwnReport(new Uint8Array(await workbook.xlsx.writeBuffer()))).toBe(false);
});

test('what looks like an escape of a spreadsheet stands in a note as it is, in one that was there too', async () => {
  const bytes = marked(await original(), [mark('A2', 'a_x0041_b'), mark('B2', 'c_x202E_d')]);
  const parts = unzipSync(bytes);
  const notes = Object.entries(parts).flatMap(([name, part]) => (/comments/.test(name) ? strFromU8(part) : []));
  expect(notes.join('')).toContain('a_x005F_x0041_b');
  expect(notes.join('')).toContain('c_x005F_x202E_d');
});

test('a workbook with a damaged part is not marked', () => {
  const parts = unzipSync(plain);
  const broken = plain.slice();
  expect(parts['xl/styles.xml']).toBeDefined();
  broken.fill(0, 40, 400);
  expect(markedWorkbook(broken, [mark('B2', 'x')], [result])).toBeUndefined();
});

test.each([
  ['whose part is not there', 'xl/worksheets/sheet1.xml', () => undefined],
  [
    'to whose part nothing leads',
    'xl/_rels/workbook.xml.rels',
    (text: string) => text.replace(/Id="\w+"(?=[^>]*sheet1)/, 'Id="x"'),
  ],
])('a workbook with a sheet %s is not marked, for a new sheet would take its place', (_, name, change) => {
  const parts = unzipSync(plain);
  const changed = change(strFromU8(parts[name] as Uint8Array));
  delete parts[name];
  if (changed !== undefined) parts[name] = strToU8(changed);
  expect(markedWorkbook(zipSync(parts), [mark('B2', 'x')], [result])).toBeUndefined();
});

test.each([
  ['no column', ''],
  ['no number for one', '<x:Column></x:Column>'],
  ['a number without end', `<x:Column>${'9'.repeat(400)}</x:Column>`],
])('a box that names %s stays as it is', (_, column) => {
  const parts = unzipSync(plain);
  const [name = ''] = Object.keys(parts).filter((each) => each.endsWith('.vml'));
  const odd = strFromU8(parts[name] ?? new Uint8Array()).replace(/<x:Column>\d+<\/x:Column>/, column);
  const again = marked(zipSync({ ...parts, [name]: strToU8(odd) }), [mark('B2', '学时不够')]);
  expect(strFromU8(unzipSync(again)[name] ?? new Uint8Array())).toContain(`<x:Row>1</x:Row>${column}`);
});
