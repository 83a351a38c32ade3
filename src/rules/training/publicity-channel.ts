import { defineRule, judged } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { joined, type Words } from '../../model/finding.ts';
import { codes } from '../../notices/value-kinds.ts';
import { readable, some } from '../../records/counting.ts';

/** Any one of some names. */
const anyOf = (names: readonly Words[]): Words => joined(names, '或', ' or ');

const levels = codes('session', '/publicity/0/level');

export default defineRule({
  id: 'training/publicity-channel',
  clause: 'publicityLevels',
  modality: 'must',
  reads: { publicityLevels: levels },
  subject: 'session',
  on: (session) => session.provincial && session.session.publicity && session,
  judge: (session, { publicityLevels }) => {
    const { publicity } = session.session;
    const isInOne = some(publicity, ({ level }) => level !== undefined && publicityLevels.includes(level));
    const given = readable(publicity).flatMap((item) => readOr(() => item.level, undefined) ?? []);
    return judged(isInOne, () => ({
      fail: session.at('publicity'),
      message: {
        zh: '省级培训的报道没有一篇发在规定级别的渠道',
        en: 'No report of the provincial session is in a channel of the level asked',
      },
      expected: anyOf(levels.said(publicityLevels).each),
      actual: given.length > 0 ? levels.said(given) : { zh: '没有写级别', en: 'no level given' },
    }));
  },
  hints: ({ publicityLevels: { each } }) => ({
    '/publicity/*/level': {
      zh: `省级培训班至少一篇是${anyOf(each).zh}`,
      en: `a provincial session has at least one of: ${anyOf(each).en}`,
    },
  }),
  words: ({ publicityLevels: { each } }) => ({
    title: {
      zh: `省级培训在${anyOf(each).zh}渠道宣传`,
      en: `Provincial sessions are reported in a ${anyOf(each).en} channel`,
    },
    asks: {
      zh: `省级培训班的报道，至少一篇发在${anyOf(each).zh}的主流渠道或媒体。`,
      en: `At least one report of a provincial session is in a ${anyOf(each).en} channel.`,
    },
    verdict: {
      zh: `写了“宣传”的每期省级班各判一次，至少一篇的级别是${anyOf(each).zh}即通过。`,
      en: `Each provincial session with publicity is judged. One report of ${anyOf(each).en} level passes.`,
    },
    remedy: {
      zh: `在${anyOf(each).zh}渠道发布，并写明“级别”`,
      en: `Publish in a ${anyOf(each).en} channel and state its "level"`,
    },
  }),
});
