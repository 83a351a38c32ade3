import type { Words } from '../model/finding.ts';
import type { HoursPerDay } from '../schema/vocabulary/forms.ts';
import { kinds } from '../schema/vocabulary/shape.ts';
import { isOwnReport } from '../tree/workbook/signature.ts';
import { isOurs, recordsIn } from '../workbook/records.ts';
import type { LoadedFile } from './loaded.ts';
import { fileProblem } from './not-text.ts';
import { readSheets } from './reading.ts';
import { settleSlips } from './slip-cost.ts';

/** Reads a workbook's bytes into records and findings, each in its cell; never throws for what it holds. */
export async function loadWorkbook(file: string, bytes: Uint8Array, hoursPerDay: HoursPerDay): Promise<LoadedFile> {
  const { readXlsx } = await import('../tree/workbook/read-xlsx.ts');
  const workbook = readXlsx(file, bytes, isOurs);
  if ('reason' in workbook) {
    const { reason, message, remedy } = workbook;
    const rule = reason === 'large' ? 'yaml/limit' : 'yaml/encoding';
    return fileProblem(file, { rule, line: 1, message, remedy });
  }
  const sheets = recordsIn(workbook);
  if (!sheets) return foreign(file, [...workbook.sheets.map(({ name }) => name), ...workbook.others]);
  const { loaded, slips } = await readSheets(file, sheets, hoursPerDay);
  settleSlips(loaded, slips);
  // Repairs are of texts; a cell is mended by hand.
  for (const finding of loaded.findings) delete finding.fix;
  const { workbook: read } = loaded;
  return read && isOwnReport(bytes) ? { ...loaded, workbook: { ...read, passedOver: ownReport } } : loaded;
}

/** Why a report that nobody has changed is not read as a record, where it was not named. */
export const ownReport: Words = {
  zh: '这是 hn-gp 写的检查结果，没有改过',
  en: 'this is the result of a check that hn-gp wrote, unchanged',
};

/** How many sheets are named of a workbook that holds no record. */
const NAMED = 5;

/** The result for a workbook without any of the sheets that hold records. */
function foreign(file: string, names: readonly string[]): LoadedFile {
  const known: Words = {
    zh: kinds.map(({ title }) => title).join('、'),
    en: kinds.map(({ code }) => code).join(', '),
  };
  const some = names.slice(0, NAMED);
  const zh = `这个工作簿里没有要检查的表，只有“${some.join('”“')}”`;
  const lacking = `workbook has none of the sheets that are checked, only ${some.join(', ')}`;
  const loaded = fileProblem(file, {
    rule: 'schema/kind',
    line: 1,
    message: { zh, en: `This ${lacking}` },
    remedy: {
      zh: `用 hn-gp init plan --xlsx 生成一份，把内容填进去；表名保持原样：${known.zh}`,
      en: `Make one with hn-gp init plan --xlsx and fill it in; keep the names of its sheets: ${known.en}`,
    },
  });
  return {
    ...loaded,
    workbook: {
      origins: { sheets: [], starts: [], cells: [], tables: [] },
      notes: [],
      passedOver: { zh, en: `this ${lacking}` },
    },
  };
}
