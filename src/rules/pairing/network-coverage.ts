import { defineRule, passing } from '../../engine/rule.ts';
import { pairName } from '../../load/subject.ts';
import { same } from '../../model/finding.ts';
import { pairsTable } from '../../notices/tables.ts';

const shown = { expected: { zh: '有结对帮扶记录', en: 'a pairing record' }, actual: { zh: '有', en: 'there' } };

export default defineRule({
  id: 'pairing/network-coverage',
  clause: 'pairs',
  modality: 'must',
  reads: { pairs: pairsTable },
  subject: 'network',
  on: (network, { pairs }, { canonicalName }) => {
    const recorded = new Set(network.pairs.map(({ helper, helped }) => pairName(helper, helped)));
    return pairs.flatMap(({ helper, helped }) =>
      helped.map((name) => ({
        subject: pairName(helper, name),
        recorded: recorded.has(pairName(canonicalName(helper), canonicalName(name))),
      })),
    );
  },
  judge: ({ subject, recorded }, _, { set }) => {
    if (recorded) return passing(() => shown);
    const why = set.whyOpen('pairing');
    if (why) throw why;
    return { missing: '', label: same(subject) };
  },
  words: () => ({
    title: { zh: '名单里的结对都有记录', en: 'Every pair of the list is recorded' },
    asks: {
      zh: '结对名单里的每一对基地都要建立结对帮扶关系。',
      en: 'Every pair of the notice’s list is set up.',
    },
    reading: {
      zh: '只有声明资料齐全（--complete）时才判定：这时缺哪一对，就是哪一对没有落实。',
      en: 'Judged only where the set is declared complete: then a pair without a record is a pair not set up.',
    },
    verdict: {
      zh: '声明文件齐全（--complete）时，名单里的每一对各判一次，有帮扶记录即通过；没有的，如果还有没判定的记录可能就是它，就无法判断。',
      en: 'Where the set is declared complete (--complete), each pair of the list is judged; a record of it passes. Without one it is unknown as long as a record that is not judged may be it.',
    },
    missing: { zh: '没有这一对的结对帮扶记录：{items}', en: 'No pairing record for {items}' },
    remedy: {
      zh: '补上这一对的“结对帮扶”记录；资料没有收齐的，不要声明齐全',
      en: 'Add a record of kind pairing for it, or do not declare the set complete',
    },
  }),
});
