import { type Answer, judged } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { shareOf } from './share.ts';

/** A group, and how many of it are reached; either may be left out. */
interface Figures {
  total: number | undefined;
  reached: number | undefined;
}

/** The two figures of a group where any is given. */
export const figuresOf = <Key extends string>(
  figures: Partial<Record<'total' | Key, number>> | undefined,
  reached: Key,
): Figures | undefined => {
  const { total } = figures ?? {};
  const of = figures?.[reached];
  return total === undefined && of === undefined ? undefined : { total, reached: of };
};

/** Whether all of a group are asked for, not only so much of it. */
const isAll = (share: number): boolean => share === 1;

/** What stands before an asked share where more is right too; `start` where it begins a sentence. */
export const atLeast = ({ value }: { value: number }): Words & { start: string } =>
  isAll(value) ? { zh: '', en: '', start: '' } : { zh: '至少', en: 'at least ', start: 'At least ' };

/**
 * Judges whether at least the asked share of a group is reached; where that is all of them, no more either. `path` is that of
 * the number reached, and `people` and `done` say who they are and what has become of them. One figure alone leaves it unknown.
 */
export function judgeWholeShare(
  path: string,
  { total, reached }: Figures,
  share: number,
  people: Words,
  done: Words,
): Answer {
  if (total === undefined || reached === undefined)
    return {
      unknown: {
        zh: `${people.zh}只写了一个数，算不出比例`,
        en: `of the ${people.en} one figure alone is given`,
      },
    };
  const asked = Math.ceil(shareOf(share, total));
  const least = atLeast({ value: share });
  return judged(isAll(share) ? reached === total : reached >= asked, () => ({
    fail: path,
    message:
      reached === 0
        ? {
            zh: `${people.zh} ${total} 人，还没有人${done.zh}，${least.zh}应为 ${asked} 人`,
            en: `None of ${total} ${people.en} ${done.en}; it should be ${least.en}${asked}`,
          }
        : {
            zh: `${people.zh} ${total} 人，${done.zh} ${reached} 人，${least.zh}应为 ${asked} 人`,
            en: `${reached} of ${total} ${people.en} ${done.en}; it should be ${least.en}${asked}`,
          },
    expected: `${isAll(share) ? '=' : '≥'} ${asked}`,
    actual: String(reached),
  }));
}
