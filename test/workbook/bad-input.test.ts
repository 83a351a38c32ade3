import { existsSync, rmSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { workspace } from '../cli/run.ts';
import { head, parts, relations, year, zip } from './parts.ts';

const folder = workspace();
afterAll(() => folder.remove());

const importing = (bytes: Uint8Array | string) => {
  folder.write('a.xlsx', bytes);
  return folder.run(['import', 'a.xlsx']);
};

/** Whatever is wrong is said in a line, for a sheet or cell with how to go on, and nothing is written. */
function refused(bytes: Uint8Array | string): string {
  const { code, out, err } = importing(bytes);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^hn-gp: .+\n(?:hn-gp: 以上 1 处.+\n)?$/);
  expect(existsSync(folder.path('a.yaml'))).toBe(false);
  return err;
}

test('a workbook of nothing but the parts that are needed', () => {
  expect(importing(zip(parts(`<sheetData>${head}${year}</sheetData>`))).code).toBe(0);
  rmSync(folder.path('a.yaml'));
});

test('a YAML file needs no import, and a workbook is no YAML', () => {
  const plan = workspace({
    'plan.yaml': '文种: 年度计划\n',
    'plan.xlsx': zip(parts('')),
    'renamed.yaml': zip(parts('')),
  });
  expect(plan.run(['import', 'plan.yaml'])).toEqual({
    code: 2,
    out: '',
    err: 'hn-gp: plan.yaml 是 YAML，不用导入；检查它请运行 hn-gp check plan.yaml\n',
  });
  expect(plan.run(['check', 'renamed.yaml']).out).toContain('改法：把文件名改回 .xlsx');
  plan.remove();
});

describe('what is no workbook', () => {
  const empty = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(empty, XLSX.utils.aoa_to_sheet([['编号']]), 'Sheet1');
  const write = (bookType: XLSX.BookType) => new Uint8Array(XLSX.write(empty, { type: 'buffer', bookType }));

  test.each<[string, Uint8Array | string, string]>([
    ['an old .xls', write('biff8'), '这是旧版 .xls，或者设了打开密码'],
    ['a csv', '编号,名称\n1,甲\n', '不是 Excel 工作簿（.xlsx），改扩展名没有用；把扩展名改回原来的'],
    ['nothing', '', '文件是空的'],
    ['an .ods', write('ods'), '不是 Excel 工作簿（.xlsx）'],
    ['a binary .xlsb', write('xlsb'), '不是 Excel 工作簿（.xlsx）'],
    [
      'a Word document',
      zip({
        '/_rels/.rels': relations(['r1', 'officeDocument', 'word/document.xml']),
        '/word/document.xml': '<document/>',
      }),
      '不是 Excel 工作簿（.xlsx）',
    ],
    ['another workbook', write('xlsx'), '没有要导入的表，只有“Sheet1”'],
    ['an archive cut short', write('xlsx').slice(0, 3000), '已损坏'],
    ['the two letters alone', 'PK', '已损坏'],
    ['an empty archive', zip({}), '不是 Excel 工作簿（.xlsx）'],
    ['no part where the sheet should be', zip({ ...parts(''), '/xl/worksheets/first.xml': '' }), '“年度计划”表已损坏'],
    [
      'a text that is not there',
      zip(parts(`<sheetData>${head}<row r="2"><c r="A2" t="s"><v>7</v></c></row></sheetData>`)),
      '“年度计划”表已损坏',
    ],
    [
      'a document type',
      zip(parts(`<sheetData>${head}</sheetData>`, { '/xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' })),
      '已损坏',
    ],
    ['nothing filled in', zip(parts(`<sheetData>${head}</sheetData>`)), '什么都没有填'],
    ['an empty sheet', zip(parts('<sheetData/>')), '找不到表头'],
  ])('%s', (_, bytes, said) => {
    expect(refused(bytes)).toContain(said);
  });

  test('no such file, and a folder', () => {
    expect(folder.run(['import', 'none.xlsx']).err).toBe('hn-gp: 找不到文件：none.xlsx\n');
    rmSync(folder.path('a.xlsx'));
    expect(folder.run(['import', '.']).err).toBe('hn-gp: . 里没有 Excel 工作簿（.xlsx）\n');
  });

  test('bytes changed anywhere are damage, nothing else', () => {
    const good = zip(parts(`<sheetData>${head}${year}</sheetData>`));
    for (let at = 0; at < good.length; at += 97) {
      const bytes = good.slice();
      bytes[at] = (bytes[at] as number) ^ 0x55;
      const { code, err } = importing(bytes);
      expect(err).not.toContain('    at ');
      expect([0, 2]).toContain(code);
      rmSync(folder.path('a.yaml'), { force: true });
    }
  });
});

describe('what is too much', () => {
  /** An archive with one deflated part in the place of the sheet. */
  function deflated(sheet: Buffer, claimed = sheet.length, packed = deflateRawSync(sheet)): Uint8Array {
    const name = 'xl/worksheets/first.xml';
    const bytes = Buffer.from(zip({ ...parts(''), '/xl/worksheets/first.xml': 'PLACE' }));
    // The part's own header and content are put after the archive's, and the directory is told.
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const end = bytes.length - 22;
    const directory = bytes.readUInt32LE(end + 16);
    const listed = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt16LE(8, listed + 10);
    bytes.writeUInt32LE(crc32(sheet), listed + 16);
    bytes.writeUInt32LE(packed.length, listed + 20);
    bytes.writeUInt32LE(claimed, listed + 24);
    bytes.writeUInt32LE(directory, listed + 42);
    bytes.writeUInt32LE(directory + local.length + packed.length, end + 16);
    return new Uint8Array(Buffer.concat([bytes.subarray(0, directory), local, packed, bytes.subarray(directory)]));
  }

  test('an archive that unpacks to gigabytes, whatever it says of itself', () => {
    const bomb = Buffer.alloc(60_000_000, 32);
    const packed = deflateRawSync(bomb, { level: 1 });
    expect(refused(deflated(bomb, bomb.length, packed))).toContain('太大');
    expect(refused(deflated(bomb, 1000, packed))).toContain('已损坏');
  });

  test('a few kilobytes that unpack to many megabytes', () => {
    expect(refused(deflated(Buffer.alloc(8_000_000, 32)))).toContain('太大');
  });

  test('a number format longer than Excel allows, since it is looked at for every style', () => {
    const styled = (length: number) =>
      zip({
        ...parts(`<sheetData>${head}${year}</sheetData>`),
        '/xl/_rels/workbook.xml.rels': relations(
          ['r1', 'worksheet', '/xl/worksheets/first.xml'],
          ['r2', 'styles', '/xl/styles.xml'],
        ),
        '/xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${'0'.repeat(length)}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`,
      });
    expect(refused(styled(256))).toContain('太大');
    expect(importing(styled(255)).code).toBe(0);
    rmSync(folder.path('a.yaml'));
  });

  test('more cells than any plan has', () => {
    const rows = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(2_100);
    const sheet = Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
    // As large as it is, so that nothing but its cells is too much.
    expect(refused(deflated(sheet, sheet.length, deflateRawSync(sheet, { level: 0 })))).toContain('太大');
  });

  test('more cells than office programs put into so few bytes', () => {
    const cells = (count: number) => `<row r="9">${'<c><v>1</v></c>'.repeat(count)}</row>`;
    const filled = `${head}${year}`;
    const most = 20_000 - filled.split('</c>').length + 1;
    const holding = (count: number) =>
      deflated(Buffer.from(`<worksheet><sheetData>${filled}${cells(count)}</sheetData></worksheet>`));
    expect(importing(holding(most)).code).toBe(0);
    rmSync(folder.path('a.yaml'));
    expect(refused(holding(most + 1))).toContain('拆成几份');
  });

  test('a sheet all of whose rows have a format, named', () => {
    const rows = '<row r="9" spans="1:9" s="1" customFormat="1" ht="15"/>'.repeat(1_048_576);
    expect(refused(deflated(Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)))).toContain(
      '“年度计划”表太大',
    );
  });

  test('entities that would unfold, in whatever part', () => {
    const entities = Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`);
    const bomb = `<!DOCTYPE x [<!ENTITY e0 "0123456789">${entities.join('')}]>`;
    expect(refused(zip({ ...parts(''), '/xl/worksheets/first.xml': `${bomb}<worksheet>&e30;</worksheet>` }))).toContain(
      '已损坏',
    );
    // Without a document type nothing defines them, and no program opens the workbook.
    const withoutType = `<sheetData>${head}${year}<row r="3"><c r="A3"><v>&e30;</v></c></row></sheetData>`;
    expect(refused(zip(parts(withoutType)))).toContain('已损坏');
  });

  test('an archive in the format for more than four gigabytes', () => {
    const bytes = Buffer.from(zip(parts(`<sheetData>${head}${year}</sheetData>`)));
    const end = bytes.length - 22;
    const beyond = Buffer.from(bytes);
    beyond.writeUInt32LE(0xffffffff, end + 16);
    expect(refused(new Uint8Array(beyond))).toContain('已损坏');
    const sized = Buffer.from(bytes);
    const listed = sized.lastIndexOf('xl/worksheets/first.xml') - 46;
    sized.writeUInt32LE(0xffffffff, listed + 20);
    sized.writeUInt32LE(0xffffffff, listed + 24);
    expect(refused(new Uint8Array(sized))).toContain('太大');
  });

  test('paths that lead out of the archive lead nowhere', () => {
    const away = '../../../../../../../../etc/hosts';
    const outside = parts(`<sheetData>${head}${year}</sheetData>`, { [`/${away}`]: 'x' });
    expect(importing(zip(outside)).code).toBe(0);
    rmSync(folder.path('a.yaml'));
    const relation = { '/xl/_rels/workbook.xml.rels': relations(['r1', 'worksheet', away]) };
    expect(refused(zip({ ...parts(''), ...relation }))).toContain('“年度计划”表已损坏');
  });

  test('elements inside one another without end', () => {
    expect(refused(zip(parts('<a>'.repeat(100_000))))).toContain('已损坏');
  });

  test('a cell in the last corner of the sheet costs nothing', () => {
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const { code } = importing(
      zip(
        parts(
          `<dimension ref="A1:XFD1048576"/><sheetData>${head}${year}${corner}</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>`,
        ),
      ),
    );
    expect(code).toBe(0);
  });
});
