import type { AddedEdition, CheckResult } from '../model/check-result.ts';
import { counted, type Language, type Words } from '../model/finding.ts';
import { noticeNames, severityNames } from '../model/names.ts';
import { governedInWords } from '../notices/edition.ts';

/** What the config and the call change, a line each: rules switched off or of another severity; editions added or put in place of the product's own. */
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
      return edition.isFromCall
        ? { zh: `--edition ${edition.file} ${zh}`, en: `--edition ${edition.file} ${en}` }
        : { zh: `配置 ${config} ${zh}`, en: `The config ${config} ${en}` };
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

function editionInWords(added: AddedEdition): Words {
  const { notice, edition, document, replaces, judged, drafts } = added;
  const governed = governedInWords(added.governs);
  const unfinished =
    drafts === 0
      ? { zh: '', en: '' }
      : {
          zh: `；它还是草稿，有 ${drafts} 项没有核对，判定只作参考`,
          en: `; it is a draft with ${counted(drafts, 'thing')} not looked over, so take the verdicts as a trial`,
        };
  const name = {
    zh: `${noticeNames[notice].zh}“${edition}”版`,
    en: `the edition ${edition} of ${noticeNames[notice].en}`,
  };
  const put =
    replaces.length === 0
      ? { zh: `加入了${name.zh}`, en: `adds ${name.en}` }
      : {
          zh: `用${name.zh}代替自带的“${replaces.join('”“')}”版`,
          en: `puts ${name.en} in place of the built-in ${replaces.join(', ')}`,
        };
  const used = judged
    ? { zh: '本次按它判定', en: 'and records were judged by it' }
    : {
        zh: `本次没有记录用到它${governed.zh && `（它管 ${governed.zh}）`}`,
        en: `and no record was judged by it${governed.en && ` (it governs ${governed.en})`}`,
      };
  return {
    zh: `${put.zh}，${used.zh}；依据是${document.zh}${unfinished.zh}`,
    en: `${put.en}, ${used.en}; it is ${document.en}${unfinished.en}`,
  };
}
