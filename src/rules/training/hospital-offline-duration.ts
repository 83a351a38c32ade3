import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { hours } from '../../notices/value-kinds.ts';
import { judgeCreditedHours } from '../common/credited-hours.ts';

export default defineRule({
  id: 'training/hospital-offline-duration',
  clause: 'hospitalOfflineHours',
  modality: 'must',
  reads: { hoursPerDay: hours, hospitalOfflineHours: hours },
  subject: 'session',
  on: ({ provincial, offline }) => !provincial && offline,
  judge: (offline, { hoursPerDay, hospitalOfflineHours }) =>
    judgeCreditedHours(offline, hoursPerDay, hospitalOfflineHours),
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
      zh: `每天最多计 ${hoursPerDay} 学时。`,
      en: `At most ${counted(hoursPerDay, 'class hour')} a day count.`,
    },
    verdict: {
      zh: '有线下部分的每期院级班各判一次。计入学时不少于下限即通过；日期不能用而写的学时又够的，算无法判断。',
      en: 'Each hospital-level session with an offline part is judged. Enough credited hours pass; with unusable dates and enough hours stated it is unknown.',
    },
    remedy: { zh: '增加线下学时', en: 'Add offline class hours' },
  }),
});
