import {
  type Day,
  from,
  inChinese,
  inEnglish,
  inWords,
  isAtLeast,
  isAtMost,
  isSurelyBefore,
  latestOf,
} from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import { type Answer, defineRule, passing } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import { listed } from '../../notices/value-kinds.ts';
import { includes, readable } from '../../records/counting.ts';
import { datedOf, type PartSubject } from '../../records/part.ts';
import { pastMending } from '../common/ahead.ts';
import { endAsOf } from '../common/once-over.ts';
import { partNames } from '../common/parts.ts';
import { type Sitting, sittingsOf } from '../common/sittings.ts';

const NO_END = new CannotTell({ zh: '所考部分的起止日期不能用', en: 'the dates of what it covers are unusable' });

/** The end of a part, where a sitting covers it and is held before that. */
function endAhead({ sitting: { covers, date } }: Sitting, part: PartSubject): Day | undefined {
  if (!includes(covers, part.name)) return undefined;
  const { turns } = part;
  const period = attempt(() => part.period);
  if (period instanceof CannotTell) {
    // One turn that ends later is enough, whatever the others.
    const later = datedOf(turns).find((turn) => date !== undefined && isSurelyBefore(date, turn.period.end));
    if (later) return later.period.end;
    throw period;
  }
  if (period && date !== undefined && !isAtLeast(date, period.end)) return period.end;
  // A turn whose dates are the wrong way round may end later than the others.
  if (!period || turns.some((turn) => turn.isReversed)) throw NO_END;
  return undefined;
}

export default defineRule({
  id: 'training/exam-timing',
  modality: 'must',
  subject: 'session',
  on: (session) => {
    if (!readOr(() => session.isUndated, false)) return sittingsOf(session);
    // Without dates nothing is known but that a completed session is over.
    return session.completed
      ? sittingsOf(session).filter(({ sitting }) => readOr(() => sitting.date, '') === undefined)
      : [];
  },
  judge: (item, _, { asOf }) => {
    const { path, session, sitting } = item;
    void sitting.makeUp;
    const { date } = sitting;
    const end = readOr(() => session.period?.end, undefined);
    const looks = session.parts.map((part) => attempt(() => endAhead(item, part)));
    const lastEnd = latestOf(looks.flatMap((look) => (typeof look === 'string' ? look : [])));
    const due = date ?? (end && endAsOf(session, end, asOf));
    const told = (answer: Answer): Answer => {
      if (due === undefined) return answer;
      const done = date !== undefined && lastEnd === undefined && readOr(() => isAtMost(date, asOf), false);
      const part = {
        id: path.slice(path.lastIndexOf('/') + 1),
        label: listed(readable(sitting.covers).map((name) => partNames[name])),
      };
      return withDuty({ due, done, path: `${path}/date`, part }, answer);
    };
    if (lastEnd !== undefined && date !== undefined)
      return told({
        fail: `${path}/date`,
        message: {
          zh: `${inChinese(date)} 考核时，所考的部分还没有结束（${inChinese(lastEnd)} 结束）`,
          en: `Held on ${inEnglish(date)}, before what it covers ends on ${inEnglish(lastEnd)}`,
        },
        expected: from(lastEnd),
        actual: inWords(date),
      });
    const open = looks.find((look) => look instanceof CannotTell);
    if (open) return told({ unknown: open.reason });
    if (date === undefined)
      return told(
        session.isOver(asOf) === false && end !== undefined
          ? { pending: end }
          : { unknown: { zh: '没有写考核日期', en: 'the sitting is not dated' } },
      );
    return told(
      passing(() => {
        const covered = session.parts.filter(({ name }) => includes(sitting.covers, name));
        const ended = latestOf(covered.flatMap(({ period }) => period?.end ?? []));
        return {
          expected: ended === undefined ? { zh: '写明日期', en: 'a date' } : from(ended),
          actual: inWords(date),
        };
      }),
    );
  },
  words: () => ({
    title: { zh: '培训结束后考核', en: 'The exam follows the training' },
    asks: {
      zh: '培训结束后考核：线上、线下可以分别考，也可以在全部结束后一次考完。',
      en: 'The exam follows the training: the parts may be examined apart, or together once everything has ended.',
    },
    reading: {
      zh: '所考部分结束的当天可以考；没有写日期的，培训结束后只能算“无法判断”；补考不判。',
      en: 'A sitting may be held on the day the part ends; without a date it cannot be judged once the session is over. A make-up sitting is not judged.',
    },
    verdict: {
      zh: '每一场考核（补考除外）各判一次。日期不早于所考部分的结束即通过；没有写日期的，结束前算未到期，结束后算无法判断。',
      en: 'Each sitting but a make-up one is judged. A date on or after the end of what it covers passes; without a date it is pending until the session is over and unknown afterwards.',
    },
    afterwards: pastMending,
    remedy: {
      zh: '核对考核日期，或改到所考部分结束以后',
      en: 'Check the date, or move the sitting after the end of what it covers',
    },
  }),
});
