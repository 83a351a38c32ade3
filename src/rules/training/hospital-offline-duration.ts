import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { hours, hoursOfDay } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import { makeUpHours } from '../common/ahead.ts';
import { judgeCreditedHours } from '../common/credited-hours.ts';
import { noPart } from '../common/no-part.ts';

export default defineRule({
  id: 'training/hospital-offline-duration',
  clause: 'hospitalOfflineHours',
  modality: 'must',
  reads: { hoursPerDay: hoursOfDay, hospitalOfflineHours: hours },
  subject: 'session',
  on: (session) =>
    allOf(
      () => session.hasParts,
      () => !session.provincial,
    ) && session,
  judge: (session, { hoursPerDay, hospitalOfflineHours }) =>
    session.offline
      ? judgeCreditedHours(session.offline, hoursPerDay, hospitalOfflineHours)
      : noPart(session, 'offline', {
          zh: `线下 ≥ ${hospitalOfflineHours} 学时`,
          en: `≥ ${counted(hospitalOfflineHours, 'offline class hour')}`,
        }),
  hints: ({ hoursPerDay, hospitalOfflineHours }) => ({
    '/offline/hours': [
      {
        zh: `院级不少于 ${hospitalOfflineHours} 学时`,
        en: `hospital level: at least ${hospitalOfflineHours}`,
        level: 'hospital',
      },
      { zh: `每天最多算 ${hoursPerDay} 学时`, en: `at most ${hoursPerDay} a day count`, of: 'hoursPerDay' },
    ],
  }),
  words: ({ hoursPerDay, hospitalOfflineHours }) => ({
    title: { zh: '院级线下培训时长', en: 'Length of hospital-level offline training' },
    asks: {
      zh: `院级培训线下不少于 ${hospitalOfflineHours} 学时。`,
      en: `The offline part of a hospital-level session has at least ${counted(hospitalOfflineHours, 'class hour')}.`,
    },
    reading: {
      zh: `没有线下部分的也不符合。每天最多计 ${hoursPerDay} 学时。线下分几段的加起来，同时进行的几批只计最长的一批。`,
      en: `A session without an offline part breaks it. At most ${counted(hoursPerDay, 'class hour')} a day count. A list of parts is added up; of batches held at the same time the longest counts.`,
    },
    verdict: {
      zh: '写了线下或线上部分的每期院级班各判一次。计入学时不少于下限即通过，没有线下部分不通过；没有写学时，或者日期不能用而写的学时又够的，算无法判断。',
      en: 'Each hospital-level session with a part is judged. Enough credited hours pass, and without an offline part it fails; without hours, or with unusable dates and enough hours stated, it is unknown.',
    },
    afterwards: makeUpHours,
    remedy: { zh: '增加线下学时', en: 'Add offline class hours' },
  }),
});
