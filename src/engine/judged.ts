import type { LoadedRecord } from '../load/loaded.ts';
import type { RecordPlace, Unjudged } from '../model/check-result.ts';
import type { Deadline, Finding, Outcome, Verdict, WaivedFinding } from '../model/finding.ts';
import type { Edition } from '../notices/edition.ts';

/** What the rules say of a set. */
export interface Judged {
  findings: Finding[];
  waived: WaivedFinding[];
  verdicts: Verdict[];
  deadlines: Deadline[];
  counts: Record<Outcome, number>;
  /** Records that no edition governs, and those that another stands for. */
  unjudged: Unjudged[];
  /** Records about which no reported rule was asked. */
  unasked: RecordPlace[];
  /** Editions that judged. */
  editions: Set<Edition>;
}

/** What the rules say of one group of a set. */
export interface JudgedGroup extends Omit<Judged, 'unasked'> {
  /** Records that could have been asked about, in order, and those that a reported rule was asked about. */
  governed: LoadedRecord[];
  asked: Set<LoadedRecord>;
}

/** Where nothing is said yet. */
export const nothingJudged = (): JudgedGroup => ({
  findings: [],
  waived: [],
  verdicts: [],
  deadlines: [],
  counts: { pass: 0, fail: 0, pending: 0, unknown: 0, waived: 0 },
  unjudged: [],
  editions: new Set(),
  governed: [],
  asked: new Set(),
});

/** Adds what is said of one group to what is said of all. */
export function addTo(all: JudgedGroup, own: JudgedGroup): void {
  for (const finding of own.findings) all.findings.push(finding);
  for (const finding of own.waived) all.waived.push(finding);
  for (const verdict of own.verdicts) all.verdicts.push(verdict);
  for (const deadline of own.deadlines) all.deadlines.push(deadline);
  for (const each of own.unjudged) all.unjudged.push(each);
  for (const record of own.governed) all.governed.push(record);
  for (const record of own.asked) all.asked.add(record);
  for (const edition of own.editions) all.editions.add(edition);
  for (const outcome of Object.keys(all.counts) as Outcome[]) all.counts[outcome] += own.counts[outcome];
}
