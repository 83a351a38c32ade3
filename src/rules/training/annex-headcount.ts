import { defineRule, judged } from '../../engine/rule.ts';
import { same } from '../../model/finding.ts';
import { annexTable } from '../../notices/tables.ts';
import { hostedFiguresOf, ofEachCategory } from '../common/annex-row.ts';

export default defineRule({
  id: 'training/annex-headcount',
  clause: 'annex',
  modality: 'must',
  reads: { annex: annexTable },
  subject: 'session',
  on: (session, { annex }, { canonicalName }) => {
    const figures = hostedFiguresOf(session, annex, canonicalName, ({ headcount }) => headcount);
    return figures.length > 0 && { session, figures };
  },
  judge: ({ session, figures }) =>
    figures.map((figuresOf) => () => {
      const least = Math.min(...figuresOf());
      const { headcount } = session.session;
      if (headcount === undefined) return { unknown: { zh: '没有写人数', en: 'the headcount is not stated' } };
      return judged(headcount >= least, () => ({
        fail: session.at('headcount'),
        message: {
          zh: `培训 ${headcount} 人，应不少于 ${least} 人`,
          en: `${headcount} trained; at least ${least} are asked for`,
        },
        expected: `≥ ${least}`,
        actual: String(headcount),
      }));
    }),
  hints: ({ annex }) => {
    const people = ofEachCategory(annex, ({ headcount }) => (headcount === undefined ? undefined : same(headcount)));
    return {
      '/headcount': {
        zh: `省级各班不少于：${people.zh}`,
        en: `provincial sessions, at least: ${people.en}`,
        level: 'provincial',
      },
    };
  },
  words: (_, { clauses }) => ({
    title: { zh: `培训人数达到${clauses.zh}的要求`, en: 'The headcount reaches the one planned' },
    asks: {
      zh: `${clauses.zh}为每期省级培训班规定了最少人数。`,
      en: 'The notice’s plan of sessions sets a least headcount for each provincial session.',
    },
    verdict: {
      zh: `只看由${clauses.zh}指定单位承办的省级班。人数不少于规定即通过，没有写人数算无法判断。`,
      en: 'Applies to a provincial session held by the host assigned to its category. It passes at the headcount asked or more; without a headcount it is unknown.',
    },
    remedy: { zh: '增加参训人数', en: 'Train more people' },
  }),
});
