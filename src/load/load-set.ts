import { joined, type Unreadable } from '../model/finding.ts';
import type { ClassHours } from '../notices/edition.ts';
import type { LoadCache } from './cache.ts';
import { settleImports } from './imports.ts';
import { loadBytes, loadFile } from './load-file.ts';
import type { LoadedFile } from './loaded.ts';
import type { SourceFile } from './read.ts';

/** Fewer files than this are read by the calling thread: starting workers would take longer. */
const WORTH_WORKERS = 100;

/** What came of reading a list of files. */
export interface LoadedSet {
  files: LoadedFile[];
  unreadable: Unreadable[];
  /** What was left unread of workbooks, or which files were left out, and why. */
  notes: Unreadable[];
  /** A file by its name. */
  fileNamed(file: string): LoadedFile | undefined;
}

/** A record read from somewhere else than a file, such as standard input. */
export interface GivenText {
  file: string;
  bytes: Uint8Array;
  /** Whether the SHA-256 of the bytes is wanted. */
  fingerprint?: boolean;
  /** How many class hours a day has; by default as the product's own editions say. */
  classHours?: ClassHours;
}

/**
 * Reads files, each once, on several threads where there are many, but for those that the cache holds unchanged; and takes
 * the given texts, which stand in for files of the same name. The result is in order of name.
 */
export async function loadSet(
  sources: readonly SourceFile[],
  given: readonly GivenText[],
  onProgress: (done: number) => void,
  cache?: LoadCache,
): Promise<LoadedSet> {
  const replaced = new Set(given.map(({ file }) => file));
  const onDisk = sources.filter(({ file }) => !replaced.has(file));
  const read = async (files: readonly SourceFile[]) =>
    files.length < WORTH_WORKERS
      ? loadHere(files, onProgress)
      : (await import('./load-on-workers.ts')).loadOnWorkers(files, onProgress);
  const results = cache ? await cache.load(onDisk, read) : await read(onDisk);
  for (const each of given) results.push(await loadBytes(each));
  const named = new Set([
    ...given.map(({ file }) => file),
    ...sources.flatMap(({ file, isNamed }) => (isNamed ? file : [])),
  ]);
  const loaded = results.filter((result): result is LoadedFile => 'records' in result);
  const isPassedOver = ({ file, workbook }: LoadedFile) => workbook?.passedOver !== undefined && !named.has(file);
  const { files, notes } = await settleImports(
    loaded.filter((each) => !isPassedOver(each)),
    sources,
  );
  const byName = new Map(files.map((each) => [each.file, each]));
  return {
    files: files.sort((one, other) => (one.file < other.file ? -1 : 1)),
    notes: [...loaded.filter(isPassedOver).map(passedOver), ...notes, ...files.flatMap(leftUnread)],
    unreadable: results.filter((result): result is Unreadable => 'reason' in result),
    fileNamed: (file) => byName.get(file),
  };
}

const passedOver = ({ file, workbook }: LoadedFile): Unreadable => {
  const { zh, en } = workbook?.passedOver ?? { zh: '', en: '' };
  return { file, reason: { zh: `没有查：${zh}`, en: `not checked: ${en}` } };
};

/** What was left unread of a workbook. */
const leftUnread = ({ file, workbook }: LoadedFile): Unreadable[] =>
  workbook === undefined || workbook.notes.length === 0
    ? []
    : [
        {
          file,
          reason: {
            zh: `没有读 ${joined(workbook.notes, '、', '').zh}`,
            en: `not read: ${joined(workbook.notes, '', ', ').en}`,
          },
        },
      ];

async function loadHere(sources: readonly SourceFile[], onProgress: (done: number) => void) {
  const results: (LoadedFile | Unreadable)[] = [];
  for (const source of sources) {
    results.push(await loadFile(source));
    onProgress(results.length);
  }
  return results;
}
