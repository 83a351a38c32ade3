import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { hours } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/hospital-online-duration',
  clause: 'hospitalOnlineHours',
  modality: 'must',
  reads: { hospitalOnlineHours: hours },
  subject: 'session',
  on: ({ provincial, online }) => !provincial && online,
  judge: ({ path, hours }, { hospitalOnlineHours }) =>
    hours >= hospitalOnlineHours
      ? 'pass'
      : {
          fail: `${path}/hours`,
          message: {
            zh: `院级线上培训只有 ${hours} 学时，少于 ${hospitalOnlineHours} 学时`,
            en: `Only ${hours} online class hours, fewer than ${hospitalOnlineHours}`,
          },
          expected: `≥ ${hospitalOnlineHours}`,
          actual: String(hours),
        },
  hints: ({ hospitalOnlineHours }) => ({
    '/online/hours': {
      zh: `院级线上不少于 ${hospitalOnlineHours} 学时`,
      en: `hospital level: at least ${hospitalOnlineHours}`,
      level: 'hospital',
    },
  }),
  words: ({ hospitalOnlineHours }) => ({
    title: { zh: '院级线上培训时长', en: 'Length of hospital-level online training' },
    asks: {
      zh: `院级培训线上不少于 ${hospitalOnlineHours} 学时。`,
      en: `The online part of a hospital-level session has at least ${counted(hospitalOnlineHours, 'class hour')}.`,
    },
    verdict: {
      zh: '有线上部分的每期院级班各判一次，按写明的学时，不少于下限即通过。',
      en: 'Each hospital-level session with an online part is judged by the hours stated; at the least number or more it passes.',
    },
    remedy: { zh: '增加线上学时', en: 'Add online class hours' },
  }),
});
