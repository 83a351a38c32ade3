import type { Words } from '../model/finding.ts';
import { withoutStar } from '../text/lines.ts';

/** What is wrong with a cell before its value is looked at; stands where a finding of the vocabulary would. */
export interface CellProblem {
  rule: 'schema/type' | 'schema/required' | 'schema/enum' | 'schema/unknown-key' | 'yaml/duplicate-key';
  /** 0-based record of the workbook. */
  record: number;
  /** JSON pointer of the value concerned, or of what holds it. */
  path: string;
  /** The stretch of the workbook's text that stands for the cell. */
  stretch: [number, number];
  message: Words;
  remedy: Words;
  /** JSON pointers of the values that cannot be read because of it; with `-` for an item that a list may have besides its own. */
  lost: string[];
}

/** A cell that holds an error, `#N/A`. */
export const errorValue = (text: string) => ({
  message: { zh: `这一格是错误值 ${text}`, en: `This cell holds the error ${text}` },
  remedy: { zh: '改正公式，或直接填上内容', en: 'Mend the formula, or write the value itself' },
  why: { zh: `错误值 ${text}`, en: `it holds the error ${text}` },
});

/** A formula that was never calculated. */
export const noResult = {
  message: { zh: '这一格的公式没有结果', en: 'The formula in this cell has no result' },
  remedy: { zh: '用 Excel 或 WPS 打开，保存一次', en: 'Open the workbook in Excel or WPS and save it' },
  why: { zh: '公式没有结果', en: 'its formula has no result' },
};

/** A number longer than Excel keeps. */
export const cutNumber = {
  message: {
    zh: '这一格的数字超过 15 位，后面的已被 Excel 改成 0',
    en: 'The number in this cell has more than 15 digits, of which Excel has turned the last into 0',
  },
  remedy: { zh: '把单元格设成文本格式，再重新输入', en: 'Format the cell as text and type it again' },
  why: { zh: '数字超过 15 位', en: 'its number has more than 15 digits' },
};

/** Something else than a tick in the column of one value of a list. */
export const noTick = (found: string, header: string) => ({
  message: {
    zh: `“${header}”这一格写的是“${found}”，看不出有没有`,
    en: `"${found}" under "${header}" is neither a tick nor none`,
  },
  remedy: { zh: '有就打√，没有就空着', en: 'Tick it with √, or leave it empty' },
});

/** A list that is typed into a cell and ticked in others, and differs. */
export const otherTicks = (header: string) => ({
  message: {
    zh: `“${header}”这一格写的和打√的对不上`,
    en: `What is written under "${header}" is not what is ticked`,
  },
  remedy: {
    zh: '有列的打√，这一格只写没有列的；或者都写在这一格里，√都清空',
    en: 'Tick what has a column and write here only what has none; or write all of it here and clear the ticks',
  },
});

/** A unit outside the cells that is not known for the numbers below it, or another than their header has. */
export const unclearUnit = (header: string, unit: string) => ({
  message: { zh: `“${header}”的数字按“${unit}”没法读`, en: `What stands under "${header}" cannot be read in ${unit}` },
  remedy: {
    zh: '把单位写进表头的括号里（例如 万元），或写在每个数字后面；上面和表头写的单位要一致',
    en: 'Write one unit, in the brackets of the header (such as 万元) or behind each number; what stands above the table must say the same',
  },
});

export const noHeaders = (...first: readonly Words[]) => ({
  message: { zh: '找不到表头', en: 'There are no headers on this sheet' },
  remedy: {
    zh: `把表头恢复原样，开头是${first.map(({ zh }) => `“${zh}”`).join('、')}`,
    en: `Put the headers back as they were, beginning with ${first.map(({ en }) => `"${en}"`).join(', ')}`,
  },
});

export const headerTwice = (text: string, first: string) => ({
  message: { zh: `“${text}”有两个，另一个在 ${first}`, en: `"${text}" stands twice; the other is ${first}` },
  remedy: { zh: '只留一个', en: 'Keep one of them' },
});

/** Two headers of one key, by different names. */
export const sameKey = (text: string, first: string, at: string) => ({
  message: { zh: `“${text}”和 ${at} 的“${first}”是同一项`, en: `"${text}" is the same as "${first}" in ${at}` },
  remedy: { zh: '只留一个', en: 'Keep one of them' },
});

export const notOneCell = (text: string, why: Words) => ({
  message: { zh: `“${text}”${why.zh}`, en: `"${text}" ${why.en}` },
  remedy: { zh: '照提示改表头，内容移过去', en: 'Change the header as said, and move what is below it' },
});

/** A row of an inner list that names no item, or none that there is, or one of several. */
export const noOwner = (header: Words) => ({
  message: {
    zh: `这一行没有填“${header.zh}”，不知道是哪一项的`,
    en: `This row has no "${header.en}", so that it belongs to nothing`,
  },
  remedy: {
    zh: `填上“${header.zh}”；合计、说明之类的行请删去`,
    en: `Fill in "${header.en}"; delete rows that hold a total or a remark`,
  },
});

export const unknownOwner = (name: string, sheet: Words, by: Words, known: readonly string[]) => ({
  message: { zh: `“${name}”在“${sheet.zh}”表里没有`, en: `"${name}" is not on the sheet "${sheet.en}"` },
  remedy:
    known.length > 0
      ? { zh: `那里的“${by.zh}”有：${known.join('、')}`, en: `There "${by.en}" is: ${known.join(', ')}` }
      : { zh: `先填“${sheet.zh}”表`, en: `Fill in the sheet "${sheet.en}" first` },
});

export const severalOwners = (name: string, sheet: Words, count: number) => ({
  message: {
    zh: `“${name}”在“${sheet.zh}”表里有 ${count} 行，分不清属于哪一行`,
    en: `"${name}" stands on ${count} rows of the sheet "${sheet.en}"`,
  },
  remedy: {
    zh: `给“${sheet.zh}”表的每一行各起一个编号`,
    en: `Give each row of the sheet "${sheet.en}" an id of its own`,
  },
});

export const noOwnerColumn = (header: Words) => ({
  message: { zh: `表里没有“${header.zh}”这一列`, en: `The sheet has no column "${header.en}"` },
  remedy: {
    zh: `加上“${header.zh}”一列，每行写明属于哪一项`,
    en: `Add a column "${header.en}" that says what each row belongs to`,
  },
});

/** A header that is a slip for the one that says what each row belongs to. */
export const misspeltHeader = (text: string, meant: Words) => ({
  message: { zh: `没有“${withoutStar(text)}”这一列`, en: `There is no column "${withoutStar(text)}" here` },
  remedy: { zh: `是不是想写“${meant.zh}”？`, en: `Did you mean "${meant.en}"?` },
});

export const noOwnerSheet = (sheet: Words) => ({
  message: { zh: `要用到“${sheet.zh}”表，现在没有`, en: `It needs the sheet "${sheet.en}", which is not there` },
  remedy: { zh: `加上“${sheet.zh}”表，表名不要改`, en: `Add the sheet "${sheet.en}", by that name` },
});

export const misspeltSheet = (name: string, meant: Words) => ({
  message: { zh: `不认识“${name}”这张表`, en: `There is no sheet "${name}" here` },
  remedy: {
    zh: `是不是“${meant.zh}”？表名请保持原样；自己加的表，表名前面加 x-`,
    en: `Did you mean "${meant.en}"? Keep the names of the sheets; begin names of your own with x-`,
  },
});

export const orphanSheets = (names: readonly string[], records: readonly Words[]) => ({
  message: {
    zh: `没有${records.map(({ zh }) => `“${zh}”`).join('或')}表，不知道${names.map((name) => `“${name}”`).join('')}表是哪份记录的`,
    en: `Without a sheet ${records.map(({ en }) => `"${en}"`).join(' or ')}, ${names.map((name) => `"${name}"`).join(', ')} belong${names.length === 1 ? 's' : ''} to no record`,
  },
  remedy: { zh: '加上那张表；表名请保持原样', en: 'Add that sheet; keep the names of the sheets' },
});

export const sharedSheet = (name: string, records: readonly Words[]) => ({
  message: {
    zh: `“${name}”表是${records.map(({ zh }) => `“${zh}”`).join('的还是')}的，分不清`,
    en: `"${name}" may belong to ${records.map(({ en }) => `"${en}"`).join(' or ')}`,
  },
  remedy: { zh: '两份记录分成两个工作簿', en: 'Put the records into workbooks of their own' },
});
