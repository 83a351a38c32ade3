import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
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
  hints: ({ hoursPerDay, provincialOfflineDays, longGpOfflineDays }) => {
    const asked = (days: number) => ({
      zh: `${days} 天 ${days * hoursPerDay} 学时`,
      en: `${counted(days, 'day')}, ${counted(days * hoursPerDay, 'hour')}`,
    });
    return {
      '/offline/hours': [
        {
          zh: `省级不少于 ${asked(provincialOfflineDays).zh}`,
          en: `provincial: at least ${asked(provincialOfflineDays).en}`,
          of: 'provincialOfflineDays',
          level: 'provincial',
        },
        {
          zh: `省级全科新进、到期师资不少于 ${asked(longGpOfflineDays).zh}`,
          en: `provincial for new or expiring GP faculty: at least ${asked(longGpOfflineDays).en}`,
          of: 'longGpOfflineDays',
          level: 'provincial',
        },
      ],
    };
  },
  words: ({ hoursPerDay, provincialOfflineDays, longGpOfflineDays }) => ({
    title: { zh: '省级线下培训时长', en: 'Length of provincial offline training' },
    asks: {
      zh: `省级培训线下不少于 ${provincialOfflineDays} 天（每天 ${hoursPerDay} 学时）；有新进或到期人员的全科师资班不少于 ${longGpOfflineDays} 天。`,
      en: `The offline part of a provincial session lasts at least ${counted(provincialOfflineDays, 'day')} of ${counted(hoursPerDay, 'class hour')}; for general-practice faculty among whom are new or expiring ones, ${counted(longGpOfflineDays, 'day')}.`,
    },
    reading: {
      zh: `按学时计，每天最多计 ${hoursPerDay} 学时：一天里写了 ${2 * hoursPerDay} 学时的，只计 ${hoursPerDay} 学时。`,
      en: `Counted in class hours, at most ${hoursPerDay} a day: ${2 * hoursPerDay} in one day count as ${hoursPerDay}.`,
    },
    verdict: {
      zh: '有线下部分的每期省级班各判一次。计入学时不少于规定天数乘每天学时即通过；日期不能用而写的学时又够的，算无法判断。',
      en: 'Each provincial session with an offline part is judged. Credited hours of the days asked pass; with unusable dates and enough hours stated it is unknown.',
    },
    remedy: { zh: '增加线下学时和天数', en: 'Add offline class hours and days' },
  }),
});
