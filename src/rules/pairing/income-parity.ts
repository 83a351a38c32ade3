import { defineRule, judged } from '../../engine/rule.ts';
import { multiple } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import { compareToShare, shareOf } from '../common/share.ts';

export default defineRule({
  id: 'pairing/income-parity',
  clause: 'incomeParity',
  modality: 'in-principle',
  reads: { incomeParity: multiple },
  subject: 'pairing',
  on: ({ pairing: { indicators = {} } }) =>
    allOf(
      () => indicators.gpIncome !== undefined,
      () => indicators.peerIncome !== undefined,
    ) && indicators,
  judge: ({ gpIncome = 0, peerIncome = 0 }, { incomeParity }) =>
    judged(compareToShare(gpIncome, incomeParity, peerIncome) >= 0, () => ({
      fail: '/indicators/gpIncome',
      message: {
        zh: `全科人均收入 ${gpIncome} 元，不到同级别人均收入 ${peerIncome} 元的 ${multiple.said(incomeParity).zh}`,
        en: `GP income of ${gpIncome} yuan is less than ${multiple.said(incomeParity).en} of the ${peerIncome} yuan of peers`,
      },
      expected: `≥ ${shareOf(incomeParity, peerIncome)}`,
      actual: String(gpIncome),
    })),
  hints: ({ incomeParity }) => ({
    '/indicators/gpIncome': {
      zh: `不低于同级别人均收入的 ${incomeParity.zh}`,
      en: `at least ${incomeParity.en} of the peers’ income`,
    },
  }),
  words: ({ incomeParity }, { inPrinciple }) => ({
    title: { zh: '全科收入与同级别人员相比', en: 'GP income compared with that of peers' },
    asks: {
      zh: `全科医学科医护人员的收入，${inPrinciple.zh}不低于本单位同级别人员平均水平的 ${incomeParity.zh}。`,
      en: `Income in the GP department is ${inPrinciple.en}at least ${incomeParity.en} of the average of the hospital’s peers.`,
    },
    verdict: {
      zh: `两个收入指标都写了才判，全科人均收入不低于同级别的 ${incomeParity.zh} 即通过。`,
      en: `Judged where both figures are given; GP income of at least ${incomeParity.en} of that of peers passes.`,
    },
    remedy: {
      zh: '调整内部分配',
      en: 'Adjust internal distribution',
    },
  }),
});
