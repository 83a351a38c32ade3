import { defineRule } from '../../engine/rule.ts';
import { annexTable } from '../../notices/tables.ts';
import { annexRowOf } from '../common/annex-row.ts';

export default defineRule({
  id: 'training/annex-headcount',
  clause: 'annex',
  modality: 'must',
  reads: { annex: annexTable },
  subject: 'session',
  on: (session, { annex }, { canonicalName }) => {
    const row = annexRowOf(session, annex, canonicalName);
    return row && { session, least: row.headcount };
  },
  judge: ({ session, least }) => {
    const { headcount } = session.session;
    if (headcount === undefined) return { unknown: { zh: '没有写人数', en: 'the headcount is not stated' } };
    return headcount >= least
      ? 'pass'
      : {
          fail: session.at('headcount'),
          message: {
            zh: `培训 ${headcount} 人，附件要求不少于 ${least} 人`,
            en: `${headcount} trained; the annex asks for at least ${least}`,
          },
          expected: `≥ ${least}`,
          actual: String(headcount),
        };
  },
  words: {
    title: { zh: '培训人数达到附件要求', en: 'The headcount reaches the annex’s' },
    asks: {
      zh: '附件为每期省级培训班规定了最少人数。',
      en: 'The annex sets a least headcount for each provincial session.',
    },
    verdict: {
      zh: '只看由附件指定单位承办的省级班。人数不少于附件即通过，没有写人数算无法判断。',
      en: 'Applies to a provincial session held by its category’s annex host. It passes at the annex’s headcount or more; without a headcount it is unknown.',
    },
    remedy: { zh: '增加参训人数', en: 'Train more people' },
  },
});
