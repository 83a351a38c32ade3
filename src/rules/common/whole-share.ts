import type { Answer } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { compareToShare } from './share.ts';

/**
 * Judges whether exactly the asked share of a group is reached; `path` is that of the number reached, and `people` and
 * `done` say who they are and what has become of them.
 */
export function judgeWholeShare(
  path: string,
  reached: number,
  share: number,
  total: number,
  people: Words,
  done: Words,
): Answer {
  const asked = total * share;
  return compareToShare(reached, share, total) === 0
    ? 'pass'
    : {
        fail: path,
        message: {
          zh: `${people.zh} ${total} 人，${done.zh} ${reached} 人，应为 ${asked} 人`,
          en: `${reached} of ${total} ${people.en} ${done.en}; it should be ${asked}`,
        },
        expected: `= ${asked}`,
        actual: String(reached),
      };
}
