import { daysBetween } from '../../calendar/date.ts';
import type { Activity } from '../../model/evidence.ts';
import type { DutyShown } from '../requests.ts';
import type { Word } from './language.ts';

/** How a duty stands, as it is shown: one whose day is not known yet is a state of its own. */
export type DutyStanding = DutyShown['state'] | 'unknown';

/** From the one that asks for most attention to the one that asks for none. */
export const dutyStandings: readonly DutyStanding[] = ['overdue', 'unknown', 'pending', 'done'];

export const dutySigns: Record<DutyStanding, string> = { overdue: '!', unknown: '?', pending: '…', done: '✓' };

export const standingOfDuty = ({ state, latest }: DutyShown): DutyStanding =>
  latest !== null && state === 'pending' ? 'unknown' : state;

export const dutyStandingName = (standing: DutyStanding, word: Word): string =>
  ({
    overdue: word('已逾期', 'overdue'),
    unknown: word('日期未定', 'day not known'),
    pending: word('未到期', 'pending'),
    done: word('已完成', 'done'),
  })[standing];

/** How the duties of an activity name it. */
export const nameOf = ({ id, title }: Activity): string => (id === null || id === title ? title : `${id} ${title}`);

/** Days from the first of January, as a share of the year. */
export function shareOf(date: string, year: number): number {
  const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
  return Math.max(0, Math.min(1, (daysBetween(first, date) - 1) / (daysBetween(first, next) - 1)));
}
