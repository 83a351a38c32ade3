import { defineRule, judged } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { codes } from '../../notices/value-kinds.ts';
import { readable, some } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';

const list = codes('session', '/topics');

const audiences = ['managers', 'faculty'] as const;

export default defineRule({
  id: 'training/topics',
  clause: (session: SessionSubject, clauseOf) =>
    audiences
      .filter((audience) => readOr(() => session.isFor(audience), true))
      .map((audience) => clauseOf(`${audience}Topics`))
      .join(', '),
  modality: 'guide',
  reads: { managersTopics: list, facultyTopics: list },
  subject: 'session',
  on: (session) => session,
  judge: (session, { managersTopics, facultyTopics }) => {
    const { topics } = session.session;
    if (!topics) return { missing: session.at('topics') };
    const recognised = { managers: managersTopics, faculty: facultyTopics };
    const isRecognised = (topic: string) =>
      some(audiences, (audience) => recognised[audience].includes(topic) && session.isFor(audience));
    const asked = () =>
      audiences.flatMap((audience) => (readOr(() => session.isFor(audience), true) ? recognised[audience] : []));
    return judged(some(topics, isRecognised), () => ({
      fail: session.at('topics'),
      message: {
        zh: '培训内容里没有认出这类人员的重点内容',
        en: 'None of the topics is recognised as one that the notice puts first for this audience',
      },
      expected: list.said([...new Set(asked())]),
      actual: list.said(readable(topics)),
    }));
  },
  hints: ({ managersTopics, facultyTopics }) => ({
    '/topics': [
      { zh: `管理人员：${managersTopics.zh}`, en: `managers: ${managersTopics.en}`, of: 'managersTopics' },
      { zh: `师资：${facultyTopics.zh}`, en: `faculty: ${facultyTopics.en}`, of: 'facultyTopics' },
    ],
  }),
  words: ({ managersTopics, facultyTopics }) => {
    const ofBoth = managersTopics.each.find(({ en }) => facultyTopics.value.includes(en));
    return {
      title: { zh: '培训内容选自重点范围', en: 'Topics come from those the notice puts first' },
      asks: {
        zh: `培训内容从通知列出的重点中选择，再根据需要深化、细化。管理人员：${managersTopics.zh}；师资：${facultyTopics.zh}。`,
        en: `Topics are chosen from the notice’s list and deepened as needed. For managers: ${managersTopics.en}; for faculty: ${facultyTopics.en}.`,
      },
      reading: {
        zh: '清单是开放的（等），所以有一项在清单里即可，其他内容照写。管理人员和师资一起参加的，哪一类的清单都算。',
        en: 'The list is open, so one listed topic is enough; others may be written as they are. Where managers and faculty are trained together, the list of either will do.',
      },
      verdict: {
        zh: '每期培训班各判一次，至少一项是该类人员的重点内容即通过，没有写当即不通过。',
        en: 'Each session is judged. One recognised topic of its audience passes; none fails at once.',
      },
      missing: { zh: '没有写培训内容', en: 'The topics are not stated' },
      remedy: {
        // A sentence of the notice holds more words than the code, and is a topic of the author's own.
        zh: `“内容”至少写上一项重点内容，只写它的名称，前后不加字${ofBoth ? `，例如 ${ofBoth.zh}` : ''}`,
        en: `Write at least one listed topic in "topics" by its bare name${ofBoth ? `, such as ${ofBoth.en}` : ''}`,
      },
    };
  },
});
