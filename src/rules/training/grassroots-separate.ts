import { defineRule, judged } from '../../engine/rule.ts';
import { listed } from '../../notices/value-kinds.ts';
import { includes, readable, some } from '../../records/counting.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';
import { pastMending } from '../common/ahead.ts';

export default defineRule({
  id: 'training/grassroots-separate',
  modality: 'must',
  subject: 'session',
  on: (session) => session.provincial && session.isFor('managers') && session,
  judge: (session) => {
    const { roles } = session.session;
    const mixed = includes(roles, 'grassroots-manager') && some(roles, (role) => role !== 'grassroots-manager');
    return judged(!mixed, () => ({
      fail: session.at('roles'),
      message: {
        zh: '基层实践基地管理人员与其他岗位混在一期培训',
        en: 'Managers of grassroots bases are trained together with other posts',
      },
      expected: { zh: '单独一期', en: 'a session of their own' },
      actual: roles
        ? listed(readable(roles).map((role) => nameOfCode('session', '/roles', role)))
        : { zh: '没有写岗位', en: 'no roles given' },
    }));
  },
  words: {
    title: { zh: '基层实践基地管理人员单独培训', en: 'Managers of grassroots bases are trained apart' },
    asks: {
      zh: '省级培训中，基层实践基地管理人员要单独办班，不与其他管理人员合班。',
      en: 'In provincial training the managers of grassroots practice bases have a session of their own.',
    },
    reading: {
      zh: '院级培训可按需要扩大范围，所以只查省级。',
      en: 'Hospitals may widen the circle, so only provincial sessions are judged.',
    },
    verdict: {
      zh: '有管理人员参加的每期省级班各判一次。“岗位”里基层实践基地管理人员和别的岗位同时出现即不通过；没有写岗位的通过。',
      en: 'Each provincial session for managers is judged. It fails when its roles hold grassroots-manager together with another; without roles it passes.',
    },
    afterwards: pastMending,
    remedy: {
      zh: '把基层实践基地管理人员分出来单独办一期',
      en: 'Give the managers of grassroots bases a session of their own',
    },
  },
});
