import { defineRule } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { specialtyNames } from '../../notices/categories.ts';
import { choice, listed, money, type SaidOf, table } from '../../notices/value-kinds.ts';

const funds = {
  'provincial-fund': { zh: '省财经费', en: 'provincial-fund' },
  'central-fund': { zh: '央财经费', en: 'central-fund' },
};

const appropriations = table({
  category: {
    zh: '类别',
    en: 'Category',
    kind: choice({ any: { zh: '其他各类', en: 'any other' }, ...specialtyNames }),
  },
  fund: { zh: '经费', en: 'Fund', kind: choice(funds) },
  amount: { zh: '金额（元）', en: 'Amount in yuan', kind: money, optional: true },
});

/** What each category is given, the rest of them last. */
const given = ({ rows }: SaidOf<typeof appropriations>): Words =>
  listed(
    [
      ...rows.filter(({ category }) => category.value !== 'any'),
      ...rows.filter(({ category }) => category.value === 'any'),
    ].map(({ category, fund, amount }) => {
      const yuan = amount === undefined ? { zh: '', en: '' } : { zh: ` ${amount} 元`, en: ` ${amount} yuan` };
      return { zh: `${category.zh} ${fund.zh}${yuan.zh}`, en: `${category.en} ${fund.en}${yuan.en}` };
    }),
  );

export default defineRule({
  id: 'training/provincial-funding',
  modality: 'must',
  reads: { appropriations },
  subject: 'session',
  on: (session) => session.provincial && session.session.funding && session,
  judge: (session, { appropriations }) => {
    const { audience, specialty, funding = [] } = session.session;
    if (audience === 'faculty' && specialty === undefined)
      return {
        unknown: { zh: '没有写专业，不知道该用哪项经费', en: 'without a specialty it is not known which fund is due' },
      };
    const due =
      appropriations.find(({ category }) => category === session.category) ??
      appropriations.find(({ category }) => category === 'any');
    if (!due) return { unknown: { zh: '通知没有写这类培训的经费', en: 'the notice names no fund for this category' } };
    const items = funding.map((item, index) => ({ ...item, path: session.at('funding', index) }));
    const other = items.find(({ source }) => source !== due.fund && source in funds);
    const right = items.filter(({ source }) => source === due.fund);
    // Yuan may have decimals; a millionth is beyond any of them and hides the sum's binary rounding.
    const sum = Math.round(right.reduce((total, { amount }) => total + amount, 0) * 1e6) / 1e6;
    if (!other && (due.amount === undefined || sum === due.amount)) return 'pass';
    const fund = funds[due.fund];
    const amount =
      due.amount === undefined ? { zh: '', en: '' } : { zh: ` ${due.amount} 元`, en: ` ${due.amount} yuan` };
    const expected = { zh: `${fund.zh}${amount.zh}`, en: `${fund.en}${amount.en}` };
    if (other) {
      const wrong = funds[other.source as keyof typeof funds];
      return {
        fail: other.path,
        message: {
          zh: `这期培训应使用${fund.zh}，不能用${wrong.zh}`,
          en: `This session is paid from ${fund.en}, not from ${wrong.en}`,
        },
        expected,
        actual: { zh: `${wrong.zh} ${other.amount} 元`, en: `${wrong.en} ${other.amount} yuan` },
      };
    }
    return {
      fail: right.length === 1 && right[0] ? right[0].path : session.at('funding'),
      message: {
        zh: `${fund.zh}共 ${sum} 元，应为 ${due.amount} 元`,
        en: `${sum} yuan from ${fund.en}; ${due.amount} is appropriated`,
      },
      expected,
      actual: { zh: `${fund.zh} ${sum} 元`, en: `${fund.en} ${sum} yuan` },
    };
  },
  hints: (said) => ({
    '/funding': {
      zh: `省级：${given(said.appropriations).zh}`,
      en: `provincial: ${given(said.appropriations).en}`,
      of: 'appropriations',
      level: 'provincial',
    },
  }),
  words: (said) => ({
    title: { zh: '省级培训班的专项经费', en: 'Funds of provincial sessions' },
    asks: {
      zh: `每期省级培训班安排专项经费：${given(said.appropriations).zh}。`,
      en: `Each provincial session is given: ${given(said.appropriations).en}.`,
    },
    reading: {
      zh: '专项经费金额要一分不差；不足部分由承办单位统筹，住培经费、自筹可以另列，不影响判定。没有定金额的类别，金额不限，只看有没有混用另一项专项。',
      en: 'The appropriation is exact; the host covers the rest, so residency funds and its own money may stand beside it. Where a category has no amount any will do, and only money of the other fund is out of place.',
    },
    verdict: {
      zh: '写了“经费”的每期省级班各判一次。该用的专项合计分文不差、没有另一种专项即通过；师资班没有写专业算无法判断。',
      en: 'Each provincial session with funding is judged. It passes when the items of its fund sum to exactly the amount and none is from the other fund; a faculty session without a specialty is unknown.',
    },
    remedy: {
      zh: '按通知更正经费来源和金额，不足部分另列住培经费或自筹',
      en: 'Correct the source and amount; list what the host adds as residency-fund or self',
    },
  }),
});
