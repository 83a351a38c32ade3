import type { CheckResult } from '../model/check-result.ts';
import type { Language } from '../model/finding.ts';
import { agenda, stateNames } from '../report/deadlines/deadlines.ts';
import { dutyText, subjectText } from '../report/deadlines/formats.ts';
import { fileAndLine } from '../report/place.ts';
import { visible } from '../text/visible.ts';
import type { Timeline } from './requests.ts';

/** The duties of a check by due date, and what happens when. */
export function timelineOf(result: CheckResult, lang: Language): Timeline {
  const { asOf, evidence } = result;
  return {
    asOf,
    duties: agenda(result, asOf).duties.map((each) => ({
      due: each.due,
      latest: each.latest ?? null,
      daysLeft: each.daysLeft,
      state: each.state,
      stateName: stateNames[each.state][lang],
      owner: each.owner,
      owedBy: each.owedBy[lang],
      subject: visible(subjectText(each)),
      duty: visible(dutyText(each, lang)),
      rule: each.rule,
      clause: each.clause,
      file: each.file,
      line: each.line,
      place: fileAndLine(each, lang),
    })),
    activities: evidence?.activities ?? [],
    milestones: (evidence?.milestones ?? []).map(({ year, date, label }) => ({ year, date, label: label[lang] })),
  };
}
