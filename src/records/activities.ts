import type { Day } from '../calendar/day.ts';
import { readOr } from '../model/cannot-tell.ts';
import type { RecordSubject } from './subjects.ts';

/** A session or batch with a last day, and whether it is marked as done. */
export interface DatedActivity {
  path: string;
  end: Day;
  isCompleted: boolean;
}

/** The sessions and batches of a record whose last day is known; cancelled ones are not among them. */
export const datedActivities = ({ sessions, batches }: RecordSubject): DatedActivity[] =>
  [...sessions, ...batches].flatMap((activity) => {
    const end = readOr(() => activity.period?.end, undefined);
    return end === undefined ? [] : [{ path: activity.path, end, isCompleted: activity.completed }];
  });
