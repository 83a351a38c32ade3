import type { CalendarDate } from '../calendar/date.ts';
import { firstOf, isDay, lastOf, notToTheDay } from '../calendar/day.ts';
import bundled from '../generated/editions.json' with { type: 'json' };
import { attempt, CannotTell, readOr } from '../model/cannot-tell.ts';
import type { Modality, Policy, Words } from '../model/finding.ts';
import type { AnyRecord } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import type { Clause, EditionRecord, Haikou, Pairing, Training } from '../model/record-types.ts';
import { Categories } from './categories.ts';
import { isSameCity } from './cities.ts';
import { draftsIn } from './drafts.ts';
import { locatorsByRule, owersByRule } from './locators.ts';

type Unwrapped<Values> = {
  [Name in keyof Values]: NonNullable<Values[Name]> extends { value: infer Value } ? Value : never;
};

/** The numbers, dates and lists of each notice, by name. */
export interface NoticeValues {
  training: Unwrapped<Training>;
  pairing: Unwrapped<Pairing>;
  haikou: Unwrapped<Haikou>;
}

/** One notice as it stands in one edition: whom it governs, and each number with its clause. */
export interface Edition {
  notice: Policy;
  edition: string;
  document: Words;
  /** Further documents of the same notice; what stands in one of them has its place, 2 for the first. */
  documents?: Words[];
  issued: CalendarDate;
  governs: { from?: number; to?: number; cities?: string[] };
  names: string[];
  /** JSON pointers of what nobody has compared with the notice yet; "" stands for its name, date and years. */
  drafts: readonly string[];
  values: Record<string, { value: unknown; clause: string; title?: Words; document?: number }>;
  /** The locators of the paragraphs that a rule judges, by its id. */
  locators: Record<string, string[]>;
  /** Who owes what a rule judges, by its id, in the words of its paragraphs. */
  owers: Record<string, Words[]>;
  /** What the edition says of a rule by its id: its locators, how strictly it binds if at all, what to know of it. */
  rules: Record<string, { clause?: string; document?: number; modality?: Modality | 'off'; note?: Words }>;
  /** Its paragraphs; those of a bundled edition are kept apart (`paragraphsOf`), because a check never reads them. */
  clauses?: Clause[];
}

/** An edition from its validated data. */
export function editionFrom(data: EditionRecord): Edition {
  const written = data as unknown as Written;
  return editionOf({
    clauses: [],
    ...written,
    values: { ...definitionsOf(data.notice), ...written.values },
    drafts: draftsIn(data),
    locators: locatorsByRule(data.clauses),
    owers: owersByRule(data.clauses),
  });
}

/** What the words of a notice mean where an edition does not say: as in the product's newest, whose clauses are not its own. */
function definitionsOf(notice: Policy): Edition['values'] {
  const [newest] = all.filter((each) => each.notice === notice).sort(latestFirst);
  return Object.fromEntries(
    (newest?.definitions ?? []).flatMap((name) => {
      const value = newest?.values[name];
      return value ? [[name, { ...value, clause: '' }]] : [];
    }),
  );
}

/** The latest issued first. */
const latestFirst = (one: Pick<Edition, 'issued'>, other: Pick<Edition, 'issued'>): number =>
  one.issued < other.issued ? 1 : one.issued > other.issued ? -1 : 0;

/** What an edition's paragraphs say of the rules that they name. */
type ByRule = Pick<Edition, 'locators' | 'owers'>;
type Written = Omit<Edition, 'names' | 'rules' | 'drafts' | keyof ByRule> &
  Partial<Pick<Edition, 'names' | 'rules' | 'drafts'>>;

const editionOf = (data: Written & ByRule): Edition => ({
  ...data,
  names: data.names ?? [],
  rules: data.rules ?? {},
  drafts: data.drafts ?? [],
});

const all = bundled as unknown as (Written & ByRule & { definitions: string[] })[];

/** The editions that come with the product. */
export const bundledEditions: Edition[] = all.map(({ definitions: _, ...each }) => editionOf(each));

/** The years and cities that an edition governs; empty where it governs all. */
export function governedInWords({ from, to, cities = [] }: Edition['governs']): Words {
  const years =
    from === to
      ? { zh: from === undefined ? '' : `${from} 年度`, en: String(from ?? '') }
      : to === undefined
        ? { zh: `${from} 年度起`, en: `${from} on` }
        : { zh: `${from === undefined ? '到' : `${from} 到 `}${to} 年度`, en: `${from ?? 'up'} to ${to}` };
  const named = (words: string) => [...cities.slice(0, 1), words].filter((each) => each !== '').join(' ');
  return { zh: named(years.zh), en: named(years.en) };
}

/** The first and the last year that an edition governs, infinite where it names none. */
export const boundsOf = ({
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
}: Edition['governs']): { from: number; to: number } => ({ from, to });

/** Whether an edition governs a city, by any of its names; one that names no cities governs all. */
const isOver = ({ cities }: Edition['governs'], city: string): boolean =>
  !cities || cities.some((each) => isSameCity(each, city));

/** Whether two editions of a notice govern some year and city together. */
export function overlaps(one: Edition['governs'], other: Edition['governs']): boolean {
  const [mine, theirs] = [boundsOf(one), boundsOf(other)];
  const isSamePlace = !one.cities || one.cities.some((city) => isOver(other, city));
  return mine.from <= theirs.to && theirs.from <= mine.to && isSamePlace;
}

/** Whether an edition asks what a rule asks, by the rule's id. */
export const isAsked = ({ rules }: Pick<Edition, 'rules'>, rule: string): boolean => rules[rule]?.modality !== 'off';

/** The document of an edition at a place, 1 for the one that it is named by. */
export const documentAt = ({ document, documents = [] }: Edition, place = 1): Words => documents[place - 2] ?? document;

/** The notice that a record falls under. */
export const noticeOf = (kind: AnyRecord['kind']): Policy =>
  kind === 'pairing' ? 'pairing' : kind === 'city-program' ? 'haikou' : 'training';

/** What of a pair tells its edition; a raw record may hold anything there. */
interface Pair {
  agreement?: { signed?: unknown };
}

/** All editions in use, asked which of them governs what. */
export class Editions {
  /** The latest issued first, a site's own before the product's. */
  readonly all: readonly Edition[];

  constructor(further: Edition[] = [], own: readonly Edition[] = bundledEditions) {
    this.all = [...further, ...own].sort(latestFirst);
  }

  /**
   * The edition of a notice that governs a year (and city); undefined where none does, which is never a pass. Where
   * several would, the one issued last does.
   */
  governing(notice: Policy, year?: number, city?: string): Edition | undefined {
    return this.all.find(({ notice: of, governs }) => {
      const { from, to } = boundsOf(governs);
      return (
        of === notice &&
        (year === undefined || (from <= year && year <= to)) &&
        (city === undefined || isOver(governs, city))
      );
    });
  }

  /** Those that judge something: not those whose every year and city, or every day, falls to others. */
  get judging(): readonly Edition[] {
    return this.all.filter((edition) => this.#isJudging(edition));
  }

  #isJudging(edition: Edition): boolean {
    const { notice, issued, governs } = edition;
    if (notice === 'pairing') return this.inForce(notice, issued) === edition;
    const { from, to } = boundsOf(governs);
    const { cities = ['any other city'] } = governs;
    // The first year that is left to it is its own first, or the one after the last of another.
    const after = this.all.flatMap((other) => (other.governs.to === undefined ? [] : other.governs.to + 1));
    return [from, ...after.filter((year) => from < year && year <= to)].some((year) =>
      cities.some((city) => this.governing(notice, year, city) === edition),
    );
  }

  /** The categories into which the training sessions of a year fall; those of the newest edition where none governs it. */
  categoriesOf(year: number): Categories {
    return categoriesOf(this.governing('training', year) ?? this.newest('training'));
  }

  /** The edition that governs a record; of several that may govern a pair, the latest. */
  governingRecord(data: AnyRecord, asOf: CalendarDate): Edition | undefined {
    if (data.kind === 'pairing') return readOr(() => this.governingPair(data, asOf), this.newest('pairing'));
    return this.governing(noticeOf(data.kind), data.year, data.kind === 'city-program' ? data.city : undefined);
  }

  /**
   * The edition in force on the day when a pair's agreement was signed, or on the as-of date where it is not, so that a later
   * notice never judges earlier pairs again. A day that is not known leaves it open only where editions change in between:
   * throws CannotTell then.
   */
  governingPair(pair: Pair, asOf: CalendarDate): Edition | undefined {
    const signed = attempt(() => pair.agreement?.signed ?? asOf);
    const isKnown = typeof signed === 'string' && isDay(signed);
    const [from, to] = isKnown ? [firstOf(signed), lastOf(signed)] : ['', asOf];
    const changes = this.all.map(({ issued }) => issued).filter((day) => from < day && day < to);
    const possible = new Set([from, ...changes, to].map((day) => this.inForce('pairing', day)));
    possible.delete(undefined);
    if (possible.size > 1) throw signed instanceof CannotTell ? signed : notToTheDay;
    return [...possible][0];
  }

  /** The edition of a notice that was issued last on a day; undefined before the first. */
  inForce(notice: Policy, day: CalendarDate): Edition | undefined {
    return this.all.find((edition) => edition.notice === notice && edition.issued <= day);
  }

  /** The edition of a notice issued last. */
  newest(notice: Policy): Edition | undefined {
    return this.all.find((edition) => edition.notice === notice);
  }

  /** Every name of a base that the notices mention. */
  names(): string[] {
    const names = new Set<string>();
    for (const { notice, names: own, values } of this.all) {
      for (const name of own) names.add(name);
      if (notice === 'training') {
        for (const { host } of valuesOf<'training'>(values).annex ?? [])
          for (const name of [host].flat()) names.add(name);
      }
      if (notice === 'pairing') {
        for (const { helper, helped } of valuesOf<'pairing'>(values).pairs ?? [])
          for (const name of [helper, ...helped]) names.add(name);
      }
    }
    return [...names];
  }
}

/** The plain values of an edition, their clauses left off. */
export function valuesOf<Notice extends Policy>(values: Edition['values']): NoticeValues[Notice] {
  const plain =
    plainValues.get(values) ?? Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]));
  plainValues.set(values, plain);
  return plain as unknown as NoticeValues[Notice];
}

const plainValues = new WeakMap<Edition['values'], Record<string, unknown>>();

const categoriesByEdition = new WeakMap<Edition, Categories>();

/** The categories of sessions of an edition; none without one, or in one of another notice than that of training. */
export function categoriesOf(edition: Edition | undefined): Categories {
  if (!edition) return NO_CATEGORIES;
  const known = categoriesByEdition.get(edition);
  if (known) return known;
  const { categories } = valuesOf<'training'>(edition.values);
  const made = categories ? new Categories(categories) : NO_CATEGORIES;
  categoriesByEdition.set(edition, made);
  return made;
}

const NO_CATEGORIES = new Categories([]);

/** The class hours of a day, and the years in which they are so; those that hold before others first. */
export type ClassHours = readonly { from?: number; to?: number; hours: number }[];

/** How many class hours a day has by some editions, as plain data that threads can pass on. */
export const classHoursBy = ({ all: editions }: Editions): ClassHours =>
  editions
    .filter(({ notice }) => notice === 'training')
    .map(({ governs: { from, to }, values }) => ({
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      hours: present(valuesOf<'training'>(values).hoursPerDay, 'class hours of a day'),
    }));

/** The class hours that a day has in a year; undefined where no edition governs it. */
export const classHoursGoverning =
  (editions: ClassHours) =>
  (year: number | undefined): number | undefined =>
    editions.find((governed) => {
      const { from, to } = boundsOf(governed);
      return year !== undefined && from <= year && year <= to;
    })?.hours;

/** The class hours that a day has in a year; where no edition governs it, by the newest. */
export const classHoursIn =
  (editions: ClassHours) =>
  (year: number | undefined): number =>
    classHoursGoverning(editions)(year) ?? present(editions[0], 'edition of the training notice').hours;

/** The class hours that a day has in a year by some editions. */
export const classHoursPerDayBy = (editions: Editions) => classHoursIn(classHoursBy(editions));

/** The class hours that a day has by the product's own editions. */
export const classHoursPerDay = classHoursPerDayBy(new Editions());
