import type { LoadedRecord } from '../load/loaded.ts';
import { attempt, CannotTell } from '../model/cannot-tell.ts';
import type { Waiver } from '../model/record-types.ts';
import { nothingReadable } from './guarded.ts';

/** A waiver where it stands, and whether something that it reaches has not passed: what it lets stand, or may yet. */
export interface WaiverEntry {
  readonly kind: 'waiver';
  record: LoadedRecord;
  path: string;
  waiver: Waiver;
  needed: boolean;
}

/** The waivers of an object, in order; where they cannot be read as a list, one of which nothing can be read. */
export function waiversOf(record: LoadedRecord, path: string, owner: { waivers?: Waiver[] }): WaiverEntry[] {
  const waivers = attempt(() => owner.waivers);
  return (waivers instanceof CannotTell ? [nothingReadable(waivers) as Waiver] : (waivers ?? [])).map(
    (waiver, index) => ({ kind: 'waiver', record, path: `${path}/waivers/${index}`, waiver, needed: false }),
  );
}
