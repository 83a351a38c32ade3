import { type CalendarDate, yearOf } from '../calendar/date.ts';
import type { LoadedFile } from '../load/loaded.ts';
import { readOr } from '../model/cannot-tell.ts';
import type { UntouchedRecord } from '../model/check-result.ts';
import type { Finding } from '../model/finding.ts';
import type { AnyRecord } from '../model/kinds.ts';
import type { Session } from '../model/record-types.ts';
import { guarded } from '../records/guarded.ts';

/** What is written of a session because something was done; its dates, hours, exam and funding may be what a starter puts there. */
const DONE = ['topics', 'preparation', 'publicity', 'participants', 'certification', 'summary'] as const;

/**
 * The records of a year that is over in which nothing is written of what was done, as a starter leaves them: what they lack
 * is all of one reason. Only records with a session that is still planned, as `findings` tell, can be such.
 */
export function untouchedRecords(
  files: readonly LoadedFile[],
  findings: readonly Finding[],
  asOf: CalendarDate,
): UntouchedRecord[] {
  const stale = new Set(findings.flatMap(({ rule, file }) => (rule === 'data/stale-plan' ? file : [])));
  return files
    .filter(({ file }) => stale.has(file))
    .flatMap(({ records }) => records)
    .flatMap((record) => {
      const year = readOr(() => untouchedYear(guarded(record)), undefined);
      if (year === undefined || year >= yearOf(asOf)) return [];
      const { file, index, several } = record;
      return { file, ...(several ? { record: index } : {}), year };
    });
}

/** The year of a record with sessions of which none says that something was done; throws CannotTell where one cannot be read. */
function untouchedYear(data: AnyRecord): number | undefined {
  if (data.kind !== 'plan' && data.kind !== 'session' && data.kind !== 'province') return undefined;
  const sessions: readonly Partial<Session>[] = data.kind === 'session' ? [data] : (data.sessions ?? []);
  const isUntouched = ({ status = 'planned', ...session }: Partial<Session>) =>
    status === 'planned' && DONE.every((key) => isEmpty(session[key]));
  const hasBatches = data.kind === 'plan' && !isEmpty(data.outOfProvince);
  return sessions.length > 0 && !hasBatches && sessions.every(isUntouched) ? data.year : undefined;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.values(value).every(isEmpty));
