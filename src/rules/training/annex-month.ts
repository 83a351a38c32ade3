import { monthOf } from '../../calendar/date.ts';
import { defineRule } from '../../engine/rule.ts';
import { annexTable } from '../../notices/tables.ts';
import { annexRowOf } from '../common/annex-row.ts';

export default defineRule({
  id: 'training/annex-month',
  clause: 'annex',
  modality: 'guide',
  reads: { annex: annexTable },
  subject: 'session',
  on: (session, { annex }, { canonicalName }) => {
    const row = session.period && annexRowOf(session, annex, canonicalName);
    const first = session.parts.find(({ period }) => period?.start === session.period?.start);
    return row && session.period && first && { path: first.path, start: session.period.start, month: row.month };
  },
  judge: ({ path, start, month }) =>
    monthOf(start) === month
      ? 'pass'
      : {
          fail: `${path}/start`,
          message: {
            zh: `${start} 开班，附件排在 ${month} 月`,
            en: `It starts on ${start}; the annex puts it in month ${month}`,
          },
          expected: { zh: `${month} 月`, en: `month ${month}` },
          actual: start,
        },
  words: {
    title: { zh: '培训月份与附件一致', en: 'The month is the annex’s' },
    asks: { zh: '附件为每期省级培训班排定了培训月份。', en: 'The annex sets a month for each provincial session.' },
    reading: { zh: '以开班日期所在的月份为准。', en: 'The month of the first day counts.' },
    verdict: {
      zh: '只看由附件指定单位承办、写了日期的省级班，月份相同即通过。',
      en: 'Applies to a dated provincial session held by its category’s annex host; the same month passes.',
    },
    remedy: {
      zh: '按附件的月份安排；确需调整的，请先与省中心商定',
      en: 'Move it to the annex’s month, or settle another with the centre',
    },
  },
});
