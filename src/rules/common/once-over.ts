import { withDuty } from '../../engine/duty.ts';
import type { Answer, Missing } from '../../engine/rule.ts';
import type { SessionSubject } from '../../records/session.ts';

/**
 * The answers about what is owed once a session is over: pending up to its last day, then what is missing. A session that is
 * over without usable dates has no due date.
 */
export function owedOnceOver({ period }: SessionSubject, over: boolean, path: string, missing: Missing[]): Answer[] {
  const duty = period && { due: period.end, done: missing.length === 0, path };
  const answers: Answer[] = missing.length === 0 ? ['pass'] : over || !period ? missing : [{ pending: period.end }];
  return duty ? answers.map((answer) => withDuty(duty, answer)) : answers;
}
