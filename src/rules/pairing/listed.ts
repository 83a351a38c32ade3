import { defineRule, judged } from '../../engine/rule.ts';
import { same } from '../../model/finding.ts';
import { pairsTable } from '../../notices/tables.ts';
import { anyOf, listed, nameOrNames, names } from '../../notices/value-kinds.ts';

export default defineRule({
  id: 'pairing/listed',
  clause: 'pairs',
  modality: 'must',
  reads: { pairs: pairsTable },
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ helper, helped, pairing }, { pairs }, { bases, canonicalName }) => {
    const right = pairs.filter((row) => row.helped.map(canonicalName).includes(helped)).map((row) => row.helper);
    if (right.length > 0) {
      const { zh, en } = anyOf(right.map((name) => ({ zh: `“${name}”`, en: `"${name}"` })));
      return judged(right.map(canonicalName).includes(helper), () => ({
        fail: '/helper',
        message: {
          zh: `名单里“${pairing.helped}”由${zh}帮扶，不是“${pairing.helper}”`,
          en: `In the list of pairs "${pairing.helped}" belongs to ${en}, not to "${pairing.helper}"`,
        },
        expected: nameOrNames.said(right),
        actual: pairing.helper,
      }));
    }
    const own = pairs.find((row) => canonicalName(row.helper) === helper)?.helped;
    const all = pairs.flatMap((row) => row.helped);
    const near = bases.near(pairing.helped, all);
    const hint =
      near !== undefined
        ? { zh: `，是不是“${near}”？`, en: `: did you mean "${near}"?` }
        : own
          ? {
              zh: `；“${pairing.helper}”帮扶的是${names.said(own).zh}`,
              en: `; "${pairing.helper}" helps ${names.said(own).en}`,
            }
          : same('');
    return {
      fail: '/helped',
      message: {
        zh: `名单的对口帮扶基地里没有“${pairing.helped}”${hint.zh}`,
        en: `The list of pairs has no helped base "${pairing.helped}"${hint.en}`,
      },
      expected: near ?? names.said(own ?? all),
      actual: pairing.helped,
    };
  },
  hints: ({ pairs: { rows } }) => {
    const helpers = listed(rows.map(({ helper }) => helper));
    const all = rows.map(({ helper, helped }) => `${helper.zh} → ${helped.zh}`).join('；');
    return {
      '/helper': { zh: `名单里的培训基地：${helpers.zh}`, en: `the helpers listed: ${helpers.en}` },
      '/helped': { zh: `名单里的结对：${all}`, en: `the pairs listed: ${all}` },
    };
  },
  words: () => ({
    title: { zh: '结对关系在名单内', en: 'The pair is in the list' },
    asks: {
      zh: '哪家培训基地帮扶哪家对口基地，以通知的结对名单为准。',
      en: 'Which helper base helps which base follows the notice’s list of pairs.',
    },
    verdict: {
      zh: '每对帮扶各判一次。两家单位是名单里的一对即通过。',
      en: 'Each pairing is judged. Helper and helped being a pair of the list passes.',
    },
    remedy: {
      zh: '对照名单改正两家基地的名称；用简称的，把简称加到配置文件 bases 的 aliases 里',
      en: 'Correct the names by the list; for a short name, add it to "aliases" of "bases" in the config file',
    },
  }),
});
