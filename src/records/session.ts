import { type CalendarDate, daysBetween, plusDays } from '../calendar/date.ts';
import type { LoadedRecord, Reference } from '../load/loaded.ts';
import type { Category, Session } from '../model/record-types.ts';
import type { WaiverEntry } from './waivers.ts';

/** First and last day of something, in order. */
export interface Period {
  start: CalendarDate;
  end: CalendarDate;
}

/** The period of an object that has both dates in order; dates the wrong way round count as not there (data/date-order). */
export const periodOf = (dates: { start?: string; end?: string } | undefined): Period | undefined =>
  dates?.start !== undefined && dates.end !== undefined && dates.start <= dates.end
    ? { start: dates.start, end: dates.end }
    : undefined;

/** One part of a session, offline or online. */
export interface PartSubject {
  name: 'offline' | 'online';
  path: string;
  hours: number;
  methods: string[] | undefined;
  period: Period | undefined;
}

/** One training session with what the data model derives from it. Cancelled sessions never become one. */
export class SessionSubject {
  readonly kind = 'session';
  readonly record: LoadedRecord;
  /** JSON pointer of the session in its record; "" in a record of its own. */
  readonly path: string;
  readonly session: Session;
  readonly year: number;
  /** Name of the organiser: `host`, else the base. */
  readonly organiser: string;
  /** Name of the base whose plan or session record it stands in; undefined in a province record. */
  readonly holder: string | undefined;
  readonly offline: PartSubject | undefined;
  readonly online: PartSubject | undefined;
  readonly parts: PartSubject[];
  /** Earliest start and latest end of its parts; undefined where no part has usable dates. */
  readonly period: Period | undefined;
  #eve: CalendarDate | undefined;
  /** Part that ends last (offline on a tie), where a whole window is pointed at. */
  readonly lastPart: PartSubject | undefined;
  /** Waivers that reach it, its own first. */
  waivers: WaiverEntry[] = [];
  /** Whether another document governs it: the hospital-level sessions of a base that trains in Chinese medicine only. */
  governedElsewhere = false;
  /** The session whose id this one repeats. */
  duplicateOf: Reference | undefined;

  constructor(
    record: LoadedRecord,
    path: string,
    session: Session,
    year: number,
    organiser: string,
    holder: string | undefined,
  ) {
    this.record = record;
    this.path = path;
    this.session = session;
    this.year = year;
    this.organiser = organiser;
    this.holder = holder;
    this.offline = this.#part('offline');
    this.online = this.#part('online');
    this.parts = [this.offline, this.online].filter((part) => part !== undefined);
    const periods = this.parts.flatMap(({ period }) => period ?? []);
    const start = periods.map((period) => period.start).sort()[0];
    const end = periods
      .map((period) => period.end)
      .sort()
      .at(-1);
    this.period = start !== undefined && end !== undefined ? { start, end } : undefined;
    this.lastPart = this.parts.find(({ period }) => period?.end === end);
  }

  #part(name: 'offline' | 'online'): PartSubject | undefined {
    const part = this.session[name];
    return part && { name, path: this.at(name), hours: part.hours, methods: part.methods, period: periodOf(part) };
  }

  /** JSON pointer of something in the session. */
  at(...segments: (string | number)[]): string {
    return [this.path, ...segments].join('/');
  }

  /** The last day before it starts; undefined where its start is not known. */
  get eve(): CalendarDate | undefined {
    this.#eve ??= this.period && plusDays(this.period.start, -1);
    return this.#eve;
  }

  get provincial(): boolean {
    return this.session.level === 'provincial';
  }

  get completed(): boolean {
    return this.session.status === 'completed';
  }

  /** Whether it is completed or its last day has passed; undefined where neither can be told. */
  isOver(asOf: CalendarDate): boolean | undefined {
    if (this.completed) return true;
    return this.period && asOf > this.period.end;
  }

  /** GP faculty: 全科师资. */
  get generalPracticeFaculty(): boolean {
    return this.session.audience === 'faculty' && this.session.specialty === 'general-practice';
  }

  /** GP faculty among whom are new or expiring ones, whose provincial training must be longer (六（一）). */
  get longGeneralPractice(): boolean {
    const stages = this.session.stages ?? [];
    return this.generalPracticeFaculty && (stages.includes('new') || stages.includes('expiring'));
  }

  /** The annex's category: grassroots, managers, or the specialty of a faculty session (GP in Chinese medicine counts as that); undefined for faculty without one. */
  get category(): Category | string | undefined {
    const { audience, roles, specialty } = this.session;
    if (audience === 'faculty') return specialty === 'tcm-general-practice' ? 'tcm' : specialty;
    const grassroots = roles?.every((role) => role === 'grassroots-manager');
    return grassroots ? 'grassroots' : 'managers';
  }
}

/** Class hours credited to a part: as stated, but at most `hoursPerDay` a calendar day; undefined where its dates are unusable. */
export const creditedHours = (part: PartSubject, hoursPerDay: number): number | undefined =>
  part.period && Math.min(part.hours, hoursPerDay * daysBetween(part.period.start, part.period.end));
