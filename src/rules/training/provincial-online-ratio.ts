import { defineRule, judged } from '../../engine/rule.ts';
import type { Range } from '../../model/range.ts';
import { divisor, hoursOfDay } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import { makeUpHours } from '../common/ahead.ts';
import { longestCounts } from '../common/batches.ts';
import { noPart } from '../common/no-part.ts';
import { compareProducts } from '../common/share.ts';
import { shownHours, shownMinutes } from '../common/shown-hours.ts';

/** Whether some minutes stand to others at a ratio or more; throws CannotTell where they may or not. */
function standsAt(some: Range, others: Range, [share, otherShare]: [number, number]): boolean {
  const isEnough = (one: number, other: number) =>
    Number.isFinite(other) && (!Number.isFinite(one) || compareProducts([one, otherShare], [other, share]) >= 0);
  if (isEnough(some.least, others.most)) return true;
  if (!isEnough(some.most, others.least)) return false;
  throw some.why ?? others.why;
}

export default defineRule({
  id: 'training/provincial-online-ratio',
  clause: ['onlineShare', 'offlineShare'],
  modality: 'must',
  reads: { hoursPerDay: hoursOfDay, onlineShare: divisor, offlineShare: divisor },
  subject: 'session',
  on: (session, _, { isWaived }) =>
    allOf(
      () => session.offline !== undefined,
      () => session.provincial,
      () => session.online !== undefined || !isWaived('training/blended-format', session),
    ) && session,
  judge: (session, { hoursPerDay, onlineShare, offlineShare }) => {
    const { offline, online } = session;
    if (!offline || !online)
      return noPart(session, 'online', {
        zh: `线上与线下学时 ≥ ${onlineShare}:${offlineShare}`,
        en: `online : offline hours ≥ ${onlineShare}:${offlineShare}`,
      });
    const [asked, stated] = [offline.minutes(hoursPerDay), online.minutes(hoursPerDay)];
    const isEnough = standsAt(stated, asked, [onlineShare, offlineShare]);
    const found = isEnough ? shownMinutes(stated) : shownHours(stated.most);
    const of = shownHours(asked.least);
    return judged(isEnough, () => {
      const [ofOnline, ofOffline] = [longestCounts(online), longestCounts(offline)];
      return {
        fail: online.hoursPath,
        message: {
          zh: `线上 ${found} 学时${ofOnline.zh}、线下 ${of} 学时${ofOffline.zh}，线上与线下不到 ${onlineShare}:${offlineShare}`,
          en: `${found} online${ofOnline.en} to ${of} offline class hours${ofOffline.en} is less than ${onlineShare}:${offlineShare}`,
        },
        expected: `≥ ${shownHours((asked.least * onlineShare) / offlineShare, 'up')}`,
        actual: found,
      };
    });
  },
  hints: ({ onlineShare, offlineShare }) => ({
    '/online/hours': {
      zh: `省级线上与线下学时之比不低于 ${onlineShare}:${offlineShare}`,
      en: `provincial: at least ${onlineShare}:${offlineShare} of the offline hours`,
      level: 'provincial',
    },
  }),
  words: ({ onlineShare, offlineShare }) => ({
    title: { zh: '省级线上线下学时比例', en: 'Ratio of online to offline hours' },
    asks: {
      zh: `省级培训线上与线下的学时之比不低于 ${onlineShare}:${offlineShare}。`,
      en: `The online class hours of a provincial session stand to the offline ones at ${onlineShare}:${offlineShare} or more.`,
    },
    reading: {
      zh: '按写明的学时直接相比，不取整。没有线上部分的也不符合；线上线下相结合一条已豁免的，不再追问。',
      en: 'Hours as stated, without rounding. A session without an online part breaks it, unless its having one part only is waived.',
    },
    verdict: {
      zh: `有线下部分的每期省级班各判一次，线上学时 × ${offlineShare} ≥ 线下学时 × ${onlineShare} 即通过，没有线上部分不通过（training/blended-format 已豁免的不判），没有写学时算无法判断。`,
      en: `Each provincial session with an offline part is judged. It passes when online hours × ${offlineShare} ≥ offline hours × ${onlineShare}. Without an online part it fails (or is not judged, where training/blended-format is waived), without hours it is unknown.`,
    },
    afterwards: makeUpHours,
    remedy: { zh: '增加线上学时', en: 'Add online class hours' },
  }),
});
