import { firstOf } from '../../calendar/day.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { counted } from '../../model/finding.ts';
import { countedRange, reaches, shownRange } from '../../model/range.ts';
import type { Publicity } from '../../model/record-types.ts';
import { count } from '../../notices/value-kinds.ts';
import { allOf, countOf } from '../../records/counting.ts';
import { hasAnEnd, owedOnceOver } from '../common/once-over.ts';

/** Whether an item is a report; throws CannotTell where it gives nothing and its title cannot be read: it may be none. */
const isReport = (item: Publicity[number]): boolean =>
  !allOf(
    () => item.outlet === undefined,
    () => item.level === undefined,
    () => item.date === undefined,
    () => item.title === undefined,
  );

export default defineRule({
  id: 'training/publicity',
  clause: 'publicityItems',
  modality: 'must',
  reads: { publicityItems: count },
  subject: 'session',
  on: (session) => hasAnEnd(session) && session,
  judge: (session, { publicityItems }, { asOf }) => {
    const path = session.at('publicity');
    const { publicity } = session.session;
    const written = countOf(publicity, isReport);
    const isEnough = reaches(written, publicityItems);
    const told =
      written.most === 0 && !isEnough
        ? { missing: path }
        : judged(isEnough, () => ({
            fail: path,
            message: {
              zh: `培训已经结束，宣传报道只有 ${shownRange(written)} 篇，少于 ${publicityItems} 篇`,
              en: `The session is over with only ${countedRange(written, 'published report')}, fewer than ${publicityItems}`,
            },
            expected: `≥ ${publicityItems}`,
            actual: shownRange(written),
          }));
    // What is dated ahead is planned, and not published yet.
    const published = countOf(
      publicity,
      (item) => isReport(item) && firstOf(readOr(() => item.date, undefined) ?? asOf) <= asOf,
    );
    return owedOnceOver(session, asOf, path, [told], published.least >= publicityItems);
  },
  hints: ({ publicityItems }) => ({
    '/publicity': { zh: `不少于 ${publicityItems} 篇`, en: `at least ${publicityItems}` },
  }),
  words: ({ publicityItems }) => ({
    title: {
      zh: `每期至少 ${publicityItems} 篇宣传报道`,
      en: `At least ${counted(publicityItems, 'published report')} a session`,
    },
    asks: {
      zh: `每期培训班至少发布 ${publicityItems} 篇宣传报道稿，培训前、中、后都可以。`,
      en: `Each session has at least ${counted(publicityItems, 'published report')}, before, during or after it.`,
    },
    verdict: {
      zh: '每期培训班各判一次。报道够数即通过；不够的，结束前算未到期，结束后不通过。',
      en: 'Each session is judged. Enough reports pass; without them it is pending until the session is over and fails afterwards.',
    },
    missing: {
      zh: publicityItems === 1 ? '培训已经结束，还没有宣传报道' : `培训已经结束，宣传报道还不到 ${publicityItems} 篇`,
      en: `The session is over with fewer than ${counted(publicityItems, 'published report')}`,
    },
    remedy: { zh: '发布后在“宣传”里写明标题、渠道、级别和日期', en: 'Publish a report and list it under "publicity"' },
  }),
});
