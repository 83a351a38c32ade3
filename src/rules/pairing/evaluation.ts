import { defineRule } from '../../engine/rule.ts';
import { periodOf } from '../../records/session.ts';

export default defineRule({
  id: 'pairing/evaluation',
  modality: 'must',
  subject: 'pairing',
  on: ({ pairing: { agreement, evaluations = [] } }) => {
    const term = periodOf(agreement);
    return evaluations
      .map((evaluation, index) => ({ path: `/evaluations/${index}`, evaluation, term }))
      .filter(({ evaluation: { date } }) => !term || (term.start <= date && date <= term.end));
  },
  judge: ({ path, evaluation: { date, result }, term }) => {
    if (!term)
      return {
        unknown: {
          zh: '协议没有写起止日期，不知道评估是否在帮扶期内',
          en: 'without the agreement’s term it is not known whether the evaluation lies in it',
        },
      };
    return result === 'passed'
      ? 'pass'
      : {
          fail: `${path}/result`,
          message: {
            zh: `帮扶期内 ${date} 的基地评估没有通过`,
            en: `The evaluation on ${date}, within the term, was not passed`,
          },
          expected: { zh: '通过', en: 'passed' },
          actual: { zh: '未通过', en: 'failed' },
        };
  },
  words: {
    title: { zh: '帮扶期内通过基地评估', en: 'Evaluations within the term are passed' },
    asks: {
      zh: '帮扶期间，培训基地要确保对口帮扶基地通过国家和省里组织的基地评估检查。',
      en: 'During the term the helper base sees to it that the helped base passes national and provincial evaluations.',
    },
    reading: {
      zh: '帮扶期以协议的开始和结束为准，期外的评估不判定；协议没有写明起止的，无法判断。',
      en: 'The term is the agreement’s; evaluations outside it are not judged, and without a term nothing can be told.',
    },
    verdict: {
      zh: '协议期内的每次评估各判一次，结果“通过”即通过；没有协议期的算无法判断，期外的不判。',
      en: 'Each evaluation within the agreement’s term is judged and passes by its result; without a term it is unknown, outside it there is no verdict.',
    },
    remedy: {
      zh: '对照评估意见整改，复评通过后另记一条；整改任务写进任务清单',
      en: 'Mend what the evaluation found, put it on the task list, and record the re-evaluation',
    },
  },
});
