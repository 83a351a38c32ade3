import type { CalendarDate } from '../calendar/date.ts';
import { type Day, firstOf, isAfter, isBefore, lastOf, notToTheDay, settled } from '../calendar/day.ts';
import { attempt, CannotTell } from '../model/cannot-tell.ts';
import type { Duty } from './due.ts';
import { type Answer, type Failure, type Missing, type Pass, passing } from './rule.ts';

// What is spread stands last below: V8 gives what gets further keys after a spread a hidden class of its own each time.

/** An answer that tells of a duty; one that cannot be told is unknown, and tells of it too. */
export function withDuty(duty: Duty, told: Answer | (() => Answer)): Answer {
  const answer = typeof told === 'function' ? attempt(told) : told;
  if (answer instanceof CannotTell) return { unknown: answer.reason, duty };
  return answer === 'pass' ? { pass: true, duty } : { duty, ...answer };
}

/**
 * The answers about something that is done or not: done as they are; not done it is pending up to the due day, then what is
 * missing. Where the due day is not known, it is unknown from its earliest to its latest.
 */
export function owed(duty: Duty, asOf: CalendarDate, ...answers: (Pass | Missing)[]): Answer[] {
  if (!duty.done) {
    if (asOf <= firstOf(duty.due)) return [{ pending: duty.due, duty }];
    if (asOf <= lastOf(duty.due)) return [{ unknown: notToTheDay.reason, duty }];
  }
  return answers.map((each) => withDuty(duty, each));
}

/** Something owed by a day, and when the file says that it was done. */
type DatedDuty = Omit<Duty, 'done' | 'late'> & { date: Day | undefined };

/**
 * The answers about something that is dated when it is done; done after the due day it is the failure given. Where it
 * cannot be done before some day, a date before that is a failure as well, and nothing done. What is dated after the as-of
 * day is judged as it is written, but not done yet.
 */
export function owedBy(
  { date: given, ...duty }: DatedDuty,
  asOf: CalendarDate,
  late: (date: Day) => Failure,
  opens?: { from: Day; early(date: Day): Failure },
): Answer[] {
  const date = settled(given, asOf);
  if (date === undefined) return owed({ done: false, ...duty }, asOf, { missing: duty.path });
  const isEarly = opens ? attempt(() => isBefore(date, opens.from)) : false;
  const isLate = attempt(() => isAfter(date, duty.due));
  const done = lastOf(date) <= asOf && isEarly !== true;
  const told: Duty = { done, late: done && isLate === true, ...duty };
  if (opens && isEarly === true) return [withDuty(told, opens.early(date))];
  if (isLate === true) return [withDuty(told, late(date))];
  for (const each of [isLate, isEarly]) if (each instanceof CannotTell) return [{ unknown: each.reason, duty: told }];
  return [
    withDuty(
      told,
      passing(() => late(date)),
    ),
  ];
}
