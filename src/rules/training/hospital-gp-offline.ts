import { minutesOf } from '../../calendar/class-hours.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { reaches, staysWithin } from '../../model/range.ts';
import { hours, hoursOfDay } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import { makeUpHours } from '../common/ahead.ts';
import { shownHours, shownMinutes } from '../common/shown-hours.ts';

export default defineRule({
  id: 'training/hospital-gp-offline',
  clause: ['hospitalOfflineHours', 'hospitalGpOfflineHours'],
  modality: 'must',
  reads: { hoursPerDay: hoursOfDay, hospitalOfflineHours: hours, hospitalGpOfflineHours: hours },
  subject: 'session',
  on: (session, { hoursPerDay, hospitalOfflineHours }, { isAsked: isAskedOf }) => {
    const asked = () => (isAskedOf('training/hospital-offline-duration', session) ? hospitalOfflineHours : 0);
    const reachesLeast = ({ offline }: SessionSubject) =>
      offline !== undefined && reaches(offline.creditedMinutes(hoursPerDay), minutesOf(asked()));
    const isAsked = allOf(
      () => !session.provincial,
      () => session.generalPracticeFaculty,
      () => reachesLeast(session),
    );
    return isAsked && session.offline;
  },
  judge: (offline, { hoursPerDay, hospitalGpOfflineHours }) => {
    const credited = offline.creditedMinutes(hoursPerDay);
    const isMore = !staysWithin(credited, minutesOf(hospitalGpOfflineHours));
    const found = isMore ? shownMinutes(credited) : shownHours(credited.most);
    return judged(isMore, () => ({
      fail: offline.hoursPath,
      message: {
        zh: `全科师资线下培训计 ${found} 学时，还没有超过 ${hospitalGpOfflineHours} 学时`,
        en: `${found} offline class hours for GP faculty, not more than ${hospitalGpOfflineHours}`,
      },
      expected: `> ${hospitalGpOfflineHours}`,
      actual: found,
    }));
  },
  hints: ({ hospitalGpOfflineHours }) => ({
    '/offline/hours': {
      zh: `院级全科师资要多于 ${hospitalGpOfflineHours} 学时`,
      en: `GP faculty at hospital level: more than ${hospitalGpOfflineHours}`,
      of: 'hospitalGpOfflineHours',
      level: 'hospital',
    },
  }),
  words: ({ hospitalOfflineHours, hospitalGpOfflineHours }) => ({
    title: { zh: '院级全科师资线下时长再提高', en: 'More offline hours for GP faculty' },
    asks: {
      zh: `院级全科师资培训的线下时长要在一般要求（${hospitalOfflineHours} 学时）之上进一步提高，多于 ${hospitalGpOfflineHours} 学时。`,
      en: `Hospital-level training of GP faculty goes beyond the offline hours asked of everyone (${hospitalOfflineHours}): more than ${hospitalGpOfflineHours}.`,
    },
    reading: {
      zh: `多出多少不论，多于 ${hospitalGpOfflineHours} 学时即可；不足 ${hospitalOfflineHours} 学时的由 training/hospital-offline-duration 报告。`,
      en: `Any more than ${hospitalGpOfflineHours} will do; fewer than ${hospitalOfflineHours} is the matter of training/hospital-offline-duration.`,
    },
    verdict: {
      zh: '只看计入学时已达到一般下限的院级全科师资班，超过规定学时即通过。',
      en: 'Applies to hospital-level GP faculty sessions whose credited hours reach the general least; more than the number passes.',
    },
    afterwards: makeUpHours,
    remedy: { zh: '增加全科师资班的线下学时', en: 'Add offline class hours for GP faculty' },
  }),
});
