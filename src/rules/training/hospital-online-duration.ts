import { minutesOf } from '../../calendar/class-hours.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { reaches } from '../../model/range.ts';
import { hours, hoursOfDay } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import { makeUpHours } from '../common/ahead.ts';
import { longestCounts } from '../common/batches.ts';
import { noPart } from '../common/no-part.ts';
import { shownHours, shownMinutes } from '../common/shown-hours.ts';

export default defineRule({
  id: 'training/hospital-online-duration',
  clause: 'hospitalOnlineHours',
  modality: 'must',
  reads: { hoursPerDay: hoursOfDay, hospitalOnlineHours: hours },
  subject: 'session',
  on: (session, _, { isWaived }) =>
    allOf(
      () => session.hasParts,
      () => !session.provincial,
      () => session.online !== undefined || !isWaived('training/blended-format', session),
    ) && session,
  judge: (session, { hoursPerDay, hospitalOnlineHours }) => {
    const { online } = session;
    if (!online)
      return noPart(session, 'online', {
        zh: `线上 ≥ ${hospitalOnlineHours} 学时`,
        en: `≥ ${counted(hospitalOnlineHours, 'online class hour')}`,
      });
    const stated = online.minutes(hoursPerDay);
    const isEnough = reaches(stated, minutesOf(hospitalOnlineHours));
    return judged(isEnough, () => {
      const found = isEnough ? shownMinutes(stated) : shownHours(stated.most);
      const batches = longestCounts(online);
      return {
        fail: online.hoursPath,
        message: {
          zh: `院级线上培训只有 ${found} 学时${batches.zh}，少于 ${hospitalOnlineHours} 学时`,
          en: `Only ${found} online class hours${batches.en}, fewer than ${hospitalOnlineHours}`,
        },
        expected: `≥ ${hospitalOnlineHours}`,
        actual: found,
      };
    });
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
    reading: {
      zh: '没有线上部分的也不符合；线上线下相结合一条已豁免的，不再追问。线上分几段的加起来，同时进行的几批只计最长的一批。',
      en: 'A session without an online part breaks it, unless its having one part only is waived. A list of parts is added up; of batches held at the same time the longest counts.',
    },
    verdict: {
      zh: '写了线下或线上部分的每期院级班各判一次，按写明的学时，不少于下限即通过，没有线上部分不通过（training/blended-format 已豁免的不判），没有写学时算无法判断。',
      en: 'Each hospital-level session with a part is judged by the hours stated; at the least number or more it passes. Without an online part it fails (or is not judged, where training/blended-format is waived), without hours it is unknown.',
    },
    afterwards: makeUpHours,
    remedy: { zh: '补足线上学时', en: 'Add online class hours' },
  }),
});
