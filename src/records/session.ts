import type { CalendarDate } from '../calendar/date.ts';
import { type Day, isAfter, isAtMost, isBefore, lastOf, plusDays } from '../calendar/day.ts';
import type { LoadedRecord, Reference } from '../load/loaded.ts';
import { attempt, CannotTell, lazily, readOr } from '../model/cannot-tell.ts';
import { exactly, type Range } from '../model/range.ts';
import type { Session } from '../model/record-types.ts';
import { isInHouse } from '../notices/in-house.ts';
import type { CategoryRow } from '../notices/tables.ts';
import { allOf, every, includes, some } from './counting.ts';
import { nothingReadable } from './guarded.ts';
import {
  datedOf,
  firstOfTurns,
  isCompleted,
  PARTS,
  type PartName,
  PartSubject,
  type SessionPlace,
  Turn,
} from './part.ts';
import { type Period, wholeOf } from './period.ts';
import type { WaiverEntry } from './waivers.ts';

/** One training session with what the data model derives from it. Cancelled sessions never become one. */
export class SessionSubject {
  readonly kind = 'session';
  readonly record: LoadedRecord;
  /** JSON pointer of the session in its record; "" in a record of its own. */
  readonly path: string;
  readonly session: Session;
  readonly year: number;
  /** Name of the base whose plan or session record it stands in; undefined in a province record. */
  readonly holder: string | undefined;
  readonly #place: SessionPlace;
  readonly #period = lazily(() => wholeOf(this.parts.flatMap(({ period }) => period ?? [])));
  readonly #offline = lazily(() => this.#part('offline'));
  readonly #online = lazily(() => this.#part('online'));
  readonly #parts = lazily(() => PARTS.flatMap((name) => this.#readOrNot(name) ?? []));
  readonly #turns = lazily(() => this.parts.flatMap((part) => part.turns));
  readonly #eve = lazily(() => this.period && plusDays(this.period.start, -1));
  readonly #hosts = lazily(() => this.#hostsOf());
  readonly #categories = lazily(() => this.#categoriesOf());
  readonly #identity = lazily(() =>
    this.categories.flatMap((category) => this.hosts.map((host) => JSON.stringify([category, host]))),
  );
  /** Waivers that reach it, its own first. */
  waivers: WaiverEntry[] = [];
  /** Whether another document governs it, as far as it can be told: the hospital-level sessions of a base that trains in Chinese medicine only. */
  governedElsewhere: boolean | CannotTell = false;
  /** The session whose id this one repeats. */
  duplicateOf: Reference | undefined;

  constructor(record: LoadedRecord, path: string, session: Session, place: SessionPlace) {
    this.record = record;
    this.path = path;
    this.session = session;
    this.year = place.year;
    this.holder = place.base === undefined ? undefined : place.canonicalName(place.base);
    this.#place = place;
  }

  get offline(): PartSubject | undefined {
    return this.#offline();
  }

  get online(): PartSubject | undefined {
    return this.#online();
  }

  /** The parts that it has; one that cannot be read is among them, with a turn of which nothing can be read. */
  get parts(): readonly PartSubject[] {
    return this.#parts();
  }

  /** Whether it has a part; throws CannotTell where one that cannot be read is all that there may be. */
  get hasParts(): boolean {
    return some(PARTS, (name) => this[name] !== undefined);
  }

  #readOrNot(name: PartName): PartSubject | undefined {
    const part = attempt(() => this[name]);
    if (!(part instanceof CannotTell)) return part;
    const path = this.at(name);
    return new PartSubject(name, path, [new Turn(path, nothingReadable(part), this.session, false, this.#place)]);
  }

  #part(name: PartName): PartSubject | undefined {
    const written = this.session[name];
    if (written === undefined) return undefined;
    const isList = Array.isArray(written);
    const turns = [written].flat();
    // One that cannot be read is there.
    const isAlone = readOr(() => this.session[name === 'offline' ? 'online' : 'offline'] === undefined, false);
    const isOnly = turns.length === 1 && isAlone;
    return new PartSubject(
      name,
      this.at(name),
      turns.map(
        (turn, index) =>
          new Turn(isList ? this.at(name, index) : this.at(name), turn, this.session, isOnly, this.#place),
      ),
    );
  }

  /** Earliest start and latest end of its parts; undefined where no part has usable dates. */
  get period(): Period | undefined {
    return this.#period();
  }

  /** Whether it has no date at all (data/no-dates), not even the wrong way round. */
  get isUndated(): boolean {
    return this.parts.every((part) => part.isUndated);
  }

  /** The turn that ends last (offline on a tie), where a whole window is pointed at. */
  get lastTurn(): Turn | undefined {
    let [last, latest]: [Turn | undefined, CalendarDate] = [undefined, ''];
    for (const { turn, period } of datedOf(this.turns)) {
      const end = lastOf(period.end);
      if (end > latest) [last, latest] = [turn, end];
    }
    return last;
  }

  /** The turn that starts first (offline on a tie). */
  get firstTurn(): Turn | undefined {
    return firstOfTurns(this.turns);
  }

  /** The turns of both parts. */
  get turns(): readonly Turn[] {
    return this.#turns();
  }

  /** Whether any turn has usable dates. */
  get hasDates(): boolean {
    return some(this.turns, ({ period }) => period !== undefined);
  }

  /** Whether it starts on a day or before; so it does where one turn does, whatever the others. */
  startsBy(day: Day): boolean {
    return some(this.turns, ({ period }) => period !== undefined && isAtMost(period.start, day));
  }

  /** Whether it ends after a day; so it does where one turn does, whatever the others. */
  endsAfter(day: Day): boolean {
    return some(this.turns, ({ period }) => period !== undefined && isAfter(period.end, day));
  }

  /** How many days it takes from its start to its end. */
  get days(): Range {
    const period = attempt(() => this.period);
    if (!(period instanceof CannotTell)) return period?.days ?? exactly(0);
    const readable = wholeOf(datedOf(this.turns).map((turn) => turn.period));
    return { least: readable?.days.least ?? 1, most: Number.POSITIVE_INFINITY, why: period };
  }

  /** JSON pointer of something in the session. */
  at(...segments: (string | number)[]): string {
    let path = this.path;
    for (const segment of segments) path += `/${segment}`;
    return path;
  }

  /** The last day before it starts; undefined where its start is not known. */
  get eve(): Day | undefined {
    return this.#eve();
  }

  get provincial(): boolean {
    return this.session.level === 'provincial';
  }

  /** Whether it is marked as done; a status that cannot be read counts as planned. */
  get completed(): boolean {
    return isCompleted(this.session);
  }

  /** Whether it is completed or its last day has passed; undefined where neither can be told for want of dates. */
  isOver(asOf: CalendarDate): boolean | undefined {
    if (this.completed) return true;
    return this.period && isAfter(asOf, this.period.end);
  }

  /** Whether it is marked as done, or its first day has come. */
  hasBegun(asOf: CalendarDate): boolean {
    return this.completed || this.startsBy(asOf);
  }

  /** Whether it begins after a day. */
  isAhead(asOf: CalendarDate): boolean | undefined {
    return this.period && isBefore(asOf, this.period.start);
  }

  /** Whether it is for managers, or for faculty. */
  isFor(audience: 'managers' | 'faculty'): boolean {
    return includes(this.session.audience, audience);
  }

  /** GP faculty: 全科师资. */
  get generalPracticeFaculty(): boolean {
    return this.isFor('faculty') && includes(this.session.specialty, 'general-practice');
  }

  /** Whether it is for GP faculty of some stages. */
  isGeneralPracticeOf(stages: readonly string[]): boolean {
    return this.generalPracticeFaculty && some(this.session.stages, (stage) => stages.includes(stage));
  }

  /** Whether it is of a category of its year's edition. */
  isOf(category: string): boolean {
    const { specialty } = this.session;
    const { categories } = this.#place;
    const wanted = categories.find(category);
    if (!wanted) return false;
    if (wanted.audience === 'faculty')
      return allOf(
        () => this.isFor('faculty'),
        () =>
          specialty
            ? some(specialty, (each) => categories.ofSpecialty(each).includes(category))
            : categories.rest('faculty').includes(category),
      );
    return allOf(
      () => this.isFor('managers'),
      () => this.#isManagedAs(wanted),
    );
  }

  /** Whether its managers are those of a category: all of its roles, else of no category that names roles. */
  #isManagedAs({ roles }: CategoryRow): boolean {
    const own = this.session.roles;
    const areAllOf = (wanted: readonly string[] = []) =>
      own !== undefined && every(own, (role) => wanted.includes(role));
    return roles ? areAllOf(roles) : !this.#place.categories.withRoles.some((other) => areAllOf(other.roles));
  }

  /** Whether a base, by the name by which it is known, is among the organisers. */
  isHostedBy(name: string): boolean {
    return some(this.hostNames, (host) => this.#knownAs(host) === name);
  }

  /** Name of the base as its plan or record writes it; undefined in a province record. */
  get base(): string | undefined {
    return this.#place.base;
  }

  /** Names of the organisers as written, the parts of one put together: `host`, else the base. */
  get hostNames(): readonly string[] {
    const { base, wholeNames } = this.#place;
    const { host } = this.session;
    if (host === undefined) return base === undefined ? [] : [base];
    return host.length < 2 ? host : readOr(() => wholeNames(host), host);
  }

  /** Names of the organisers: `host`, else the base, each as it is known. */
  get hosts(): readonly string[] {
    return this.#hosts();
  }

  #hostsOf(): string[] {
    return [...new Set(this.hostNames.map((name) => this.#knownAs(name)))];
  }

  /** The name by which an organiser is known; a base that calls itself by another word is the base. */
  #knownAs(name: string): string {
    const { base, canonicalName } = this.#place;
    const known = canonicalName(name);
    // Every rule about hosts asks, and most often it is the base by its name.
    const isBase = base !== undefined && known !== this.holder && isInHouse(name, base);
    return isBase ? canonicalName(base) : known;
  }

  /** Whether it says whose it is; where that cannot be read, it throws CannotTell as every base is told that may. Beside the base whose record it is, any other may organise it. */
  get hasHosts(): boolean {
    const { holder } = this;
    const isSaid = attempt(() => (holder !== undefined && this.isHostedBy(holder)) || this.hosts.length > 0);
    if (isSaid instanceof CannotTell) throw saidOf(this.base, isSaid);
    return isSaid;
  }

  /** The base whose duty it is: the plan's base where it is among the hosts, else the first of these. */
  get owner(): string | undefined {
    const hosts: readonly string[] = readOr(() => this.hosts, []);
    return this.holder !== undefined && (hosts.length === 0 || hosts.includes(this.holder)) ? this.holder : hosts[0];
  }

  /** The categories that it falls into: those of its managers, and those of each specialty of its faculty. */
  get categories(): readonly string[] {
    return this.#categories();
  }

  #categoriesOf(): string[] {
    const { categories } = this.#place;
    const found: string[] = [];
    if (this.isFor('managers'))
      for (const row of categories.all) if (row.audience === 'managers' && this.#isManagedAs(row)) found.push(row.code);
    if (this.isFor('faculty')) {
      const { specialty } = this.session;
      if (!specialty) found.push(...categories.rest('faculty'));
      else for (const each of specialty) found.push(...categories.ofSpecialty(each));
    }
    return [...new Set(found)];
  }

  /** What it shares with its copies in other records: one of its categories together with one of its hosts. */
  get identity(): readonly string[] {
    return this.#identity();
  }
}

/** Why something of a record cannot be read, as it is said where others are judged: with the base whose record it is, else the province's. */
export const saidOf = (base: string | undefined, { reason: { zh, en } }: CannotTell): CannotTell =>
  new CannotTell({ zh: `${base ?? '全省计划'}：${zh}`, en: `${base ?? 'the provincial plan'}: ${en}` });
