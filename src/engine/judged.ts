import type { LoadedRecord } from '../load/loaded.ts';
import type { RecordPlace, Unjudged } from '../model/check-result.ts';
import { addCounts, type Counts, noCounts } from '../model/counts.ts';
import type { OwnerCounts } from '../model/evidence.ts';
import type { Deadline, Finding, Policy, Verdict, WaivedFinding } from '../model/finding.ts';
import type { Edition } from '../notices/edition.ts';

/** Most findings of rules about one file: a plan of four hundred sessions with a dozen mistakes each has as many. */
export const MAXIMUM_FOUND = 5_000;

/** What the rules say of a set. */
export interface Judged {
  findings: Finding[];
  waived: WaivedFinding[];
  verdicts: Verdict[];
  deadlines: Deadline[];
  counts: Counts;
  /** The same counts of each owner under each notice, by both; where asked for. */
  byOwner: Map<string, OwnerCounts>;
  /** Records that no edition governs, and those that another stands for. */
  unjudged: Unjudged[];
  /** Records about which no reported rule was asked. */
  unasked: RecordPlace[];
  /** Editions that judged. */
  editions: Set<Edition>;
  /** Files about which more was found than is listed, so that not everything in them was judged. */
  full: Set<string>;
}

/** What the rules say of one group of a set. */
export interface JudgedGroup extends Omit<Judged, 'unasked' | 'full'> {
  /** How many findings there are in the records of each file. */
  found: Map<string, number>;
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
  counts: noCounts(),
  byOwner: new Map(),
  unjudged: [],
  editions: new Set(),
  governed: [],
  asked: new Set(),
  found: new Map(),
});

/** Adds what is said of one group to what is said of all. */
export function addTo(all: JudgedGroup, own: JudgedGroup): void {
  for (const finding of own.findings) all.findings.push(finding);
  for (const finding of own.waived) all.waived.push(finding);
  for (const verdict of own.verdicts) all.verdicts.push(verdict);
  for (const deadline of own.deadlines) all.deadlines.push(deadline);
  for (const each of own.unjudged) all.unjudged.push(each);
  // Who was asked about in the own group is not looked for among all.
  const unasked = new Set(own.governed);
  for (const record of own.asked) if (!unasked.delete(record)) all.asked.add(record);
  for (const record of unasked) all.governed.push(record);
  for (const edition of own.editions) all.editions.add(edition);
  for (const [file, count] of own.found) all.found.set(file, count + (all.found.get(file) ?? 0));
  addCounts(all.counts, own.counts);
  for (const { policy, owner, counts } of own.byOwner.values()) addCounts(countsOf(all, policy, owner), counts);
}

/** The counts of an owner under a notice, to be added to. */
export function countsOf({ byOwner }: JudgedGroup, policy: Policy, owner: string): Counts {
  const key = `${policy} ${owner}`;
  const known = byOwner.get(key) ?? { policy, owner, counts: noCounts() };
  byOwner.set(key, known);
  return known.counts;
}
