import { lastDayOf } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule, passing } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { reaches, shownRange, sumOf } from '../../model/range.ts';
import { Categories } from '../../notices/categories.ts';
import { categoriesTable } from '../../notices/tables.ts';
import { categories as listOfCategories } from '../../notices/value-kinds.ts';
import { allOf, countOf, some } from '../../records/counting.ts';
import type { ProvincialSession } from '../../records/provincial-session.ts';
import { deadlinePassed } from '../common/ahead.ts';
import { counts } from '../common/held.ts';

export default defineRule({
  id: 'training/province-session-mix',
  clause: 'provinceCategories',
  modality: 'must',
  reads: { provinceCategories: listOfCategories, categories: categoriesTable },
  subject: 'province',
  on: (province, { provinceCategories, categories }) => {
    const named = new Categories(categories);
    return provinceCategories.map((category) => ({
      category,
      label: named.nameOf(category),
      year: province.year,
      sessions: province.sessions,
      unread: province.unread,
    }));
  },
  judge: ({ category, label, year, sessions, unread }, _, { asOf }) => {
    const isHeld = (session: ProvincialSession) =>
      allOf(
        () => session.isOf(category),
        () => session.provincial,
        () => session.isOver(asOf),
      );
    const done = readOr(() => some(sessions, isHeld), false);
    return withDuty({ due: lastDayOf(year), done, path: '/sessions', part: { id: category, label } }, () => {
      const readable = countOf(sessions, (session) =>
        allOf(
          () => session.isOf(category),
          () => session.provincial,
          () => counts(session, year, asOf),
        ),
      );
      const planned = sumOf([readable, unread]);
      if (!reaches(planned, 1)) return { missing: '/sessions', label, fills: '/sessions/-' };
      return passing(() => ({ expected: '≥ 1', actual: shownRange(planned) }));
    });
  },
  hints: ({ provinceCategories }) => ({
    '/sessions': { zh: `各至少一期：${provinceCategories.zh}`, en: `at least one of each: ${provinceCategories.en}` },
  }),
  words: ({ provinceCategories }) => ({
    title: { zh: '省级培训班类别齐全', en: 'Every category of provincial session' },
    asks: {
      zh: `省级培训班这些类别各不少于一期：${provinceCategories.zh}。`,
      en: `There is at least one provincial session of each category: ${provinceCategories.en}.`,
    },
    reading: {
      zh: '一期可以属于几类：不同对象同班的，或者有几个专业的，每一类都算。',
      en: 'A session may be of several categories, being for both audiences or of several specialties, and counts for each.',
    },
    verdict: {
      zh: '有全省计划，或者声明文件齐全（--complete）时判定。每一类各判一次，至少一期即通过，没有当即不通过。',
      en: 'Judged where there is a province record, or the set is declared complete (--complete). Each category gets a verdict: one session passes, none fails at once.',
    },
    missing: { zh: '省级培训班缺这几类：{items}', en: 'No provincial session of: {items}' },
    afterwards: deadlinePassed,
    remedy: { zh: '每类至少补一期', en: 'Plan at least one session of each' },
  }),
});
