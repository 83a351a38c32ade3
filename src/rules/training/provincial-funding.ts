import { defineRule, type Failure, type Pass, passing } from '../../engine/rule.ts';
import { attempt, CannotTell, readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import { exactly, known, type Range, shownRange, sumOf } from '../../model/range.ts';
import { amountOf, dueTo, toMillionth } from '../../notices/appropriation.ts';
import { type Appropriation, appropriationsTable, type SaidAppropriations } from '../../notices/tables.ts';
import { ANY_OTHER, anyOf, listed } from '../../notices/value-kinds.ts';
import { some } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';
import { baseFunds } from '../common/funds.ts';

type Due = Appropriation;

const fundOf = (source: string): Words => nameOfCode('session', '/funding/0/source', source);

/** What each category is given, the rest of them last. */
const given = ({ rows }: SaidAppropriations): Words =>
  listed(
    [
      ...rows.filter(({ category }) => category.value !== ANY_OTHER),
      ...rows.filter(({ category }) => category.value === ANY_OTHER),
    ].map(({ category, fund, amount, perHead }) => {
      const yuan = inYuan({ amount, perHead });
      return { zh: `${category.zh} ${fund.zh}${yuan.zh}`, en: `${category.en} ${fund.en}${yuan.en}` };
    }),
  );

/** How much is given, behind what it comes from; nothing where any amount will do. */
function inYuan({ amount, perHead }: { amount?: number | undefined; perHead?: number | undefined }): Words {
  if (perHead !== undefined) return { zh: `每人 ${perHead} 元`, en: ` ${perHead} yuan a head` };
  return amount === undefined ? same('') : { zh: ` ${amount} 元`, en: ` ${amount} yuan` };
}

function saidOf(due: Due, headcount: number | undefined): Words {
  const [fund, yuan] = [fundOf(due.fund), inYuan(due)];
  const sum = amountOf(due, headcount);
  const people = due.perHead === undefined || sum === undefined ? same('') : PEOPLE(headcount ?? 0, sum);
  return { zh: `${fund.zh}${yuan.zh}${people.zh}`, en: `${fund.en}${yuan.en}${people.en}` };
}

const PEOPLE = (headcount: number, sum: number): Words => ({
  zh: ` × ${headcount} 人 = ${sum} 元`,
  en: ` × ${headcount} = ${sum} yuan`,
});

/** Whether a session is paid for as is due; throws CannotTell where an item cannot be read. */
function judgeFunding(
  session: SessionSubject,
  due: Due,
  dues: readonly Due[],
  expected: Words,
  others: (source: string) => boolean,
): Pass | Failure {
  const items = (session.session.funding ?? []).map((item, index) => ({
    path: session.at('funding', index),
    source: attempt(() => item.source),
    amount: readOr(() => exactly(item.amount), ANY_AMOUNT),
  }));
  const isPaid = ({ most }: Range) => most > 0;
  const other = items.find(
    ({ source, amount }) => typeof source === 'string' && source !== due.fund && others(source) && isPaid(amount),
  );
  if (other) {
    const wrong = fundOf(String(other.source));
    const amount = shownRange(other.amount);
    const [right, isEither] = [fundOf(due.fund), dues.some(({ fund }) => fund === other.source)];
    return {
      fail: other.path,
      message: isEither
        ? {
            zh: `这期培训用${right.zh}或${wrong.zh}都可以，不能两种都用`,
            en: `This session is paid from ${right.en} or ${wrong.en}, not from both`,
          }
        : {
            zh: `这期培训应使用${right.zh}，不能用${wrong.zh}`,
            en: `This session is paid from ${right.en}, not from ${wrong.en}`,
          },
      expected,
      actual: other.amount.why ? wrong : { zh: `${wrong.zh} ${amount} 元`, en: `${wrong.en} ${amount} yuan` },
    };
  }
  if (due.perHead !== undefined && session.session.headcount === undefined) throw NO_HEADCOUNT;
  const asked = amountOf(due, session.session.headcount);
  const right = items.filter(({ source }) => source === due.fund);
  // An item whose source cannot be read may be of this fund or not.
  const open = items.flatMap(({ source, amount }) => (source instanceof CannotTell ? { why: source, amount } : []));
  const sum = rounded(sumOf([...right.map(({ amount }) => amount), ...open.map(({ amount }) => upTo(amount))]));
  if (asked !== undefined && (sum.least > asked || sum.most < asked)) {
    const fund = fundOf(due.fund);
    const paid = shownRange(sum);
    return {
      fail: right.length === 1 && right[0] ? right[0].path : session.at('funding'),
      message:
        right.length === 0
          ? {
              zh: `还没有${fund.zh}，应为 ${asked} 元`,
              en: `Nothing from ${fund.en}; ${asked} is appropriated`,
            }
          : {
              zh: `${fund.zh}共 ${paid} 元，应为 ${asked} 元`,
              en: `${paid} yuan from ${fund.en}; ${asked} is appropriated`,
            },
      expected,
      actual: { zh: `${fund.zh} ${paid} 元`, en: `${fund.en} ${paid} yuan` },
    };
  }
  if (open[0]) throw open[0].why;
  if (asked !== undefined) known(sum);
  const fund = fundOf(due.fund);
  const paid = shownRange(sum);
  return passing(() => ({ expected, actual: { zh: `${fund.zh} ${paid} 元`, en: `${fund.en} ${paid} yuan` } }));
}

const ANY_AMOUNT: Range = {
  least: 0,
  most: Number.POSITIVE_INFINITY,
  why: new CannotTell({
    zh: '有一笔金额写错了，改好后再判',
    en: 'an amount is not written right; it is judged once mended',
  }),
};

const NO_HEADCOUNT = new CannotTell({
  zh: '没有写人数，算不出按人数安排的经费',
  en: 'without a headcount it is not known how much is given',
});

const upTo = ({ most, why }: Range): Range => ({ least: 0, most, why });

const rounded = ({ least, most, why }: Range): Range => ({ least: toMillionth(least), most: toMillionth(most), why });

export default defineRule({
  id: 'training/provincial-funding',
  modality: 'must',
  reads: { appropriations: appropriationsTable, baseFunds },
  subject: 'session',
  on: (session) => session.provincial && session.session.funding && session,
  judge: (session, { appropriations, baseFunds }) => {
    const { categories } = session;
    const dues = [...new Set(categories.flatMap((category) => dueTo(category, appropriations) ?? []))];
    const headcount = readOr(() => session.session.headcount, undefined);
    const expected = anyOf(dues.map((due) => saidOf(due, headcount)));
    const isReserved = (source: string) => !baseFunds.includes(source);
    const looks = dues.map((due) => ({
      due,
      look: attempt(() => judgeFunding(session, due, dues, expected, isReserved)),
    }));
    const passed = looks.find(({ look }) => 'pass' in look)?.look;
    if (passed) return passed as Pass;
    if (session.isFor('faculty') && !session.session.specialty)
      return {
        unknown: { zh: '没有写专业，不知道该用哪项经费', en: 'without a specialty it is not known which fund is due' },
      };
    for (const { look } of looks) if (look instanceof CannotTell) throw look;
    // Of several funds it is the one that is used that is judged.
    const isUsed = ({ fund }: Due) => some(session.session.funding, ({ source }) => source === fund);
    const [failed] = [...looks.filter(({ due }) => readOr(() => isUsed(due), false)), ...looks];
    return failed && !(failed.look instanceof CannotTell)
      ? failed.look
      : { unknown: { zh: '通知没有写这类培训的经费', en: 'the notice names no fund for this category' } };
  },
  hints: (said) => ({
    '/funding': {
      zh: `省级：${given(said.appropriations).zh}`,
      en: `provincial: ${given(said.appropriations).en}`,
      of: 'appropriations',
      level: 'provincial',
    },
  }),
  words: (said) => {
    const own = said.baseFunds;
    return {
      title: { zh: '省级培训班的专项经费', en: 'Funds of provincial sessions' },
      asks: {
        zh: `每期省级培训班安排专项经费：${given(said.appropriations).zh}。`,
        en: `Each provincial session is given: ${given(said.appropriations).en}.`,
      },
      reading: {
        zh: `专项经费金额要一分不差；不足部分由承办单位统筹，${own.zh}可以另列，不影响判定。没有定金额的类别，金额不限，只看有没有混用另一项专项。一期培训有几类的，按其中任何一类的经费都可以。`,
        en: `The appropriation is exact; the host covers the rest, so what bases pay with (${own.en}) may stand beside it. Where a category has no amount any will do, and only money of the other fund is out of place. A session of several categories may have the funds of any of them.`,
      },
      verdict: {
        zh: '写了“经费”的每期省级班各判一次。该用的专项合计分文不差、没有另一种专项即通过；师资班没有写专业算无法判断。',
        en: 'Each provincial session with funding is judged. It passes when the items of its fund sum to exactly the amount and none is from the other fund; a faculty session without a specialty is unknown.',
      },
      remedy: {
        zh: `按通知更正经费来源和金额，不足部分另列${anyOf(own.each).zh}`,
        en: `Correct the source and amount; list what the host adds as ${anyOf(own.each).en}`,
      },
    };
  },
});
