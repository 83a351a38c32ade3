import { defineRule } from '../../engine/rule.ts';
import { count } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/certificate-eligibility',
  modality: 'must',
  reads: { examPassMark: count },
  subject: 'session',
  on: (session) =>
    (session.session.participants ?? [])
      .map((participant, index) => ({
        path: session.at('participants', index),
        participant,
        provincial: session.provincial,
      }))
      .filter(({ participant }) => participant.certificate),
  judge: ({ path, participant: { id, attendance, score }, provincial }, { examPassMark }) => {
    const attended = provincial ? attendance === 'full' : attendance !== 'absent';
    const required = provincial ? { zh: '全程', en: 'full' } : { zh: '全程或部分', en: 'full or partial' };
    const said = { full: '全程', partial: '部分', absent: '缺勤' };
    return [
      attendance === undefined
        ? { missing: `${path}/attendance` }
        : attended
          ? 'pass'
          : {
              fail: `${path}/attendance`,
              message: {
                zh: `学员 ${id} 出勤为“${said[attendance]}”，不能发证`,
                en: `Participant ${id} has a certificate with attendance "${attendance}"`,
              },
              expected: required,
              actual: { zh: said[attendance], en: attendance },
            },
      score === undefined
        ? { missing: `${path}/score` }
        : score >= examPassMark
          ? 'pass'
          : {
              fail: `${path}/score`,
              message: {
                zh: `学员 ${id} 成绩 ${score} 分，不到 ${examPassMark} 分，不能发证`,
                en: `Participant ${id} has a certificate with a score of ${score}, below ${examPassMark}`,
              },
              expected: `≥ ${examPassMark}`,
              actual: String(score),
            },
    ];
  },
  hints: ({ examPassMark }) => ({
    '/participants/*/score': {
      zh: `${examPassMark} 分及以上才发证`,
      en: `a certificate asks for ${examPassMark} or more`,
      of: 'examPassMark',
    },
  }),
  words: {
    title: { zh: '出勤和成绩合格才发证', en: 'Certificates only for those who attended and passed' },
    asks: {
      zh: '省级培训全程参加且考核合格的才授证；院级由医院根据出勤和考核情况发证。',
      en: 'Provincial certificates go to those who attended throughout and passed; a hospital issues its own by attendance and exam.',
    },
    reading: {
      zh: '院级只要求有出勤记录且不是缺勤，成绩同样要到合格线。',
      en: 'At hospital level attendance must be recorded and not "absent"; the score must pass all the same.',
    },
    verdict: {
      zh: '有证书的学员各判一次。省级要全程出勤，院级要有出勤且不是缺勤，成绩都要到合格线；没有写的不通过。',
      en: 'Each participant with a certificate is judged: full attendance at provincial level, attendance given and not absent at hospital level, and a passing score at both. What is not stated fails.',
    },
    missing: { zh: '有证书的学员没有写：{items}', en: 'A participant with a certificate lacks: {items}' },
    remedy: {
      zh: '补全出勤和成绩；不符合条件的撤下证书',
      en: 'Complete attendance and score, or withdraw the certificate',
    },
  },
});
