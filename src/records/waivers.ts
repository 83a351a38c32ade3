import type { LoadedRecord } from '../load/loaded.ts';
import { attempt, CannotTell } from '../model/cannot-tell.ts';
import type { Waiver } from '../model/record-types.ts';
import { nothingReadable } from './guarded.ts';

/** A waiver where it stands, whether it has let a failure stand, and whether something that it reaches may yet be one. */
export interface WaiverEntry {
  readonly kind: 'waiver';
  record: LoadedRecord;
  path: string;
  waiver: Waiver;
  used: boolean;
  awaited: boolean;
}

/** The waivers of an object, in order; where they cannot be read as a list, one of which nothing can be read. */
export function waiversOf(record: LoadedRecord, path: string, owner: { waivers?: Waiver[] }): WaiverEntry[] {
  const waivers = attempt(() => owner.waivers);
  return (waivers instanceof CannotTell ? [nothingReadable(waivers) as Waiver] : (waivers ?? [])).map(
    (waiver, index) => ({
      kind: 'waiver',
      record,
      path: `${path}/waivers/${index}`,
      waiver,
      used: false,
      awaited: false,
    }),
  );
}
