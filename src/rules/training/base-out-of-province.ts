import { lastDayOf } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule } from '../../engine/rule.ts';
import { count } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'training/base-out-of-province',
  clause: 'outOfProvinceBatches',
  modality: 'must',
  reads: { outOfProvinceBatches: count },
  subject: 'base',
  on: (base) => !base.tcmOnly && base,
  judge: ({ year, batches }, { outOfProvinceBatches }) =>
    withDuty(
      { due: lastDayOf(year), done: batches.length >= outOfProvinceBatches, path: '/outOfProvince' },
      batches.length >= outOfProvinceBatches
        ? 'pass'
        : {
            fail: '/outOfProvince',
            message: {
              zh: `省外培训只有 ${batches.length} 批，少于 ${outOfProvinceBatches} 批`,
              en: `Only ${batches.length} out-of-province batch(es), fewer than ${outOfProvinceBatches}`,
            },
            expected: `≥ ${outOfProvinceBatches}`,
            actual: String(batches.length),
          },
    ),
  hints: ({ outOfProvinceBatches }) => ({
    '/outOfProvince': {
      zh: `全年不少于 ${outOfProvinceBatches} 批`,
      en: `at least ${outOfProvinceBatches} in the year`,
    },
  }),
  words: ({ outOfProvinceBatches }) => ({
    title: { zh: '省外培训批次', en: 'Number of out-of-province batches' },
    asks: {
      zh: `各基地全年参加国家级或外省培训不少于 ${outOfProvinceBatches} 批。`,
      en: `Each base sends at least ${outOfProvinceBatches} batches to national or other provinces’ training in the year.`,
    },
    verdict: {
      zh: '每个基地每年判一次（只有中医类别的除外）。按写下的批次数，已取消的不算，不够当即不通过。',
      en: 'Each base’s year is judged, save that of a base of Chinese medicine only. Batches are counted as written without cancelled ones, and too few fail at once.',
    },
    remedy: { zh: '在“省外培训”里补足批次', en: 'Add batches to "outOfProvince"' },
  }),
});
