import { defineRule } from '../../engine/rule.ts';
import { same, type Words } from '../../model/finding.ts';
import { pairsTable } from '../../notices/tables.ts';
import { isOneEditAway } from '../common/one-edit.ts';

const listed = (names: string[]): Words => ({ zh: names.join('、'), en: names.join(', ') });

export default defineRule({
  id: 'pairing/listed',
  clause: 'pairs',
  modality: 'must',
  reads: { pairs: pairsTable },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ helper, helped, pairing }, { pairs }, { canonicalName }) => {
    const annex = pairs.map((row) => ({ helper: canonicalName(row.helper), helped: row.helped.map(canonicalName) }));
    const right = annex.find((row) => row.helped.includes(helped))?.helper;
    if (right === helper) return 'pass';
    if (right !== undefined) {
      return {
        fail: '/helper',
        message: {
          zh: `附件里“${pairing.helped}”由“${right}”帮扶，不是“${pairing.helper}”`,
          en: `In the annex "${pairing.helped}" belongs to "${right}", not to "${pairing.helper}"`,
        },
        expected: right,
        actual: pairing.helper,
      };
    }
    const own = annex.find((row) => row.helper === helper)?.helped;
    const all = annex.flatMap((row) => row.helped);
    const near = all.find((name) => isOneEditAway(helped, name));
    const hint =
      near !== undefined
        ? { zh: `，是不是“${near}”？`, en: `: did you mean "${near}"?` }
        : own
          ? {
              zh: `；“${pairing.helper}”帮扶的是${listed(own).zh}`,
              en: `; "${pairing.helper}" helps ${listed(own).en}`,
            }
          : same('');
    return {
      fail: '/helped',
      message: {
        zh: `附件的对口帮扶基地里没有“${pairing.helped}”${hint.zh}`,
        en: `The annex lists no helped base "${pairing.helped}"${hint.en}`,
      },
      expected: near ?? listed(own ?? all),
      actual: pairing.helped,
    };
  },
  words: {
    title: { zh: '结对关系在名单内', en: 'The pair is in the annex' },
    asks: {
      zh: '4 家培训基地帮扶哪 10 家对口基地，附件列有名单，结对以名单为准。',
      en: 'The annex says which of the 10 bases each of the 4 helper bases helps; pairs follow it.',
    },
    verdict: {
      zh: '每对帮扶各判一次。两家单位是附件里的一对即通过。',
      en: 'Each pairing is judged. Helper and helped being a pair of the annex passes.',
    },
    remedy: {
      zh: '对照附件改正两家基地的名称；用简称的，把简称加到配置文件 bases 的 aliases 里',
      en: 'Correct the names by the annex; for a short name, add it to "aliases" of "bases" in the config file',
    },
  },
});
