import { type Day, firstOf, inWords, lastOf } from '../../calendar/day.ts';
import { type Answer, type Check, type Context, defineDataRule } from '../../engine/rule.ts';
import { lazily, readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import { exactly, type Range, shownRange, sumOf } from '../../model/range.ts';
import { MOST_DAYS_APART } from '../../records/joining.ts';
import type { ProvincialSession } from '../../records/provincial-session.ts';
import type { SessionSubject } from '../../records/session.ts';

/** A figure of a session, and where it stands. */
interface Figure {
  path: string;
  said: Words;
  /** Its least and its greatest value, to be compared in order. */
  least: string | number;
  most: string | number;
}

const ofDay = (path: string, day: Day): Figure => ({
  path,
  said: inWords(day),
  least: firstOf(day),
  most: lastOf(day),
});

const ofNumber = (path: string, number: Range): Figure => ({ path, said: same(shownRange(number)), ...number });

/** What is compared between copies of one session. */
const figures: { name: Words; of(session: SessionSubject): Figure | undefined }[] = [
  {
    name: { zh: '开始日期', en: 'start' },
    of: ({ period, firstTurn }) => (period && firstTurn ? ofDay(firstTurn.startPath, period.start) : undefined),
  },
  {
    name: { zh: '人数', en: 'headcount' },
    of: (session) => {
      const { headcount } = session.session;
      return headcount === undefined ? undefined : ofNumber(session.at('headcount'), exactly(headcount));
    },
  },
  {
    name: { zh: '线下天数', en: 'offline days' },
    of: ({ offline }) => {
      const periods = offline?.turns.flatMap(({ period }) => period ?? []) ?? [];
      const [turn] = offline?.turns ?? [];
      if (!turn || periods.length === 0) return undefined;
      const path = turn.written.days === undefined ? turn.endPath : `${turn.path}/days`;
      return ofNumber(path, sumOf(periods.map(({ days }) => days)));
    },
  },
];

/** Each figure of what counts for all copies of a session, and which copy that is: there may be thousands that ask for it. */
const counting = new WeakMap<ProvincialSession, (() => { copy: SessionSubject; counted: Figure } | undefined)[]>();

function countingOf(provincial: ProvincialSession): (() => { copy: SessionSubject; counted: Figure } | undefined)[] {
  const known = counting.get(provincial);
  if (known) return known;
  const made = figures.map(({ of }) =>
    lazily(() => {
      for (const copy of provincial.copies) {
        const counted = of(copy);
        if (counted) return { copy, counted };
      }
      return undefined;
    }),
  );
  counting.set(provincial, made);
  return made;
}

/** What is written differently in a copy of a provincial session whose figures do not count. */
function differencesIn(session: SessionSubject, { set, where, isPromise }: Context): Check[] {
  const provincial = set.copyOf(session);
  if (!provincial || provincial.copies.length < 2) return [];
  return figures.map(({ name, of }, index) => (): Answer => {
    const own = of(session);
    const first = countingOf(provincial)[index]?.();
    if (!own || !first) return 'pass';
    const { copy, counted } = first;
    if (own.least <= counted.most && counted.least <= own.most) return 'pass';
    const countedAt = { record: copy.record, path: counted.path };
    // A promise of at least so much is kept by more.
    if (isPromise(own.least < counted.least ? { record: session.record, path: own.path } : countedAt)) return 'pass';
    const place = where(countedAt);
    return {
      fail: own.path,
      message: {
        zh: `这期省级培训另一份（${place}）写的${name.zh}是 ${counted.said.zh}，这里是 ${own.said.zh}；按那一份计`,
        en: `This provincial session is also written at ${place} with the ${name.en} ${counted.said.en}, here ${own.said.en}; the other one counts`,
      },
      expected: counted.said,
      actual: own.said,
      remedy: {
        zh: '两份核对一致；如果是另外一期，把名称或日期写清楚',
        en: 'Make both agree; if it is another session, tell them apart by title or dates',
      },
    };
  });
}

export default defineDataRule({
  id: 'data/same-session',
  severity: 'warning',
  subject: 'session',
  on: (session) => session,
  judge: (session, _, context) => {
    const alike = context.set.alikeTo(session);
    const other = alike && context.where(alike);
    const twice: Check = other
      ? {
          fail: session.at(readOr(() => session.session.id, '') === undefined ? 'title' : 'id'),
          message: {
            zh: `和 ${other} 的层级、对象、专业相同，日期或名称也相同，像是同一期写了两遍，会多算一期`,
            en: `Same level, audience and specialty as ${other}, and the same dates or title: it seems written twice, and counts once more than held`,
          },
          expected: { zh: '一期只写一遍', en: 'each session once' },
          actual: same(session.session.title),
        }
      : 'pass';
    return [twice, ...differencesIn(session, context)];
  },
  words: () => ({
    title: { zh: '一期培训不重复写', en: 'A session is written once' },
    asks: {
      zh: '同一基地同一年度里，层级、对象、专业相同、日期或名称也相同的两期，多半是一期写了两遍。省级培训在全省计划和承办单位的计划里各写一份的，开始日期、人数、天数应当一致。',
      en: 'Two sessions of one base and year with the same level, audience and specialty, and the same dates or title, are most likely one written twice. A provincial session written in the province’s plan and in its host’s has the same start, headcount and days in both.',
    },
    reading: {
      zh: `省级培训的几份，专业（或人员类别）和承办单位相同、开始日期相差不超过 ${MOST_DAYS_APART} 天的算一期，数字先按全省计划，再按承办单位自己的那一份。日期还没有定到日的，有可能一致就不报。`,
      en: `Copies of a provincial session share a category and a host and start within ${MOST_DAYS_APART} days of each other; the province’s figures count first, then the host’s own. Where dates are not known to the day, what may agree is not told.`,
    },
    remedy: {
      zh: '确实是一期的，删去一处；是两期的，把名称写得能分开',
      en: 'If it is one session, delete one; if there are two, give them titles that tell them apart',
    },
  }),
});
