import { minutesOf } from '../../calendar/class-hours.ts';
import { type Answer, judged } from '../../engine/rule.ts';
import { reaches } from '../../model/range.ts';
import type { PartSubject } from '../../records/part.ts';
import { longestCounts } from './batches.ts';
import { shownHours, shownMinutes } from './shown-hours.ts';

/** Judges an offline part by its credited class hours; throws CannotTell where they may be enough or not. */
export function judgeCreditedHours(part: PartSubject, hoursPerDay: number, least: number): Answer {
  const credited = part.creditedMinutes(hoursPerDay);
  const isEnough = reaches(credited, minutesOf(least));
  return judged(isEnough, () => {
    const found = isEnough ? shownMinutes(credited) : shownHours(credited.most);
    const capped = cappedFrom(part, hoursPerDay, credited.most);
    const batches = longestCounts(part);
    return {
      fail: part.hoursPath,
      message: {
        zh: `线下培训计 ${found} 学时${capped.zh}${batches.zh}，少于 ${least} 学时`,
        en: `${found} offline class hours${capped.en}${batches.en}, fewer than ${least}`,
      },
      expected: `≥ ${least}`,
      actual: found,
    };
  });
}

/** Why fewer hours are credited than are stated. */
function cappedFrom(part: PartSubject, hoursPerDay: number, credited: number) {
  const { most: stated } = part.minutes(hoursPerDay);
  if (stated <= credited) return { zh: '', en: '' };
  if (!Number.isFinite(stated))
    return {
      zh: `（没有写清学时，每天最多计 ${hoursPerDay}）`,
      en: ` at most (hours not stated, at most ${hoursPerDay} a day credited)`,
    };
  const hours = shownHours(stated);
  return {
    zh: `（写了 ${hours} 学时，每天最多计 ${hoursPerDay}）`,
    en: ` (${hours} stated, at most ${hoursPerDay} a day credited)`,
  };
}
