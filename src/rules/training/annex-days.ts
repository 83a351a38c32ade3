import { defineRule } from '../../engine/rule.ts';
import { annexTable } from '../../notices/tables.ts';
import { days, hours } from '../../notices/value-kinds.ts';
import { annexRowOf } from '../common/annex-row.ts';
import { judgeCreditedHours } from '../common/credited-hours.ts';

export default defineRule({
  id: 'training/annex-days',
  clause: 'annex',
  modality: 'must',
  reads: { annex: annexTable, hoursPerDay: hours, provincialOfflineDays: days, longGpOfflineDays: days },
  subject: 'session',
  on: (session, { annex, provincialOfflineDays, longGpOfflineDays }, { canonicalName }) => {
    const row = annexRowOf(session, annex, canonicalName);
    const asked = session.longGeneralPractice ? longGpOfflineDays : provincialOfflineDays;
    return row && session.offline && row.days > asked && { ...session.offline, days: row.days };
  },
  judge: (offline, { hoursPerDay }) => judgeCreditedHours(offline, hoursPerDay, hoursPerDay * offline.days),
  words: ({ hoursPerDay }, { clauseOf }) => ({
    title: { zh: '线下天数达到附件要求', en: 'The offline days reach the annex’s' },
    asks: {
      zh: '附件为每期省级培训班规定了最少线下天数；比正文要求更长的，按附件。',
      en: 'The annex sets least offline days for each provincial session; where it asks more than the text, the annex counts.',
    },
    reading: {
      zh: `只在附件比正文（${clauseOf('provincialOfflineDays')}）要求更多天数时判定，免得同一件事报两次。每天最多计 ${hoursPerDay} 学时。`,
      en: `Judged only where the annex asks more than ${clauseOf('provincialOfflineDays')}, so that nothing is reported twice. At most ${hoursPerDay} class hours a day are credited.`,
    },
    verdict: {
      zh: '只看由附件指定单位承办、有线下部分、附件天数比正文多的省级班。计入的学时达到附件天数乘每天学时即通过；线下日期不能用而写的学时又够的，算无法判断。',
      en: 'Applies to a provincial session held by its category’s annex host, with an offline part, where the annex asks more days than the text. It passes when the credited hours reach the annex’s days; with unusable dates and enough hours stated it is unknown.',
    },
    remedy: { zh: '增加线下学时和天数', en: 'Add offline class hours and days' },
  }),
});
