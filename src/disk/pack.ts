import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LoadedFile, LoadedRecord } from '../load/loaded.ts';
import type { Unreadable } from '../model/finding.ts';
import type { AnyRecord } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import type { Positions } from '../tree/yaml/positions.ts';
import type { Block, BlockStore } from './block-store.ts';

/** Files as bytes: an eighth of the memory of their objects, and moved between threads without copying. */
export interface Packed {
  blocks: Uint8Array[];
  results: (PackedFile | Unreadable)[];
}

/** Where something lies in its block. */
type Stretch = [start: number, end: number];

/** A file whose text and records lie in a block. */
interface PackedFile extends Omit<LoadedFile, 'records' | 'text'> {
  block: number;
  text: Stretch;
  records: PackedRecord[];
}

interface PackedRecord extends Omit<LoadedRecord, 'file' | 'data' | 'positions'> {
  /** Where its data starts and, in the middle, ends; its positions follow. */
  start: number;
  middle: number;
  end: number;
  isWide: boolean;
}

/** Files that are read and packed at a time. */
export const BATCH = 20;

/** Bytes that are compressed together, and one file at least: many small streams take more room than what is in them. */
const BLOCK = 250_000;

/** How many blocks stay inflated: rules ask for one record many times over, and for another one beside it. */
const MOST_INFLATED = 4;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Where a block is written, one piece behind the other. It is written over for the next: what is made anew for each is freed long after. */
class Room {
  #bytes = new Uint8Array(2 * BLOCK);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  putText(text: string): Stretch {
    // A unit of UTF-16 is three bytes at most.
    return this.#put(3 * text.length, (rest) => encoder.encodeInto(text, rest).written);
  }

  put(bytes: Uint8Array): Stretch {
    return this.#put(bytes.length, (rest) => {
      rest.set(bytes);
      return bytes.length;
    });
  }

  /** What was written, which lies here until more is. */
  empty(): Uint8Array {
    const written = this.#bytes.subarray(0, this.#size);
    this.#size = 0;
    return written;
  }

  #put(most: number, write: (rest: Uint8Array) => number): Stretch {
    const start = this.#size;
    if (start + most > this.#bytes.length) {
      const larger = new Uint8Array(2 * (start + most));
      larger.set(this.#bytes.subarray(0, start));
      this.#bytes = larger;
    }
    this.#size += write(this.#bytes.subarray(start));
    return [start, this.#size];
  }
}

/** Packs what was read of files that follow each other, to be kept or compressed: each as soon as it is added. */
export class Packing {
  readonly #keeps: boolean;
  readonly #room = new Room();
  #packed: Packed = { blocks: [], results: [] };

  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  add(result: LoadedFile | Unreadable): void {
    this.#packed.results.push('reason' in result ? result : this.#file(result));
    if (this.#room.size >= BLOCK) this.#close();
  }

  /** What was packed since the last end. */
  end(): Packed {
    const packed = this.#packed;
    // Files without a single byte lie in a block too.
    if (packed.results.some((result) => 'block' in result && result.block === packed.blocks.length)) this.#close();
    this.#packed = { blocks: [], results: [] };
    return packed;
  }

  #file({ text, records, ...file }: LoadedFile): PackedFile {
    return {
      ...file,
      block: this.#packed.blocks.length,
      text: this.#room.putText(text()),
      records: records.map((record) => {
        const { index, several, kind, writes, unreadable } = record;
        const steps = stepsBetween(record.positions());
        const [start, middle] = this.#room.putText(JSON.stringify(record.data()));
        const [, end] = this.#room.put(new Uint8Array(steps.buffer));
        return { index, several, kind, writes, unreadable, start, middle, end, isWide: steps instanceof Uint32Array };
      }),
    };
  }

  #close(): void {
    const bytes = this.#room.empty();
    this.#packed.blocks.push(this.#keeps ? bytes.slice() : deflated(bytes));
  }
}

// What zlib gives lies in a buffer that is larger than itself.
const deflated = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateRawSync(bytes, { level: 1 }));

/** What is read of some files, as a set keeps it: as it is where there is no store, else packed and put there. */
export class Stowing {
  readonly #store: BlockStore | undefined;
  readonly #packing = new Packing(false);
  #kept: (LoadedFile | Unreadable)[] = [];

  constructor(store: BlockStore | undefined) {
    this.#store = store;
  }

  add(result: LoadedFile | Unreadable): void {
    if (this.#store) this.#packing.add(result);
    else this.#kept.push(result);
  }

  /** What was added since the last end. */
  end(): (LoadedFile | Unreadable)[] {
    if (this.#store) return unpack(this.#packing.end(), this.#store);
    const kept = this.#kept;
    this.#kept = [];
    return kept;
  }
}

/** Packed files as loaded; of those that are put into a store, only the record asked for last stays unpacked. */
export function unpack({ blocks, results }: Packed, store: BlockStore | undefined): (LoadedFile | Unreadable)[] {
  const held = blocks.map((bytes): Block => (store ? inflatedBlock(store.put(bytes)) : () => bytes));
  return results.map((result) =>
    'reason' in result ? result : unpackedFile(result, present(held[result.block], 'block of a file'), !store),
  );
}

// By itself and written out: what a function holds of a file lasts as long as the set, and so does the table that V8 makes of
// what gets further keys after a spread.
function unpackedFile(packed: PackedFile, bytes: Block, keeps: boolean): LoadedFile {
  const { block: _, file, text, records, recordCount, unjudged, findings, ...more } = packed;
  return {
    file,
    text: textAt(bytes, ...text),
    records: records.map((record) => new UnpackedRecord(file, record, bytes, keeps)),
    unjudged: orNone(unjudged),
    recordCount,
    findings: orNone(findings),
    ...more,
  };
}

const textAt =
  (bytes: Block, start: number, end: number): (() => string) =>
  () =>
    decoder.decode(bytes().subarray(start, end));

/** A list that thousands of files have empty: a list of their own would take each of them more room than its text's place. */
const orNone = <Item>(list: Item[]): Item[] => (list.length > 0 ? list : NONE);
const NONE: never[] = Object.freeze([]) as unknown as never[];

/** What a record holds that is packed. */
interface Content {
  data: AnyRecord;
  positions: Positions;
}

/** The content of the record asked for last. */
let last: { record: UnpackedRecord; content: Content } | undefined;

/** A record whose content lies in a block. Of a class, since functions of its own would take each record more room than all else. */
class UnpackedRecord implements LoadedRecord {
  readonly file: string;
  readonly index: number;
  readonly several: boolean;
  readonly kind: LoadedRecord['kind'];
  readonly writes: LoadedRecord['writes'];
  readonly unreadable: readonly string[];
  readonly #bytes: Block;
  readonly #start: number;
  readonly #middle: number;
  readonly #end: number;
  readonly #isWide: boolean;
  readonly #keeps: boolean;
  #kept: Content | undefined;

  constructor(file: string, packed: PackedRecord, bytes: Block, keeps: boolean) {
    this.file = file;
    this.index = packed.index;
    this.several = packed.several;
    this.kind = packed.kind;
    this.writes = packed.writes;
    this.unreadable = packed.unreadable.length > 0 ? packed.unreadable : NONE;
    this.#bytes = bytes;
    this.#start = packed.start;
    this.#middle = packed.middle;
    this.#end = packed.end;
    this.#isWide = packed.isWide;
    this.#keeps = keeps;
  }

  data(): AnyRecord {
    return this.#content().data;
  }

  positions(): Positions {
    return this.#content().positions;
  }

  #content(): Content {
    if (this.#kept) return this.#kept;
    if (last?.record === this) return last.content;
    const content = this.#unpack();
    if (this.#keeps) this.#kept = content;
    else last = { record: this, content };
    return content;
  }

  #unpack(): Content {
    const all = this.#bytes();
    const steps = new Uint8Array(all.subarray(this.#middle, this.#end)).buffer;
    return {
      data: JSON.parse(decoder.decode(all.subarray(this.#start, this.#middle))),
      positions: summedUp(this.#isWide ? new Uint32Array(steps) : new Uint16Array(steps)),
    };
  }
}

/** The blocks inflated last, the latest first. */
const latest: { packed: Block; bytes: Uint8Array }[] = [];

const inflatedBlock =
  (packed: Block): Block =>
  () => {
    const known = latest.findIndex((block) => block.packed === packed);
    const [block = { packed, bytes: inflateRawSync(packed(), { chunkSize: 2 * BLOCK }) }] =
      known < 0 ? [] : latest.splice(known, 1);
    latest.unshift(block);
    latest.length = Math.min(latest.length, MOST_INFLATED);
    return block.bytes;
  };

/** Positions as steps from one to the next, which are much alike and so compress well; what is below zero wraps around. */
const stepsBetween = (positions: Positions): Positions =>
  positions.map((at, place) => at - (positions[place - 1] ?? 0));

/** Positions by the steps between them, in their place. */
function summedUp(steps: Positions): Positions {
  for (let place = 1; place < steps.length; place += 1) steps[place] = (steps[place] ?? 0) + (steps[place - 1] ?? 0);
  return steps;
}
