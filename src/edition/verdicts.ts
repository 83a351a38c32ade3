import type { CheckResult } from '../model/check-result.ts';
import type { Outcome, Verdict, Words } from '../model/finding.ts';
import { recordKey } from '../report/not-judged.ts';

/** A verdict that two editions give otherwise; null where one of them gives none. */
export interface VerdictChange {
  /** The base, pair, city or province concerned, and the session or other thing of it that is judged. */
  owner: string;
  subject: string | null;
  /** Which it is, where a rule gives a subject several. */
  label: Words | null;
  rule: string;
  file: string;
  line: number;
  old: Outcome | null;
  new: Outcome | null;
  /** Why, as the later edition has it, or the earlier where that has nothing to say. */
  message: Words | null;
}

/** What becomes of the verdicts of some records under another edition. */
export interface VerdictChanges {
  changes: VerdictChange[];
  /** How many verdicts are the same under both. */
  same: number;
  /** How many records either gives a verdict on. */
  records: number;
}

/** The verdicts that differ between two checks of the same records, in the order of the later. */
export function verdictChanges(before: CheckResult, after: CheckResult): VerdictChanges {
  const olds = byThing(before);
  const news = byThing(after);
  const changes: VerdictChange[] = [];
  let same = 0;
  for (const key of new Set([...news.keys(), ...olds.keys()])) {
    const [old, now] = [olds.get(key), news.get(key)];
    if (old?.verdict === now?.verdict) {
      same += 1;
      continue;
    }
    const shown = now ?? old;
    if (!shown) continue;
    const { owner, subject, label, rule, file, line } = shown;
    const why = now && now.verdict !== 'pass' ? now : old;
    changes.push({
      owner,
      subject,
      label,
      rule,
      file,
      line,
      old: old?.verdict ?? null,
      new: now?.verdict ?? null,
      message: why?.message ?? why?.reason ?? null,
    });
  }
  const all = [before, after].flatMap(({ verdicts = [] }) => verdicts);
  return { changes, same, records: new Set(all.map(recordKey)).size };
}

/** Verdicts by what they are about, which is the same under either edition. */
function byThing({ verdicts = [] }: CheckResult): Map<string, Verdict> {
  const found = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const { rule, file, record = 0, subject, owner, label } = verdict;
    const key = JSON.stringify([rule, file, record, owner, subject, label?.zh]);
    let place = 0;
    while (found.has(`${key} ${place}`)) place += 1;
    found.set(`${key} ${place}`, verdict);
  }
  return found;
}
