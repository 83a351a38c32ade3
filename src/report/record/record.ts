import type { CalendarDate } from '../../calendar/date.ts';
import { PROVINCE } from '../../load/subject.ts';
import type { CheckResult } from '../../model/check-result.ts';
import { addCounts, type Counts, noCounts } from '../../model/counts.ts';
import type { Activity, Evidence, Milestone, RuleSummary } from '../../model/evidence.ts';
import type {
  Deadline,
  Finding,
  Language,
  Location,
  Policy,
  Severity,
  Unreadable,
  Verdict,
  WaivedFinding,
  Words,
} from '../../model/finding.ts';
import { policies as notices } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { bareCity } from '../../notices/cities.ts';

/** One rule's verdict on one subject. */
export interface Entry {
  rule: RuleSummary;
  verdict: Verdict;
}

/** The record of one base, pair, city or of the province under one notice. */
export interface OwnerRecord {
  notice: Policy;
  kind: 'province' | 'base' | 'pairing' | 'city';
  owner: string;
  counts: Counts;
  /** In the order of the clauses, then of the files. */
  entries: Entry[];
  findings: Finding[];
  /** Those of the findings that are errors in the data itself, whatever the notices: what was judged may rest on them. */
  dataErrors: Finding[];
  waived: WaivedFinding[];
  activities: Activity[];
  milestones: Milestone[];
  deadlines: Deadline[];
}

/** The record of compliance of a set. */
export interface ComplianceRecord {
  asOf: CalendarDate;
  files: number;
  records: number;
  counts: Counts;
  /** How many errors in the data itself there are, whosesoever. */
  dataErrors: number;
  severities: Record<Severity, number>;
  byNotice: { notice: Policy; document: Words[]; counts: Counts; dataErrors: number }[];
  /** By notice; the province before the bases, then by name. */
  owners: OwnerRecord[];
  /** Rules with a verdict, in the order of the clauses. */
  rules: RuleSummary[];
  /** Findings in records that cannot be read, so that it is not known whose they are. */
  ownerless: Finding[];
  waived: WaivedFinding[];
  sources: Evidence['sources'];
  editions: Evidence['editions'];
  unjudged: CheckResult['unjudged'];
  unasked: CheckResult['unasked'];
  unreadable: Unreadable[];
  overrides: CheckResult['overrides'];
}

/** The order of the clauses in a notice; numerals of sub-clauses rank among themselves. */
const NUMERALS = '函一二三四五六七八九十附';

/** Where rules stand in their notice, then by their ids. */
function inOrder(rules: Iterable<RuleSummary>): RuleSummary[] {
  const ranked = Array.from(rules, (rule) => ({
    rule,
    ranks: [...(rule.clause.split(', ')[0] ?? '')].flatMap((sign) => NUMERALS.indexOf(sign) + 1 || []),
  }));
  const compared = (mine: number[], theirs: number[]): number => {
    for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1) {
      const difference = (mine[at] ?? 0) - (theirs[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return ranked
    .sort((one, other) => compared(one.ranks, other.ranks) || compare(one.rule.id, other.rule.id))
    .map(({ rule }) => rule);
}

const NO_EVIDENCE = 'The check was not asked for evidence';

/** Whom a check is about, and what is about nobody that can be told. */
interface ByOwner {
  owners: OwnerRecord[];
  ownerless: Finding[];
}

/** What a check came to by owner; without verdicts or deadlines where it lists none. It must have gathered its evidence. */
export function recordsByOwner({ evidence, verdicts = [], deadlines = [] }: CheckResult): ByOwner {
  if (!evidence) throw new Error(NO_EVIDENCE);
  const rules = inOrder(evidence.rules);
  const summaries = new Map(rules.map((rule) => [rule.id, rule]));
  const places = new Map(rules.map((rule, place) => [rule, place]));
  const byNotice = new Map(notices.map((notice) => [notice, new Map<string, OwnerRecord>()]));
  const recordOf = (notice: Policy, name: string): OwnerRecord => {
    const owners = present(byNotice.get(notice), `records under ${notice}`);
    const key = notice === 'haikou' ? bareCity(name) : name;
    const known = owners.get(key);
    if (known) return known;
    const made: OwnerRecord = {
      notice,
      kind: kindOf(notice, name),
      owner: name,
      counts: noCounts(),
      entries: [],
      findings: [],
      dataErrors: [],
      waived: [],
      activities: [],
      milestones: evidence.milestones,
      deadlines: [],
    };
    owners.set(key, made);
    return made;
  };
  for (const { policy, owner, counts } of evidence.counts) addCounts(recordOf(policy, owner).counts, counts);
  for (const verdict of verdicts) {
    const rule = present(summaries.get(verdict.rule), `rule ${verdict.rule}`);
    recordOf(rule.policy, verdict.owner).entries.push({ rule, verdict });
  }
  const ownerless: Finding[] = [];
  for (const finding of evidence.findings) {
    if (finding.owner === null || finding.notice === null) ownerless.push(finding);
    else {
      const own = recordOf(finding.notice, finding.owner);
      own.findings.push(finding);
      if (isDataError(finding)) own.dataErrors.push(finding);
    }
  }
  for (const finding of evidence.waived)
    if (finding.owner !== null && finding.notice !== null) recordOf(finding.notice, finding.owner).waived.push(finding);
  for (const activity of evidence.activities) recordOf('training', activity.owner).activities.push(activity);
  for (const deadline of deadlines)
    if (deadline.policy) recordOf(deadline.policy, deadline.owner).deadlines.push(deadline);
  const placeOf = ({ rule }: Entry) => places.get(rule) ?? 0;
  const owners = notices.flatMap((notice) =>
    [...present(byNotice.get(notice), `records under ${notice}`).values()].sort(inPlace),
  );
  for (const own of owners) own.entries.sort((one, other) => placeOf(one) - placeOf(other));
  return { owners, ownerless };
}

/** The province before the bases, then by name. */
const inPlace = (one: OwnerRecord, other: OwnerRecord): number =>
  Number(other.kind === 'province') - Number(one.kind === 'province') || compare(one.owner, other.owner);

/** The record of compliance that a check comes to; the check must have gathered its evidence. */
export function complianceRecord(result: CheckResult): ComplianceRecord {
  const { evidence, verdicts } = result;
  if (!evidence || !verdicts) throw new Error(NO_EVIDENCE);
  const { editions } = evidence;
  const { owners, ownerless } = recordsByOwner(result);
  const totals = new Map<Policy, Counts>();
  for (const { policy, counts } of evidence.counts) {
    const total = totals.get(policy) ?? noCounts();
    addCounts(total, counts);
    totals.set(policy, total);
  }
  const judged = new Set(verdicts.map(({ rule }) => rule));
  return {
    asOf: result.asOf,
    files: result.files,
    records: result.records,
    counts: result.counts,
    dataErrors: evidence.findings.filter(isDataError).length,
    severities: result.severities,
    byNotice: notices
      .filter((notice) => totals.has(notice))
      .map((notice) => ({
        notice,
        document: editions.filter((edition) => edition.notice === notice).map(({ document }) => document),
        counts: present(totals.get(notice), `counts of ${notice}`),
        dataErrors: owners.filter((own) => own.notice === notice).reduce((sum, own) => sum + own.dataErrors.length, 0),
      })),
    owners,
    rules: inOrder(evidence.rules).filter(({ id }) => judged.has(id)),
    ownerless,
    waived: evidence.waived,
    sources: evidence.sources,
    editions,
    unjudged: result.unjudged,
    unasked: result.unasked,
    unreadable: result.unreadable,
    overrides: result.overrides,
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function kindOf(notice: Policy, owner: string): OwnerRecord['kind'] {
  if (notice === 'pairing') return 'pairing';
  if (notice === 'haikou') return 'city';
  return owner === PROVINCE ? 'province' : 'base';
}

/** Errors of sound data, of form and of writing go by no notice. */
const isDataError = ({ policy, severity }: Finding): boolean => policy === null && severity === 'error';

/** Where a verdict stands: at what was found, else at what it is about. */
export const standsAt = (verdict: Verdict): Location => verdict.foundAt ?? verdict;

/** What was found, in words: what stands there, and what to know of it; of an open verdict why it is open. */
export function foundIn({ verdict, actual, message, reason }: Verdict): Words | null {
  const found = actual ?? reason;
  if (!found || !message || verdict !== 'pass') return found ?? message;
  return { zh: `${found.zh}（${message.zh}）`, en: `${found.en} (${message.en})` };
}

/** Whom a verdict is about: the session, pair or city where it is not the owner itself, and which one of several. */
export function aboutIn({ subject, label }: Verdict, owner: string, lang: Language): string {
  const names = [subject === owner ? null : subject, label?.[lang]];
  return names.filter((name) => name).join(lang === 'zh' ? '：' : ': ');
}

/** What was asked, in figures where the verdict has any, else in the words of its rule. */
export const requiredBy = ({ verdict, rule }: Entry): Words => verdict.expected ?? rule.asks;
