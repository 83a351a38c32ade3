import { type Check, defineRule, judged } from '../../engine/rule.ts';
import { same, type Words } from '../../model/finding.ts';
import { definition, keys } from '../../notices/value-kinds.ts';
import { allOf, isThere } from '../../records/counting.ts';
import { certifiedIn, nameOf } from '../common/certified.ts';
import { quoted } from '../common/quoted.ts';

const parts = definition(keys('session', '/participants/0/certificate'));

export default defineRule({
  id: 'training/faculty-certificate-record',
  clause: 'certificateRecord',
  modality: 'must',
  reads: { certificateRecord: parts },
  subject: 'session',
  on: (session) =>
    certifiedIn(session, () =>
      allOf(
        () => session.provincial,
        () => session.isFor('faculty'),
      ),
    ),
  judge: (certified, { certificateRecord }) => {
    const { path, participant, isAsked } = certified;
    if (isAsked !== true) throw isAsked;
    return certificateRecord.map(
      (key): Check =>
        () => {
          const certificate: Record<string, unknown> = participant.certificate ?? {};
          const value = certificate[key];
          if (value === undefined || !isThere(value)) return { missing: `${path}/certificate/${key}` };
          return judged(Boolean(value), () => ({
            fail: `${path}/certificate/${key}`,
            message: {
              zh: `${nameOf(certified).zh}的证书没有录入全省师资信息库`,
              en: `The certificate of participant ${nameOf(certified).en} is not in the provincial faculty database`,
            },
            expected: typeof value === 'boolean' ? 'true' : parts.said([key]),
            actual: String(value),
          }));
        },
    );
  },
  hints: ({ certificateRecord: { zh, en } }) => ({
    '/participants/*/certificate': { zh: `省级师资证书要有：${zh}`, en: `of provincial faculty it has: ${en}` },
  }),
  words: ({ certificateRecord: { zh, en, each, value } }) => {
    const registered = (words: Words): Words => (value.includes('registered') ? words : same(''));
    const meaning = registered({
      zh: '；入库是指录入全省师资信息库',
      en: '; it is registered in the provincial faculty database',
    });
    const orFalse = registered({ zh: '或者写“否”', en: ' or false' });
    const once = registered({
      zh: '；入库的，录入以后写“是”',
      en: '; what is to be entered is true once it is',
    });
    return {
      title: { zh: `师资合格证写明${zh}`, en: `Faculty certificates have: ${en}` },
      asks: {
        zh: `省级师资合格证要有：${zh}${meaning.zh}。`,
        en: `A provincial faculty certificate has: ${en}${meaning.en}.`,
      },
      verdict: {
        zh: `有师资参加的省级班里，有证书的学员各判一次。这几样齐全即通过：${zh}；没有写${orFalse.zh}的不通过。`,
        en: `Each participant of a provincial session with faculty who has a certificate is judged. All of these pass together: ${en}; anything missing${orFalse.en} fails.`,
      },
      missing: { zh: '证书没有写明：{items}', en: 'The certificate lacks: {items}' },
      remedy: {
        zh: `写明“证书”的${quoted(each).zh}${once.zh}`,
        en: `Give ${quoted(each).en} under "certificate"${once.en}`,
      },
    };
  },
});
