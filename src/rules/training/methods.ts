import { defineRule } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { reaches } from '../../model/range.ts';
import { lengthOf } from '../../records/counting.ts';
import type { PartName } from '../../records/session.ts';

const labels: Record<PartName, Words> = {
  offline: { zh: '线下培训方式', en: 'methods of the offline part' },
  online: { zh: '线上培训方式', en: 'methods of the online part' },
};

export default defineRule({
  id: 'training/methods',
  modality: 'guide',
  subject: 'session',
  on: (session) => session.parts,
  judge: ({ name, turns }) =>
    turns.map(
      ({ path, written }) =>
        () =>
          reaches(lengthOf(written.methods), 1) ? 'pass' : { missing: `${path}/methods`, label: labels[name] },
    ),
  words: {
    title: { zh: '写明培训方式', en: 'The methods are stated' },
    asks: {
      zh: '线下、线上可以采取的方式都有多种，各部分要写明采用哪些。',
      en: 'Offline and online parts may use several methods; each part states its own.',
    },
    reading: {
      zh: '一部分分几天、几处或几批写的，每一项都要写方式。',
      en: 'Where a part is a list of days, places or batches, each states its methods.',
    },
    verdict: {
      zh: '培训班的线下、线上部分各判一次，“方式”不空即通过，没有写当即不通过。',
      en: 'Each part that a session has is judged. Any method passes; none fails at once.',
    },
    missing: { zh: '没有写{items}', en: 'Not stated: {items}' },
    remedy: {
      zh: '补上“方式”，线下例如 集中授课，线上例如 线上直播；可以写几项',
      en: 'Add "methods", one or several, such as lecture or live',
    },
  },
});
