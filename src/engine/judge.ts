import { lastDayOf } from '../calendar/date.ts';
import { firstOf, inChinese, isAtLeast, isDay, lastOf } from '../calendar/day.ts';
import type { LoadedRecord } from '../load/loaded.ts';
import { ownersAt, PROVINCE, yearAt } from '../load/subject.ts';
import { attempt, CannotTell, lazily, readOr, whyNot } from '../model/cannot-tell.ts';
import type { RecordPlace } from '../model/check-result.ts';
import type { Finding, Location, Outcome, Policy, Verdict, Words } from '../model/finding.ts';
import { joined } from '../model/finding.ts';
import type { Bases } from '../notices/bases.ts';
import type { Edition, Editions } from '../notices/edition.ts';
import { type Anchor, anchorAt } from '../records/anchor.ts';
import type { RecordSet, Subject, SubjectGroup } from '../records/set.ts';
import type { RecordSubject } from '../records/subjects.ts';
import type { WaiverEntry } from '../records/waivers.ts';
import { unreadWords } from '../schema/commented-out.ts';
import { isPromise } from '../schema/values/index.ts';
import { propertyAt } from '../schema/vocabulary/shape.ts';
import { valueAt } from '../tree/yaml/positions.ts';
import type { Lacking } from '../workbook/origins.ts';
import { answersOf, type Fault, isFault, pathOf, untold, worstOf } from './answers.ts';
import { type RuleInEdition, ruleIn } from './in-edition.ts';
import { addTo, countsOf, type Judged, type JudgedGroup, MAXIMUM_FOUND, nothingJudged } from './judged.ts';
import type { JudgedBefore } from './judged-before.ts';
import type { Locator } from './locate.ts';
import { owersOf } from './owers.ts';
import type { Answer, Context, Rule } from './rule.ts';
import { Said } from './said.ts';
import { asWords, inForce, nothingSaid, reasonOf, saidTogether, toldOf, wordsOf } from './wording.ts';

/** What the engine is asked to do with a joined set. */
export interface Judging {
  set: RecordSet;
  rules: readonly Rule[];
  editions: Editions;
  locator: Locator;
  asOf: string;
  /** Notices to judge by; all when undefined. */
  policies: readonly Policy[] | undefined;
  /** Which rules are not to be run at all. */
  isOff(rule: string): boolean;
  /** Which rules to report. */
  isReported(rule: string): boolean;
  /** Whether rules were chosen, so that those of sound data count as asked for. */
  isChoice: boolean;
  /** Whether to count by owners too. */
  countOwners: boolean;
  keepVerdicts: boolean;
  keepDeadlines: boolean;
  bases: Bases;
  /** The config's file, if there is one. */
  configFile: string | undefined;
  canonicalName(name: string): string;
  /** The file that stands for a set as a whole. */
  firstFile: string;
  /** Is shown the subjects of each group while they are at hand: made once more, they unpack the records of a large set again. */
  show: ((subjects: readonly Subject[]) => void) | undefined;
  /** What was said before of groups that need not be judged again; never where verdicts or deadlines are kept. */
  before?: JudgedBefore | undefined;
}

/** Runs every rule over every subject of a set that it applies to. */
export function judge(judging: Judging): Judged {
  return new Judgement(judging).run();
}

interface Item {
  path?: string;
  subject?: string;
  /** The file to show what concerns no record at; by default the set's first. */
  file?: string | undefined;
  label?: Words;
}

/** What is wrong with an item, and its verdict where that is kept. */
interface FaultOf {
  fault: Fault;
  item: Item;
  verdict: Verdict | undefined;
}

/** No items, or no waivers. */
const NONE: readonly never[] = [];

/** The records that a judgement of a subject looks at: its own, and those that join it. */
function membersOf(subject: Subject): readonly LoadedRecord[] {
  const own = subject.record ? [subject.record] : [];
  switch (subject.kind) {
    case 'base':
      return [...own, ...readOr(() => subject.sessions, []).map(({ record }) => record)];
    case 'province':
    case 'network':
      return [...own, ...subject.members];
    default:
      return own;
  }
}

/** Kinds of subject that fall under the training notice. */
const OF_TRAINING: ReadonlySet<Subject['kind']> = new Set(['session', 'base', 'province']);

const kindsOf = ({ subject }: Rule): readonly Subject['kind'][] => (typeof subject === 'string' ? [subject] : subject);

/** What faults of one place are about: all that is missing there, or what the first of them names. */
function soughtBy(faults: readonly Fault[]): readonly Lacking[] {
  const missing = faults.flatMap((fault) => ('missing' in fault ? fault : []));
  return missing.length > 1 || missing[0]?.code !== undefined
    ? missing.map(({ missing: path, code, fills }) => ({ path: fills ?? path, code }))
    : faults.slice(0, 1).map((fault) => ({ path: fault.fills ?? pathOf(fault) }));
}

class Judgement {
  readonly #judging: Judging;
  readonly #bySubject = new Map<Subject['kind'], Rule[]>();
  readonly #inEditions = new Map<Subject['kind'], Map<Edition | undefined, readonly RuleInEdition[]>>();
  readonly #context: Context;
  /** Records of the group at hand that a rule of a notice applied to. */
  readonly #judged = new Set<LoadedRecord>();
  /** The last subject whose records are among them. */
  #askedLast: Subject | undefined;
  /** The years of what each owner was judged about, and that of each verdict. */
  readonly #yearsOf = new Map<string, Set<number | undefined>>();
  readonly #years: (number | undefined)[] = [];
  /** The owners of the subject that was judged last. */
  #owned: { subject: Subject; owners: readonly [string, ...string[]] } | undefined;
  readonly #said = new Said();
  /** What is said of the groups before, and of the one at hand. */
  readonly #all = nothingJudged();
  #result = nothingJudged();

  constructor(judging: Judging) {
    this.#judging = judging;
    const rules = new Map(judging.rules.map((rule) => [rule.id, rule]));
    const enabled = new Set<string>();
    for (const rule of judging.rules.filter((each) => this.#isEnabled(each))) {
      enabled.add(rule.id);
      for (const kind of kindsOf(rule)) {
        const ofKind = this.#bySubject.get(kind);
        if (ofKind) ofKind.push(rule);
        else this.#bySubject.set(kind, [rule]);
      }
    }
    const isAsked: Context['isAsked'] = (id, { record }) => {
      const [rule, edition] = [rules.get(id), judging.editions.governingRecord(record.data(), judging.asOf)];
      return rule !== undefined && edition !== undefined && !ruleIn(rule, edition).isOff;
    };
    this.#context = {
      asOf: judging.asOf,
      set: judging.set,
      editions: judging.editions,
      where: (reference) => judging.locator.where(reference),
      isPromise: (reference) => isPromise(judging.locator.written(reference) ?? ''),
      canonicalName: judging.canonicalName,
      bases: judging.bases,
      configFile: judging.configFile,
      policies: judging.policies,
      modalityOf: (id, { record }) => {
        const rule = rules.get(id);
        return rule && ruleIn(rule, judging.editions.governingRecord(record.data(), judging.asOf)).modality;
      },
      ruleIds: [...rules.keys()],
      isWaived: (id, subject) => {
        const rule = rules.get(id);
        const edition = judging.editions.governingRecord(subject.record.data(), judging.asOf);
        if (!rule) return false;
        const { isOff, modality } = ruleIn(rule, edition);
        return !isOff && modality === 'in-principle' && this.#waiversIn(rule, subject.waivers).length > 0;
      },
      isJudged: (record) => this.#judged.has(record),
      isAsked,
      wasRun: (id, reference) => enabled.has(id) && isAsked(id, reference),
    };
  }

  run(): Judged {
    const { set, before, show } = this.#judging;
    const all = this.#all;
    for (const group of set.groups()) {
      const made = lazily(() => group.made());
      const judge = () => this.#judgeGroup(made());
      addTo(all, before ? before.of(group, judge) : judge());
      if (show) show(made().subjects);
    }
    const { governed, asked, found, ...judged } = all;
    const full = new Set([...found].flatMap(([file, count]) => (count > MAXIMUM_FOUND ? file : [])));
    // What joins other records is asked about with them, which may come later.
    const unasked = governed.filter((record) => !asked.has(record)).map((record) => this.#placeOf(record));
    for (const [index, verdict] of judged.verdicts.entries()) this.#nameYear(verdict, this.#years[index]);
    return { ...judged, unasked, full };
  }

  #judgeGroup({ subjects, waivers }: ReturnType<SubjectGroup['made']>): JudgedGroup {
    this.#result = nothingJudged();
    this.#judged.clear();
    const records = subjects.filter((subject) => subject.kind === 'record');
    for (const subject of subjects) if (subject.kind !== 'record') this.#judgeSubject(subject);
    for (const record of records) this.#judgeRecord(record);
    for (const waiver of waivers) this.#judgeSubject(waiver);
    return this.#result;
  }

  /** Has the label of a verdict name the year, where its owner is judged about several. */
  #nameYear(verdict: Verdict, year: number | undefined): void {
    if (year === undefined || (this.#yearsOf.get(verdict.owner)?.size ?? 0) < 2) return;
    const { label } = verdict;
    verdict.label = {
      zh: label ? `${year} 年${label.zh}` : `${year} 年`,
      en: label ? `${year} ${label.en}` : String(year),
    };
  }

  #isEnabled({ id, policy }: Rule): boolean {
    const { policies, isOff } = this.#judging;
    return !isOff(id) && (policy === null || !policies || policies.includes(policy));
  }

  /** Judges a record as such, once everything in it was, and notes what keeps it from being judged. */
  #judgeRecord(subject: RecordSubject): void {
    this.#judgeSubject(subject);
    const { record, duplicateOf, governed, isCancelled } = subject;
    if (duplicateOf) {
      const first = this.#judging.locator.where(duplicateOf);
      const reason = { zh: `和 ${first} 是同一份，只判那一份`, en: `${first} is the same record, and judged for both` };
      this.#result.unjudged.push({ ...this.#placeOf(record), reason });
    } else if (!governed) this.#result.unjudged.push({ ...this.#placeOf(record), reason: NOT_GOVERNED });
    else if (!isCancelled) this.#result.governed.push(record);
  }

  #placeOf(record: LoadedRecord): RecordPlace {
    const { file, record: index, line, cell } = this.#judging.locator.locate({ record, path: '' });
    return { file, ...(index === undefined ? {} : { record: index }), line, ...(cell && { cell }) };
  }

  /** Whether more was found in a file than is listed. */
  #isFull({ file }: LoadedRecord): boolean {
    return (this.#all.found.get(file) ?? 0) + (this.#result.found.get(file) ?? 0) > MAXIMUM_FOUND;
  }

  #judgeSubject(subject: Subject): void {
    if (subject.record && this.#isFull(subject.record)) return;
    const governing = attempt(() => this.#editionFor(subject));
    const openEdition = governing instanceof CannotTell ? governing : undefined;
    const edition = governing instanceof CannotTell ? this.#judging.editions.newest('pairing') : governing;
    const elsewhere = subject.kind === 'session' && subject.governedElsewhere;
    let isOfNotice = false;
    for (const inEdition of this.#rulesFor(subject.kind, edition)) {
      const { policy } = inEdition.rule;
      if (policy === 'training' && elsewhere === true) continue;
      if (policy !== null) isOfNotice = true;
      const open = policy === 'training' && elsewhere instanceof CannotTell ? elsewhere : undefined;
      this.#run(inEdition, subject, openEdition, open);
    }
    if (edition && !openEdition && isOfNotice) this.#result.editions.add(edition);
  }

  /** The rules that an edition asks of a kind of subject; those of sound data alone where no edition governs it. */
  #rulesFor(kind: Subject['kind'], edition: Edition | undefined): readonly RuleInEdition[] {
    const ofKind = this.#inEditions.get(kind) ?? new Map<Edition | undefined, readonly RuleInEdition[]>();
    this.#inEditions.set(kind, ofKind);
    const known = ofKind.get(edition);
    if (known) return known;
    const readBy = edition ?? (OF_TRAINING.has(kind) ? this.#judging.editions.newest('training') : undefined);
    const rules = (this.#bySubject.get(kind) ?? [])
      .filter(({ policy }) => policy === null || edition)
      .map((rule) => ruleIn(rule, readBy))
      .filter(({ isOff }) => !isOff);
    ofKind.set(edition, rules);
    return rules;
  }

  #editionFor(subject: Subject): Edition | undefined {
    const { editions, asOf } = this.#judging;
    switch (subject.kind) {
      case 'pairing':
        return editions.governingPair(subject.pairing, asOf);
      case 'network':
        return editions.inForce('pairing', asOf);
      case 'city':
        return editions.governing('haikou', subject.city.year, subject.city.city);
      case 'session':
      case 'base':
      case 'province':
        return editions.governing('training', subject.year);
      case 'record':
      case 'waiver':
        return undefined;
    }
  }

  /** Runs a rule over a subject; where its edition cannot be told, the subject is unknown, and where `open`, whatever it applies to. */
  #run(inEdition: RuleInEdition, subject: Subject, openEdition?: CannotTell, open?: CannotTell): void {
    const { rule } = inEdition;
    const { record } = subject;
    const isReported = this.#judging.isReported(rule.id);
    if (record && rule.policy === null && this.#judging.isChoice && isReported) this.#result.asked.add(record);
    // Where it cannot be told whether it applies, the subject is the item that is unknown.
    const told = openEdition ?? this.#itemsOf(inEdition, subject);
    const cannotTell = told instanceof CannotTell ? told : open;
    const items = told instanceof CannotTell ? [{}] : told;
    if (items.length === 0) return;
    if (rule.policy !== null) {
      if (record) this.#judged.add(record);
      if (isReported) this.#ask(subject, inEdition.modality);
    }
    const waivers = this.#waiversFor(inEdition, subject);
    // What is not reported matters only for whether a waiver is needed.
    if (!isReported && (waivers instanceof CannotTell || waivers.length === 0)) return;
    const faults: FaultOf[] = [];
    for (const item of items) this.#judgeItem(inEdition, subject, item, cannotTell, waivers, faults);
    if (faults.length === 0 || waivers instanceof CannotTell) return;
    if (record && this.#isFull(record)) return;
    for (const finding of this.#findings(inEdition, subject, faults)) {
      if (record) this.#result.found.set(record.file, 1 + (this.#result.found.get(record.file) ?? 0));
      if (waivers[0]) this.#result.waived.push({ ...finding, waiver: waivers[0].waiver });
      else this.#result.findings.push(finding);
    }
  }

  /** What of a subject gets a verdict each by a rule; none where it does not apply. */
  #itemsOf({ rule, values }: RuleInEdition, subject: Subject): readonly Item[] | CannotTell {
    try {
      const items: unknown = rule.on(subject as never, values, this.#context);
      return !items ? NONE : Array.isArray(items) ? items : [items];
    } catch (error) {
      return whyNot(error);
    }
  }

  /** What a rule says of an item; a function for each would be one for every verdict. */
  #answersOf({ rule, values }: RuleInEdition, item: Item): readonly Answer[] {
    try {
      return answersOf(rule.judge(item, values, this.#context));
    } catch (error) {
      return untold(whyNot(error));
    }
  }

  /** Judges an item, unless it cannot be told why it should be, and adds what is wrong with it to the faults. */
  #judgeItem(
    inEdition: RuleInEdition,
    subject: Subject,
    item: Item,
    cannotTell: CannotTell | undefined,
    waivers: readonly WaiverEntry[] | CannotTell,
    faults: FaultOf[],
  ): void {
    const { rule, modality } = inEdition;
    let answers = cannotTell ? untold(cannotTell) : this.#answersOf(inEdition, item);
    let outcome = worstOf(answers);
    if (outcome === 'fail') {
      if (waivers instanceof CannotTell) {
        answers = untold(waivers);
        outcome = 'unknown';
      } else if (waivers.length > 0) outcome = 'waived';
    }
    if (outcome !== 'pass' && !(waivers instanceof CannotTell))
      for (const waiver of waivers) waiver[outcome === 'waived' ? 'used' : 'awaited'] = true;
    if (!this.#judging.isReported(rule.id)) return;
    const waiver = waivers instanceof CannotTell ? undefined : waivers[0];
    // A remark is a finding alone.
    const verdict =
      rule.policy !== null && modality !== 'note'
        ? this.#count(inEdition, subject, item, outcome, answers, waiver)
        : undefined;
    for (const answer of answers) if (isFault(answer)) faults.push({ fault: answer, item, verdict });
    if (this.#judging.keepDeadlines) this.#list(inEdition, subject, item, answers);
  }

  /** Notes that a rule was asked about all that a judgement of a subject looks at; a remark is about its record alone. */
  #ask(subject: Subject, modality: RuleInEdition['modality']): void {
    if (this.#askedLast === subject) return;
    if (modality === 'note') {
      if (subject.record) this.#result.asked.add(subject.record);
      return;
    }
    this.#askedLast = subject;
    for (const member of membersOf(subject)) this.#result.asked.add(member);
  }

  /** The waivers in force that let a rule's findings stand on a subject, the nearest first; or why that cannot be told. */
  #waiversFor({ rule, modality }: RuleInEdition, subject: Subject): readonly WaiverEntry[] | CannotTell {
    if (modality !== 'in-principle' || !('waivers' in subject) || subject.waivers.length === 0) return NONE;
    return attempt(() => this.#waiversIn(rule, subject.waivers));
  }

  /** One that cannot be read leaves it open only where no other is in force. */
  #waiversIn({ id }: Rule, waivers: readonly WaiverEntry[]): WaiverEntry[] {
    let why: CannotTell | undefined;
    const inForce = waivers.filter(({ waiver }) => {
      const isInForce = attempt(() => {
        if (waiver.rule !== id) return false;
        const { reason, approvedBy, expires } = waiver;
        void reason;
        void approvedBy;
        return expires === undefined || isAtLeast(expires, this.#judging.asOf);
      });
      if (isInForce instanceof CannotTell) why ??= isInForce;
      return isInForce === true;
    });
    if (why && inForce.length === 0) throw why;
    return inForce;
  }

  /** Counts a verdict, and returns it where verdicts are kept. */
  #count(
    inEdition: RuleInEdition,
    subject: Subject,
    item: Item,
    outcome: Outcome,
    answers: readonly Answer[],
    waiver: WaiverEntry | undefined,
  ): Verdict | undefined {
    const { rule } = inEdition;
    const { countOwners, keepVerdicts } = this.#judging;
    this.#result.counts[outcome] += 1;
    if (!countOwners && !keepVerdicts) return undefined;
    const owner = this.#ownerOf(subject, item);
    if (countOwners && rule.policy) countsOf(this.#result, rule.policy, owner)[outcome] += 1;
    if (!keepVerdicts) return undefined;
    const location = subject.record
      ? this.#judging.locator.locateSubject({ record: subject.record, path: item.path ?? subject.path })
      : this.#wholeSet(item);
    const faults = outcome === 'pass' ? [] : answers.filter(isFault);
    const year = yearOf(subject);
    const years = this.#yearsOf.get(owner);
    if (years) years.add(year);
    else this.#yearsOf.set(owner, new Set([year]));
    this.#years.push(year);
    const { message, remedy, expected, actual } =
      faults.length > 0
        ? saidTogether(inEdition, this.#asWritten(faults, subject), location, subject.record, this.#isPast(subject))
        : outcome === 'pass'
          ? toldOf(answers, location, subject.record)
          : nothingSaid;
    const verdict: Verdict = {
      rule: rule.id,
      verdict: outcome,
      policy: rule.policy,
      clause: inEdition.clauseOf(item),
      owner,
      label: item.label ?? null,
      reason: this.#said.once(reasonOf(outcome, answers, inEdition.edition)),
      severity: inEdition.severity,
      message: this.#said.once(message),
      remedy: this.#said.once(remedy),
      expected: this.#said.once(expected),
      actual: this.#said.once(actual),
      foundAt: null,
      waiver: outcome === 'waived' && waiver ? waiver.waiver : null,
      ...location,
    };
    this.#result.verdicts.push(verdict);
    return verdict;
  }

  #ownerOf(subject: Subject, item: Item): string {
    return this.#ownersOf(subject, item)[0];
  }

  #ownersOf(subject: Subject, item: Item): readonly [string, ...string[]] {
    if (!subject.record) return [item.subject ?? PROVINCE];
    if (this.#owned?.subject !== subject)
      this.#owned = { subject, owners: ownersAt(subject.record.data(), subject.path) };
    return this.#owned.owners;
  }

  /** Every duty that the answers tell of, once. */
  #list(inEdition: RuleInEdition, subject: Subject, item: Item, answers: readonly Answer[]): void {
    const { rule, edition } = inEdition;
    const seen = new Set<string>();
    for (const answer of answers) {
      const duty = answer === 'pass' ? undefined : answer.duty;
      if (!duty) continue;
      const owner = this.#ownerOf(subject, item);
      const { done, late = false, note = null, part, path } = duty;
      const day = inForce(duty.due, edition);
      const [due, latest] = [firstOf(day), lastOf(day)];
      const location = subject.record
        ? this.#judging.locator.locate({ record: subject.record, path })
        : this.#wholeSet(item);
      const id = JSON.stringify([owner, yearOf(subject), location.subject, rule.id, part?.id ?? '']);
      if (seen.has(id)) continue;
      seen.add(id);
      this.#result.deadlines.push({
        rule: rule.id,
        policy: rule.policy,
        clause: inEdition.clauseOf(item),
        owner,
        owedBy: this.#said.once(
          duty.owedBy ?? owersOf(inEdition, subject.record?.data(), this.#ownersOf(subject, item)),
        ),
        title: subject.kind === 'session' ? readOr(() => subject.session.title, null) : null,
        duty: this.#said.once(wordsOf(inEdition, duty)),
        due,
        ...(latest === due ? {} : { latest }),
        done,
        late,
        note,
        id,
        ...location,
      });
    }
  }

  /** One finding a place: all that is wrong or missing there, said together. Their verdicts are told where the first stands. */
  #findings(inEdition: RuleInEdition, subject: Subject, faults: readonly FaultOf[]): Finding[] {
    const { rule } = inEdition;
    const { record } = subject;
    const places = new Map<string, { anchor: Anchor | undefined; faults: Fault[]; item: Item; verdicts: Verdict[] }>();
    for (const { fault, item, verdict } of faults) {
      const anchor = record && anchorAt(record, record.data(), pathOf(fault));
      const key = `${item.subject ?? ''} ${anchor?.path ?? ''}`;
      const place = places.get(key) ?? { anchor, faults: [], item, verdicts: [] };
      places.set(key, place);
      place.faults.push(fault);
      if (verdict) place.verdicts.push(verdict);
    }
    const isPast = this.#isPast(subject);
    return Array.from(places.values(), ({ anchor, faults: together, item, verdicts }) => {
      const location =
        record && anchor
          ? this.#judging.locator.locateAt(record, anchor, soughtBy(together), item.subject)
          : this.#wholeSet(item);
      for (const verdict of verdicts) verdict.foundAt ??= location;
      const said = saidTogether(inEdition, this.#asWritten(together, subject), location, record, isPast);
      const { message, remedy, expected, actual } = this.#withUnread(said, together, subject);
      return {
        rule: rule.id,
        severity: together.flatMap((fault) => ('severity' in fault && fault.severity) || [])[0] ?? inEdition.severity,
        policy: rule.policy,
        clause: inEdition.clauseOf(item),
        notice: inEdition.notice,
        modality: inEdition.modality,
        message: this.#said.once(message),
        remedy: this.#said.once(remedy),
        expected: this.#said.once(expected),
        actual: this.#said.once(actual),
        ...location,
      };
    });
  }

  /** Whether what a subject is about is over: the session, or the year that is counted. */
  #isPast(subject: Subject): boolean {
    const { asOf } = this.#judging;
    switch (subject.kind) {
      case 'session':
        return readOr(() => subject.isOver(asOf), undefined) ?? asOf > lastDayOf(subject.year);
      case 'base':
      case 'province':
        return asOf > lastDayOf(subject.year);
      default:
        return false;
    }
  }

  /** Where what a failure found is just the value at its place, that value as its author wrote it. */
  #asWritten(faults: Fault[], { record }: Subject): Fault[] {
    if (!record) return faults;
    return faults.map((fault) => {
      if (!('fail' in fault)) return fault;
      const value = String(valueAt(record.data(), fault.fail));
      const { zh, en } = asWords(fault.actual);
      const isValue = zh === value && en === value;
      if (!isValue && !(isDay(value) && zh === inChinese(value))) return fault;
      const actual = this.#judging.locator.written({ record, path: fault.fail });
      return actual === undefined ? fault : { ...fault, actual };
    });
  }

  /** Where the value of something missing stands behind a #, the remedy says so. */
  #withUnread<Said extends Pick<Finding, 'remedy'>>(said: Said, faults: Fault[], { record }: Subject): Said {
    if (!record) return said;
    const unread = faults.flatMap((fault) => {
      if (!('missing' in fault) || fault.code) return [];
      const text = this.#judging.locator.ownerText({ record, path: fault.missing });
      if (text === undefined) return [];
      const property = propertyAt(record.kind, fault.missing);
      return (property && unreadWords(text, [property])) ?? [];
    });
    return unread.length === 0 ? said : { ...said, remedy: joined([said.remedy, ...unread], '；', '; ') };
  }

  #wholeSet({ subject = PROVINCE, file = this.#judging.firstFile }: Item): Location {
    return {
      file,
      path: '',
      subject,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      source: '',
    };
  }
}

const yearOf = (subject: Subject): number | undefined =>
  'year' in subject ? subject.year : subject.record && yearAt(subject.record.data());

const NOT_GOVERNED: Words = { zh: '没有适用的通知', en: 'no notice governs it' };
