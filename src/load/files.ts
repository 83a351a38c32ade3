import type { Unreadable } from '../model/finding.ts';
import type { ClassHours } from '../notices/edition.ts';
import type { LoadedFile } from './loaded.ts';

/** Name of the config file; a search never takes it for a record. */
export const CONFIG_FILE = 'hn-gp.config.yaml';

/** A record's file, by its name: none that is hidden, nor what Excel leaves beside a workbook that is open. */
export const RECORD = /(?:^|\/)(?!\.|~\$)[^/]*\.(?:ya?ml|xls[xm])$/i;

/** A file to check: where it is, and how it is reported. */
export interface SourceFile {
  /** Absolute path. */
  path: string;
  /** Relative to the working folder, with `/`. */
  file: string;
  /** Whether it was named itself, and not only found in a folder or by a glob. */
  isNamed?: boolean;
  /** Whether the SHA-256 of what is read is wanted. */
  fingerprint?: boolean;
  /** How many class hours a day has; by default as the product's own editions say. */
  classHours?: ClassHours;
}

/** A file's bytes, or its size where that is too large to be read. */
export type Read = { bytes: Uint8Array } | { size: number };

/** What paths lead to. */
export interface Found {
  /** Each file once, in order of its reported path. */
  files: SourceFile[];
  /** Folders and files that a search could not look into. */
  unreadable: Unreadable[];
}

/** Which files are meant. */
export interface Where {
  paths: readonly string[];
  /** The folder that the paths are relative to, and the one that files are reported by. */
  from: string;
  cwd: string;
  /** Globs or names of folders and files that searches leave out, relative to `excludeFrom`. */
  exclude: readonly string[];
  excludeFrom: string;
  /** Whether the paths stand in a config, where a backslash parts names on every system. */
  isConfig: boolean;
  /** Absolute paths of the config and the editions that it names: they are no records. */
  own: readonly string[];
}

/** Where files are had from: the disk, or a page that was given them. Paths are absolute unless said otherwise. */
export interface Files {
  /** The files that paths lead to; throws a UsageError for a path that leads to nothing. */
  find(where: Where): Promise<Found>;
  /** Reads files into records, in the order of the list. */
  load(sources: readonly SourceFile[], onProgress: (done: number) => void): Promise<(LoadedFile | Unreadable)[]>;
  /** Reads a regular file and nothing else: what is read has a place to be written to, and an end. */
  read(source: SourceFile): Promise<Read | Unreadable>;
  isThere(path: string): boolean;
  /** What changes when a file is written; undefined where there is no regular file, or one so new that another writing may not show. */
  stampOf(path: string): string | undefined;
  /** A path by a name that is relative to a folder, or absolute. */
  resolve(folder: string, name: string): string;
  /** The folder around a path, the path itself where there is none, and the last name of a path. */
  folderOf(path: string): string;
  nameOf(path: string): string;
  /** A path as the file system itself names it, links followed and letters in their case; unchanged where nothing is there. */
  real(path: string): string;
  /** A path as it is reported: relative to the working folder, with `/` on every system. */
  reported(path: string, cwd: string): string;
}
