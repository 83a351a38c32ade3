import { defineRule, passing } from '../../engine/rule.ts';
import { reaches } from '../../model/range.ts';
import { listed } from '../../notices/value-kinds.ts';
import { lengthOf, readable } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';

const rolesOf = ({ session }: SessionSubject) =>
  listed(readable(session.roles).map((role) => nameOfCode('session', '/roles', role)));

export default defineRule({
  id: 'training/manager-roles',
  modality: 'in-principle',
  subject: 'session',
  on: (session) => session.isFor('managers') && session,
  judge: (session) =>
    reaches(lengthOf(session.session.roles), 1)
      ? passing(() => ({ expected: { zh: '写明岗位', en: 'roles given' }, actual: rolesOf(session) }))
      : { missing: session.at('roles') },
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
