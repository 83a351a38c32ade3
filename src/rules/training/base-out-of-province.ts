import { lastDayOf } from '../../calendar/date.ts';
import { isAfter } from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { reaches, shownRange } from '../../model/range.ts';
import { yearlyCount } from '../../notices/value-kinds.ts';
import { allOf, countOf } from '../../records/counting.ts';
import type { BatchSubject } from '../../records/subjects.ts';
import { deadlinePassed } from '../common/ahead.ts';
import { counts } from '../common/held.ts';

export default defineRule({
  id: 'training/base-out-of-province',
  clause: 'outOfProvinceBatches',
  modality: 'must',
  reads: { outOfProvinceBatches: yearlyCount },
  subject: 'base',
  on: (base) => !base.tcmOnly && base,
  judge: ({ year, batches }, { outOfProvinceBatches }, { asOf }) => {
    const planned = countOf(batches, (batch) => batch.hasCategory && counts(batch, year, asOf));
    const isOver = ({ completed, hasDates, period }: BatchSubject) =>
      completed || (hasDates && period !== undefined && isAfter(asOf, period.end));
    const held = countOf(batches, (batch) =>
      allOf(
        () => batch.hasCategory,
        () => isOver(batch),
      ),
    );
    const found = shownRange(planned);
    return withDuty({ due: lastDayOf(year), done: held.least >= outOfProvinceBatches, path: '/outOfProvince' }, () =>
      judged(reaches(planned, outOfProvinceBatches), () => ({
        fail: '/outOfProvince',
        fills: '/outOfProvince/-',
        message:
          planned.most === 0
            ? {
                zh: `还没有安排省外培训，至少要有 ${outOfProvinceBatches} 批`,
                en: `No out-of-province batch is planned; at least ${outOfProvinceBatches} are asked for`,
              }
            : {
                zh: `省外培训只有 ${found} 批，少于 ${outOfProvinceBatches} 批`,
                en: `Only ${found} out-of-province batch${planned.most === 1 ? '' : 'es'}, fewer than ${outOfProvinceBatches}`,
              },
        expected: `≥ ${outOfProvinceBatches}`,
        actual: found,
      })),
    );
  },
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
    afterwards: deadlinePassed,
    remedy: { zh: '在“省外培训”里补足批次', en: 'Add batches to "outOfProvince"' },
  }),
});
