import * as XLSX from 'xlsx';

export type Value = string | number | boolean | null | XLSX.CellObject;

/** A workbook of sheets, row by row. */
export function workbook(
  sheets: Record<string, Value[][]>,
  change: (book: XLSX.WorkBook) => void = () => {},
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  change(book);
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

/** The sheet of a plan, and the first headers and a row of its sessions. */
export const base: Value[][] = [
  ['项目', '填写内容', '说明'],
  ['年度*', 2024],
  ['基地·名称*', '海口市人民医院'],
  ['基地·类别*', '住培基地'],
];
export const headers = ['编号*', '名称*', '层级*', '对象*'];
export const row = ['HK-01', '内科师资班', '院级', '师资'];

export const sheetOf = (book: XLSX.WorkBook, name: string) => book.Sheets[name] as XLSX.WorkSheet;
