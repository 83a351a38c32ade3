import type { CalendarDate } from '../calendar/date.ts';
import { isExact } from '../calendar/day.ts';
import { inOrder, type LoadedFile, type LoadedRecord, type Reference } from '../load/loaded.ts';
import { attempt, CannotTell, readOr } from '../model/cannot-tell.ts';
import type { Kind, RecordOfKind } from '../model/kinds.ts';
import { exactly, type Range } from '../model/range.ts';
import type { Session } from '../model/record-types.ts';
import type { Categories } from '../notices/categories.ts';
import { bareCity } from '../notices/cities.ts';
import { saysNothing } from '../schema/values/nothing.ts';
import { halfWidth } from '../schema/values/plain.ts';
import { copiesOf } from './copies.ts';
import { guarded } from './guarded.ts';
import type { ProvincialSession } from './provincial-session.ts';
import { SessionSubject, saidOf } from './session.ts';
import {
  BaseSubject,
  batchesOf,
  type CitySubject,
  isOfTcmOnly,
  type NetworkSubject,
  type PairingSubject,
  type ProvinceSubject,
  type RecordSubject,
} from './subjects.ts';
import { type WaiverEntry, waiversOf } from './waivers.ts';

/** Whatever a rule can be about. */
export type Subject =
  | SessionSubject
  | BaseSubject
  | ProvinceSubject
  | PairingSubject
  | NetworkSubject
  | CitySubject
  | RecordSubject
  | WaiverEntry;

/** Records that are judged together, or what concerns no record; big sets are unpacked one group at a time. */
export interface SubjectGroup {
  key: string;
  records: readonly LoadedRecord[];
  /** Whether nothing in other groups has a part in how it is judged but what is open, and it has none in how they are. */
  isAlone: boolean;
  /** Why a list of sessions cannot be read, anywhere in the set, that may hold its own. */
  open: string | undefined;
  /** Its subjects, and the waivers that they share. */
  made(): { subjects: Subject[]; waivers: WaiverEntry[] };
}

export interface SetOptions {
  /** Whether the set is declared to be the whole province. */
  complete: boolean;
  asOf: CalendarDate;
  /** The name by which a base is known, for any of its aliases. */
  canonicalName(name: string): string;
  /** Names of bases, those that are parts of one put together. */
  wholeNames(names: readonly string[]): readonly string[];
  /** Whether an edition of the record's notice governs its year and city. */
  isGoverned(record: RecordOfKind[keyof RecordOfKind]): boolean;
  /** The categories into which the sessions of a year fall. */
  categoriesOf(year: number): Categories;
}

type TrainingRecord = RecordOfKind['plan' | 'session' | 'province'];

const isOfTraining = (data: RecordOfKind[keyof RecordOfKind]): data is TrainingRecord =>
  data.kind === 'plan' || data.kind === 'session' || data.kind === 'province';

interface Group {
  key: string;
  /** The year of its sessions, where it is of a base or the province. */
  year: number | undefined;
  records: LoadedRecord[];
  /** Of the group of a base and year: whether its plan, where there is one, is for Chinese medicine only. */
  isOfTcm: boolean | CannotTell | undefined;
  /** The first session record of a base and year. */
  firstSession: LoadedRecord | undefined;
  /** What seems to be the same session written before, by a session's reference; where it was asked about. */
  alike: ReadonlyMap<string, Reference> | undefined;
}

/** Most sessions of a year of nobody knows whom that are looked at one by one, for every base; of more, a base may have any number. */
const MOST_OF_NOBODY = 50;

/** The checked set: records joined by base and year, by province and year, by pair and by city and year. */
export class RecordSet {
  readonly #options: SetOptions;
  readonly #groups = new Map<string, Group>();
  readonly #duplicateRecords = new Map<LoadedRecord, Reference>();
  /** What seems to be the same session written before, of each owner and year that have no group. */
  readonly #alike = new Map<string, ReadonlyMap<string, Reference>>();
  readonly #copies = new Map<number, Copies>();
  readonly #provincial = new Map<number, SessionSubject[]>();
  /** Of each year, why the first list of sessions cannot be read that cannot; one of these may be anybody's. */
  readonly #unread = new Map<number, CannotTell>();
  /** Of each year, the sessions that may be of hospital level and of which it cannot be read whose they are. */
  readonly #ofNobody = new Map<number, SessionSubject[]>();
  /** Of each year in which more are such than are looked at one by one, why it cannot be read whose one of these is. */
  readonly #ofAnybody = new Map<number, CannotTell>();
  /** Sessions that stand in a record of somebody else, by the base and year that they count for. */
  readonly #elsewhere = new Map<string, SessionSubject[]>();
  /** The groups that share a session with others, or may. */
  readonly #joined = new Set<string>();
  readonly #provinces = new Map<number, LoadedRecord>();
  readonly #trainingYears = new Set<number>();
  /** The sessions made last: kept for every record, they would hold the data of a large set in memory. */
  #sessions: { data: object; made: SessionSubject[] } | undefined;
  readonly #pairs: { helper: string; helped: string; record: LoadedRecord }[] = [];
  /** The first file that holds a record which is not judged, by what kind that is; by undefined where it may be any. */
  readonly #notJudged = new Map<Kind | undefined, string>();

  /** Joins the valid records of files that are in order of their path. */
  constructor(files: LoadedFile[], options: SetOptions) {
    this.#options = options;
    for (const { file, records, recordCount, unjudged } of files) {
      for (const record of records) this.#index(record);
      for (const { kind } of recordCount > 0 ? unjudged : NO_RECORDS)
        if (!this.#notJudged.has(kind)) this.#notJudged.set(kind, file);
    }
  }

  #index(record: LoadedRecord): void {
    const data = guarded(record);
    const canonical = this.#options.canonicalName;
    const joinKey = keyOf(data, canonical);
    const group = this.#groupWith(record, joinKey, isOfTraining(data) ? data.year : undefined);
    const first = data.kind === 'session' ? record : group.records.find(({ kind }) => kind === data.kind);
    if (first && first !== record) {
      this.#duplicateRecords.set(record, { record: first, path: identityPath(data.kind) });
      return;
    }
    if (data.kind === 'pairing')
      this.#pairs.push({ helper: canonical(data.helper), helped: canonical(data.helped), record });
    if (!isOfTraining(data)) return;
    this.#trainingYears.add(data.year);
    if (data.kind === 'plan') group.isOfTcm = attempt(() => isOfTcmOnly(data));
    if (data.kind === 'session' && !isCancelled(data)) group.firstSession ??= record;
    if (data.kind === 'province') {
      this.#provinces.set(data.year, record);
      this.#joined.add(joinKey);
    }
    const why = whyUnreadable(data);
    if (why && !this.#unread.has(data.year))
      this.#unread.set(data.year, saidOf(data.kind === 'plan' ? data.base.name : undefined, why));
    for (const subject of this.#sessionsOf(record, data)) {
      const { owner } = subject;
      const whose = isOfHospital(subject) && attempt(() => subject.hasHosts);
      if (whose instanceof CannotTell) {
        if ((this.#ofNobody.get(data.year)?.length ?? 0) < MOST_OF_NOBODY) addTo(this.#ofNobody, data.year, subject);
        else this.#ofAnybody.set(data.year, this.#ofAnybody.get(data.year) ?? whose);
      }
      // One whose level cannot be read may be of either.
      if (readOr(() => subject.provincial, true)) {
        addTo(this.#provincial, data.year, subject);
        this.#joined.add(joinKey);
      }
      if (owner === undefined || owner === subject.holder) continue;
      const ownKey = baseKey(owner, data.year);
      addTo(this.#elsewhere, ownKey, subject);
      if (isOfHospital(subject)) this.#joined.add(joinKey).add(ownKey);
    }
  }

  /** Puts a record into its group. */
  #groupWith(record: LoadedRecord, key: string, year: number | undefined): Group {
    const known = this.#groups.get(key);
    known?.records.push(record);
    // With a list that has its record from the start: one that is added to gets room for sixteen more.
    const group = known ?? {
      key,
      year,
      records: [record],
      isOfTcm: undefined,
      firstSession: undefined,
      alike: undefined,
    };
    if (!known) this.#groups.set(key, group);
    return group;
  }

  /** Every provincial session of a year, each as often as it is written. */
  provincialSessions(year: number): SessionSubject[] {
    return this.#provincial.get(year) ?? [];
  }

  /** Whether another document governs a session: it is not provincial, and the base that holds it is for Chinese medicine only. */
  #isGovernedElsewhere(session: SessionSubject): boolean | CannotTell {
    const { owner, year } = session;
    const isOfTcm = owner !== undefined && this.#groups.get(baseKey(owner, year))?.isOfTcm;
    const provincial = attempt(() => session.provincial);
    if (!isOfTcm || provincial === true) return false;
    return provincial instanceof CannotTell ? provincial : isOfTcm;
  }

  /** The years of the set's plans, sessions and provinces. */
  get trainingYears(): number[] {
    return [...this.#trainingYears].sort();
  }

  /**
   * Whether a plan of a base and year is missing: the set is declared complete and has none. `first` is the first session
   * record of that base and year.
   */
  planMissing(base: string, year: number): { first: LoadedRecord | undefined } | undefined {
    const group = this.#groups.get(baseKey(this.#options.canonicalName(base), year));
    const isMissing = this.#options.complete && group?.isOfTcm === undefined && !this.whyOpen('plan');
    return isMissing ? { first: group?.firstSession } : undefined;
  }

  /** Why a record of a kind that is not there may be there all the same: one that is not judged may be it. */
  whyOpen(kind: Kind): CannotTell | undefined {
    const file = this.#notJudged.get(kind) ?? this.#notJudged.get(undefined);
    if (file === undefined) return undefined;
    return new CannotTell({
      zh: `${file} 有没判定的记录，可能就是它；改好后再判`,
      en: `${file} holds a record that is not judged and may be it; judged once that is mended`,
    });
  }

  /** Why a list of sessions of a year cannot be read, which may hold any; undefined where all can. */
  whyUnread(year: number): CannotTell | undefined {
    return this.#unread.get(year);
  }

  /** The provincial sessions of a year, each once with its copies. */
  provincialCopies(year: number): readonly ProvincialSession[] {
    return this.#copiesOf(year).sessions;
  }

  #copiesOf(year: number): Copies {
    const known = this.#copies.get(year);
    if (known) return known;
    const sessions = copiesOf(this.provincialSessions(year));
    const byCopy = new Map(
      sessions.flatMap((session) => session.copies.map((copy) => [referenceKey(copy), session] as const)),
    );
    const copies = { sessions, byCopy };
    this.#copies.set(year, copies);
    return copies;
  }

  /** The provincial session that a session is a copy of; undefined for one of a hospital. */
  copyOf(session: Reference & { year: number }): ProvincialSession | undefined {
    return this.#copiesOf(session.year).byCopy.get(referenceKey(session));
  }

  /** What seems to be the same session written before, and is no copy of it. */
  alikeTo(session: SessionSubject): Reference | undefined {
    const alike = this.#alikeOf(session);
    const first = alike.size > 0 ? alike.get(referenceKey(session)) : undefined;
    const own = first && this.copyOf(session);
    return own && own === this.copyOf({ ...first, year: session.year }) ? undefined : first;
  }

  /** The sessions of an owner and year that seem to be written before, and where. Made when asked for: those of a large set take more room than its records. */
  #alikeOf({ owner, year }: SessionSubject): ReadonlyMap<string, Reference> {
    const key = owner === undefined ? provinceKey(year) : baseKey(owner, year);
    const group = this.#groups.get(key);
    const known = group ? group.alike : this.#alike.get(key);
    if (known) return known;
    const written = (group?.records ?? []).flatMap((record) => {
      const data = guarded(record);
      if (this.#duplicateRecords.has(record) || !isOfTraining(data)) return [];
      return this.#sessionsOf(record, data).filter((session) => session.owner === owner);
    });
    const found = repeatsAmong([...written, ...(this.#elsewhere.get(key) ?? [])].sort(inOrder));
    const alike = found.size > 0 ? found : NONE_ALIKE;
    if (group) group.alike = alike;
    else this.#alike.set(key, alike);
    return alike;
  }

  /** Groups of subjects, in the order in which their first records stand. */
  *groups(): Generator<SubjectGroup> {
    const { complete } = this.#options;
    for (const group of this.#groups.values()) {
      const { key, year, records } = group;
      const perhaps = year === undefined ? [] : this.#perhapsOf(year, key);
      const isAlone = !complete && !this.#joined.has(key) && perhaps.length === 0;
      const open = year === undefined ? undefined : this.#whyOpen(year)?.reason.zh;
      yield { key, records, isAlone, open, made: () => this.#subjectsOf(group) };
    }
    if (!complete) return;
    for (const year of this.trainingYears)
      if (!this.#provinces.has(year)) yield ofWholeSet(this.#province(year, undefined, undefined, []));
    const members = this.#pairs.map(({ record }) => record);
    yield ofWholeSet({ kind: 'network', record: undefined, path: '', pairs: this.#pairs, members, waivers: [] });
  }

  #subjectsOf(group: Group): ReturnType<SubjectGroup['made']> {
    const subjects: Subject[] = [];
    const waivers: WaiverEntry[] = [];
    let plan: BaseSubject | undefined;
    const joining: SessionSubject[] = [];
    const firstById = new Map<string, Reference>();
    for (const record of group.records) {
      const data = guarded(record);
      const duplicateOf = this.#duplicateRecords.get(record);
      const asRecord: RecordSubject = {
        kind: 'record',
        record,
        path: '',
        data,
        sessions: [],
        batches: [],
        duplicateOf,
        governed: this.#options.isGoverned(data),
        isCancelled: data.kind === 'session' && isCancelled(data),
      };
      subjects.push(asRecord);
      if (duplicateOf) continue;
      const own = data.kind === 'session' ? [] : waiversOf(record, '', data);
      for (const waiver of own) waivers.push(waiver);
      if (isOfTraining(data)) {
        asRecord.sessions = this.#sessionsOf(record, data);
        for (const session of asRecord.sessions) {
          const held = waiversOf(record, session.path, session.session);
          for (const waiver of held) waivers.push(waiver);
          session.waivers = [...held, ...own];
          session.duplicateOf = firstOfItsId(session, firstById);
          session.governedElsewhere = this.#isGovernedElsewhere(session);
        }
        // One by one, since what is spread into a call has to fit on the stack.
        for (const session of asRecord.sessions) {
          if (data.kind !== 'province') joining.push(session);
          subjects.push(session);
        }
      }
      switch (data.kind) {
        case 'plan': {
          asRecord.batches = readOr(() => batchesOf(data), []);
          const hosted = (this.#elsewhere.get(group.key) ?? []).filter(isOfHospital);
          const perhaps = this.#perhapsOf(data.year, group.key);
          const sessions = () => [...joining.filter((each) => !isHostedElsewhere(each)), ...hosted, ...perhaps];
          const unread = anyNumber(whyUnreadable(data) ?? this.#whyOpen(data.year)) ?? exactly(0);
          plan = new BaseSubject(record, data, own, sessions, unread);
          break;
        }
        case 'province':
          subjects.push(this.#province(data.year, record, data, own));
          break;
        case 'pairing':
          subjects.push({
            kind: 'pairing',
            record,
            path: '',
            pairing: data,
            helper: this.#options.canonicalName(data.helper),
            helped: this.#options.canonicalName(data.helped),
            waivers: own,
          });
          break;
        case 'city-program':
          subjects.push({ kind: 'city', record, path: '', city: data, waivers: own });
          break;
      }
    }
    if (plan) {
      subjects.push(plan);
      for (const session of joining) {
        if (session.record !== plan.record) session.waivers = [...session.waivers, ...plan.waivers];
      }
    }
    return { subjects, waivers };
  }

  #sessionsOf(record: LoadedRecord, data: TrainingRecord): SessionSubject[] {
    if (this.#sessions?.data !== data) this.#sessions = { data, made: this.#sessionsIn(record, data) };
    return this.#sessions.made;
  }

  #sessionsIn(record: LoadedRecord, data: TrainingRecord): SessionSubject[] {
    const { asOf, canonicalName, wholeNames, categoriesOf } = this.#options;
    const base = data.kind === 'plan' ? data.base.name : data.kind === 'session' ? data.base : undefined;
    const place = { year: data.year, asOf, canonicalName, wholeNames, base, categories: categoriesOf(data.year) };
    const made = (session: Session, path: string) => new SessionSubject(record, path, session, place);
    if (data.kind === 'session') return isCancelled(data) ? [] : [made(data, '')];
    return (readOr(() => data.sessions, []) ?? []).flatMap((session, index) =>
      isCancelled(session) ? [] : [made(session, `/sessions/${index}`)],
    );
  }

  /** Why a base may have any number of sessions in a year besides those that are looked at; undefined where it cannot. */
  #whyOpen(year: number): CannotTell | undefined {
    return this.#unread.get(year) ?? this.#ofAnybody.get(year);
  }

  /** The sessions of a year in other groups that may be of a base's group: it cannot be read whose they are. */
  #perhapsOf(year: number, group: string): SessionSubject[] {
    const ofNobody = this.#ofNobody.get(year) ?? [];
    return ofNobody.filter(({ holder }) => holder === undefined || baseKey(holder, year) !== group);
  }

  #province(
    year: number,
    record: LoadedRecord | undefined,
    province: RecordOfKind['province'] | undefined,
    waivers: WaiverEntry[],
  ): ProvinceSubject {
    const written = this.provincialSessions(year);
    const copies = this.provincialCopies(year);
    const unread = anyNumber(this.#unread.get(year));
    return {
      kind: 'province',
      record,
      path: '',
      province,
      year,
      // What another record may say of them otherwise counts for nothing certain.
      sessions: unread ? copies.filter(({ first }) => first.record.kind === 'province') : copies,
      unread: unread ?? exactly(0),
      members: [...new Set(written.map((session) => session.record))],
      waivers,
    };
  }
}

/** What a file that cannot be read as records at all may hold. */
const NO_RECORDS: LoadedFile['unjudged'] = [{ index: 0, kind: undefined }];

/** Of most owners no session is written twice: thousands of empty maps take room. */
const NONE_ALIKE: ReadonlyMap<string, Reference> = new Map();

/** What concerns no record, as a group of its own. */
const ofWholeSet = (subject: Subject): SubjectGroup => ({
  key: '',
  records: [],
  isAlone: false,
  open: undefined,
  made: () => ({ subjects: [subject], waivers: [] }),
});

/** How many sessions there may be in a list that cannot be read. */
const anyNumber = (why: CannotTell | undefined): Range | undefined =>
  why && { least: 0, most: Number.POSITIVE_INFINITY, why };

/** Why the list of a record's sessions cannot be read; undefined where it can. */
function whyUnreadable(data: TrainingRecord): CannotTell | undefined {
  const sessions = data.kind === 'session' ? undefined : attempt(() => data.sessions);
  return sessions instanceof CannotTell ? sessions : undefined;
}

/** Whether a session is cancelled; a status that cannot be read counts as planned. */
const isCancelled = (session: Session): boolean => readOr(() => session.status, undefined) === 'cancelled';

/** Whether a session may be of hospital level. */
const isOfHospital = (session: SessionSubject): boolean => !readOr(() => session.provincial, false);

/** Whether a session that may be of hospital level counts for another base than that whose plan or record it stands in. */
const isHostedElsewhere = (session: SessionSubject): boolean =>
  session.owner !== session.holder && isOfHospital(session);

function addTo<Key>(map: Map<Key, SessionSubject[]>, key: Key, session: SessionSubject): void {
  const sessions = map.get(key);
  if (sessions) sessions.push(session);
  else map.set(key, [session]);
}

const baseKey = (base: string, year: number): string => `base ${year} ${base}`;
const provinceKey = (year: number): string => `province ${year}`;

function keyOf(data: RecordOfKind[keyof RecordOfKind], canonical: (name: string) => string): string {
  switch (data.kind) {
    case 'plan':
      return baseKey(canonical(data.base.name), data.year);
    case 'session':
      return baseKey(canonical(data.base), data.year);
    case 'province':
      return provinceKey(data.year);
    case 'pairing':
      return JSON.stringify(['pairing', canonical(data.helper), canonical(data.helped)]);
    case 'city-program':
      return JSON.stringify(['city', bareCity(data.city), data.year]);
  }
}

/** The provincial sessions of a year, and each by the reference of any of its copies. */
interface Copies {
  sessions: ProvincialSession[];
  byCopy: ReadonlyMap<string, ProvincialSession>;
}

/** The id of a session as ids are compared. */
function idOf(session: SessionSubject): string | undefined {
  const id = readOr(() => session.session.id, undefined);
  return id && halfWidth(id);
}

/** The first session of a group that has the id of this one, which is noted where it is itself the first; in a record of the province each organiser numbers its own. */
function firstOfItsId(session: SessionSubject, firstById: Map<string, Reference>): Reference | undefined {
  const id = idOf(session);
  if (id === undefined) return undefined;
  const { record } = session;
  const key = JSON.stringify([record.kind === 'province' ? session.owner : null, id]);
  const first = firstById.get(key);
  if (!first) firstById.set(key, { record, path: session.at('id') });
  return first;
}

/** Which of the sessions of one owner and year seem to be written before, and where first; what repeats an id of its own group is a repetition of another kind, and a provincial one under its id a copy. */
function repeatsAmong(sessions: readonly SessionSubject[]): Map<string, Reference> {
  const [byTitle, byDates] = [new Map<string, Alike>(), new Map<string, Alike>()];
  const repeats = new Map<string, Reference>();
  const note = (session: SessionSubject, first: SessionSubject | undefined) => {
    if (!first) return;
    const isOfOneId = idOf(first) !== undefined && idOf(first) === idOf(session);
    if (!isOfOneId || (first.holder !== session.holder && !readOr(() => session.provincial, true)))
      repeats.set(referenceKey(session), { record: first.record, path: first.path });
  };
  for (const session of sessions) {
    const title = readOr(() => session.session.title, undefined);
    if (title === undefined) continue;
    // 待定 is the title of many.
    if (!saysNothing(title)) note(session, firstAlike(byTitle, title, session));
    const period = readOr(() => session.period, undefined);
    if (period && isExact(period.start) && isExact(period.end))
      note(session, firstAlike(byDates, period.start + period.end, session));
  }
  return repeats;
}

/** Sessions under one title or on the same days: the first, and once there is another, the first for each group of people. */
interface Alike {
  first: SessionSubject;
  ofPeople: Map<string | undefined, SessionSubject> | undefined;
}

/** The first session before one that shares a title, or dates, and the people with it. */
function firstAlike(all: Map<string, Alike>, shared: string, session: SessionSubject): SessionSubject | undefined {
  const alike = all.get(shared);
  if (!alike) {
    all.set(shared, { first: session, ofPeople: undefined });
    return undefined;
  }
  alike.ofPeople ??= new Map([[peopleOf(alike.first), alike.first]]);
  const people = peopleOf(session);
  if (people === undefined) return undefined;
  const first = alike.ofPeople.get(people);
  if (!first) alike.ofPeople.set(people, session);
  return first;
}

/** For whom a session is, as one text; undefined where that cannot be read. */
function peopleOf({ session }: SessionSubject): string | undefined {
  return readOr(() => {
    const { level, audience, specialty = [] } = session;
    return JSON.stringify([level, [...audience].sort(), [...specialty].sort()]);
  }, undefined);
}

/** Where a record says which record it is, for data/duplicate-record. */
export function identityPath(kind: LoadedRecord['kind']): string {
  return { plan: '/base/name', session: '/title', province: '/year', pairing: '/helper', 'city-program': '/city' }[
    kind
  ];
}

const referenceKey = ({ record, path }: Reference): string => `${record.index} ${path} ${record.file}`;
