import type { RecordSubject } from './subjects.ts';

/** A session or batch with a last day, and its status. */
export interface DatedActivity {
  path: string;
  end: string;
  status: 'planned' | 'completed';
}

/** The sessions and batches of a record whose last day is known; cancelled ones are not among them. */
export function datedActivities({ sessions, batches }: RecordSubject): DatedActivity[] {
  const status = (given: string | undefined) => (given === 'completed' ? 'completed' : 'planned');
  const dated: DatedActivity[] = [];
  for (const { path, period, session } of sessions)
    if (period) dated.push({ path, end: period.end, status: status(session.status) });
  for (const { path, period, batch } of batches) {
    const end = period?.end ?? (batch.start === undefined ? batch.end : undefined);
    if (end !== undefined) dated.push({ path, end, status: status(batch.status) });
  }
  return dated;
}
