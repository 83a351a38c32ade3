import type { CalendarDate } from '../calendar/date.ts';
import type { Reference } from '../load/loaded.ts';
import type { Modality, Policy, Severity, Words } from '../model/finding.ts';
import type { Editions, NoticeValues } from '../notices/edition.ts';
import type { RecordSet, Subject } from '../records/set.ts';
import type { Duty } from './due.ts';

/** An answer may be about something owed by a day; `hn-gp deadlines` lists these. */
interface Dated {
  duty?: Duty;
}

/** A value that is wrong: where it stands (a JSON pointer), what was found and what was asked. */
export interface Failure extends Dated {
  fail: string;
  message: Words;
  expected: Words | string;
  actual: Words | string;
  remedy?: Words;
}

/**
 * Something that is not there: its JSON pointer, or the list at that pointer that lacks a code. It is named in the
 * message by its key or code, or by `label`.
 */
export interface Missing extends Dated {
  missing: string;
  code?: string;
  label?: Words;
}

/** Something not owed yet: the last day on which it may still be missing. */
export interface Pending extends Dated {
  pending: CalendarDate;
}

/** Something that cannot be judged, and what the file would have to say. */
export interface Unknown extends Dated {
  unknown: Words;
}

/** A pass that tells of a duty. */
export interface Pass extends Dated {
  pass: true;
}

/** One answer of a rule; where a subject gets several, the worst counts: fail, unknown, pending, pass. */
export type Answer = 'pass' | Pass | Pending | Unknown | Failure | Missing;

/** What a rule may look at besides its subject and its numbers. */
export interface Context {
  asOf: CalendarDate;
  set: RecordSet;
  editions: Editions;
  /** `file:line` of something in the set, to name it in a message. */
  where(reference: Reference): string;
  /** The name by which a base is known, for any of its aliases. */
  canonicalName(name: string): string;
  /** Names of bases in the notices and the config. */
  knownNames: readonly string[];
  /** The modality of a rule, null for rules without one, undefined for no such rule. */
  modalityOf(rule: string): Modality | null | undefined;
  /** Ids of all rules. */
  ruleIds: readonly string[];
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
  /** Message where things are missing; `{items}` stands for their names. */
  missing?: Words;
}

interface RuleCore<Kind extends Subject['kind'], Item, Values> {
  /** The kind or kinds of subject it is about. */
  subject: OneOrMore<Kind>;
  /**
   * The items of a subject that get a verdict each: the subject itself, its parts, its participants…; nothing where the
   * rule does not apply. An item with a `path` is shown there, else at the subject.
   */
  on(subject: SubjectOf<Kind>, values: Values, context: Context): OneOrMore<Item> | false | undefined | null | '';
  /** The answers for one item; none is a pass. */
  judge(item: Item, values: Values, context: Context): OneOrMore<Answer>;
  words: RuleWords;
}

type ReadNames<Notice extends Policy> = readonly (keyof NoticeValues[Notice])[];
type Read<Notice extends Policy, Names extends ReadNames<Notice>> = Pick<NoticeValues[Notice], Names[number]>;

/** A rule as the engine sees it. */
export interface Rule extends RuleCore<Subject['kind'], unknown, unknown> {
  id: string;
  policy: Policy | null;
  clause: string | null | ((item: never) => string);
  /** Every clause locator that it judges. */
  clauses: readonly string[];
  modality: Modality | null;
  severity: Severity;
  /** Names of the edition's values that it reads. */
  reads: readonly string[];
}

const severities: Record<Modality, Severity> = {
  must: 'error',
  'in-principle': 'warning',
  target: 'warning',
  guide: 'warning',
  note: 'info',
};

/** Defines a rule of a notice. Its id names the notice and the duty; severity follows from the modality. */
export function defineRule<
  Notice extends Policy,
  Kind extends Subject['kind'],
  Item,
  const Names extends ReadNames<Notice> = readonly [],
>(
  rule: {
    id: `${Notice}/${string}`;
    /** Clause locator, or how to tell it where the clause depends on the item. */
    clause: string | ((item: Item) => string);
    /** Every locator that `clause` can give where it depends on the item. */
    clauses?: readonly string[];
    modality: Modality;
    reads?: Names;
  } & RuleCore<Kind, Item, Read<Notice, Names>>,
): Rule {
  return {
    ...rule,
    policy: rule.id.split('/')[0] as Policy,
    severity: severities[rule.modality],
    clauses: rule.clauses ?? (typeof rule.clause === 'string' ? rule.clause.split(', ') : []),
    reads: (rule.reads ?? []) as readonly string[],
  } as unknown as Rule;
}

/** Defines a rule of sound data, whatever the notice: findings only, no verdicts. It may read the training edition's numbers. */
export function defineDataRule<
  Kind extends Subject['kind'],
  Item,
  const Names extends ReadNames<'training'> = readonly [],
>(
  rule: { id: `data/${string}`; severity: Severity; reads?: Names } & RuleCore<Kind, Item, Read<'training', Names>>,
): Rule {
  return {
    ...rule,
    policy: null,
    clause: null,
    clauses: [],
    modality: null,
    reads: (rule.reads ?? []) as readonly string[],
  } as unknown as Rule;
}
