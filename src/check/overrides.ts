import type { Config } from '../load/config.ts';
import type { AddedEdition, CheckResult } from '../model/check-result.ts';
import { bundledEditions, type Edition } from '../notices/edition.ts';

/** What a config, and the editions of the call, change of the product's own; undefined where nothing. `used` are the editions that judged. */
export function overridesOf({ file, severities, added }: Config, used: ReadonlySet<Edition>): CheckResult['overrides'] {
  if (severities.size === 0 && added.length === 0) return undefined;
  return {
    config: file ?? null,
    rules: [...severities].map(([rule, severity]) => ({ rule, severity })),
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

/** Whether an added edition governs what one of the product's own would govern without it: years and cities, or pairs, which stay with the edition under which they signed. */
function replaces(added: Edition, own: Edition): boolean {
  const [mine, theirs] = [added.governs, own.governs];
  if (added.notice === 'pairing') return own.notice === 'pairing' && added.issued === own.issued;
  return (
    added.notice === own.notice &&
    added.issued >= own.issued &&
    (mine.from ?? Number.NEGATIVE_INFINITY) <= (theirs.to ?? Number.POSITIVE_INFINITY) &&
    (theirs.from ?? Number.NEGATIVE_INFINITY) <= (mine.to ?? Number.POSITIVE_INFINITY) &&
    (!mine.cities || !theirs.cities || mine.cities.some((city) => theirs.cities?.includes(city)))
  );
}
