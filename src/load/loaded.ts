import type { Finding, Words } from '../model/finding.ts';
import type { AnyRecord, Kind } from '../model/kinds.ts';
import type { Positions } from '../tree/yaml/positions.ts';
import type { ImportedFrom } from '../workbook/imported-from.ts';
import type { Origins } from '../workbook/origins.ts';

/** One record as read: its data, where every key and value of it stands, and which values cannot be read. */
export interface LoadedRecord {
  /** Path of its file as reported: relative to the working folder, with `/`. */
  file: string;
  /** 0-based place among the file's records. */
  index: number;
  /** Whether the file holds several records. */
  several: boolean;
  kind: Kind;
  /** The language in which most of its keys are written. */
  writes: 'zh' | 'en';
  /**
   * JSON pointers of the values that cannot be read, because of a mistake in them or because they are missing; a pointer to
   * an object or list stands for all that is in it, one of a place behind the end of a list for an item that it may have
   * besides. `data()` has there what is written, of whatever type.
   */
  unreadable: readonly string[];
  /** The record itself; kept packed where a large set is read, and unpacked on each call. */
  data(): AnyRecord;
  /** Where its keys and values stand; kept in the same way. */
  positions(): Positions;
}

/** A record that no rule can judge: its 0-based place among the file's records, and its kind where that can be told. */
export interface UnjudgedRecord {
  index: number;
  kind: Kind | undefined;
}

/** One file as read. */
export interface LoadedFile {
  file: string;
  /** The records that can be judged, in order, be it without some of their values. */
  records: LoadedRecord[];
  /** How many records stand in the file, judged or not. */
  recordCount: number;
  /** The records that no rule can judge, in order: of no known kind, year or owner, or not readable as keys and values. */
  unjudged: UnjudgedRecord[];
  /** yaml/ and schema/ findings. */
  findings: Finding[];
  /** Whether it is no file of records, but an edition of a notice; nothing more is then said of it. */
  isEdition?: true;
  /** The text that was read, to which all places belong; empty where the file is no text. */
  text(): string;
  /**
   * Of a workbook: the cells that its text was put together from, what of it was left unread, and why it is passed over
   * where it was not named itself.
   */
  workbook?: { origins: Origins; notes: Words[]; passedOver?: Words };
  /** The workbook that its head says it was imported from. */
  importedFrom?: ImportedFrom;
  /** SHA-256 of the bytes as read, in hexadecimal, where asked for; a file too large to read has none. */
  sha256?: string;
}

/** Something in a record, by its JSON pointer. */
export interface Reference {
  record: LoadedRecord;
  path: string;
}

/** The order in which records stand: by their file's path, in a file by their place. */
export const inOrder = ({ record: one }: Reference, { record: other }: Reference): number =>
  one.file === other.file ? one.index - other.index : one.file < other.file ? -1 : 1;
