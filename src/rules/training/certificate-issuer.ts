import { defineRule, judged, passing } from '../../engine/rule.ts';
import { code } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';

const issuers = code('session', '/certification/issuer');

export default defineRule({
  id: 'training/certificate-issuer',
  clause: 'certificateIssuer',
  modality: 'must',
  reads: { certificateIssuer: issuers },
  subject: 'session',
  on: (session) =>
    allOf(
      () => session.session.certification !== undefined,
      () => session.provincial || session.isFor('faculty'),
    ) && session,
  judge: (session, { certificateIssuer }) => {
    const { certification } = session.session;
    if (!session.provincial) {
      const department = certification?.department?.trim();
      return department
        ? passing(() => ({ expected: { zh: '写明审核部门', en: 'department named' }, actual: department }))
        : { missing: session.at('certification', 'department') };
    }
    const issuer = certification?.issuer;
    const path = session.at('certification', 'issuer');
    if (issuer === undefined) return { missing: path };
    const [given, asked] = [issuers.said(issuer), issuers.said(certificateIssuer)];
    return judged(issuer === certificateIssuer, () => ({
      fail: path,
      message: {
        zh: `省级合格证由${given.zh}发放，应由${asked.zh}授予`,
        en: `The provincial certificates were issued by ${given.en}, not by ${asked.en}`,
      },
      expected: asked,
      actual: given,
    }));
  },
  hints: ({ certificateIssuer }) => ({
    '/certification/issuer': { zh: `省级由${certificateIssuer.zh}发证`, en: `provincial: ${certificateIssuer.en}` },
  }),
  words: ({ certificateIssuer }) => ({
    title: { zh: '发证单位和审核部门', en: 'Who issues and reviews certificates' },
    asks: {
      zh: `省级合格证由${certificateIssuer.zh}授予；院级师资合格证由医院指定专门部门审核后发放。`,
      en: `Provincial certificates have the issuer "${certificateIssuer.en}"; a hospital has a department review its own faculty certificates.`,
    },
    verdict: {
      zh: '写了“授证”的培训班各判一次，院级只看有师资参加的。省级的发证单位符合规定、院级写明审核部门即通过，没有写不通过。',
      en: 'Each session with certification is judged, at hospital level only those with faculty. The issuer asked, or at hospital level a department named, passes; not stated fails.',
    },
    missing: { zh: '授证没有写明：{items}', en: 'Certification does not state: {items}' },
    remedy: {
      zh: `省级班的“发证单位”写${certificateIssuer.zh}；院级写明“审核部门”`,
      en: `The "issuer" of a provincial session is ${certificateIssuer.en}; name the "department" for a hospital-level one`,
    },
  }),
});
