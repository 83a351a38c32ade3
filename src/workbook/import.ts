import type { Words } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { UsageError } from '../model/usage-error.ts';
import { itemShape, propertyAt, shapeOfKind } from '../schema/vocabulary/shape.ts';
import { headersIn, homesOf, nearKey } from '../schema/vocabulary/unknown-key.ts';
import { readUnder } from '../schema/words.ts';
import { hasChinese } from '../text/chinese.ts';
import { sha256Hex } from '../text/digest.ts';
import { fileName } from '../text/file-name.ts';
import { visible } from '../text/visible.ts';
import { readXlsx } from '../tree/workbook/read-xlsx.ts';
import { headComment } from './imported-from.ts';
import { stretchOfCell } from './places.ts';
import { isOurs, recordsIn, type SheetsRead } from './records.ts';
import { isKnown, transcript } from './transcript.ts';

/** A workbook as YAML, how many rows each list has, what was left unread, and headers that a check will not know. */
export interface Imported {
  text: string;
  rows: { list: Words; count: number }[];
  unread: Words[];
  notes: Words[];
}

/** What keeps a workbook from being imported, cell by cell, and what was left unread. */
export interface Refused {
  problems: Words[];
  unread: Words[];
}

/** A workbook without any of the sheets that hold records. */
export interface Foreign {
  foreign: Words;
}

/**
 * Carries a workbook over into YAML as it is filled in and judges nothing: what does not fit is for a check to say. `file`
 * is its name in messages, `from` its path from the folder of the YAML file, which the head comment tells, `keys` the
 * language of keys. Refuses it where a value is not there
 * (an error, a formula never calculated), a sheet that is needed or the item that a row belongs to, and where a header is
 * a misspelt one; throws a UsageError where it is no workbook, or has nothing filled in.
 */
export function importWorkbook(
  file: string,
  bytes: Uint8Array,
  keys: 'zh' | 'en',
  from: string = fileName(file),
): Imported | Refused | Foreign {
  const workbook = readXlsx(file, bytes, isOurs);
  if ('reason' in workbook)
    throw new UsageError(
      `${file}：${workbook.message.zh}；${workbook.remedy.zh}`,
      `${file}: ${workbook.message.en}; ${workbook.remedy.en}`,
    );
  const sheets = recordsIn(workbook);
  if (!sheets) {
    const names = [...workbook.sheets.map(({ name }) => name), ...workbook.others].slice(0, NAMED);
    return {
      foreign: {
        zh: `${file} 里没有要导入的表，只有“${names.join('”“')}”；表名请保持原样`,
        en: `${file} has none of the sheets that are imported, only ${names.join(', ')}; keep the names of the sheets`,
      },
    };
  }
  const { notes: unread, records } = sheets;
  const problems = [...new Map(problemsIn(sheets).map((words) => [words.zh, words])).values()];
  if (problems.length > 0) return { problems, unread };
  if (records.every(({ isEmpty }) => isEmpty))
    throw new UsageError(`${file} 里什么都没有填，没有导入`, `${file} has nothing filled in and was not imported`);
  const documents = records.flatMap(({ kind, tree }) => (kind ? transcript(tree, kind, keys) : []));
  return {
    text: headComment(visible(from), sha256Hex(bytes), keys) + documents.join('---\n'),
    rows: records.flatMap(({ counts }) => counts),
    unread,
    notes: records.flatMap((record) =>
      unknownHeaders(record).map(({ text, cell, key, instead }) => {
        const hint = instead.length > 0 ? readUnder(instead) : undefined;
        return {
          zh: `${cell} 表头“${text}”不认识，当作自己加的列，写成 x-${key}${hint ? `；${hint.zh}` : ''}`,
          en: `${cell} unknown header "${text}", carried over as a key of your own, x-${key}${hint ? `. ${hint.en}` : ''}`,
        };
      }),
    ),
  };
}

/** A header that is no other word for a key either. */
interface UnknownHeader {
  text: string;
  cell: string;
  key: string;
  /** The header that it is a slip for. */
  meant: string | undefined;
  /** The headers under which it would be read. */
  instead: string[];
}

/** The headers that are no words for a key, judged as a check judges the keys that they come to. */
const unknownHeaders = ({ kind, ownHeaders }: SheetsRead['records'][number]): UnknownHeader[] =>
  ownHeaders.flatMap(({ text, cell, keys, within }) => {
    const around = itemShape(kind && (within === '' ? shapeOfKind(kind) : propertyAt(kind, within)?.shape));
    const key = present(keys.at(-1), 'key of a header');
    if (around?.type !== 'object' || isKnown(key, around)) return [];
    const near = nearKey(key, around);
    const meant = near && [...keys.slice(0, -1), near.form].join(hasChinese(text) ? '·' : '.');
    return { text, cell, key, meant, instead: headersIn(homesOf(key, around), key) };
  });

/** How many sheets are named where none holds a record. */
const NAMED = 10;

function problemsIn(sheets: SheetsRead): Words[] {
  const misspelt = sheets.records.flatMap(unknownHeaders).flatMap(({ text, cell, meant }) =>
    meant === undefined
      ? []
      : {
          cell,
          zh: `${cell} 表头“${text}”不认识，是不是“${meant}”？`,
          en: `${cell} unknown header "${text}"; did you mean "${meant}"?`,
        },
  );
  const told = new Set(misspelt.map(({ cell }) => cell));
  return [
    ...sheets.problems.flatMap(({ stretch, message, remedy }) => {
      const { cell } = stretchOfCell(sheets, stretch[0]);
      const at = `${cell.sheet}!${cell.address}`;
      if (told.has(at)) return [];
      return { zh: `${at} ${message.zh}；${remedy.zh}`, en: `${at} ${message.en}; ${remedy.en}` };
    }),
    ...misspelt,
  ];
}
