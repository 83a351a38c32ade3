import type { CalendarDate } from '../calendar/date.ts';
import { type Day, firstOf, isAtMost, lastOf, notToTheDay } from '../calendar/day.ts';
import { attempt, CannotTell } from '../model/cannot-tell.ts';
import type { Duty } from './due.ts';
import type { Answer, Failure, Missing } from './rule.ts';

/** An answer that tells of a duty; one that cannot be told is unknown, and tells of it too. */
export function withDuty(duty: Duty, told: Answer | (() => Answer)): Answer {
  const answer = typeof told === 'function' ? attempt(told) : told;
  if (answer instanceof CannotTell) return { unknown: answer.reason, duty };
  return answer === 'pass' ? { pass: true, duty } : { ...answer, duty };
}

/**
 * The answers about something that is done or not: not done it is pending up to the due day, then what is missing. Where the
 * due day is not known, it is unknown from its earliest to its latest.
 */
export function owed(duty: Duty, asOf: CalendarDate, ...missing: Missing[]): Answer[] {
  if (duty.done) return [{ pass: true, duty }];
  if (asOf <= firstOf(duty.due)) return [{ pending: duty.due, duty }];
  if (asOf <= lastOf(duty.due)) return [{ unknown: notToTheDay.reason, duty }];
  return missing.map((each) => withDuty(duty, each));
}

/** The answers about something that is dated when it is done; done after the due day it is the failure given. */
export function owedBy(
  { date, ...duty }: Omit<Duty, 'done' | 'late'> & { date: Day | undefined },
  asOf: CalendarDate,
  late: (date: Day) => Failure,
): Answer[] {
  if (date === undefined) return owed({ ...duty, done: false }, asOf, { missing: duty.path });
  const inTime = attempt(() => isAtMost(date, duty.due));
  if (inTime instanceof CannotTell) return [{ unknown: inTime.reason, duty: { ...duty, done: true } }];
  return inTime
    ? [withDuty({ ...duty, done: true }, 'pass')]
    : [withDuty({ ...duty, done: true, late: true }, late(date))];
}
