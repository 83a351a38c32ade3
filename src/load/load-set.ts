import { joined, type Unreadable } from '../model/finding.ts';
import { present } from '../model/present.ts';
import type { ClassHours } from '../notices/edition.ts';
import { countWhere } from '../text/lines.ts';
import type { LoadCache } from './cache.ts';
import type { Files, SourceFile } from './files.ts';
import { settleImports } from './imports.ts';
import { loadBytes } from './load-bytes.ts';
import type { LoadedFile } from './loaded.ts';

/** What came of reading a list of files. */
export interface LoadedSet {
  files: LoadedFile[];
  unreadable: Unreadable[];
  /** What was left unread of workbooks, or which files were left out, and why. */
  notes: Unreadable[];
  /** A file by its name. */
  fileNamed(file: string): LoadedFile;
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
 * Reads files, each once, but for those that the cache holds unchanged; and takes the given texts, which stand in for files
 * of the same name. The result is in order of name.
 */
export async function loadSet(
  files: Files,
  sources: readonly SourceFile[],
  given: readonly GivenText[],
  onProgress: (done: number) => void,
  cache?: LoadCache,
): Promise<LoadedSet> {
  const replaced = new Set(given.map(({ file }) => file));
  const onDisk = sources.filter(({ file }) => !replaced.has(file));
  const results = await (cache ? cache.load(files, onDisk, onProgress) : files.load(onDisk, onProgress));
  for (const each of given) results.push(await loadBytes(each));
  const named = new Set([
    ...given.map(({ file }) => file),
    ...sources.flatMap(({ file, isNamed }) => (isNamed ? file : [])),
  ]);
  const loaded = results.filter((result): result is LoadedFile => 'records' in result);
  const isPassedOver = ({ file, workbook }: LoadedFile) => workbook?.passedOver !== undefined && !named.has(file);
  const settled = await settleImports(
    files,
    loaded.filter((each) => !isPassedOver(each)),
    sources,
  );
  const inOrder = settled.files.sort((one, other) => (one.file < other.file ? -1 : 1));
  return {
    files: inOrder,
    notes: [...loaded.filter(isPassedOver).map(passedOver), ...settled.notes, ...settled.files.flatMap(leftUnread)],
    unreadable: results.filter((result): result is Unreadable => 'reason' in result),
    fileNamed(file) {
      const found = inOrder[countWhere(inOrder, (each) => each.file < file)];
      return present(found?.file === file ? found : undefined, `file ${file}`);
    },
  };
}

const passedOver = ({ file, workbook }: LoadedFile): Unreadable => {
  const { zh, en } = present(workbook?.passedOver, 'why a workbook is passed over');
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
