import type { AddedEdition, CheckResult } from '../model/check-result.ts';
import type { Language, Words } from '../model/finding.ts';
import { noticeNames, severityNames } from '../model/names.ts';

/** What the config changes, a line each: rules switched off or of another severity; editions added or put in place of the product's own. */
export function overridesInWords(overrides: CheckResult['overrides']): Words[] {
  if (!overrides) return [];
  const { config, rules, editions } = overrides;
  const changes = rules.map(({ rule, severity }) => ({
    zh: `${rule} ${severity === 'off' ? '关闭' : `改为${severityNames[severity].zh}`}`,
    en: `${rule} ${severity === 'off' ? 'off' : `as ${severity}`}`,
  }));
  const changed = {
    zh: `配置 ${config} 改动了规则：${changes.map(({ zh }) => zh).join('；')}`,
    en: `The config ${config} changes rules: ${changes.map(({ en }) => en).join('; ')}`,
  };
  return [
    ...(rules.length > 0 ? [changed] : []),
    ...editions.map((edition) => {
      const { zh, en } = editionInWords(edition);
      return { zh: `配置 ${config} ${zh}`, en: `The config ${config} ${en}` };
    }),
  ];
}

/** The same for programs; nothing where the config changes nothing. */
export const overridesJson = (overrides: CheckResult['overrides'], lang: Language): object =>
  overrides
    ? {
        overrides: {
          ...overrides,
          editions: overrides.editions.map((each) => ({ ...each, document: each.document[lang] })),
        },
      }
    : {};

function editionInWords({ notice, edition, document, replaces, judged }: AddedEdition): Words {
  const name = {
    zh: `${noticeNames[notice].zh}“${edition}”版`,
    en: `the edition ${edition} of ${noticeNames[notice].en}`,
  };
  const added =
    replaces.length === 0
      ? { zh: `加入了${name.zh}`, en: `adds ${name.en}` }
      : {
          zh: `用${name.zh}代替自带的“${replaces.join('”“')}”版`,
          en: `puts ${name.en} in place of the built-in ${replaces.join(', ')}`,
        };
  const used = judged
    ? { zh: '本次按它判定', en: 'and records were judged by it' }
    : { zh: '本次没有记录用到它', en: 'and no record was judged by it' };
  return {
    zh: `${added.zh}，${used.zh}；依据是${document.zh}`,
    en: `${added.en}, ${used.en}; it is ${document.en}`,
  };
}
