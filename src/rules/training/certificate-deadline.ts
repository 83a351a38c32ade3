import { type Day, firstOf, inChinese, inEnglish, inWords, lastOf, upTo } from '../../calendar/day.ts';
import { plusWorkingDays } from '../../calendar/working-days.ts';
import { owedBy } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { counted, type Words } from '../../model/finding.ts';
import { workingDays } from '../../notices/value-kinds.ts';
import { doneTooSoon, remedyLate } from '../common/ahead.ts';

export default defineRule({
  id: 'training/certificate-deadline',
  clause: 'certificateWorkingDays',
  modality: 'must',
  reads: { certificateWorkingDays: workingDays },
  subject: 'session',
  on: (session) => session.provincial && session.period && { session, end: session.period.end },
  judge: ({ session, end }, { certificateWorkingDays }, { asOf }) => {
    const { date: due, published } = plusWorkingDays(end, certificateWorkingDays);
    const path = session.at('certification', 'date');
    const date = session.session.certification?.date;
    const note = published
      ? undefined
      : {
          zh: '当年放假安排尚未公布，按平常周一至周五推算',
          en: 'that year’s holidays are not published yet, so plain weekdays were counted',
        };
    const failed = (message: Words, expected: Words, found: Day, remedy: Words) => ({
      fail: path,
      message,
      expected,
      actual: inWords(found),
      remedy,
    });
    return owedBy(
      { due, path, date, note },
      asOf,
      (late) =>
        failed(
          {
            zh: `${inChinese(late)} 才授证，超过结束后 ${certificateWorkingDays} 个工作日，应在 ${lastOf(due)}（含）前${note ? `（${note.zh}）` : ''}`,
            en: `Certified on ${inEnglish(late)}, more than ${counted(certificateWorkingDays, 'working day')} after the end (${lastOf(due)} at the latest${note ? `; ${note.en}` : ''})`,
          },
          upTo(lastOf(due)),
          late,
          remedyLate(due, asOf).remedy,
        ),
      {
        from: end,
        early: (early) =>
          failed(
            {
              zh: `授证日期是 ${inChinese(early)}，培训 ${inChinese(end)} 才结束`,
              en: `Certified on ${inEnglish(early)}, before the session ends on ${inEnglish(end)}`,
            },
            { zh: `${firstOf(end)} 至 ${lastOf(due)}`, en: `${firstOf(end)} – ${lastOf(due)}` },
            early,
            doneTooSoon,
          ),
      },
    );
  },
  hints: ({ certificateWorkingDays }) => ({
    '/certification/date': {
      zh: `省级不晚于结束后 ${certificateWorkingDays} 个工作日`,
      en: `provincial: within ${counted(certificateWorkingDays, 'working day')} after the end`,
    },
  }),
  words: ({ certificateWorkingDays }) => ({
    title: {
      zh: `${certificateWorkingDays} 个工作日内授证`,
      en: `Certified within ${counted(certificateWorkingDays, 'working day')}`,
    },
    asks: {
      zh: `省级培训结束后 ${certificateWorkingDays} 个工作日内，审核并授予合格证。`,
      en: `Review and certification follow the end of a provincial session within ${counted(certificateWorkingDays, 'working day')}.`,
    },
    reading: {
      zh: '工作日按国务院办公厅公布的放假和调休安排计算，结束当天不计，当天授证也可以；授证日期早于结束的算不合格；放假安排尚未公布的年份按周一至周五推算。',
      en: 'Working days follow the State Council’s holidays and make-up days; the last day itself is not counted, but will do. A date before the end fails. Past the published calendar, plain weekdays are counted.',
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次。结束当天起、期限内授证即通过；没有写授证日期的，期限当天及以前算未到期，过后不通过。',
      en: 'Each dated provincial session is judged. Certification from the last day on and by the due day passes; without a date it is pending up to that day and fails after it.',
    },
    missing: { zh: '没有写授证日期', en: 'The date of certification is not given' },
    remedy: { zh: '授证后写上“授证”的“日期”', en: 'Certify and give "date" under "certification"' },
  }),
});
