import type { LoadedFile } from '../load/loaded.ts';
import { leavesOut } from '../load/unreadable.ts';
import type { RecordPlace, Unjudged } from '../model/check-result.ts';
import type { Cell, Words } from '../model/finding.ts';
import { byPlace } from '../model/order.ts';

/** Order of records: file, place in it. */
export function byRecord(one: RecordPlace, other: RecordPlace): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (one.record ?? 0) - (other.record ?? 0);
}

/** Each record of a file that cannot be read; the file itself where it gives none at all. */
export function unreadRecords({ file, recordCount, unjudged, findings }: LoadedFile): Unjudged[] {
  const found = [...findings].sort(byPlace);
  const stated = (own: typeof found) => {
    const errors = own.filter(({ severity }) => severity === 'error');
    const told = errors.find(({ path }) => leavesOut(path)) ?? errors[0] ?? own[0] ?? NOT_SAID;
    const { line, message, cell } = told;
    return { line, ...(cell ? { cell } : {}), reason: message };
  };
  if (recordCount <= 1) return recordCount === 0 || unjudged.length > 0 ? [{ file, ...stated(found) }] : [];
  return unjudged.map(({ index }) => ({
    file,
    record: index,
    ...stated(found.filter(({ record }) => record === index)),
  }));
}

const NOT_SAID: { line: number; message: Words; cell?: Cell } = {
  line: 1,
  message: { zh: '有格式错误', en: 'it has format errors' },
};
