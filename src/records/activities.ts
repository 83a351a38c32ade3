import { readOr } from '../model/cannot-tell.ts';
import type { Turn } from './part.ts';
import type { SessionSubject } from './session.ts';
import type { BatchSubject, RecordSubject } from './subjects.ts';

/** A session or a batch. */
export type Activity = SessionSubject | BatchSubject;

/** The sessions and batches of a record; cancelled ones are not among them. */
export const activitiesOf = ({ sessions, batches }: RecordSubject): Activity[] => [...sessions, ...batches];

/**
 * What is dated of an activity: a batch, or the turns of a session, of which those that share its dates are told of once.
 * One whose own dates cannot be read shares none.
 */
export function datedIn(activity: Activity): (Turn | BatchSubject)[] {
  if (!('turns' in activity)) return [activity];
  const { turns } = activity;
  const sharesDates = (turn: Turn) => readOr(() => turn.sharesDates, false);
  const first = turns.find(sharesDates);
  return turns.filter((turn) => turn === first || !sharesDates(turn));
}
