import type { LoadedFile } from '../load/loaded.ts';
import type { Unjudged } from '../model/check-result.ts';
import type { Location, Words } from '../model/finding.ts';
import { byPlace } from '../model/order.ts';

/** The records of a file that cannot be read; the file itself where it gives none at all. */
export function unreadRecords({ file, recordCount, unjudged, findings }: LoadedFile): Unjudged[] {
  const found = [...findings].sort(byPlace);
  const stated = (own: typeof found) => {
    const { line, message } = own.find(({ severity }) => severity === 'error') ?? own[0] ?? notSaid;
    return { line, reason: message };
  };
  if (recordCount === 0) return [{ file, ...stated(found) }];
  return unjudged.map((index) => ({
    file,
    record: index,
    ...stated(found.filter(({ record = 0 }) => record === index)),
  }));
}

/** A record that no edition governs. */
export const ungovernedRecord = ({ file, record = 0, line }: Location): Unjudged => ({
  file,
  record,
  line,
  reason: { zh: '没有适用的通知', en: 'no notice governs it' },
});

const notSaid: { line: number; message: Words } = {
  line: 1,
  message: { zh: '有格式错误', en: 'it has format errors' },
};
