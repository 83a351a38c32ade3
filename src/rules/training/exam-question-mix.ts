import { defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { codes, count } from '../../notices/value-kinds.ts';

const names = {
  single: { zh: '单选题', en: 'single-choice' },
  multiple: { zh: '多选题', en: 'multiple-choice' },
  blank: { zh: '填空题', en: 'fill-in' },
  trueFalse: { zh: '判断题', en: 'true-or-false' },
};

export default defineRule({
  id: 'training/exam-question-mix',
  clause: ['examQuestionTypes', 'examQuestionsEach'],
  modality: 'must',
  reads: { examQuestionTypes: codes('session', '/exam/questions'), examQuestionsEach: count },
  subject: 'session',
  on: (session) => session.session.exam && session,
  judge: (session, { examQuestionTypes, examQuestionsEach }) =>
    (examQuestionTypes as (keyof typeof names)[]).map((type) => {
      const path = session.at('exam', 'questions', type);
      const count = session.session.exam?.questions?.[type];
      if (count === undefined) return { missing: path };
      return count >= examQuestionsEach
        ? 'pass'
        : {
            fail: path,
            message: {
              zh: `${names[type].zh}只有 ${count} 道，少于 ${examQuestionsEach} 道`,
              en: `Only ${counted(count, `${names[type].en} question`)}, fewer than ${examQuestionsEach}`,
            },
            expected: `≥ ${examQuestionsEach}`,
            actual: String(count),
          };
    }),
  words: {
    title: { zh: '四种题型各不少于 10 道', en: 'Ten questions of each type' },
    asks: {
      zh: '考题有单选、多选、填空、判断四种，各不少于 10 道。',
      en: 'The exam has single-choice, multiple-choice, fill-in and true-or-false questions, at least 10 of each.',
    },
    verdict: {
      zh: '写了“考核”的培训班各判一次。每种题型都达到规定题数即通过，没有写题数不通过。',
      en: 'Each session with an exam is judged. It passes when every type reaches the number; a number not given fails.',
    },
    missing: { zh: '没有写题数：{items}', en: 'The number of questions is not given: {items}' },
    remedy: { zh: '补足题目，并在“题量”里写明', en: 'Add questions and state their number under "questions"' },
  },
});
