import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LoadedFile, LoadedRecord } from '../load/loaded.ts';
import type { AnyRecord } from '../model/kinds.ts';

/** A file's records as bytes: an eighth of the memory of their objects, and moved between threads without copying. */
export interface PackedFile extends Omit<LoadedFile, 'records' | 'text'> {
  packedText: Uint8Array;
  records: (Omit<LoadedRecord, 'data'> & { packed: Uint8Array })[];
}

/**
 * How many files of a set keep their records unpacked, so that what is asked for twice is unpacked once. Those of the files
 * beyond are compressed, and unpacked anew each time: a set ten times as large must not take ten times the memory.
 */
export const MOST_KEPT = 1_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Packs a loaded file for another thread, which `keeps` its records or not; `transfer` takes the buffers that move with it. */
export function pack({ text, ...file }: LoadedFile, transfer: ArrayBufferLike[], keeps: boolean): PackedFile {
  const packedText = packed(text(), keeps);
  transfer.push(packedText.buffer);
  const records = file.records.map(({ data, ...rest }) => {
    const bytes = packed(JSON.stringify(data()), keeps);
    transfer.push(bytes.buffer, rest.positions.buffer);
    return { ...rest, packed: bytes };
  });
  return { ...file, packedText, records };
}

// What zlib gives lies in a buffer that is larger than itself.
const packed = (text: string, keeps: boolean): Uint8Array =>
  keeps ? encoder.encode(text) : new Uint8Array(deflateRawSync(text, { level: 1 }));

const unpacked = (bytes: Uint8Array, keeps: boolean): string => decoder.decode(keeps ? bytes : inflateRawSync(bytes));

/** The record unpacked last: rules ask for one and the same many times over. */
let last: { packed: Uint8Array; data: AnyRecord } | undefined;

/** A file at a place of a set as it is kept: packed beyond the first. */
export const stowed = (file: LoadedFile, place: number): LoadedFile =>
  place < MOST_KEPT ? file : unpack(pack(file, [], false), false);

/** A packed file as loaded; but for a file that `keeps` its records, only the one asked for last stays unpacked. */
export function unpack({ packedText, ...file }: PackedFile, keeps: boolean): LoadedFile {
  const records = file.records.map(({ packed, file, index, several, kind, writes, positions, unreadable }) => {
    let kept: AnyRecord | undefined;
    const data = () => {
      if (keeps) {
        kept ??= JSON.parse(unpacked(packed, true)) as AnyRecord;
        return kept;
      }
      if (last?.packed !== packed) last = { packed, data: JSON.parse(unpacked(packed, false)) };
      return last.data;
    };
    // Written out: V8 gives what is spread a hidden class of its own each time, and rules read records many times over.
    return { file, index, several, kind, writes, positions, unreadable, data };
  });
  return { ...file, records, text: () => unpacked(packedText, keeps) };
}
