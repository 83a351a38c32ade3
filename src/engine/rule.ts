import type { CalendarDate } from '../calendar/date.ts';
import type { Day } from '../calendar/day.ts';
import type { LoadedRecord, Reference } from '../load/loaded.ts';
import { type Modality, type Policy, type Severity, same, type Words } from '../model/finding.ts';
import type { Bases } from '../notices/bases.ts';
import type { Editions } from '../notices/edition.ts';
import type { AnyKind, SaidOf, ValueOf } from '../notices/value-kinds.ts';
import type { RecordSet, Subject } from '../records/set.ts';
import type { WaiverEntry } from '../records/waivers.ts';
import type { Duty } from './due.ts';

/** An answer may be about something owed by a day; `hn-gp deadlines` lists these. */
interface Dated {
  duty?: Duty;
}

/**
 * A fault may be told at something else than what is to be filled in: the JSON pointer of that, whose cell is told in a
 * workbook; `-` in it is the next item of a list.
 */
interface Filled {
  fills?: string;
}

/** A value that is wrong: where it stands (a JSON pointer), what was found and what was asked. */
export interface Failure extends Dated, Filled {
  fail: string;
  message: Words;
  expected: Words | string;
  actual: Words | string;
  /** How to mend it, and what can still be done once the session is over, where the rule's own words do not do. */
  remedy?: Words;
  afterwards?: Words;
  /** Where it weighs otherwise than the rule's other failures. */
  severity?: Severity;
}

/**
 * Something that is not there: its JSON pointer, or the list at that pointer that lacks a code. It is named in the
 * message by its key or code, or by `label`.
 */
export interface Missing extends Dated, Filled {
  missing: string;
  code?: string;
  label?: Words;
}

/** Something not owed yet: the last day on which it may still be missing. */
export interface Pending extends Dated {
  pending: Day;
}

/** Something that cannot be judged, and what the file would have to say. */
export interface Unknown extends Dated {
  unknown: Words;
}

/** A pass that tells what was asked and found, of a duty, or of something to know. */
export interface Pass extends Dated {
  pass: true;
  /** What was asked and found, made where somebody wants to see it. */
  shows?(): { expected: Words | string; actual: Words | string };
  told?: Words;
}

/** One answer of a rule; where a subject gets several, the worst counts: fail, unknown, pending, pass. */
export type Answer = 'pass' | Pass | Pending | Unknown | Failure | Missing;

/**
 * The answer about a figure or a day that is as asked or not, told in either case by what was asked and found. Where a rule
 * asks several, `of` says in a pass which one was found.
 */
export function judged(isAsAsked: boolean, failure: () => Failure, of?: () => Words): Pass | Failure {
  if (!isAsAsked) return failure();
  return passing(() => {
    const { expected, actual } = failure();
    if (!of) return { expected, actual };
    const [which, found] = [of(), typeof actual === 'string' ? same(actual) : actual];
    return { expected, actual: { zh: `${which.zh} ${found.zh}`, en: `${which.en} ${found.en}` } };
  });
}

/** A pass about something that has no failure of its own to tell what was asked and found. */
export const passing = (shows: NonNullable<Pass['shows']>): Pass => ({ pass: true, shows });

/** One of several conditions that a rule asks: each is looked at by itself, so that one that cannot be told leaves the others to fail. */
export type Check = Answer | (() => OneOrMore<Answer>);

/** What a rule may look at besides its subject and its numbers. */
export interface Context {
  asOf: CalendarDate;
  set: RecordSet;
  editions: Editions;
  /** `file:line` of something in the set, to name it in a message. */
  where(reference: Reference): string;
  /** Whether a figure is written as one of at least so much. */
  isPromise(reference: Reference): boolean;
  /** The name by which a base is known, for any of its aliases. */
  canonicalName(name: string): string;
  /** The registry of bases, with what the config adds. */
  bases: Bases;
  /** The config's file as reported, if there is one. */
  configFile: string | undefined;
  /** How strictly a rule binds in the edition that governs a record; null for rules without modality, undefined for no such rule. */
  modalityOf(rule: string, reference: Reference): Modality | null | undefined;
  /** The notices chosen; all where undefined. */
  policies: readonly Policy[] | undefined;
  /** Ids of all rules. */
  ruleIds: readonly string[];
  /** Whether a rule of the notices chosen applied to something in a record; known to rules about records. */
  isJudged(record: LoadedRecord): boolean;
  /** Whether a rule is waived for a subject, whatever it would say. */
  isWaived(rule: string, subject: { record: LoadedRecord; waivers: readonly WaiverEntry[] }): boolean;
  /** Whether the edition that governs a record asks what a rule asks. */
  isAsked(rule: string, reference: Pick<Reference, 'record'>): boolean;
  /** Whether a rule was run over the record that holds a waiver. */
  wasRun(rule: string, reference: Reference): boolean;
}

type SubjectOf<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>;
type OneOrMore<Item> = Item | readonly Item[];

/** What a rule says about itself, in both languages. */
export interface RuleWords {
  /** The duty in a few words. */
  title: Words;
  /** The duty as a list of deadlines names it, where the title does not do. */
  duty?: Words;
  /** What the clause asks, in our own words. */
  asks: Words;
  /** The reading taken where the clause is ambiguous, and why. */
  reading?: Words;
  /** How the verdict comes about: what it applies to, what passes, and what becomes of evidence that is missing. */
  verdict?: Words;
  /** How to mend a failure. */
  remedy: Words;
  /** What can still be done about it once the session, or the year that is counted, is over. */
  afterwards?: Words;
  /** Message where things are missing; `{items}` stands for their names. */
  missing?: Words;
}

/** What a rule's words may say of the notice at hand besides its values. */
export interface NoticeWords<Name extends string = string> {
  /** Number and title of the document. */
  document: Words;
  /** The document's number alone. */
  number: Words;
  /** Short name of the edition, such as 2024. */
  edition: string;
  /** The clause locators of the rule itself, in a row. */
  clauses: Words;
  /** 原则上 or “in principle ” where the edition asks it in principle alone, else nothing. */
  inPrinciple: Words;
  /** Some words where the edition binds it just so, else nothing. */
  binds(modality: Modality, words: Words): Words;
  /** The clause locator of a value that the rule reads; where the edition leaves the value out, the rule's own. */
  clauseOf(name: Name): string;
}

/** What to know of a field before filling it in, and the clause that it carries. */
export interface Hint extends Words {
  /** The value whose clause it is, or the locator itself as `{ clause }`; by default the rule's own. */
  of?: string | { clause: string };
  /** The level of session that it concerns alone. */
  level?: 'hospital' | 'provincial';
}

/** The names and kinds of the edition's values that a rule reads. */
export type Reads = Record<string, AnyKind>;
type Read<Names extends Reads> = { [Name in keyof Names]: ValueOf<Names[Name]> };
type Said<Names extends Reads> = { [Name in keyof Names]: SaidOf<Names[Name]> };

interface RuleCore<Kind extends Subject['kind'], Item, Names extends Reads> {
  /** The kind or kinds of subject it is about. */
  subject: OneOrMore<Kind>;
  /**
   * The items of a subject that get a verdict each: the subject itself, its parts, its participants…; nothing where the
   * rule does not apply. An item with a `path` is shown there, else at the subject; of several that no path tells apart, or
   * that people know by a name, each has a `label`. Where it cannot be told (CannotTell), the subject is unknown as a whole.
   */
  on(subject: SubjectOf<Kind>, values: Read<Names>, context: Context): OneOrMore<Item> | false | undefined | null | '';
  /** The answers for one item, or functions that give them; none is a pass. What cannot be told (CannotTell) is unknown. */
  judge(item: Item, values: Read<Names>, context: Context): OneOrMore<Check>;
  /** What it says about itself, from the values of the edition at hand: made where it is said, which in most checks it is not. */
  words(said: Said<Names>, notice: NoticeWords<keyof Names & string>): RuleWords;
  /**
   * What it makes an author want to know of a field: by JSON pointer with English names and `*` for list places, from
   * the session, or from the record's root for other subjects.
   */
  hints?(said: Said<Names>, notice: NoticeWords<keyof Names & string>): Record<string, Hint | readonly Hint[]>;
}

/**
 * The clause that a rule goes by: the values whose clause it is, or how to tell it where it depends on the item.
 * Without one, the edition's paragraphs that name the rule say it.
 */
export type ClauseOf<Item, Name extends string> =
  | OneOrMore<Name>
  | ((item: Item, clauseOf: (name: Name) => string) => string);

/** A rule as the engine sees it. */
export interface Rule extends RuleCore<Subject['kind'], unknown, Reads> {
  id: string;
  policy: Policy | null;
  clause?: ClauseOf<never, string>;
  /** How strictly it binds, unless an edition says otherwise. */
  modality: Modality | null;
  /** Of a rule without modality; else it follows from that. */
  severity: Severity;
  reads: Reads;
}

/** The weight of a failure by how strictly the clause binds. */
export const severityByModality: Record<Modality, Severity> = {
  must: 'error',
  'in-principle': 'warning',
  target: 'warning',
  guide: 'warning',
  note: 'info',
};

/** Defines a rule of a notice. Its id names the notice and the duty; severity follows from the modality. */
export function defineRule<Kind extends Subject['kind'], Item, Names extends Reads = Record<never, never>>(
  rule: {
    id: `${Policy}/${string}`;
    clause?: ClauseOf<Item, keyof Names & string>;
    modality: Modality;
    /** The edition's values that it reads, each with its kind; a new one needs nothing but a line in the edition. */
    reads?: Names;
  } & RuleCore<Kind, Item, Names>,
): Rule {
  return ruleOf({
    ...rule,
    policy: rule.id.slice(0, rule.id.indexOf('/')) as Policy,
    severity: severityByModality[rule.modality],
    reads: rule.reads ?? {},
  } as unknown as Rule);
}

/** Defines a rule of sound data, whatever the notice: findings only, no verdicts. It may read the training edition's numbers. */
export function defineDataRule<Kind extends Subject['kind'], Item, Names extends Reads = Record<never, never>>(
  rule: { id: `data/${string}`; severity: Severity; reads?: Names } & RuleCore<Kind, Item, Names>,
): Rule {
  return ruleOf({ ...rule, policy: null, modality: null, reads: rule.reads ?? {} } as unknown as Rule);
}

/** A rule with its keys in one order, for which V8 has one hidden class: the engine reads rules more than anything else. */
const ruleOf = ({ id, policy, clause, modality, severity, subject, reads, on, judge, words, hints }: Rule): Rule =>
  ({ id, policy, clause, modality, severity, subject, reads, on, judge, words, hints }) as Rule;
