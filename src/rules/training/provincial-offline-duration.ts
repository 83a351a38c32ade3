import { defineRule } from '../../engine/rule.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import { counted } from '../../model/finding.ts';
import { anyOf, days, hoursOfDay } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import { makeUpHours } from '../common/ahead.ts';
import { judgeCreditedHours } from '../common/credited-hours.ts';
import { longGpStages } from '../common/long-gp.ts';
import { noPart } from '../common/no-part.ts';

export default defineRule({
  id: 'training/provincial-offline-duration',
  clause: ['hoursPerDay', 'provincialOfflineDays', 'longGpOfflineDays'],
  modality: 'must',
  reads: { hoursPerDay: hoursOfDay, provincialOfflineDays: days, longGpOfflineDays: days, longGpStages },
  subject: 'session',
  on: (session) =>
    allOf(
      () => session.hasParts,
      () => session.provincial,
    ) && session,
  judge: (session, { hoursPerDay, provincialOfflineDays, longGpOfflineDays, longGpStages }) => {
    const judgeBy = (days: number) => {
      const least = hoursPerDay * days;
      return session.offline
        ? judgeCreditedHours(session.offline, hoursPerDay, least)
        : noPart(session, 'offline', { zh: `线下 ≥ ${least} 学时`, en: `≥ ${counted(least, 'offline class hour')}` });
    };
    const isLong = attempt(() => session.isGeneralPracticeOf(longGpStages));
    if (!(isLong instanceof CannotTell)) return judgeBy(isLong ? longGpOfflineDays : provincialOfflineDays);
    const [short, long] = [judgeBy(provincialOfflineDays), judgeBy(longGpOfflineDays)];
    if ('fail' in Object(short) === 'fail' in Object(long)) return short;
    throw isLong;
  },
  hints: ({ hoursPerDay, provincialOfflineDays, longGpOfflineDays, longGpStages }) => {
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
          zh: `省级全科${longGpStages.zh}师资不少于 ${asked(longGpOfflineDays).zh}`,
          en: `provincial for GP faculty (${anyOf(longGpStages.each).en}): at least ${asked(longGpOfflineDays).en}`,
          of: 'longGpOfflineDays',
          level: 'provincial',
        },
      ],
    };
  },
  words: ({ hoursPerDay, provincialOfflineDays, longGpOfflineDays, longGpStages }, { inPrinciple }) => ({
    title: { zh: '省级线下培训时长', en: 'Length of provincial offline training' },
    asks: {
      zh: `省级培训线下不少于 ${provincialOfflineDays} 天（每天 ${hoursPerDay} 学时）；有${anyOf(longGpStages.each).zh}人员的全科师资班不少于 ${longGpOfflineDays} 天。`,
      en: `The offline part of a provincial session lasts at least ${counted(provincialOfflineDays, 'day')} of ${counted(hoursPerDay, 'class hour')}; for general-practice faculty among whom are ${anyOf(longGpStages.each).en} ones, ${counted(longGpOfflineDays, 'day')}.`,
    },
    reading: {
      zh: `${inPrinciple.zh === '' ? '这一句没有“原则上”，' : ''}没有线下部分的也不符合。按学时计，每天最多计 ${hoursPerDay} 学时：一天里写了 ${2 * hoursPerDay} 学时的，只计 ${hoursPerDay} 学时。线下分几段的加起来，同时进行的几批只计最长的一批。`,
      en: `${inPrinciple.zh === '' ? 'The clause says nothing of "in principle": a session' : 'A session'} without an offline part breaks it. Counted in class hours, at most ${hoursPerDay} a day: ${2 * hoursPerDay} in one day count as ${hoursPerDay}. A list of parts is added up; of batches held at the same time the longest counts.`,
    },
    verdict: {
      zh: '写了线下或线上部分的每期省级班各判一次。计入学时不少于规定天数乘每天学时即通过，没有线下部分不通过；没有写学时，或者日期不能用而写的学时又够的，算无法判断。',
      en: 'Each provincial session with a part is judged. Credited hours of the days asked pass, and without an offline part it fails; without hours, or with unusable dates and enough hours stated, it is unknown.',
    },
    afterwards: makeUpHours,
    remedy: { zh: '增加线下学时和天数', en: 'Add offline class hours and days' },
  }),
});
