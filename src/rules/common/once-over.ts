import { type CalendarDate, plusDays } from '../../calendar/date.ts';
import { type Day, dayBetween, firstOf, isAtMost, lastOf } from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import type { Answer, Failure, Missing, Pass } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import type { SessionSubject } from '../../records/session.ts';
import { isWhole } from './whole-list.ts';

/** Whether it can be told, now or once its dates are known, that a session is over: it is done, or has a last day. */
export const hasAnEnd = (session: SessionSubject): boolean =>
  session.completed || readOr(() => session.period !== undefined, true);

/**
 * The answers about what is owed once a session is over: what is there passes, what is missing or too little is pending up to
 * the last day.
 * Nothing is done before that, unless said otherwise. A session that is over without usable dates has no due date.
 */
export function owedOnceOver(
  session: SessionSubject,
  asOf: CalendarDate,
  path: string,
  told: readonly (Pass | Missing | Failure)[],
  isDone: boolean = isWhole(told) && hasEnded(session, asOf),
): readonly Answer[] {
  const period = readOr(() => session.period, undefined);
  const duty = period && { due: endAsOf(session, period.end, asOf), done: isDone, path };
  const answers = isWhole(told) ? told : untilOver(session, asOf, told);
  return duty ? answers.map((answer) => withDuty(duty, answer)) : answers;
}

/** The last day of a session; of one that is over by its own word a day that has passed, whatever its dates say. */
export function endAsOf(session: SessionSubject, end: Day, asOf: CalendarDate): Day {
  const last = plusDays(asOf, -1);
  if (!session.completed) return end;
  if (lastOf(end) <= last) return end;
  return firstOf(end) < last ? dayBetween(firstOf(end), last) : last;
}

/** Whether it is done, or its last day has come. */
const hasEnded = (session: SessionSubject, asOf: CalendarDate): boolean =>
  session.completed || readOr(() => session.period !== undefined && isAtMost(session.period.end, asOf), false);

function untilOver(session: SessionSubject, asOf: CalendarDate, missing: readonly Answer[]): readonly Answer[] {
  const over = attempt(() => session.isOver(asOf));
  if (over instanceof CannotTell) return [{ unknown: over.reason }];
  if (over) return missing;
  const { period } = session;
  return period ? [{ pending: period.end }] : missing;
}
