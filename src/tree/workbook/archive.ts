import crc32 from 'crc-32';
import { Inflate } from 'fflate';

/** Most bytes that the parts read from one archive may come to. */
const MAXIMUM_UNPACKED = 20_000_000;

/** The same for one byte of the archive, and for a small archive as a whole: what a few kilobytes unpack to takes no seconds to read. */
const MAXIMUM_RATIO = 40;
const LEAST_UNPACKED = 2_000_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** One file of a zip archive; offsets count bytes of the archive. */
export interface Entry {
  name: string;
  /** Where its entry in the directory stands. */
  listed: number;
  /** Where its own header stands. */
  start: number;
  packed: number;
  unpacked: number;
  /** 0 stored, 8 deflated; no other is read. */
  method: number;
  checksum: number;
}

/** Why an archive cannot be read. */
export class ArchiveProblem extends Error {
  readonly reason: 'damaged' | 'large';

  constructor(reason: 'damaged' | 'large', options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** What every workbook has; throws an ArchiveProblem where it is not there. */
export function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ArchiveProblem('damaged');
  return value;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The files of a zip archive, by its directory; throws an ArchiveProblem where there is none to be read. */
export function entriesOf(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  // A comment of up to 64 KB may follow the end of the directory.
  let end = bytes.length - 22;
  while (end >= 0 && end >= bytes.length - 22 - 0xffff && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new ArchiveProblem('damaged');
  const entries: Entry[] = [];
  try {
    let listed = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(listed, true) !== DIRECTORY_ENTRY) throw new ArchiveProblem('damaged');
      const nameLength = view.getUint16(listed + 28, true);
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(listed + 46, listed + 46 + nameLength)).replaceAll('\\', '/'),
        listed,
        start: view.getUint32(listed + 42, true),
        packed: view.getUint32(listed + 20, true),
        unpacked: view.getUint32(listed + 24, true),
        method: view.getUint16(listed + 10, true),
        checksum: view.getUint32(listed + 16, true),
      });
      listed += 46 + nameLength + view.getUint16(listed + 30, true) + view.getUint16(listed + 32, true);
    }
  } catch (error) {
    throw error instanceof RangeError ? new ArchiveProblem('damaged') : error;
  }
  return entries;
}

/** The name of a part by a path that starts in a folder of the archive, or at its root. */
export function partNamed(folder: string, path: string): string {
  const names: string[] = [];
  for (const name of `${path.startsWith('/') ? '' : folder}/${path}`.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** Bytes unpacked at once, out of which at most about a thousand times as many come; fewer are slower to put together. */
const STEP = 16_384;

/** Deflated bytes unpacked; throws where more come out than are asked for, as soon as they do, or fewer. */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  const data = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((part) => {
    // Throws a RangeError where the part goes over the end.
    data.set(part, filled);
    filled += part.length;
  });
  let at = 0;
  do {
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    at += STEP;
  } while (at < packed.length);
  if (filled !== size) throw new RangeError(`${filled} bytes instead of ${size}`);
  return data;
}

/** A zip archive read part by part: only what is asked for is unpacked, and never more than a limit in all. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #byName: Map<string, Entry>;
  /** Its parts in the order of its directory. */
  readonly entries: readonly Entry[];
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#left = Math.min(MAXIMUM_UNPACKED, Math.max(LEAST_UNPACKED, MAXIMUM_RATIO * bytes.length));
    this.entries = entriesOf(bytes);
    this.#byName = new Map(this.entries.map((entry) => [entry.name.replace(/^\//, '').toLowerCase(), entry]));
  }

  has(name: string): boolean {
    return this.#byName.has(name.toLowerCase());
  }

  /** A part's bytes as they are packed. Throws an ArchiveProblem. */
  packed({ start, packed, method }: Entry): Uint8Array {
    try {
      const view = viewOf(this.#bytes);
      if (view.getUint32(start, true) !== LOCAL_HEADER || (method !== 0 && method !== 8))
        throw new RangeError(`no part that is read at ${start}`);
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      return this.#bytes.subarray(from, from + packed);
    } catch (cause) {
      throw new ArchiveProblem('damaged', { cause });
    }
  }

  /** The text of a part; undefined where there is no such part. Throws an ArchiveProblem. */
  text(name: string): string | undefined {
    const entry = this.#byName.get(name.toLowerCase());
    if (!entry) return undefined;
    const { unpacked, method, checksum } = entry;
    if (unpacked > this.#left) throw new ArchiveProblem('large');
    const packed = this.packed(entry);
    let data: Uint8Array;
    try {
      // What it says of its own size is no promise.
      data = method === 8 ? inflated(packed, unpacked) : packed;
    } catch (cause) {
      throw new ArchiveProblem('damaged', { cause });
    }
    if (data.length !== unpacked || crc32.buf(data) >>> 0 !== checksum) throw new ArchiveProblem('damaged');
    this.#left -= data.length;
    return new TextDecoder().decode(data);
  }
}
