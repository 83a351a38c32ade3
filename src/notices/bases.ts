import registry from '../generated/bases.json' with { type: 'json' };
import type { BasesRecord, ConfigRecord } from '../model/record-types.ts';
import { halfWidth } from '../schema/values/plain.ts';
import { isOneEditAway } from '../text/one-edit.ts';
import { withoutInvisible } from '../text/typography.ts';
import { type Editions, valuesOf } from './edition.ts';

/** A base as the config lists it. */
export type ListedBase = NonNullable<ConfigRecord['bases']>[number];

/** The bases that have several names, each with the year in which a later one was taken up, where that is known. */
export const renamedBases: BasesRecord['bases'] = registry;

/** A name without the blanks in it, its full-width digits, letters and signs made plain. */
const plainName = (name: string): string => halfWidth(withoutInvisible(name).replace(/\s/g, ''));

/** How many names that are on no list are kept at a time: a large set has many more, one record's after the other's. */
const MOST_MET = 1_000;

/** In how many parts a name may be written, the most first. */
const MOST_PARTS = [3, 2];

/** The registry of bases: the names of the notices, their aliases, and what the config adds. Names are compared by it alone. */
export class Bases {
  /** Every name known, the notices' first. */
  readonly names: readonly string[];
  /** The bases that the config lists. */
  readonly listed: readonly ListedBase[];
  readonly #canonical = new Map<string, string>();
  /** The names known, each with its plain form. */
  readonly #plain = new Map<string, string>();
  /** What the names met last came to, since a record asks for the same names many times over. */
  readonly #met = new Map<string, string>();
  readonly #helpers: ReadonlySet<string>;

  constructor(editions: Editions, listed: readonly ListedBase[] = []) {
    this.listed = listed;
    const ofNotices = editions.names().map((name) => [name]);
    const renamed = renamedBases.map(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
    const ofConfig = listed.map(({ name, aliases = [] }) => [name, ...aliases]);
    // A base goes by the name that the config gives it, else by the one that the notices write.
    for (const names of [...ofConfig, ...renamed, ...ofNotices]) this.#join(names);
    this.names = [...new Set([...ofNotices, ...renamed, ...ofConfig].flat())];
    this.#helpers = new Set(
      editions.judging
        .filter(({ notice }) => notice === 'pairing')
        .flatMap(({ values }) =>
          (valuesOf<'pairing'>(values).pairs ?? []).map(({ helper }) => this.canonicalName(helper)),
        ),
    );
  }

  /** Makes names those of one base, with all bases that any of them belonged to. */
  #join(names: readonly string[]): void {
    const plain = names.map(plainName);
    const met = plain.flatMap((name) => this.#canonical.get(name) ?? []);
    const canonical = met[0] ?? names[0] ?? '';
    if (new Set(met).size > 1)
      for (const [name, of] of this.#canonical) if (met.includes(of)) this.#canonical.set(name, canonical);
    for (const name of plain) this.#canonical.set(name, canonical);
    for (const [index, name] of plain.entries()) this.#plain.set(names[index] ?? name, name);
  }

  /** The one name that stands for a base, whichever of its names is given and however it is spaced. */
  canonicalName(name: string): string {
    const met = this.#canonical.get(name) ?? this.#met.get(name);
    if (met !== undefined) return met;
    const plain = plainName(name);
    const canonical = this.#canonical.get(plain) ?? plain;
    if (this.#met.size >= MOST_MET) this.#met.clear();
    this.#met.set(name, canonical);
    return canonical;
  }

  /** Whether a name is one of the notices, the registry or the config. */
  knows(name: string): boolean {
    return this.#canonical.has(plainName(name));
  }

  /**
   * Names of a list, where those that are parts of one are put together, as a line break in a cell parts them: what they make
   * together is known, and not each of them is.
   */
  wholeNames(names: readonly string[]): string[] {
    const whole: string[] = [];
    for (let at = 0; at < names.length; ) {
      const length = MOST_PARTS.find((most) => {
        const parts = names.slice(at, at + most);
        return !parts.every((part) => this.knows(part)) && this.knows(parts.join(''));
      });
      whole.push(names.slice(at, at + (length ?? 1)).join(''));
      at += length ?? 1;
    }
    return whole;
  }

  /** A known name that is one character away from a name that is not known; of those given, else of all. */
  near(name: string, among: readonly string[] = this.names): string | undefined {
    if (this.knows(name)) return undefined;
    const plain = plainName(name);
    return among.find((known) => isOneEditAway(plain, this.#plain.get(known) ?? plainName(known)));
  }

  /** What the config says of a base; undefined where it does not list it. */
  listedAs(name: string): ListedBase | undefined {
    const canonical = this.canonicalName(name);
    return this.listed.find((base) => this.canonicalName(base.name) === canonical);
  }

  /** Whether the notices let a base help another. */
  isHelper(name: string): boolean {
    return this.#helpers.has(this.canonicalName(name));
  }
}
