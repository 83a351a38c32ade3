import { inWords, lastOf, settled } from '../../calendar/day.ts';
import { owed, withDuty } from '../../engine/duty.ts';
import { defineRule, passing } from '../../engine/rule.ts';
import { date } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/province-bulletin',
  clause: 'bulletinDue',
  modality: 'must',
  reads: { bulletinDue: date },
  subject: 'province',
  on: ({ province }) => province,
  judge: (province, { bulletinDue }, { asOf }) => {
    const bulletin = settled(province.bulletin, asOf);
    return bulletin === undefined
      ? owed({ due: bulletinDue, done: false, path: '/bulletin' }, asOf, { missing: '/bulletin' })
      : // A day to come is a plan: it passes, and nothing is done yet.
        withDuty(
          { due: bulletinDue, done: lastOf(bulletin) <= asOf, path: '/bulletin' },
          passing(() => ({ expected: { zh: '有通报日期', en: 'a date' }, actual: inWords(bulletin) })),
        );
  },
  hints: ({ bulletinDue }) => ({ '/bulletin': { zh: `不晚于 ${bulletinDue.value}`, en: `by ${bulletinDue.value}` } }),
  words: ({ bulletinDue: { day } }) => ({
    title: { zh: '发布年度培训通报', en: 'The year’s bulletin is published' },
    asks: {
      zh: '全年培训（含省外和院级）要及时总结，发布培训通报。',
      en: 'The year’s training, out-of-province and hospital-level included, is summed up and a bulletin published.',
    },
    reading: {
      zh: `“及时”理解为 ${day.zh}（含）前；写了日期就算已发布。`,
      en: `"In time" is read as by ${day.en}; any date given passes.`,
    },
    verdict: {
      zh: '有全省计划的年度判一次。写了通报日期即通过；没有写的，期限当天及以前算未到期，过后不通过。',
      en: 'Judged once a year that has a province record. Any date passes; without one it is pending up to the due day and fails after it.',
    },
    missing: { zh: '没有写培训通报的发布日期', en: 'The bulletin is not dated' },
    remedy: { zh: '发布后写明“培训通报”日期', en: 'Publish it and give "bulletin"' },
  }),
});
