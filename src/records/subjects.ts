import type { LoadedRecord, Reference } from '../load/loaded.ts';
import { lazily, readOr } from '../model/cannot-tell.ts';
import type { Kind, RecordOfKind } from '../model/kinds.ts';
import type { Range } from '../model/range.ts';
import type { OutOfProvinceBatch } from '../model/record-types.ts';
import { every, readable } from './counting.ts';
import { type Dated, isOpen, isReversed, type Period, periodOf } from './period.ts';
import type { ProvincialSession } from './provincial-session.ts';
import type { SessionSubject } from './session.ts';
import type { WaiverEntry } from './waivers.ts';

/** A batch of out-of-province training that is not cancelled. */
export class BatchSubject {
  readonly path: string;
  readonly batch: OutOfProvinceBatch;

  readonly #year: number;

  constructor(path: string, batch: OutOfProvinceBatch, year: number) {
    this.path = path;
    this.batch = batch;
    this.#year = year;
  }

  /** Whether it is of one of the categories that are asked for, as every one that can be read is; throws CannotTell where its own cannot. */
  get hasCategory(): boolean {
    return this.batch.category !== undefined;
  }

  /** Whether it has usable dates that say more than that they are not known yet. */
  get hasDates(): boolean {
    return this.period !== undefined && !isOpen(this.batch, this.#year);
  }

  /** Its period; undefined where it has none, or its days are the wrong way round. */
  get period(): Period | undefined {
    return periodOf(this.batch);
  }

  /** What says when it is. */
  get dated(): Dated {
    return this.batch;
  }

  /** Whether its first day is after its last one. */
  get isReversed(): boolean {
    return isReversed(this.batch);
  }

  /** JSON pointer of its first day. */
  get startPath(): string {
    return `${this.path}/${this.batch.dates === undefined ? 'start' : 'dates'}`;
  }

  /** JSON pointer of its last day: where none is written, of the first. */
  get endPath(): string {
    const { dates, end } = this.batch;
    return dates === undefined && end !== undefined ? `${this.path}/end` : this.startPath;
  }

  /** Whether it is marked as done; a status that cannot be read counts as planned. */
  get completed(): boolean {
    return readOr(() => this.batch.status, undefined) === 'completed';
  }
}

/**
 * Whether the only type of a plan's base is Chinese medicine, which another document governs; throws CannotTell where beside
 * it stands what cannot be read and may be another, and where no type can be read.
 */
export function isOfTcmOnly(plan: RecordOfKind['plan']): boolean {
  const { types } = plan.base;
  return readable(types).includes('tcm') && every(types, (type) => type === 'tcm');
}

/** One base's year: its plan, the sessions that join it and those that it holds for another's plan. */
export class BaseSubject {
  readonly kind = 'base';
  readonly path = '';
  readonly record: LoadedRecord;
  readonly plan: RecordOfKind['plan'];
  readonly name: string;
  readonly year: number;
  readonly waivers: WaiverEntry[];
  /** How many sessions there may be besides, in lists that cannot be read, be it another's: none, or any number. */
  readonly unread: Range;
  readonly #joining: () => readonly SessionSubject[];

  constructor(
    record: LoadedRecord,
    plan: RecordOfKind['plan'],
    waivers: WaiverEntry[],
    joining: () => readonly SessionSubject[],
    unread: Range,
  ) {
    this.record = record;
    this.plan = plan;
    this.name = plan.base.name;
    this.year = plan.year;
    this.waivers = waivers;
    this.#joining = lazily(joining);
    this.unread = unread;
  }

  /** Its sessions, and those of others of which it cannot be read whose they are. */
  get sessions(): readonly SessionSubject[] {
    return this.#joining();
  }

  get batches(): BatchSubject[] {
    return batchesOf(this.plan);
  }

  /** Whether its only type is Chinese medicine, which another document governs. */
  get tcmOnly(): boolean {
    return isOfTcmOnly(this.plan);
  }
}

/** One province's year; without a province record where the set is declared complete. */
export interface ProvinceSubject {
  kind: 'province';
  record: LoadedRecord | undefined;
  path: '';
  province: RecordOfKind['province'] | undefined;
  year: number;
  /** Its sessions, with those of bases; where a list cannot be read, those of the province's own record, of which no other tells otherwise. */
  sessions: readonly ProvincialSession[];
  /** How many sessions there may be besides, in lists that cannot be read: none, or any number. */
  unread: Range;
  /** The records that hold a copy of one of the sessions. */
  members: LoadedRecord[];
  waivers: WaiverEntry[];
}

/** One helper base and one helped base. */
export interface PairingSubject {
  kind: 'pairing';
  record: LoadedRecord;
  path: '';
  pairing: RecordOfKind['pairing'];
  helper: string;
  helped: string;
  waivers: WaiverEntry[];
}

/** The network of all pairs; judged only where the set is declared complete. */
export interface NetworkSubject {
  kind: 'network';
  record: undefined;
  path: '';
  pairs: { helper: string; helped: string }[];
  /** The records of the pairs. */
  members: LoadedRecord[];
  waivers: WaiverEntry[];
}

/** One city's yearly figures. */
export interface CitySubject {
  kind: 'city';
  record: LoadedRecord;
  path: '';
  city: RecordOfKind['city-program'];
  waivers: WaiverEntry[];
}

/** One record, whatever its kind, for the rules of sound data. */
export interface RecordSubject {
  kind: 'record';
  record: LoadedRecord;
  path: '';
  data: RecordOfKind[Kind];
  sessions: SessionSubject[];
  batches: BatchSubject[];
  /** The same record met before. */
  duplicateOf: Reference | undefined;
  /** Whether an edition of its notice governs its year and city. */
  governed: boolean;
  /** Whether it is a session record that is cancelled, which nothing is asked about. */
  isCancelled: boolean;
}

/** The batches of a plan, cancelled ones left out; one whose status cannot be read counts as planned. */
export const batchesOf = (plan: RecordOfKind['plan']): BatchSubject[] =>
  (plan.outOfProvince ?? []).flatMap((batch, index) =>
    readOr(() => batch.status, undefined) === 'cancelled'
      ? []
      : [new BatchSubject(`/outOfProvince/${index}`, batch, plan.year)],
  );
