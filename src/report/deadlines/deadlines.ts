import { daysBetween, plusDays } from '../../calendar/date.ts';
import type { CheckResult } from '../../model/check-result.ts';
import { counted, type Deadline, type Finding, type Words } from '../../model/finding.ts';
import { recordKey } from '../not-judged.ts';

/** Whether a duty is done, or still has days left, or has none. */
export type State = 'done' | 'pending' | 'overdue';

/** Names of states, as shown. */
export const stateNames: Record<State, Words> = {
  done: { zh: '已完成', en: 'done' },
  pending: { zh: '未到期', en: 'pending' },
  overdue: { zh: '已逾期', en: 'overdue' },
};

/** A duty as of a day. */
export interface DatedDuty extends Deadline {
  state: State;
  /** The earliest day that it may be due, and once that has passed the latest. */
  day: string;
  /** Days left to it as of that day: 0 on it, negative after it. */
  daysLeft: number;
}

/** What a list of duties cannot show: what was not judged, and what the config changes. */
export type Gaps = Pick<CheckResult, 'unreadable' | 'unjudged' | 'unasked' | 'overrides'>;

/** The duties of a set as of a day. */
export interface Agenda extends Gaps {
  /** How many values are unreadable or dates are missing, from which deadlines would follow. */
  mistakes: number;
  asOf: string;
  within: number | undefined;
  duties: DatedDuty[];
}

/**
 * The duties as of a day, by due date, then owner, then place. With `within`, those due from that day to so many days ahead, and
 * every overdue one.
 */
export function agenda(
  {
    deadlines = [],
    hidingDeadlines = [],
    unreadable,
    unjudged,
    unasked,
    overrides,
  }: Pick<CheckResult, 'deadlines' | 'hidingDeadlines'> & Gaps,
  asOf: string,
  within?: number,
): Agenda {
  const last = within === undefined ? undefined : plusDays(asOf, within);
  const duties = deadlines
    .map((deadline) => {
      const day = dayOf(deadline, asOf);
      return { ...deadline, state: stateOf(deadline, asOf), day, daysLeft: daysBetween(asOf, day) - 1 };
    })
    .filter(
      ({ state, due, latest = due }) => last === undefined || state === 'overdue' || (asOf <= latest && due <= last),
    )
    .sort(byDueDate);
  return {
    asOf,
    within,
    duties,
    mistakes: mistakesIn(hidingDeadlines, unjudged),
    unreadable,
    unjudged,
    unasked,
    overrides,
  };
}

/** How many findings keep deadlines from being told, save in records that are told not to be judged at all. */
function mistakesIn(findings: readonly Finding[], unjudged: Gaps['unjudged']): number {
  const told = new Set(unjudged.map(recordKey));
  return findings.filter((finding) => !told.has(recordKey(finding))).length;
}

/** What a list says of deadlines that it cannot hold; nothing where there are none. */
export const notListed = ({ mistakes }: Agenda): Words[] =>
  mistakes === 0
    ? []
    : [
        {
          zh: `有 ${mistakes} 处写错或者没有写日期，要靠它们推算的期限就列不出来；用 hn-gp check 查看，改好后再列`,
          en: `${counted(mistakes, 'value')} wrong or without a date: any deadline that follows from there is not listed; see hn-gp check`,
        },
      ];

/** How a deadline stands as of a day; where its own day is not known yet, it is overdue after the last that it may be. */
export const stateOf = ({ done, due, latest = due }: Deadline, asOf: string): State =>
  done ? 'done' : asOf <= latest ? 'pending' : 'overdue';

/** The day that days left are counted to. */
const dayOf = ({ due, latest = due }: Deadline, asOf: string): string => (asOf <= due ? due : latest);

function byDueDate(one: DatedDuty, other: DatedDuty): number {
  for (const of of [
    ({ due }: DatedDuty) => due,
    ({ owedBy }: DatedDuty) => owedBy.zh,
    ({ file }: DatedDuty) => file,
    ({ line }: DatedDuty) => line,
    ({ rule }: DatedDuty) => rule,
    ({ id }: DatedDuty) => id,
  ]) {
    const [a, b] = [of(one), of(other)];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
