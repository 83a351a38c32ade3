import { defineRule } from '../../engine/rule.ts';
import { code } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/certificate-issuer',
  clause: 'certificateIssuer',
  modality: 'must',
  reads: { certificateIssuer: code('session', '/certification/issuer') },
  subject: 'session',
  on: (session) =>
    session.session.certification && (session.provincial || session.session.audience === 'faculty') && session,
  judge: (session, { certificateIssuer }) => {
    const { issuer, department } = session.session.certification ?? {};
    if (!session.provincial) return department ? 'pass' : { missing: session.at('certification', 'department') };
    const path = session.at('certification', 'issuer');
    if (issuer === undefined) return { missing: path };
    return issuer === certificateIssuer
      ? 'pass'
      : {
          fail: path,
          message: {
            zh: '省级合格证由医院发放，应由省医学学术交流管理中心授予',
            en: 'A hospital issued the provincial certificates; the centre issues them',
          },
          expected: { zh: '省医学学术交流管理中心', en: certificateIssuer },
          actual: { zh: '医院', en: issuer },
        };
  },
  words: {
    title: { zh: '发证单位和审核部门', en: 'Who issues and reviews certificates' },
    asks: {
      zh: '省级合格证由省医学学术交流管理中心授予；院级师资合格证由医院指定专门部门审核后发放。',
      en: 'The centre issues provincial certificates; a hospital has a department review its own faculty certificates.',
    },
    verdict: {
      zh: '写了“授证”的培训班各判一次，院级只看师资班。省级的发证单位是省中心、院级写明审核部门即通过，没有写不通过。',
      en: 'Each session with certification is judged, at hospital level only faculty sessions. The centre as issuer, or at hospital level a department named, passes; not stated fails.',
    },
    missing: { zh: '授证没有写明：{items}', en: 'Certification does not state: {items}' },
    remedy: {
      zh: '省级班的“发证单位”写省医学学术交流管理中心；院级写明“审核部门”',
      en: 'The "issuer" of a provincial session is center; name the "department" for a hospital-level one',
    },
  },
});
