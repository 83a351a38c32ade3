import type { CheckResult } from '../model/check-result.ts';
import type { Language } from '../model/finding.ts';
import { outcomeNames } from '../model/names.ts';
import { placeIn } from '../report/place.ts';
import { aboutIn, complianceRecord, foundIn, requiredBy, standsAt } from '../report/record/record.ts';
import { visible } from '../text/visible.ts';
import type { VerdictShown } from './requests.ts';

/** Every verdict of a check that gathered its evidence, by notice, base and clause. */
export const verdictsOf = (result: CheckResult, lang: Language): VerdictShown[] =>
  complianceRecord(result).owners.flatMap(({ owner, notice, entries }) =>
    entries.map((entry): VerdictShown => {
      const { rule, verdict } = entry;
      return {
        owner: visible(owner),
        notice,
        outcome: verdict.verdict,
        outcomeName: outcomeNames[verdict.verdict][lang],
        title: rule.title[lang],
        rule: rule.id,
        clause: verdict.clause ?? rule.clause,
        about: visible(aboutIn(verdict, owner, lang)),
        asked: visible(requiredBy(entry)[lang]),
        found: visible(foundIn(verdict)?.[lang] ?? ''),
        file: visible(verdict.file),
        place: placeIn(standsAt(verdict), lang),
      };
    }),
  );
