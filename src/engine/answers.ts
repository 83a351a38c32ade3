import { type CannotTell, whyNot } from '../model/cannot-tell.ts';
import type { Outcome } from '../model/finding.ts';
import type { Answer, Check, Failure, Missing } from './rule.ts';

/** An answer by which a check fails. */
export type Fault = Failure | Missing;

/** The answers of a check; what cannot be told is unknown. */
export function answersOf(check: Check | readonly Check[]): readonly Answer[] {
  if (check === 'pass') return PASSES;
  if (typeof check === 'function') return answersWhere(check);
  if (!isList(check)) return [check];
  const answers: Answer[] = [];
  for (const each of check) for (const answer of answersOf(each)) answers.push(answer);
  return answers;
}

/** The answers that are given; where they cannot be told, that they are unknown. */
function answersWhere(give: () => Check | readonly Check[]): readonly Answer[] {
  try {
    return answersOf(give());
  } catch (error) {
    return untold(whyNot(error));
  }
}

/** The one answer where it cannot be told. */
export const untold = ({ reason }: CannotTell): readonly Answer[] => [{ unknown: reason }];

/** What most checks come to. */
const PASSES: readonly Answer[] = ['pass'];

const isList = (check: Check | readonly Check[]): check is readonly Check[] => Array.isArray(check);

/** Whether a check fails by an answer. */
export const isFault = (answer: Answer): answer is Fault =>
  typeof answer === 'object' && ('fail' in answer || 'missing' in answer);

const outcomeOf = (answer: Answer): Outcome =>
  answer === 'pass' || 'pass' in answer
    ? 'pass'
    : isFault(answer)
      ? 'fail'
      : 'pending' in answer
        ? 'pending'
        : 'unknown';

/** What a fault is about. */
export const pathOf = (fault: Fault): string => ('fail' in fault ? fault.fail : fault.missing);

const worstFirst: Outcome[] = ['fail', 'unknown', 'pending', 'pass'];

/** The worst of some answers; a pass where there is none. */
export function worstOf(answers: readonly Answer[]): Outcome {
  if (answers === PASSES) return 'pass';
  let worst: Outcome = 'pass';
  for (const answer of answers) {
    const outcome = outcomeOf(answer);
    if (worstFirst.indexOf(outcome) < worstFirst.indexOf(worst)) worst = outcome;
  }
  return worst;
}
