import { before, inChinese, inEnglish, inWords, plusDays } from '../../calendar/day.ts';
import { owed, owedBy } from '../../engine/duty.ts';
import { type Answer, defineRule, judged } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { code } from '../../notices/value-kinds.ts';
import { remedyAhead } from '../common/ahead.ts';
import { eveOf, hasAStart } from '../common/before-start.ts';

const issuers = code('session', '/preparation/notice/issuer');

/** What somebody else published, or nobody knows who, is still to be published. */
const notDone = (answer: Answer): Answer =>
  typeof answer === 'object' && answer.duty
    ? { ...answer, duty: { ...answer.duty, done: false, late: false } }
    : answer;

export default defineRule({
  id: 'training/notice',
  clause: 'noticeIssuer',
  modality: 'must',
  reads: { noticeIssuer: issuers },
  subject: 'session',
  on: (session) => session.provincial && hasAStart(session) && session,
  judge: (session, { noticeIssuer }, { asOf }) => {
    const notice = () => session.session.preparation?.notice;
    const datePath = session.at('preparation', 'notice', 'date');
    const issuerPath = session.at('preparation', 'notice', 'issuer');
    const isIssued = () => readOr(() => notice()?.issuer === noticeIssuer, true);
    const dated = () => {
      const eve = eveOf(session);
      const start = plusDays(eve, 1);
      return owedBy({ due: eve, path: datePath, date: notice()?.date }, asOf, (late) => ({
        fail: datePath,
        message: {
          zh: `通知 ${inChinese(late)} 才发布，应在 ${inChinese(start)} 开班之前`,
          en: `The notice was published on ${inEnglish(late)}, not before the session starts on ${inEnglish(start)}`,
        },
        expected: before(start),
        actual: inWords(late),
        ...remedyAhead(session, asOf),
      })).map((answer): Answer => (isIssued() ? answer : notDone(answer)));
    };
    const issued = () => {
      const issuer = notice()?.issuer;
      if (issuer === undefined)
        return notice()?.date === undefined
          ? owed({ due: eveOf(session), done: false, path: datePath }, asOf, { missing: issuerPath })
          : { missing: issuerPath };
      return judged(issuer === noticeIssuer, () => ({
        fail: issuerPath,
        message: {
          zh: `通知由${issuers.said(issuer).zh}发布，应由${issuers.said(noticeIssuer).zh}发布`,
          en: `The notice was published by ${issuer}, not by ${noticeIssuer}`,
        },
        expected: issuers.said(noticeIssuer),
        actual: issuers.said(issuer),
      }));
    };
    return [dated, issued];
  },
  hints: ({ noticeIssuer }) => ({
    '/preparation/notice/issuer': { zh: `省级由${noticeIssuer.zh}发布`, en: `provincial: ${noticeIssuer.en}` },
  }),
  words: ({ noticeIssuer }) => ({
    title: {
      zh: `省级培训通知由${noticeIssuer.zh}发布`,
      en: `The ${noticeIssuer.en} publishes the notice of a provincial session`,
    },
    asks: {
      zh: `省级培训班的通知由${noticeIssuer.zh}在开班前发布。`,
      en: `The ${noticeIssuer.en} publishes the notice of a provincial session before it starts.`,
    },
    verdict: {
      zh: '写了日期的每期省级班各判一次。通知早于开班、由规定的单位发布即通过；都没有写的，开班前算未到期，开班起不通过；有日期没有发布单位的当即不通过。',
      en: 'Each dated provincial session is judged. A notice before the start and by the issuer asked passes; without one it is pending before the start and fails from then on. A date without an issuer fails at once.',
    },
    missing: { zh: '培训通知没有写明：{items}', en: 'The notice does not state: {items}' },
    afterwards: {
      zh: `${noticeIssuer.zh}发布过而没有写的，补写日期和发布单位；确实没有的，在备注里写明原因`,
      en: `If the ${noticeIssuer.en} did publish it, give the date and issuer; if not, give the reason in the notes`,
    },
    remedy: {
      zh: `通知由${noticeIssuer.zh}发布后，写明发布日期和发布单位`,
      en: `Once the ${noticeIssuer.en} has published the notice, give its date and issuer`,
    },
  }),
});
