import type { CalendarDate } from '../../calendar/date.ts';
import type { Day } from '../../calendar/day.ts';
import { owed } from '../../engine/duty.ts';
import type { Answer, Missing, Pass } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { present } from '../../model/present.ts';
import type { SessionSubject } from '../../records/session.ts';
import { isWhole } from './whole-list.ts';

/** Whether a session has a start, be it one that cannot be read. */
export const hasAStart = (session: SessionSubject): boolean => readOr(() => session.period !== undefined, true);

/** The last day before a session that has a start; throws CannotTell where it cannot be read. */
export const eveOf = ({ eve }: SessionSubject): Day => present(eve, 'start of the session');

/**
 * The answers about what is owed before a session starts: pending up to the day before, then what is missing. What is there
 * passes whenever it starts.
 */
export function owedBeforeStart(
  session: SessionSubject,
  asOf: CalendarDate,
  path: string,
  told: readonly (Pass | Missing)[],
): readonly Answer[] {
  const done = isWhole(told);
  const due = done ? readOr(() => session.eve, undefined) : eveOf(session);
  return due === undefined ? told : owed({ due, done, path }, asOf, ...told);
}
