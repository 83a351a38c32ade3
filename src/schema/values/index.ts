import { dayBetween } from '../../calendar/day.ts';
import { spanOf } from '../../calendar/span.ts';
import { readCount, readMonths, writeCount } from './count.ts';
import { type DateContext, readDate, writeDate } from './date.ts';
import { readDays, writeDays } from './days.ts';
import { readHours, writeHours } from './hours.ts';
import { readInterval, writeInterval } from './interval.ts';
import { readMoney, writeMoney } from './money.ts';
import { readShare, writeShare } from './share.ts';
import { readSpan, writeSpan } from './span.ts';
import { readYear, writeYear } from './year.ts';
import { readYesNo, writeYesNo } from './yes-no.ts';

/** The types of value that people write in more forms than one; codes and lists are told by the vocabulary of their place. */
export type ValueType = 'date' | 'span' | 'days' | 'hours' | 'count' | 'months' | 'year' | 'money' | 'share' | 'yes-no';

/** What a value is read against: the record's year, the class hours that a day has, and the units of its place. */
export interface ValueContext extends DateContext {
  hoursPerDay: number | undefined;
  units?: readonly string[];
}

/** A value as the rules read it, and as it stands first among its forms. */
export interface ReadValue {
  value: string | number | boolean;
  first: string;
}

type Reader = (written: string, context: ValueContext) => ReadValue | undefined;

/** A reader with its writer; `canonical` turns what is read into what stands in a record. */
function form<Read extends { value: unknown }>(
  read: (written: string, context: ValueContext) => Read | undefined,
  write: (read: Read, context: ValueContext) => string,
  canonical: (value: Read['value']) => ReadValue['value'] = (value) => value as ReadValue['value'],
): Reader {
  return (written, context) => {
    const found = read(written, context);
    return found && { value: canonical(found.value as Read['value']), first: write(found, context) };
  };
}

const interval = form(readInterval, writeInterval, ({ first, last }) => dayBetween(first, last));
const date = form(readDate, writeDate);
const span = form(readSpan, writeSpan, ({ start, end }) => spanOf(start, end));

const readers: Record<ValueType, Reader> = {
  date: (written, context) => date(written, context) ?? interval(written, context),
  span: (written, context) => span(written, context) ?? interval(written, context),
  days: form(readDays, writeDays),
  hours: form(readHours, writeHours),
  count: form(readCount, writeCount),
  months: form(readMonths, writeCount),
  year: form(readYear, writeYear),
  money: form(readMoney, writeMoney),
  share: form(readShare, writeShare),
  'yes-no': form(readYesNo, writeYesNo),
};

/** Reads a value of a type in any of the forms that people write it in; undefined where it is none of them, which is a mistake. */
export const readValue = (type: ValueType, written: string, context: ValueContext): ReadValue | undefined =>
  readers[type](written, context);

/** Whether a text is one of the forms of a type in some record: what it is read against makes no difference to that. */
export const canRead = (type: ValueType, written: string, units?: readonly string[]): boolean =>
  readValue(type, written, { year: 2000, hoursPerDay: 1, ...(units && { units }) }) !== undefined;

/** Whether a count, or a number of days, is written as one of at least so much: `≥80`, `不少于2天`, `80人以上`. */
export const isPromise = (written: string): boolean =>
  [readCount, readDays].some((read) => read(written)?.isLeast === true);
