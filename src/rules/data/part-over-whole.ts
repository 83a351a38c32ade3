import { defineDataRule } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { countOf } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';

/** A part and the whole that it cannot be larger than, as the record writes them. */
interface Share {
  /** Where the part stands. */
  path: string;
  part: number | undefined;
  whole: number | undefined;
  names: { part: Words; whole: Words };
}

/** The shares in a session, none of which is read before it is looked at. */
function sharesIn(subject: SessionSubject): (() => Share)[] {
  const { session } = subject;
  const whole = { zh: '人数', en: 'the headcount' };
  return [
    () => {
      const { headcount, managersCount, facultyCount } = session;
      return {
        path: subject.at(managersCount === undefined ? 'facultyCount' : 'managersCount'),
        part: (managersCount ?? 0) + (facultyCount ?? 0),
        whole: headcount,
        names: { part: { zh: '管理人员和师资一共', en: 'Managers and faculty together' }, whole },
      };
    },
    () => ({
      path: subject.at('participants'),
      part: countOf(session.participants, ({ attendance }) => attendance === 'full' || attendance === 'partial').least,
      whole: session.headcount,
      names: { part: { zh: '到了的学员', en: 'Participants who attended' }, whole },
    }),
  ];
}

export default defineDataRule({
  id: 'data/part-over-whole',
  severity: 'error',
  subject: 'session',
  on: (session) => sharesIn(session),
  judge: (share) => {
    const { path, part, whole, names } = share();
    return part === undefined || whole === undefined || part <= whole
      ? 'pass'
      : {
          fail: path,
          message: {
            zh: `${names.part.zh} ${part}，比${names.whole.zh} ${whole} 还多`,
            en: `${names.part.en}: ${part}, more than ${names.whole.en}, ${whole}`,
          },
          expected: `≤ ${whole}`,
          actual: String(part),
        };
  },
  words: {
    title: { zh: '部分不大于总数', en: 'A part is no larger than its whole' },
    asks: {
      zh: '管理人员人数和师资人数加起来不超过人数；出勤为全程或部分的学员不比人数多。',
      en: 'Managers and faculty together are no more than the headcount, and no more participants attended than it says.',
    },
    remedy: { zh: '核对这两个数，看哪个写错了', en: 'Check both numbers: one of them is wrong' },
  },
});
