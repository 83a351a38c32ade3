import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'training/methods',
  modality: 'guide',
  subject: 'session',
  on: (session) => session.parts,
  judge: ({ path, methods }) => (methods ? 'pass' : { missing: `${path}/methods` }),
  words: {
    title: { zh: '写明培训方式', en: 'The methods are stated' },
    asks: {
      zh: '线下可采取集中授课、技能实操、教学工作坊、现场观摩、实地考察等方式，线上可采取线上会议、线上直播、教学视频等方式，各部分写明采用哪些。',
      en: 'Offline parts may use lectures, skills practice, workshops, observation and site visits, online parts meetings, live broadcasts and videos; each part states what it uses.',
    },
    verdict: {
      zh: '培训班的线下、线上部分各判一次，“方式”不空即通过，没有写当即不通过。',
      en: 'Each part that a session has is judged. Any method passes; none fails at once.',
    },
    missing: { zh: '没有写培训方式', en: 'The methods are not stated' },
    remedy: {
      zh: '补上“方式”，例如 集中授课 或 线上直播；可以写几项',
      en: 'Add "methods", one or several, such as lecture or live',
    },
  },
});
