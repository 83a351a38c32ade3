import { lazily } from '../model/cannot-tell.ts';
import { type Modality, type Severity, same, type Words } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { bundledEditions, categoriesOf, documentAt, type Edition } from '../notices/edition.ts';
import { type Hint, type NoticeWords, type Rule, type RuleWords, severityByModality } from './rule.ts';

/** A rule as one edition has it: the values it reads there, its clause, how strictly it binds, and its words. */
export class RuleInEdition {
  readonly rule: Rule;
  readonly edition: Edition | undefined;
  /** Whether the notice asks it at all. */
  readonly isOff: boolean;
  /** How strictly it binds here. */
  readonly modality: Modality | null;
  #values: Record<string, unknown> | undefined;
  #words: RuleWords | undefined;
  #clauses: string[] | undefined;
  readonly #clause = lazily(() => (this.clauses.length > 0 ? this.clauses.join(', ') : null));
  readonly #notice = lazily(() => (this.rule.policy === null || !this.document ? undefined : numberOf(this.document)));

  constructor(rule: Rule, edition: Edition | undefined) {
    this.rule = rule;
    this.edition = edition;
    const modality = this.#said?.modality;
    this.isOff = modality === 'off';
    this.modality = modality === undefined || modality === 'off' ? rule.modality : modality;
  }

  /** The values that it reads, by name. */
  get values(): Record<string, unknown> {
    this.#values ??= Object.fromEntries(
      Object.keys(this.rule.reads).map((name) => [name, this.edition?.values[name]?.value]),
    );
    return this.#values;
  }

  get severity(): Severity {
    return this.modality ? severityByModality[this.modality] : this.rule.severity;
  }

  /** What the edition notes on its reading. */
  get note(): Words | undefined {
    return this.#said?.note;
  }

  /** Every clause locator that it goes by here. */
  get clauses(): readonly string[] {
    this.#clauses ??= this.#allClauses();
    return this.#clauses;
  }

  /** The clause locator of an item, several parted by ", "; null for a rule of no notice. */
  clauseOf(item: unknown): string | null {
    const { clause, policy } = this.rule;
    if (policy === null) return null;
    if (typeof clause === 'function' && this.#said?.clause === undefined)
      return clause(item as never, (name) => this.#locatorOf(name));
    return this.#clause();
  }

  /** The number of the notice that it is of, or its title where it has none; undefined for a rule of no notice. */
  get notice(): Words | undefined {
    return this.#notice();
  }

  /** The document of the edition in which its clause stands; that of the first where it has several. */
  get document(): Words | undefined {
    const { edition } = this;
    if (!edition) return undefined;
    const { id, clause, reads } = this.rule;
    if (this.#said?.clause !== undefined) return documentAt(edition, this.#said.document);
    const isNamed = typeof clause === 'string' || Array.isArray(clause);
    const paragraph = edition.clauses?.find(({ rules = [] }) => rules.includes(id));
    if (!isNamed && typeof clause !== 'function' && paragraph) return documentAt(edition, paragraph.document);
    const names: readonly string[] = isNamed ? [clause].flat() : Object.keys(reads);
    return documentAt(edition, names.flatMap((name) => edition.values[name] ?? [])[0]?.document);
  }

  /** Its words with the values of this edition; made when first asked for. */
  get words(): RuleWords {
    this.#words ??= this.#wordsHere();
    return this.#words;
  }

  #wordsHere(): RuleWords {
    if (this.#isLeftOut) return inOwnEdition(this.rule).words;
    const { reading, ...rest } = this.rule.words(this.#saidValues(), this.#noticeWords());
    const said = reading && reading.zh !== '' ? { ...rest, reading } : rest;
    if (this.modality !== 'in-principle') return said;
    const { remedy, afterwards } = said;
    return {
      ...said,
      remedy: {
        zh: `${remedy.zh}；确有原因的，写一条经批准的豁免`,
        en: `${remedy.en}, or add an approved waiver with its reason`,
      },
      ...(afterwards && { afterwards: this.orWaived(afterwards) }),
    };
  }

  /** How to mend a failure, in words that tell of the waiver too where it binds in principle alone. */
  orWaived(remedy: Words): Words {
    if (this.modality !== 'in-principle') return remedy;
    return { zh: `${remedy.zh}，或报批后写一条豁免`, en: `${remedy.en}, or have it approved and write a waiver` };
  }

  /** Whether the edition, which does not ask it, leaves out what it would read. */
  get #isLeftOut(): boolean {
    if (!this.isOff) return false;
    return Object.entries(this.rule.reads).some(([name, kind]) => !kind.optional && this.values[name] === undefined);
  }

  /** What to know of fields before they are filled in, by path, each with its clause. */
  get hints(): { path: string; hint: Hint; clause: string }[] {
    const hints = this.rule.hints?.(this.#saidValues(), this.#noticeWords()) ?? {};
    return Object.entries(hints).flatMap(([path, said]) =>
      [said].flat().map((hint) => ({ path, hint, clause: this.#clauseOfHint(hint) })),
    );
  }

  get #said(): Edition['rules'][string] | undefined {
    return this.edition?.rules[this.rule.id];
  }

  #clauseOfHint({ of }: Hint): string {
    if (of === undefined) return this.clauses.join('、');
    return typeof of === 'string' ? this.#locatorOf(of) : of.clause;
  }

  #allClauses(): string[] {
    const { id, policy, clause, reads } = this.rule;
    if (policy === null) return [];
    if (this.#said?.clause !== undefined) return this.#said.clause.split(', ');
    const all = Object.keys(reads);
    if (typeof clause === 'function') return [...new Set(all.flatMap((name) => this.#locatorsOfRows(name)))];
    const ofValues = (names: readonly string[]) => [
      ...new Set(names.flatMap((name) => this.edition?.values[name]?.clause || [])),
    ];
    const own = clause === undefined ? [] : ofValues([clause].flat());
    return own.length > 0 ? own : (this.edition?.locators[id] ?? ofValues(all));
  }

  #locatorOf(name: string): string {
    return this.edition?.values[name]?.clause ?? '';
  }

  /** The clauses of a table's rows where they have their own, else the clause of the value. */
  #locatorsOfRows(name: string): string[] {
    const { value, clause } = this.edition?.values[name] ?? {};
    const ofRows = Array.isArray(value) ? value.flatMap((row) => row?.clause ?? []) : [];
    return ofRows.length > 0 ? ofRows : clause === undefined ? [] : [clause];
  }

  #saidValues(): Record<string, unknown> {
    const categories = categoriesOf(this.edition);
    const nameOf = (code: string) => categories.nameOf(code);
    return Object.fromEntries(
      Object.entries(this.rule.reads).map(([name, kind]) => [name, kind.said(this.values[name], nameOf)]),
    );
  }

  #noticeWords(): NoticeWords {
    const { edition = '' } = this.edition ?? {};
    const document = this.document ?? { zh: '', en: '' };
    const clauses = { zh: this.clauses.join('、'), en: this.clauses.join(', ') };
    const binds = (modality: Modality, words: Words): Words => (this.modality === modality ? words : same(''));
    return {
      document,
      number: numberOf(document),
      edition,
      clauses,
      inPrinciple: binds('in-principle', { zh: '原则上', en: 'in principle ' }),
      binds,
      clauseOf: (name) => this.#locatorOf(name) || clauses.zh,
    };
  }
}

/** A document's number without the title behind it. */
const numberOf = ({ zh, en }: Words): Words => ({ zh: zh.replace(/（.*/, ''), en: en.replace(/ \(.*/, '') });

const known = new WeakMap<Edition, Map<Rule, RuleInEdition>>();
const withoutEdition = new WeakMap<Rule, RuleInEdition>();

/** A rule as an edition has it; a rule that reads nothing may stand without one. */
export function ruleIn(rule: Rule, edition: Edition | undefined): RuleInEdition {
  const rules = edition ? (known.get(edition) ?? new Map<Rule, RuleInEdition>()) : withoutEdition;
  if (edition) known.set(edition, rules as Map<Rule, RuleInEdition>);
  const found = rules.get(rule) ?? new RuleInEdition(rule, edition);
  rules.set(rule, found);
  return found;
}

/** A rule in the product's own edition of its notice, which holds whatever the rule reads. */
const inOwnEdition = (rule: Rule): RuleInEdition =>
  ruleIn(
    rule,
    bundledEditions.find(({ notice }) => notice === rule.policy),
  );

/** Texts in a row, set apart where they do not end as sentences. */
const inARow = (all: readonly Words[], lang: keyof Words, apart: string): string =>
  all.map((words) => words[lang]).reduce((said, next) => `${said}${/[。.]$/.test(said) ? ' ' : apart}${next}`);

/** A rule in those of some editions that ask it. */
export const askedAmong = (all: readonly RuleInEdition[]): RuleInEdition[] => all.filter(({ isOff }) => !isOff);

/** What is said of a rule in several editions: once where they agree, else after the name of each. */
export function saidAcross<Said extends Words | undefined>(
  all: readonly RuleInEdition[],
  of: (rule: RuleInEdition) => Said,
): Said {
  // What an edition does not ask, it says nothing of.
  const asking = askedAmong(all);
  const telling = asking.length > 0 ? asking : all;
  const said = telling.map(of);
  const first = of(present(telling[0], 'rule to tell of'));
  if (said.every((each) => each?.zh === first?.zh && each?.en === first?.en)) return first;
  const named = telling.flatMap(({ edition }, index) => {
    const words = said[index];
    return words ? { zh: `${edition?.edition} 年版：${words.zh}`, en: `${edition?.edition}: ${words.en}` } : [];
  });
  return { zh: inARow(named, 'zh', '；'), en: inARow(named, 'en', '; ') } as Said;
}

/** A rule in every one of some editions that it is of, the latest first. */
export const ruleAcross = (rule: Rule, editions: readonly Edition[]): RuleInEdition[] => {
  const own = editions.filter(({ notice }) => notice === (rule.policy ?? 'training'));
  return own.length > 0 ? own.map((edition) => ruleIn(rule, edition)) : [ruleIn(rule, undefined)];
};
