import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLarge } from './large-set.ts';

/** Bytes that are at hand, or lie where they are had from. */
export type Block = () => Uint8Array;

/**
 * Where the compressed blocks of a large set lie: in a temporary file that has no name any more, so that nobody else opens it
 * and the system takes it away with the process; in memory where no such file can be written.
 */
export class BlockStore {
  readonly #file = openNameless();
  #size = 0;

  constructor() {
    if (this.#file !== undefined) leftOpen.register(this, this.#file);
  }

  /** Puts a block away, and gives what reads it again. */
  put(bytes: Uint8Array): Block {
    const [file, at, { length }] = [this.#file, this.#size, bytes];
    if (file === undefined || !isWritten(file, bytes, at)) return atHand(bytes);
    this.#size += length;
    return () => this.#read(file, at, length);
  }

  // Of the store itself, whose file is closed when no block holds it any more.
  #read(file: number, at: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    readSync(file, bytes, 0, length, at);
    return bytes;
  }
}

/** Where what is read of so many files is put; nowhere for a set that stays unpacked. */
export const storeFor = (files: number): BlockStore | undefined => (isLarge(files) ? new BlockStore() : undefined);

// By itself, for V8 keeps what any function of a call may read as long as one of them is kept.
const atHand =
  (bytes: Uint8Array): Block =>
  () =>
    bytes;

/** Closes the file of a store that nobody reads from any more. */
const leftOpen = new FinalizationRegistry<number>(closeSync);

let stores = 0;

function openNameless(): number | undefined {
  stores += 1;
  const path = join(tmpdir(), `hn-gp-${process.pid}-${stores}`);
  try {
    const file = openSync(path, 'wx+', 0o600);
    if (isRemoved(path)) return file;
    // A system that takes no name from an open file.
    closeSync(file);
    isRemoved(path);
  } catch {}
  return undefined;
}

function isRemoved(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether all of a block went into a file; a disk may be full. */
function isWritten(file: number, bytes: Uint8Array, at: number): boolean {
  try {
    return writeSync(file, bytes, 0, bytes.length, at) === bytes.length;
  } catch {
    return false;
  }
}
