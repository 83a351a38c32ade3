import { defineRule } from '../../engine/rule.ts';
import { days, hours } from '../../notices/value-kinds.ts';
import { judgeCreditedHours } from '../common/credited-hours.ts';

export default defineRule({
  id: 'training/provincial-offline-duration',
  clause: ['hoursPerDay', 'provincialOfflineDays', 'longGpOfflineDays'],
  modality: 'must',
  reads: { hoursPerDay: hours, provincialOfflineDays: days, longGpOfflineDays: days },
  subject: 'session',
  on: ({ provincial, offline, longGeneralPractice }) => provincial && offline && { ...offline, longGeneralPractice },
  judge: (offline, { hoursPerDay, provincialOfflineDays, longGpOfflineDays }) =>
    judgeCreditedHours(
      offline,
      hoursPerDay,
      hoursPerDay * (offline.longGeneralPractice ? longGpOfflineDays : provincialOfflineDays),
    ),
  words: {
    title: { zh: '省级线下培训时长', en: 'Length of provincial offline training' },
    asks: {
      zh: '省级培训线下不少于 2 天（每天 8 学时）；有新进或到期人员的全科师资班不少于 7 天。',
      en: 'The offline part of a provincial session lasts at least 2 days of 8 class hours; for general-practice faculty among whom are new or expiring ones, 7 days.',
    },
    reading: {
      zh: '按学时计，每天最多计 8 学时：写 16 学时但只有 1 天的，只计 8 学时。',
      en: 'Counted in class hours, at most 8 a day: 16 hours in one day count as 8.',
    },
    verdict: {
      zh: '有线下部分的每期省级班各判一次。计入学时不少于规定天数乘每天学时即通过；日期不能用而写的学时又够的，算无法判断。',
      en: 'Each provincial session with an offline part is judged. Credited hours of the days asked pass; with unusable dates and enough hours stated it is unknown.',
    },
    remedy: { zh: '增加线下学时和天数', en: 'Add offline class hours and days' },
  },
});
