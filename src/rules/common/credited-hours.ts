import type { Answer } from '../../engine/rule.ts';
import { creditedHours, type PartSubject } from '../../records/session.ts';

/** Judges an offline part by its credited class hours: unusable dates leave them unknown, unless even the stated hours are too few. */
export function judgeCreditedHours(part: PartSubject, hoursPerDay: number, least: number): Answer {
  const credited = creditedHours(part, hoursPerDay);
  if (credited === undefined && part.hours >= least)
    return {
      unknown: {
        zh: '线下起止日期不能用，算不出计入的学时',
        en: 'the offline dates are unusable, so the credited hours cannot be told',
      },
    };
  const counted = credited ?? part.hours;
  if (counted >= least) return 'pass';
  const capped =
    counted < part.hours
      ? {
          zh: `（写了 ${part.hours} 学时，每天最多计 ${hoursPerDay}）`,
          en: ` (${part.hours} stated, at most ${hoursPerDay} a day credited)`,
        }
      : { zh: '', en: '' };
  return {
    fail: `${part.path}/hours`,
    message: {
      zh: `线下培训计 ${counted} 学时${capped.zh}，少于 ${least} 学时`,
      en: `${counted} offline class hours${capped.en}, fewer than ${least}`,
    },
    expected: `≥ ${least}`,
    actual: String(counted),
  };
}
