import type { LoadedFile, LoadedRecord, Reference } from '../load/loaded.ts';
import type { RecordOfKind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import type { Session } from '../model/record-types.ts';
import { copiesOf } from './copies.ts';
import { SessionSubject } from './session.ts';
import {
  type BaseSubject,
  batchesOf,
  type CitySubject,
  type NetworkSubject,
  type PairingSubject,
  type ProvinceSubject,
  type ProvincialSession,
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

/** Subjects that share waivers and are judged together; big sets are unpacked one group at a time. */
export interface SubjectGroup {
  subjects: Subject[];
  waivers: WaiverEntry[];
}

export interface SetOptions {
  /** Whether the set is declared to be the whole province. */
  complete: boolean;
  /** The name by which a base is known, for any of its aliases. */
  canonicalName(name: string): string;
  /** Whether an edition of the record's notice governs its year and city. */
  isGoverned(record: RecordOfKind[keyof RecordOfKind]): boolean;
}

interface Group {
  key: string;
  records: LoadedRecord[];
}

/** The checked set: records joined by base and year, by province and year, by pair and by city and year. */
export class RecordSet {
  readonly #options: SetOptions;
  readonly #groups = new Map<string, Group>();
  readonly #duplicateRecords = new Map<LoadedRecord, Reference>();
  readonly #duplicateSessions = new Map<string, Reference>();
  readonly #provincial = new Map<number, SessionSubject[]>();
  readonly #provinces = new Map<number, LoadedRecord>();
  readonly #trainingYears = new Set<number>();
  readonly #pairs: { helper: string; helped: string; record: LoadedRecord }[] = [];

  /** Joins the valid records of files that are in order of their path. */
  constructor(files: LoadedFile[], options: SetOptions) {
    this.#options = options;
    const firstRecords = new Map<string, Reference>();
    const firstSessions = new Map<string, Reference>();
    for (const record of files.flatMap((file) => file.records)) this.#index(record, firstRecords, firstSessions);
  }

  #index(record: LoadedRecord, firstRecords: Map<string, Reference>, firstSessions: Map<string, Reference>): void {
    const data = record.data();
    const canonical = this.#options.canonicalName;
    const joinKey = keyOf(data, canonical);
    const identity = data.kind === 'session' ? undefined : joinKey;
    const group = this.#groups.get(joinKey) ?? { key: joinKey, records: [] };
    this.#groups.set(joinKey, group);
    group.records.push(record);
    if (identity !== undefined) {
      const identityKey = `${data.kind} ${identity}`;
      const first = firstRecords.get(identityKey);
      if (first) {
        this.#duplicateRecords.set(record, first);
        return;
      }
      firstRecords.set(identityKey, { record, path: identityPath(data.kind) });
    }
    if (data.kind === 'pairing')
      this.#pairs.push({ helper: canonical(data.helper), helped: canonical(data.helped), record });
    if (data.kind !== 'plan' && data.kind !== 'session' && data.kind !== 'province') return;
    this.#trainingYears.add(data.year);
    if (data.kind === 'province') this.#provinces.set(data.year, record);
    for (const subject of this.#sessionsOf(record, data)) {
      const owner = data.kind === 'province' ? `host ${subject.organiser}` : joinKey;
      const idKey = `${owner} ${data.year} ${subject.session.id}`;
      const first = firstSessions.get(idKey);
      if (first) this.#duplicateSessions.set(referenceKey(subject), first);
      else firstSessions.set(idKey, { record, path: subject.at('id') });
      if (subject.provincial) {
        const provincial = this.#provincial.get(data.year) ?? [];
        provincial.push(subject);
        this.#provincial.set(data.year, provincial);
      }
    }
  }

  /** Every provincial session of a year, each as often as it is written. */
  provincialSessions(year: number): SessionSubject[] {
    return this.#provincial.get(year) ?? [];
  }

  /** Groups of subjects, in the order in which their first records stand. */
  *groups(): Generator<SubjectGroup> {
    for (const group of this.#groups.values()) yield this.#subjectsOf(group);
    for (const year of [...this.#trainingYears].sort()) {
      if (this.#options.complete && !this.#provinces.has(year)) {
        yield { subjects: [this.#province(year, undefined, undefined, [])], waivers: [] };
      }
    }
    if (this.#options.complete) {
      yield {
        subjects: [
          {
            kind: 'network',
            record: undefined,
            path: '',
            pairs: this.#pairs,
            members: this.#pairs.map(({ record }) => record),
            waivers: [],
          },
        ],
        waivers: [],
      };
    }
  }

  #subjectsOf(group: Group): SubjectGroup {
    const subjects: Subject[] = [];
    const waivers: WaiverEntry[] = [];
    let plan: BaseSubject | undefined;
    const joining: SessionSubject[] = [];
    for (const record of group.records) {
      const data = record.data();
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
        isCancelled: data.kind === 'session' && data.status === 'cancelled',
      };
      subjects.push(asRecord);
      if (duplicateOf) continue;
      const own = data.kind === 'session' ? [] : waiversOf(record, '', data.waivers);
      for (const waiver of own) waivers.push(waiver);
      if (data.kind === 'plan' || data.kind === 'session' || data.kind === 'province') {
        asRecord.sessions = this.#sessionsOf(record, data);
        for (const session of asRecord.sessions) {
          const held = waiversOf(record, session.path, session.session.waivers);
          for (const waiver of held) waivers.push(waiver);
          session.waivers = [...held, ...own];
          session.duplicateOf = this.#duplicateSessions.get(referenceKey(session));
        }
        // One by one, since what is spread into a call has to fit on the stack.
        for (const session of asRecord.sessions) {
          if (data.kind !== 'province') joining.push(session);
          subjects.push(session);
        }
      }
      switch (data.kind) {
        case 'plan': {
          const tcmOnly = data.base.types.every((type) => type === 'tcm');
          asRecord.batches = batchesOf(data);
          plan = {
            kind: 'base',
            record,
            path: '',
            plan: data,
            name: data.base.name,
            year: data.year,
            sessions: [],
            batches: asRecord.batches,
            tcmOnly,
            waivers: own,
          };
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
      plan.sessions = joining;
      subjects.push(plan);
      for (const session of joining) {
        if (session.record !== plan.record) session.waivers = [...session.waivers, ...plan.waivers];
        session.governedElsewhere = plan.tcmOnly && !session.provincial;
      }
    }
    return { subjects, waivers };
  }

  #sessionsOf(record: LoadedRecord, data: RecordOfKind['plan' | 'session' | 'province']): SessionSubject[] {
    const canonical = this.#options.canonicalName;
    const base = data.kind === 'plan' ? data.base.name : data.kind === 'session' ? data.base : undefined;
    const made = (session: Session, path: string) => {
      // The schema asks every session of a province record for its host.
      const organiser = present(session.host ?? base, 'host of a session');
      const holder = base === undefined ? undefined : canonical(base);
      return new SessionSubject(record, path, session, data.year, canonical(organiser), holder);
    };
    if (data.kind === 'session') return data.status === 'cancelled' ? [] : [made(data, '')];
    return (data.sessions ?? []).flatMap((session, index) =>
      session.status === 'cancelled' ? [] : [made(session, `/sessions/${index}`)],
    );
  }

  #province(
    year: number,
    record: LoadedRecord | undefined,
    province: RecordOfKind['province'] | undefined,
    waivers: WaiverEntry[],
  ): ProvinceSubject {
    const written = this.provincialSessions(year);
    return {
      kind: 'province',
      record,
      path: '',
      province,
      year,
      sessions: copiesOf(written).map(asCounted),
      members: [...new Set(written.map((session) => session.record))],
      waivers,
    };
  }
}

/**
 * One session as the province counts it: each figure from the province's record, else the host's, else the first copy that
 * has it; copies come in an order of what is written in them, so that no name of a file decides a verdict.
 */
function asCounted(copies: [SessionSubject, ...SessionSubject[]]): ProvincialSession {
  const [first] = copies;
  const figure = <Value>(read: (session: SessionSubject) => Value | undefined): Value | undefined => {
    for (const has of [isOfProvince, isOfHost, () => true]) {
      const value = copies
        .filter(has)
        .map(read)
        .find((each) => each !== undefined);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return {
    audience: first.session.audience,
    category: first.category,
    host: first.organiser,
    start: figure(({ period }) => period?.start),
    headcount: figure(({ session }) => session.headcount),
    fieldVisit: figure(({ session }) => session.offline?.outOfProvince) === true,
  };
}

const isOfProvince = ({ record }: SessionSubject): boolean => record.kind === 'province';

const isOfHost = ({ holder, organiser }: SessionSubject): boolean => holder === organiser;

function keyOf(data: RecordOfKind[keyof RecordOfKind], canonical: (name: string) => string): string {
  switch (data.kind) {
    case 'plan':
      return JSON.stringify(['base', canonical(data.base.name), data.year]);
    case 'session':
      return JSON.stringify(['base', canonical(data.base), data.year]);
    case 'province':
      return JSON.stringify(['province', data.year]);
    case 'pairing':
      return JSON.stringify(['pairing', canonical(data.helper), canonical(data.helped)]);
    case 'city-program':
      // 海口 and 海口市 are one city.
      return JSON.stringify(['city', data.city.replace(/市$/, ''), data.year]);
  }
}

/** Where a record says which record it is, for data/duplicate-record. */
export function identityPath(kind: LoadedRecord['kind']): string {
  return { plan: '/base/name', session: '/id', province: '/year', pairing: '/helper', 'city-program': '/city' }[kind];
}

const referenceKey = (session: SessionSubject): string =>
  JSON.stringify([session.record.file, session.record.index, session.path]);
