import { withDuty } from '../../engine/duty.ts';
import { type Answer, defineRule } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';

const partNames = { offline: '线下', online: '线上' };

const namesOf = (covers: readonly (keyof typeof partNames)[]): Words => ({
  zh: covers.map((part) => partNames[part]).join('、'),
  en: covers.join(', '),
});

export default defineRule({
  id: 'training/exam-timing',
  modality: 'must',
  subject: 'session',
  on: (session, _, { asOf }) => {
    if (session.parts.length === 0 && !session.completed) return [];
    const over = session.isOver(asOf);
    return (session.session.exam?.sittings ?? []).map((sitting, index) => ({
      path: session.at('exam', 'sittings', index),
      sitting,
      end: session.period?.end,
      pendingUntil: over === false ? session.period?.end : undefined,
      covered: session.parts.filter(({ name }) => sitting.covers.includes(name)),
    }));
  },
  judge: ({ path, sitting, end, pendingUntil, covered }, _, { asOf }) => {
    const answers: Answer[] = [];
    const ends = covered.map(({ period }) => period?.end);
    const lastEnd = ends
      .filter((end) => end !== undefined)
      .sort()
      .at(-1);
    if (sitting.date === undefined) {
      answers.push(
        pendingUntil === undefined
          ? { unknown: { zh: '没有写考核日期', en: 'the sitting is not dated' } }
          : { pending: pendingUntil },
      );
    } else if (lastEnd !== undefined && sitting.date < lastEnd) {
      answers.push({
        fail: `${path}/date`,
        message: {
          zh: `${sitting.date} 考核时，所考的部分还没有结束（${lastEnd} 结束）`,
          en: `Held on ${sitting.date}, before what it covers ends on ${lastEnd}`,
        },
        expected: `≥ ${lastEnd}`,
        actual: sitting.date,
      });
    }
    if (ends.includes(undefined)) {
      answers.push({ unknown: { zh: '所考部分的起止日期不能用', en: 'the dates of what it covers are unusable' } });
    }
    if (sitting.covers.includes('offline') && sitting.covers.includes('online')) {
      if (sitting.form === undefined) answers.push({ missing: `${path}/form` });
      else if (sitting.form !== 'online') {
        answers.push({
          fail: `${path}/form`,
          message: { zh: '一次考完线上和线下内容的，要在线上考', en: 'One sitting for both parts is held online' },
          expected: { zh: '线上', en: 'online' },
          actual: { zh: '线下', en: 'offline' },
        });
      }
    }
    const due = sitting.date ?? end;
    if (due === undefined) return answers;
    const held =
      sitting.date !== undefined && sitting.date <= asOf && !(lastEnd !== undefined && sitting.date < lastEnd);
    const part = { id: path.slice(path.lastIndexOf('/') + 1), label: namesOf(sitting.covers) };
    const duty = { due, done: held, path: `${path}/date`, part };
    return answers.length > 0 ? answers.map((answer) => withDuty(duty, answer)) : withDuty(duty, 'pass');
  },
  words: {
    title: { zh: '培训结束后考核', en: 'The exam follows the training' },
    asks: {
      zh: '线上、线下可以分别考；也可以在全部结束后，用线上方式一次考完。',
      en: 'The parts may be examined apart, or together online once everything has ended.',
    },
    reading: {
      zh: '所考部分结束的当天可以考；没有写日期的，培训结束后只能算“无法判断”。',
      en: 'A sitting may be held on the day the part ends; without a date it cannot be judged once the session is over.',
    },
    verdict: {
      zh: '每一场考核各判一次。日期不早于所考部分的结束即通过；没有写日期的，结束前算未到期，结束后算无法判断；线上线下一起考的还要写明在线上考。',
      en: 'Each sitting is judged. A date on or after the end of what it covers passes; without a date it is pending until the session is over and unknown afterwards. A sitting for both parts must also be held online.',
    },
    missing: { zh: '一次考完线上和线下内容的场次没有写“形式”', en: 'A sitting for both parts does not state its form' },
    remedy: {
      zh: '调整考核日期；线上线下合并考核的，“形式”写线上',
      en: 'Move the sitting; a sitting of both parts has the "form" online',
    },
  },
});
