import { exampleSheet } from './example.ts';
import { guideSheet } from './guide-sheet.ts';
import { listSheet } from './list-sheet.ts';
import { Making, type NewWorkbook } from './making.ts';
import { recordSheet } from './record-sheet.ts';
import { writeXlsx } from './write-xlsx.ts';

/**
 * A workbook to fill in, as the bytes of an .xlsx file: a guide, the record, and a sheet for each list, with what is known
 * filled in, with drop-downs and with notes that say what a field means and quote the number required. The same bytes for
 * the same input.
 */
export async function writeWorkbook(asked: NewWorkbook): Promise<Uint8Array> {
  const making = new Making(asked);
  return writeXlsx([
    guideSheet(making),
    ...making.layout.map((sheet) => (sheet.list ? listSheet : recordSheet)(sheet, making)),
    ...exampleSheet(asked.kind, asked.edition, making.speech, making.footer),
  ]);
}
