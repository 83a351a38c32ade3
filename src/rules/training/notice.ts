import { owed, owedBy } from '../../engine/duty.ts';
import { type Answer, defineRule } from '../../engine/rule.ts';
import { code } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/notice',
  clause: 'noticeIssuer',
  modality: 'must',
  reads: { noticeIssuer: code('session', '/preparation/notice/issuer') },
  subject: 'session',
  on: (session) =>
    session.provincial && session.period && session.eve && { session, start: session.period.start, eve: session.eve },
  judge: ({ session, start, eve }, { noticeIssuer }, { asOf }) => {
    const { date, issuer } = session.session.preparation?.notice ?? {};
    const datePath = session.at('preparation', 'notice', 'date');
    const issuerPath = session.at('preparation', 'notice', 'issuer');
    const dated = owedBy({ due: eve, path: datePath, date }, asOf, (late) => ({
      fail: datePath,
      message: {
        zh: `通知 ${late} 才发布，应在 ${start} 开班之前`,
        en: `The notice was published on ${late}, not before the session starts on ${start}`,
      },
      expected: `< ${start}`,
      actual: late,
    }));
    const issued: Answer | Answer[] =
      issuer === undefined
        ? date === undefined
          ? owed({ due: eve, done: false, path: datePath }, asOf, { missing: issuerPath })
          : { missing: issuerPath }
        : issuer === noticeIssuer
          ? 'pass'
          : {
              fail: issuerPath,
              message: {
                zh: '通知由承办单位自行发布，应由省医学学术交流管理中心统一发布',
                en: 'The host published the notice itself; the centre publishes it',
              },
              expected: { zh: '省医学学术交流管理中心', en: noticeIssuer },
              actual: { zh: '承办单位', en: issuer },
            };
    return [dated, issued].flat();
  },
  words: {
    title: { zh: '省级培训通知由省中心发布', en: 'The centre publishes the notice of a provincial session' },
    asks: {
      zh: '省级培训班的通知由承办单位起草，省医学学术交流管理中心审核后统一发布，在开班之前。',
      en: 'The host drafts the notice of a provincial session; the centre reviews and publishes it before the session.',
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次。通知早于开班、由省中心发布即通过；都没有写的，开班前算未到期，开班起不通过；有日期没有发布单位的当即不通过。',
      en: 'Each dated provincial session is judged. A notice before the start and issued by the centre passes; without one it is pending before the start and fails from then on. A date without an issuer fails at once.',
    },
    missing: { zh: '培训通知没有写明：{items}', en: 'The notice does not state: {items}' },
    remedy: {
      zh: '通知由省中心发布后，写明发布日期和发布单位',
      en: 'Once the centre has published the notice, give its date and issuer',
    },
  },
});
