import { type Check, defineRule, judged } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { count, keys } from '../../notices/value-kinds.ts';
import { addOrCorrect } from '../common/ahead.ts';

const types = keys('session', '/exam/questions');

export default defineRule({
  id: 'training/exam-question-mix',
  clause: ['examQuestionTypes', 'examQuestionsEach'],
  modality: 'must',
  reads: { examQuestionTypes: types, examQuestionsEach: count },
  subject: 'session',
  on: (session) => session.session.exam && session,
  judge: (session, { examQuestionTypes, examQuestionsEach }) =>
    examQuestionTypes.map(
      (type): Check =>
        () => {
          const path = session.at('exam', 'questions', type);
          const questions: Record<string, unknown> = session.session.exam?.questions ?? {};
          const count = questions[type];
          if (typeof count !== 'number') return { missing: path };
          return judged(
            count >= examQuestionsEach,
            () => {
              const name = types.said([type]);
              return {
                fail: path,
                message: {
                  zh:
                    count === 0
                      ? `还没有${name.zh}，应不少于 ${examQuestionsEach} 道`
                      : `${name.zh}只有 ${count} 道，少于 ${examQuestionsEach} 道`,
                  en: `Only ${counted(count, 'question')} of type ${name.en}, fewer than ${examQuestionsEach}`,
                },
                expected: `≥ ${examQuestionsEach}`,
                actual: String(count),
              };
            },
            () => types.said([type]),
          );
        },
    ),
  hints: ({ examQuestionTypes, examQuestionsEach }) =>
    Object.fromEntries(
      examQuestionTypes.value.map((type) => [
        `/exam/questions/${type}`,
        { zh: `不少于 ${examQuestionsEach} 道`, en: `at least ${examQuestionsEach}`, of: 'examQuestionsEach' },
      ]),
    ),
  words: ({ examQuestionTypes, examQuestionsEach }) => ({
    title: {
      zh: `${examQuestionTypes.each.length} 种题型各不少于 ${examQuestionsEach} 道`,
      en: `At least ${counted(examQuestionsEach, 'question')} of each type`,
    },
    asks: {
      zh: `考题要有${examQuestionTypes.zh}，各不少于 ${examQuestionsEach} 道。`,
      en: `The exam has at least ${counted(examQuestionsEach, 'question')} of each type: ${examQuestionTypes.en}.`,
    },
    verdict: {
      zh: '写了“考核”的培训班各判一次。每种题型都达到规定题数即通过，没有写题数不通过。',
      en: 'Each session with an exam is judged. It passes when every type reaches the number; a number not given fails.',
    },
    missing: { zh: '没有写题数：{items}', en: 'The number of questions is not given: {items}' },
    afterwards: addOrCorrect,
    remedy: { zh: '补足题目，写明“题量”', en: 'Add questions and state their number under "questions"' },
  }),
});
