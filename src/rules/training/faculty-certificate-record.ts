import { type Check, defineRule, judged } from '../../engine/rule.ts';
import { certifiedIn, nameOf } from '../common/certified.ts';

const asked = {
  number: { zh: '编号', en: 'number' },
  validUntil: { zh: '有效期至', en: 'validUntil' },
  registered: 'true',
};

export default defineRule({
  id: 'training/faculty-certificate-record',
  modality: 'must',
  subject: 'session',
  on: (session) => session.provincial && session.isFor('faculty') && certifiedIn(session),
  judge: (certified) => {
    const { path, participant } = certified;
    return (['number', 'validUntil', 'registered'] as const).map(
      (key): Check =>
        () => {
          const value = participant.certificate?.[key];
          if (value === undefined) return { missing: `${path}/certificate/${key}` };
          return judged(value !== false, () => ({
            fail: `${path}/certificate/registered`,
            message: {
              zh: `${nameOf(certified).zh}的证书没有录入全省师资信息库`,
              en: `The certificate of participant ${nameOf(certified).en} is not in the provincial faculty database`,
            },
            expected: asked[key],
            actual: typeof value === 'boolean' ? String(value) : value,
          }));
        },
    );
  },
  words: {
    title: { zh: '师资合格证有编号、有期限、已入库', en: 'Faculty certificates are numbered, dated and registered' },
    asks: {
      zh: '省级师资合格证设编号和有效期限，并录入全省师资信息库。',
      en: 'A provincial faculty certificate has a number and a term, and is entered in the provincial faculty database.',
    },
    verdict: {
      zh: '有师资参加的省级班里，有证书的学员各判一次。编号、有效期至、入库三样齐全即通过，没有写不通过。',
      en: 'Each participant of a provincial session with faculty who has a certificate is judged. Number, validUntil and registered: true pass together; anything missing fails.',
    },
    missing: { zh: '证书没有写明：{items}', en: 'The certificate lacks: {items}' },
    remedy: {
      zh: '补上证书编号、有效期至，入库后把“入库”写成“是”',
      en: 'Give its number and validUntil; once it is entered, set "registered" to true',
    },
  },
});
