import { defineRule } from '../../engine/rule.ts';
import { reaches } from '../../model/range.ts';
import { lengthOf } from '../../records/counting.ts';

export default defineRule({
  id: 'training/manager-roles',
  modality: 'in-principle',
  subject: 'session',
  on: (session) => session.isFor('managers') && session,
  judge: (session) => (reaches(lengthOf(session.session.roles), 1) ? 'pass' : { missing: session.at('roles') }),
  words: (_, { inPrinciple }) => ({
    title: { zh: '管理人员分类培养', en: 'Managers are trained by post' },
    asks: {
      zh: `管理人员培训${inPrinciple.zh}按岗位分类，所以要写明参训的岗位。`,
      en: `Managers are ${inPrinciple.en}trained by group, so the posts trained are stated.`,
    },
    verdict: {
      zh: '有管理人员参加的每期培训班各判一次，“岗位”不空即通过，没有写当即不通过。',
      en: 'Each session for managers is judged. Any role passes; none fails at once.',
    },
    missing: { zh: '没有写明参训管理人员的岗位', en: 'The posts of the managers trained are not stated' },
    remedy: {
      zh: '补上“岗位”，例如 科教科；可以写几项',
      en: 'Add "roles", one or several, such as education-office',
    },
  }),
});
