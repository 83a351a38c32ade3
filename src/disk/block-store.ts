import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
    const [at, { length }] = [this.#size, bytes];
    if (this.#file === undefined || !isWritten(this.#file, bytes, at)) return atHand(bytes);
    this.#size += length;
    return () => this.#read(at, length);
  }

  #read(at: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    if (this.#file !== undefined) readSync(this.#file, bytes, 0, length, at);
    return bytes;
  }
}

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
