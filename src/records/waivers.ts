import type { LoadedRecord } from '../load/loaded.ts';
import type { Waiver } from '../model/record-types.ts';

/** A waiver where it stands, and whether it has let a finding stand. */
export interface WaiverEntry {
  readonly kind: 'waiver';
  record: LoadedRecord;
  path: string;
  waiver: Waiver;
  used: boolean;
}

/** The waivers of an object, in order. */
export const waiversOf = (record: LoadedRecord, path: string, waivers: Waiver[] | undefined): WaiverEntry[] =>
  (waivers ?? []).map((waiver, index) => ({
    kind: 'waiver',
    record,
    path: `${path}/waivers/${index}`,
    waiver,
    used: false,
  }));
