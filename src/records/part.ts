import { minutesOf } from '../calendar/class-hours.ts';
import { type CalendarDate, lastDayOf } from '../calendar/date.ts';
import { firstOf, lastOf, notToTheDay } from '../calendar/day.ts';
import { attempt, CannotTell, lazily, readOr } from '../model/cannot-tell.ts';
import { exactly, greatestOf, type Range, sumOf } from '../model/range.ts';
import type { OfflinePart, OnlinePart, Session } from '../model/record-types.ts';
import type { Categories } from '../notices/categories.ts';
import { some } from './counting.ts';
import { overlapping, type Stretch } from './overlap.ts';
import { type Dated, isDated, isOpen, isReversed, type Period, periodOf, wholeOf, within } from './period.ts';

/** The parts that a session may have. */
export const PARTS = ['offline', 'online'] as const;

/** Offline or online. */
export type PartName = (typeof PARTS)[number];

/** What a session's dates are derived from besides itself. */
export interface SessionPlace {
  year: number;
  asOf: CalendarDate;
  /** The name by which a base is known, for any of its aliases. */
  canonicalName(name: string): string;
  /** Names of bases, those that are parts of one put together. */
  wholeNames(names: readonly string[]): readonly string[];
  /** Name of the base whose plan or session record it stands in; undefined in a province record. */
  base: string | undefined;
  /** The categories into which sessions of its year fall. */
  categories: Categories;
}

/** One part of a session, offline or online: what is held in one turn, or each of several turns, places or batches. */
export class PartSubject {
  readonly name: PartName;
  /** JSON pointer of the part, or of the list of its turns. */
  readonly path: string;
  readonly turns: Turn[];
  readonly #period = lazily(() => wholeOf(this.turns.flatMap(({ period }) => period ?? [])));

  constructor(name: PartName, path: string, turns: Turn[]) {
    this.name = name;
    this.path = path;
    this.turns = turns;
  }

  /** Earliest start and latest end of its turns; undefined where none has usable dates. */
  get period(): Period | undefined {
    return this.#period();
  }

  /** Whether it has no date at all, not even the wrong way round. */
  get isUndated(): boolean {
    return this.period === undefined && !this.turns.some((turn) => turn.isReversed);
  }

  /** Minutes as stated. */
  minutes(hoursPerDay: number): Range {
    return this.#sum((turn) => turn.minutes(hoursPerDay));
  }

  /** Minutes as credited: at most `hoursPerDay` class hours a calendar day of each turn. */
  creditedMinutes(hoursPerDay: number): Range {
    return this.#sum((turn) => turn.creditedMinutes(hoursPerDay));
  }

  /** The turn that starts first; undefined where none has usable dates. */
  get firstTurn(): Turn | undefined {
    return firstOfTurns(this.turns);
  }

  /** Whether some turn of it leaves the province; undefined where none says. */
  get outOfProvince(): boolean | undefined {
    // One that cannot be read says something.
    const said = this.turns.filter(({ written }) => present(() => written.outOfProvince));
    return said.length === 0 ? undefined : some(said, ({ written }) => written.outOfProvince === true);
  }

  /** Where the hours stand: at the first turn that says them. */
  get hoursPath(): string {
    const [first] = this.turns.filter(({ hoursPath }) => hoursPath !== undefined);
    return first?.hoursPath ?? `${this.turns[0]?.path ?? this.path}/hours`;
  }

  /** Whether some of its turns are held at the same time: batches, of which the longest alone counts. */
  get hasBatches(): boolean {
    return overlapping(this.turns, mostDays).some((group) => group.length > 1);
  }

  /** A sum over turns; of turns held at the same time, which are batches, the longest counts. */
  #sum(of: (turn: Turn) => Range): Range {
    const [only] = this.turns;
    if (only && this.turns.length === 1) return of(only);
    const least = overlapping(this.turns, mostDays).map((group) => greatestOf(group.map(of)));
    const most = overlapping(this.turns, leastDays).map((group) => greatestOf(group.map(of)));
    const [low, high] = [sumOf(least), sumOf(most)];
    return { least: low.least, most: high.most, why: high.why ?? low.why ?? notToTheDay };
  }
}

/** One turn of a part. */
export class Turn {
  /** JSON pointer. */
  readonly path: string;
  readonly written: OfflinePart & OnlinePart;
  readonly #place: SessionPlace;
  readonly #session: Session;
  /** Whether it is the session's only one, to which the session's own hours belong. */
  readonly #isOnly: boolean;
  readonly #period = lazily(() => this.#periodOf());

  constructor(path: string, written: OfflinePart & OnlinePart, session: Session, isOnly: boolean, place: SessionPlace) {
    this.path = path;
    this.written = written;
    this.#session = session;
    this.#isOnly = isOnly;
    this.#place = place;
  }

  /** Its period; undefined where its days are the wrong way round, and where its session has no date at all. */
  get period(): Period | undefined {
    return this.#period();
  }

  /** What says when it is: its own dates, else the session's. */
  get dated(): Dated {
    return whenOf(this.#session, this.written);
  }

  /** Whether it has no dates of its own, so that they are the session's. */
  get sharesDates(): boolean {
    return !isDated(this.written) && this.#session.dates !== undefined;
  }

  /** Whether its first day is after its last one. */
  get isReversed(): boolean {
    return isReversed(this.dated);
  }

  /** JSON pointer of its first day. */
  get startPath(): string {
    return this.#pathOf('start');
  }

  /** JSON pointer of its last day: where it follows from the first and the days, that is what says it. */
  get endPath(): string {
    return this.written.dates === undefined && this.written.end === undefined ? this.startPath : this.#pathOf('end');
  }

  #pathOf(end: 'start' | 'end'): string {
    if (this.sharesDates) return `${this.#sessionPath}/dates`;
    return `${this.path}/${this.written.dates === undefined ? end : 'dates'}`;
  }

  get #sessionPath(): string {
    return this.path.replace(/\/(?:offline|online)(?:\/\d+)?$/, '');
  }

  #periodOf(): Period | undefined {
    const { year, asOf } = this.#place;
    const { dated } = this;
    if (!this.#isUndated) return periodOf(dated);
    // Beside a turn that is dated, one that is not is some time in the year, also when that is over: the session's start
    // and end are not known then. Where no turn is, what is done, or still open when the year is over, has no date at all.
    const isYearOver = asOf > lastDayOf(year);
    const isTold = (when: Dated) => isDated(when) && !(isYearOver && isOpen(when, year));
    if ((isYearOver || isCompleted(this.#session)) && !someTurn(this.#session, isTold)) return undefined;
    const count = dated.days === undefined ? undefined : Math.max(1, Math.ceil(dated.days));
    return within(`${year}-01-01`, lastDayOf(year), count);
  }

  /** Whether nothing says when it is, or only that this is not known yet. */
  get #isUndated(): boolean {
    return !isDated(this.dated) || isOpen(this.dated, this.#place.year);
  }

  /** JSON pointer of its hours, or of the days that say them; undefined where nothing does. */
  get hoursPath(): string | undefined {
    if (present(() => this.written.hours)) return `${this.path}/hours`;
    if (this.#isOnly && present(() => this.#session.hours)) return `${this.#sessionPath}/hours`;
    return present(() => this.written.days) ? `${this.path}/days` : undefined;
  }

  /** Minutes as stated, or as its days say; any number where nothing says it. */
  minutes(hoursPerDay: number): Range {
    const hours = attempt(
      () => this.written.hours ?? (this.#isOnly ? this.#session.hours : undefined) ?? this.#hoursOfDays(hoursPerDay),
    );
    return hours instanceof CannotTell
      ? { least: 0, most: Number.POSITIVE_INFINITY, why: hours }
      : exactly(minutesOf(hours));
  }

  #hoursOfDays(hoursPerDay: number): number {
    const { days } = this.written;
    if (days === undefined) throw NO_HOURS;
    return days * hoursPerDay;
  }

  creditedMinutes(hoursPerDay: number): Range {
    const stated = this.minutes(hoursPerDay);
    const days = this.#days;
    const aDay = minutesOf(hoursPerDay);
    return {
      least: Math.min(stated.least, aDay * days.least),
      most: Math.min(stated.most, aDay * days.most),
      why: stated.why ?? days.why,
    };
  }

  /** Its calendar days. */
  get #days(): Range {
    const period = attempt(() => this.period);
    if (period instanceof CannotTell) return { least: 1, most: Number.POSITIVE_INFINITY, why: period };
    if (period) return period.days;
    if (!this.#isUndated) return { least: 0, most: Number.POSITIVE_INFINITY, why: WRONG_WAY_ROUND };
    const { days } = this.written;
    return days === undefined
      ? { least: 1, most: Number.POSITIVE_INFINITY, why: NO_DATES }
      : exactly(Math.max(1, Math.ceil(days)));
  }
}

const WRONG_WAY_ROUND = new CannotTell({
  zh: '结束早于开始，不知道共几天',
  en: 'the end is before the start, so the number of days is not known',
});
const NO_DATES = new CannotTell({ zh: '没有写日期或天数', en: 'neither dates nor days are given' });
const NO_HOURS = new CannotTell({ zh: '没有写学时', en: 'the class hours are not stated' });

const present = (read: () => unknown): boolean => readOr(read, 0) !== undefined;

/** Whether a session is marked as done; a status that cannot be read counts as planned. */
export const isCompleted = (session: Session): boolean => readOr(() => session.status, undefined) === 'completed';

/** What says when a turn of a session is: its own dates, else the session's. */
const whenOf = (session: Session, turn: Dated): Dated =>
  isDated(turn) ? turn : { ...daysOf(turn), ...datesOf(session) };

/** Whether what says when it is passes a test, of some turn of a session. */
const someTurn = (session: Session, test: (when: Dated) => boolean): boolean =>
  some([session.offline ?? [], session.online ?? []].flat(), (turn) => test(whenOf(session, turn)));

const datesOf = ({ dates }: Session): Dated => (dates === undefined ? {} : { dates });
const daysOf = ({ days }: Dated): Dated => (days === undefined ? {} : { days });

/** The period of a turn, where it can be read. */
const periodIn = (turn: Turn): Period | undefined => readOr(() => turn.period, undefined);

/** All days on which a turn may be held; any day where nothing says when. */
function mostDays(turn: Turn): Stretch {
  const period = periodIn(turn);
  return period ? { first: firstOf(period.start), last: lastOf(period.end) } : ANY_DAY;
}

/** The days on which a turn is held for certain, which may be none; undefined where nothing says when. */
function leastDays(turn: Turn): Stretch | undefined {
  const period = periodIn(turn);
  return period && { first: lastOf(period.start), last: firstOf(period.end) };
}

const ANY_DAY: Stretch = { first: '0000-01-01', last: '9999-12-31' };

/** The turns whose dates can be read and used. */
export const datedOf = (turns: readonly Turn[]): { turn: Turn; period: Period }[] =>
  turns.flatMap((turn) => {
    const period = periodIn(turn);
    return period ? { turn, period } : [];
  });

export function firstOfTurns(turns: readonly Turn[]): Turn | undefined {
  const starts = datedOf(turns).map(({ turn, period }) => ({ turn, start: firstOf(period.start) }));
  const [earliest] = starts.map(({ start }) => start).sort();
  return starts.find(({ start }) => start === earliest)?.turn;
}
