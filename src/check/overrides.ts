import { ruleIn } from '../engine/in-edition.ts';
import type { Config } from '../load/config.ts';
import type { AddedEdition, CheckResult } from '../model/check-result.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { bundledEditions, type Edition, type Editions, overlaps } from '../notices/edition.ts';
import { fileRules } from '../rules/file-rules.ts';
import { rules as allRules } from '../rules/index.ts';

/**
 * What a config, and the editions of the call, change of the product's own; undefined where nothing. `used` are the editions
 * that judged, `found` what was found, with the severities that it has by itself.
 */
export function overridesOf(
  { file, severities, editions, added }: Config,
  used: ReadonlySet<Edition>,
  found: readonly Finding[],
): CheckResult['overrides'] {
  const rules = [...severities]
    .map(([rule, severity]) => ({ rule, severity }))
    .filter(({ rule, severity }) =>
      [...ownSeverities(rule, editions), ...found.flatMap((each) => (each.rule === rule ? each.severity : []))].some(
        (own) => own !== severity,
      ),
    );
  if (rules.length === 0 && added.length === 0) return undefined;
  return {
    config: file ?? null,
    rules,
    editions: added.map(
      ({ edition, file: ofEdition, isFromCall }): AddedEdition => ({
        file: ofEdition,
        isFromCall,
        notice: edition.notice,
        edition: edition.edition,
        document: edition.document,
        governs: edition.governs,
        drafts: edition.drafts.length,
        replaces: bundledEditions.filter((own) => replaces(edition, own)).map((own) => own.edition),
        judged: used.has(edition),
      }),
    ),
  };
}

/** The severities of a rule by itself, in every edition that asks it and judges. */
function ownSeverities(id: string, { judging }: Editions): Severity[] {
  const rule = allRules.find((each) => each.id === id);
  if (!rule) return fileRules().flatMap((each) => (each.id === id ? each.severity : []));
  if (rule.policy === null) return [rule.severity];
  return judging
    .filter(({ notice }) => notice === rule.policy)
    .map((edition) => ruleIn(rule, edition))
    .flatMap(({ isOff, severity }) => (isOff ? [] : severity));
}

/** Whether an added edition governs what one of the product's own would govern without it: years and cities, or pairs, which stay with the edition under which they signed. */
function replaces(added: Edition, own: Edition): boolean {
  if (added.notice === 'pairing') return own.notice === 'pairing' && added.issued === own.issued;
  return added.notice === own.notice && added.issued >= own.issued && overlaps(added.governs, own.governs);
}
