import { defineRule } from '../../engine/rule.ts';
import { codes } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/publicity-channel',
  clause: 'publicityLevels',
  modality: 'must',
  reads: { publicityLevels: codes('session', '/publicity/0/level') },
  subject: 'session',
  on: (session) => session.provincial && session.session.publicity && session,
  judge: (session, { publicityLevels }) => {
    const levels = (session.session.publicity ?? []).flatMap(({ level }) => level ?? []);
    return levels.some((level) => publicityLevels.includes(level))
      ? 'pass'
      : {
          fail: session.at('publicity'),
          message: {
            zh: '省级培训的报道没有一篇发在省级及以上渠道',
            en: 'No report of the provincial session is in a provincial or national channel',
          },
          expected: { zh: '省级或国家级', en: publicityLevels.join(', ') },
          actual: levels.length > 0 ? levels.join(', ') : { zh: '没有写级别', en: 'no level given' },
        };
  },
  words: {
    title: { zh: '省级培训在省级以上渠道宣传', en: 'Provincial sessions are reported at provincial level' },
    asks: {
      zh: '省级培训班在省级及以上主流渠道或媒体发布报道。',
      en: 'A provincial session is reported in a provincial or national channel.',
    },
    verdict: {
      zh: '写了“宣传”的每期省级班各判一次，至少一篇的级别是省级或国家级即通过。',
      en: 'Each provincial session with publicity is judged. One report of provincial or national level passes.',
    },
    remedy: { zh: '在省级及以上渠道发布，并写明“级别”', en: 'Publish in such a channel and state its "level"' },
  },
});
