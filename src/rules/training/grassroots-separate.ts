import { defineRule, judged } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { codes, definition } from '../../notices/value-kinds.ts';
import { readable, some } from '../../records/counting.ts';
import { pastMending } from '../common/ahead.ts';

const roleNames = definition(codes('session', '/roles'));

const apartFrom = ({ zh, en }: Words): Words => ({
  zh: `把${zh}分出来单独办一期`,
  en: `Give ${en} a session of its own`,
});

export default defineRule({
  id: 'training/grassroots-separate',
  clause: 'separateRoles',
  modality: 'must',
  reads: { separateRoles: roleNames },
  subject: 'session',
  on: (session) => session.provincial && session.isFor('managers') && session,
  judge: (session, { separateRoles }) => {
    const { roles } = session.session;
    const isApart = (role: string) => separateRoles.includes(role);
    const mixed = some(roles, isApart) && some(roles, (role) => !isApart(role));
    return judged(!mixed, () => {
      const written = roles ? readable(roles) : [];
      const apart = roleNames.said(written.filter(isApart));
      return {
        fail: session.at('roles'),
        message: {
          zh: `${apart.zh}与其他岗位混在一期培训`,
          en: `Trained together with other posts: ${apart.en}`,
        },
        expected: { zh: '单独一期', en: 'a session of their own' },
        actual: roles ? roleNames.said(written) : { zh: '没有写岗位', en: 'no roles given' },
        remedy: apartFrom(apart),
        afterwards: pastMending,
      };
    });
  },
  hints: ({ separateRoles: { zh, en } }) => ({
    '/roles': { zh: `省级：${zh}单独办班`, en: `provincial: apart from others ${en}`, level: 'provincial' },
  }),
  words: ({ separateRoles: { zh, en } }) => ({
    title: { zh: `${zh}单独培训`, en: `Trained apart: ${en}` },
    asks: {
      zh: `省级培训中，${zh}要单独办班，不与其他管理人员合班。`,
      en: `In provincial training these have a session of their own: ${en}.`,
    },
    reading: {
      zh: '院级培训可按需要扩大范围，所以只查省级。',
      en: 'Hospitals may widen the circle, so only provincial sessions are judged.',
    },
    verdict: {
      zh: `有管理人员参加的每期省级班各判一次。“岗位”里${zh}和别的岗位同时出现即不通过；没有写岗位的通过。`,
      en: `Each provincial session for managers is judged. It fails when its roles hold ${en} together with another; without roles it passes.`,
    },
    afterwards: pastMending,
    remedy: apartFrom({ zh, en }),
  }),
});
