import { type Check, defineRule, judged } from '../../engine/rule.ts';
import { marks } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/exam-scoring',
  clause: ['examFullMarks', 'examPassMark'],
  modality: 'must',
  reads: { examFullMarks: marks, examPassMark: marks },
  subject: 'session',
  on: (session) => session.session.exam && session,
  judge: (session, { examFullMarks, examPassMark }) =>
    (['fullMarks', 'passMark'] as const).map(
      (mark): Check =>
        () => {
          const path = session.at('exam', mark);
          const given = session.session.exam?.[mark];
          const asked = mark === 'fullMarks' ? examFullMarks : examPassMark;
          if (given === undefined) return { missing: path };
          const name = mark === 'fullMarks' ? { zh: '满分', en: 'Full marks' } : { zh: '合格线', en: 'The pass mark' };
          return judged(
            given === asked,
            () => ({
              fail: path,
              message: {
                zh: `${name.zh}写了 ${given} 分，应为 ${asked} 分`,
                en: `${name.en} should be ${asked}, found ${given}`,
              },
              expected: String(asked),
              actual: String(given),
            }),
            () => name,
          );
        },
    ),
  hints: ({ examFullMarks, examPassMark }) => ({
    '/exam/fullMarks': { zh: `写 ${examFullMarks}`, en: `${examFullMarks}`, of: 'examFullMarks' },
    '/exam/passMark': { zh: `写 ${examPassMark}`, en: `${examPassMark}`, of: 'examPassMark' },
  }),
  words: ({ examFullMarks, examPassMark }) => ({
    title: {
      zh: `满分 ${examFullMarks} 分，${examPassMark} 分合格`,
      en: `${examFullMarks} marks, ${examPassMark} to pass`,
    },
    asks: {
      zh: `考核满分 ${examFullMarks} 分，合格线 ${examPassMark} 分。`,
      en: `The exam is marked out of ${examFullMarks}, and ${examPassMark} passes.`,
    },
    verdict: {
      zh: '写了“考核”的培训班各判一次。满分和合格线都与规定相同即通过，没有写不通过。',
      en: 'Each session with an exam is judged. It passes when full marks and pass mark are those asked; not stated fails.',
    },
    missing: { zh: '考核没有写明：{items}', en: 'The exam does not state: {items}' },
    afterwards: {
      zh: `漏写、写错的，“满分”写 ${examFullMarks}，“合格线”写 ${examPassMark}；都不是的，已经补救不了，在备注里写明原因`,
      en: `If it is not written, or written wrong, set "fullMarks" to ${examFullMarks} and "passMark" to ${examPassMark}; if it is neither it is past mending, so give the reason in the notes`,
    },
    remedy: {
      zh: `“满分”写 ${examFullMarks}，“合格线”写 ${examPassMark}`,
      en: `Set "fullMarks" to ${examFullMarks} and "passMark" to ${examPassMark}`,
    },
  }),
});
