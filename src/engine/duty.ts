import type { CalendarDate } from '../calendar/date.ts';
import type { Duty } from './due.ts';
import type { Answer, Failure, Missing } from './rule.ts';

/** An answer that tells of a duty. */
export const withDuty = (duty: Duty, answer: Answer): Answer =>
  answer === 'pass' ? { pass: true, duty } : { ...answer, duty };

/** The answers about something that is done or not: not done it is pending up to the due day, then what is missing. */
export function owed(duty: Duty, asOf: CalendarDate, ...missing: Missing[]): Answer[] {
  if (duty.done) return [{ pass: true, duty }];
  return asOf <= duty.due ? [{ pending: duty.due, duty }] : missing.map((each) => withDuty(duty, each));
}

/** The answers about something that is dated when it is done; done after the due day it is the failure given. */
export function owedBy(
  { date, ...duty }: Omit<Duty, 'done' | 'late'> & { date: CalendarDate | undefined },
  asOf: CalendarDate,
  late: (date: CalendarDate) => Failure,
): Answer[] {
  if (date === undefined) return owed({ ...duty, done: false }, asOf, { missing: duty.path });
  return date <= duty.due
    ? [withDuty({ ...duty, done: true }, 'pass')]
    : [withDuty({ ...duty, done: true, late: true }, late(date))];
}
