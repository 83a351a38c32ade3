import type { CityProgramRecord, PairingRecord, PlanRecord, ProvinceRecord, SessionRecord } from './record-types.ts';

/** A record by its kind. */
export interface RecordOfKind {
  plan: PlanRecord;
  session: SessionRecord;
  province: ProvinceRecord;
  pairing: PairingRecord;
  'city-program': CityProgramRecord;
}

export type Kind = keyof RecordOfKind;

/** Any valid record. */
export type AnyRecord = RecordOfKind[Kind];
