import type { LoadedRecord, Reference } from '../load/loaded.ts';
import type { Kind, RecordOfKind } from '../model/kinds.ts';
import type { OutOfProvinceBatch } from '../model/record-types.ts';
import { type Period, periodOf, type SessionSubject } from './session.ts';
import type { WaiverEntry } from './waivers.ts';

/** A batch of out-of-province training that is not cancelled. */
export interface BatchSubject {
  path: string;
  batch: OutOfProvinceBatch;
  period: Period | undefined;
}

/** One base's year: its plan and the sessions that join it. */
export interface BaseSubject {
  kind: 'base';
  record: LoadedRecord;
  path: '';
  plan: RecordOfKind['plan'];
  name: string;
  year: number;
  sessions: SessionSubject[];
  batches: BatchSubject[];
  /** Whether its only type is Chinese medicine, which another document governs. */
  tcmOnly: boolean;
  waivers: WaiverEntry[];
}

/** A provincial session as the province counts it: the province's own figures first, else the host's. */
export interface ProvincialSession {
  audience: 'managers' | 'faculty';
  category: string | undefined;
  host: string | undefined;
  start: string | undefined;
  headcount: number | undefined;
  /** Whether its offline part leaves the province. */
  fieldVisit: boolean;
}

/** One province's year; without a province record where the set is declared complete. */
export interface ProvinceSubject {
  kind: 'province';
  record: LoadedRecord | undefined;
  path: '';
  province: RecordOfKind['province'] | undefined;
  year: number;
  sessions: ProvincialSession[];
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

/** The batches of a plan, cancelled ones left out. */
export const batchesOf = (plan: RecordOfKind['plan']): BatchSubject[] =>
  (plan.outOfProvince ?? []).flatMap((batch, index) =>
    batch.status === 'cancelled' ? [] : [{ path: `/outOfProvince/${index}`, batch, period: periodOf(batch) }],
  );
