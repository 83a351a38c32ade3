import { minutesOf } from '../../calendar/class-hours.ts';
import { defineRule } from '../../engine/rule.ts';
import { lazily } from '../../model/cannot-tell.ts';
import { counted } from '../../model/finding.ts';
import { reaches } from '../../model/range.ts';
import { annexTable } from '../../notices/tables.ts';
import { days, hoursOfDay } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import { pastMending } from '../common/ahead.ts';
import { hostedFiguresOf, ofEachCategory } from '../common/annex-row.ts';
import { judgeCreditedHours } from '../common/credited-hours.ts';
import { longGpStages } from '../common/long-gp.ts';

export default defineRule({
  id: 'training/annex-days',
  clause: 'annex',
  modality: 'must',
  reads: {
    annex: annexTable,
    hoursPerDay: hoursOfDay,
    provincialOfflineDays: days,
    longGpOfflineDays: days,
    longGpStages,
  },
  subject: 'session',
  on: (
    session,
    { annex, hoursPerDay, provincialOfflineDays, longGpOfflineDays, longGpStages },
    { canonicalName, isAsked: isAskedOf },
  ) => {
    const daysOver = (asked: number) =>
      hostedFiguresOf(session, annex, canonicalName, ({ days = 0 }) => (days > asked ? days : undefined));
    const asked = lazily(() => {
      if (!isAskedOf('training/provincial-offline-duration', session)) return 0;
      return session.isGeneralPracticeOf(longGpStages) ? longGpOfflineDays : provincialOfflineDays;
    });
    const figures = lazily(() => daysOver(asked()));
    const reachesLeast = ({ offline }: SessionSubject) =>
      offline !== undefined && reaches(offline.creditedMinutes(hoursPerDay), minutesOf(hoursPerDay * asked()));
    const isAsked = allOf(
      () => session.offline !== undefined,
      () => daysOver(0).length > 0,
      () => figures().length > 0,
      () => reachesLeast(session),
    );
    const offline = isAsked && session.offline;
    return offline && { offline, figures: figures() };
  },
  judge: ({ offline, figures }, { hoursPerDay }) =>
    figures.map((daysOf) => () => judgeCreditedHours(offline, hoursPerDay, hoursPerDay * Math.min(...daysOf()))),
  hints: ({ annex }) => {
    const days = ofEachCategory(annex, (row) =>
      row.days === undefined ? undefined : { zh: `${row.days} 天`, en: counted(row.days, 'day') },
    );
    return {
      '/offline/end': {
        zh: `省级各班的线下天数：${days.zh}`,
        en: `offline days of provincial sessions: ${days.en}`,
        level: 'provincial',
      },
    };
  },
  words: ({ hoursPerDay }, { clauseOf }) => ({
    title: { zh: `线下天数达到${clauseOf('annex')}的要求`, en: 'The offline days reach those planned' },
    asks: {
      zh: `${clauseOf('annex')}为每期省级培训班规定了最少线下天数；比一般要求（${clauseOf('provincialOfflineDays')}）更长的，按${clauseOf('annex')}。`,
      en: `The notice’s plan of sessions sets least offline days for each provincial session; where it asks more than is asked of all (${clauseOf('provincialOfflineDays')}), the plan counts.`,
    },
    reading: {
      zh: `只在${clauseOf('annex')}比一般要求更多天数、而一般要求已经达到时判定，免得同一件事报两次；哪一版通知不再有一般要求，就只按${clauseOf('annex')}判。每天最多计 ${hoursPerDay} 学时。`,
      en: `Judged only where the plan of sessions asks more than is asked of all, and what is asked of all is met, so that nothing is reported twice; where an edition asks nothing of all, the plan of sessions alone counts. At most ${hoursPerDay} class hours a day are credited.`,
    },
    verdict: {
      zh: `只看由${clauseOf('annex')}指定单位承办、有线下部分、规定天数比一般要求多、又达到一般要求的省级班。计入的学时达到规定天数乘每天学时即通过；线下日期不能用而写的学时又够的，算无法判断。`,
      en: 'Applies to a provincial session held by the host assigned to its category, with an offline part, where the plan of sessions asks more days than is asked of all and the session meets the latter. It passes when the credited hours reach those days; with unusable dates and enough hours stated it is unknown.',
    },
    afterwards: pastMending,
    remedy: { zh: '增加线下学时和天数', en: 'Add offline class hours and days' },
  }),
});
