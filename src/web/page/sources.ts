import { mostBytes } from '../../load/not-text.ts';

/** One thing that a person gave the page, a file or a folder; which files it holds can be asked again and again. */
export interface Source {
  /** Its name, a folder's with a slash at the end. What is given later under the same name takes its place. */
  name: string;
  /** Whether the browser lets the page see what becomes of it. A copy of a file cannot be read again once the file has changed. */
  isWatched: boolean;
  /** The files in it that may be records, and the names of those that are left out. */
  list(): Promise<{ found: Found[]; leftOut: string[] }>;
}

/** A file of a source. */
export interface Found {
  /** Its name, led by those of the folders around it. */
  file: string;
  /** Whether it was given itself, and not only found in a folder. */
  isNamed: boolean;
  get(): Promise<File>;
}

/** What a folder is searched for: no hidden files, nor what Excel leaves beside a workbook that is open. */
const RECORD = /\.(?:ya?ml|xls[xm])$/i;
const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$');
const isSearched = (folder: string): boolean => !folder.startsWith('.') && folder !== 'node_modules';

/** A file that the browser handed over as a copy, or that the page made. */
export function copyOf(file: File): Source {
  const get = asFirstRead(async () => file);
  return {
    name: file.name,
    isWatched: false,
    list: async () => ({ found: [{ file: file.name, isNamed: true, get }], leftOut: [] }),
  };
}

/**
 * A copy, as long as it holds what it held at first: of a file that was saved since, Firefox hands over what is there now, cut
 * to the length that it had.
 */
function asFirstRead(get: () => Promise<File>): () => Promise<File> {
  let first: Uint8Array | undefined;
  return async () => {
    const file = await get();
    const bytes = await bytesOf(file);
    first ??= bytes;
    if (first.length !== bytes.length || first.some((byte, at) => byte !== bytes[at]))
      throw new DOMException(file.name, 'NotReadableError');
    return file;
  };
}

/** A file that can be looked at again. */
export const watchedFile = (handle: FileSystemFileHandle): Source => ({
  name: handle.name,
  isWatched: true,
  list: async () => ({ found: [{ file: handle.name, isNamed: true, get: () => handle.getFile() }], leftOut: [] }),
});

/** A folder that can be looked at again. */
export const watchedFolder = (handle: FileSystemDirectoryHandle): Source => ({
  name: `${handle.name}/`,
  isWatched: true,
  list: async () => {
    const got: Got[] = [];
    const search = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const entry of folder.values()) {
        const file = `${path}/${entry.name}`;
        if (entry.kind === 'file') got.push({ file, get: () => entry.getFile() });
        else if (isSearched(entry.name)) await search(entry, file);
      }
    };
    await search(handle, handle.name);
    return sorted(got);
  },
});

/** The folders of files that were chosen with their paths. */
export function copiedFolders(files: readonly File[]): Source[] {
  const folders = new Map<string, Got[]>();
  for (const file of files) {
    const [top = '', ...below] = file.webkitRelativePath.split('/');
    if (!below.slice(0, -1).every(isSearched)) continue;
    const own = folders.get(top) ?? [];
    own.push({ file: file.webkitRelativePath, get: async () => file });
    folders.set(top, own);
  }
  return [...folders].map(([name, got]) => copiedFolder(name, got));
}

function copiedFolder(name: string, got: readonly Got[]): Source {
  const copies = got.map(({ file, get }) => ({ file, get: asFirstRead(get) }));
  return { name: `${name}/`, isWatched: false, list: async () => sorted(copies) };
}

type Got = Omit<Found, 'isNamed'>;

/** What is found in a folder, in order of name: the files that may be records, and what is left out. */
function sorted(got: readonly Got[]): { found: Found[]; leftOut: string[] } {
  const shown = got
    .filter(({ file }) => !isHidden(nameOf(file)))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  return {
    found: shown.filter(({ file }) => RECORD.test(file)).map((each) => ({ ...each, isNamed: false })),
    leftOut: shown.filter(({ file }) => !RECORD.test(file)).map(({ file }) => file),
  };
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** What was dropped. The browser forgets it after the event, so that this must be called at once. */
export function dropped({ items, files }: DataTransfer): Promise<Source[]> {
  const given = [...items].filter(({ kind }) => kind === 'file');
  if (given.length === 0) return Promise.resolve([...files].map(copyOf));
  return Promise.all(given.map(droppedItem)).then((sources) => sources.flat());
}

async function droppedItem(item: DataTransferItem): Promise<Source[]> {
  const entry = item.webkitGetAsEntry();
  const file = item.getAsFile();
  // A browser that has handles may refuse one, such as for a page that is itself a local file.
  const handle = await item.getAsFileSystemHandle?.().catch(() => null);
  if (handle?.kind === 'file') return [watchedFile(handle)];
  if (handle?.kind === 'directory') return [watchedFolder(handle)];
  if (entry?.isDirectory) return [copiedFolder(entry.name, await entriesIn(entry as FileSystemDirectoryEntry))];
  return file ? [copyOf(file)] : [];
}

/** The files in a dropped folder, where the browser gives entries alone. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<Got[]> {
  const reader = folder.createReader();
  const got: Got[] = [];
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return got;
    for (const entry of some) {
      if (entry.isDirectory && isSearched(entry.name))
        got.push(...(await entriesIn(entry as FileSystemDirectoryEntry)));
      if (entry.isFile) {
        const get = () => new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
        got.push({ file: entry.fullPath.replace(/^\//, ''), get });
      }
    }
  }
}

/** Lets the person choose files; where the browser has no such dialog of its own, or will not show it, by the given input. */
export async function chooseFiles(input: HTMLInputElement): Promise<Source[]> {
  if (window.showOpenFilePicker)
    try {
      return (await window.showOpenFilePicker({ multiple: true })).map(watchedFile);
    } catch (error) {
      if (isAborted(error)) return [];
    }
  return (await picked(input)).map(copyOf);
}

/** Lets the person choose a folder, as for files. */
export async function chooseFolder(input: HTMLInputElement): Promise<Source[]> {
  if (window.showDirectoryPicker)
    try {
      return [watchedFolder(await window.showDirectoryPicker())];
    } catch (error) {
      if (isAborted(error)) return [];
    }
  return copiedFolders(await picked(input));
}

const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

function picked(input: HTMLInputElement): Promise<File[]> {
  return new Promise((done) => {
    input.value = '';
    input.onchange = () => done([...(input.files ?? [])]);
    input.oncancel = () => done([]);
    input.click();
  });
}

/** A file as it was read; `stamp` changes when the file does. */
export interface ReadFile {
  file: string;
  isNamed: boolean;
  stamp: string;
  bytes: Uint8Array;
  /** In bytes; those of a file too large to check are not all read. */
  size: number;
  isWatched: boolean;
}

/** What sources hold now. */
export interface Held {
  files: ReadFile[];
  /** Files that cannot be read any more: those read before stay among the files as they were. */
  gone: string[];
  leftOut: string[];
}

/** Files that are read at once: each waits for the browser. */
const AT_ONCE = 20;

/** Reads what sources hold; what has not changed since `before` is not read again. */
export async function readSources(sources: readonly Source[], before: readonly ReadFile[]): Promise<Held> {
  const known = new Map(before.map((each) => [each.file, each]));
  const held: Held = { files: [], gone: [], leftOut: [] };
  for (const source of sources) {
    const listed = await source.list().catch(() => undefined);
    if (!listed) {
      held.gone.push(source.name);
      held.files.push(...before.filter(({ file }) => file.startsWith(source.name)));
      continue;
    }
    held.leftOut.push(...listed.leftOut);
    for (let at = 0; at < listed.found.length; at += AT_ONCE) {
      const some = listed.found.slice(at, at + AT_ONCE).map((found) => ({ found, old: known.get(found.file) }));
      const read = await Promise.all(
        some.map(({ found, old }) => readFound(found, source, old).catch(() => undefined)),
      );
      for (const [place, { found, old }] of some.entries()) {
        const now = read[place];
        if (!now) held.gone.push(found.file);
        const file = now ?? old;
        if (file) held.files.push(file);
      }
    }
  }
  return held;
}

/** A file as it is now, or as it was read before where it has not changed; rejects where it is gone. */
async function readFound(
  { file, isNamed, get }: Found,
  { isWatched }: Source,
  old: ReadFile | undefined,
): Promise<ReadFile> {
  const blob = await get();
  const stamp = `${blob.lastModified} ${blob.size}`;
  if (isWatched && old?.stamp === stamp) return old;
  return { file, isNamed, stamp, bytes: await bytesOf(blob), size: blob.size, isWatched };
}

/** A file's bytes; of one too large to check one byte more than is checked, which tells so. */
const bytesOf = async (blob: File): Promise<Uint8Array> =>
  new Uint8Array(await blob.slice(0, mostBytes(blob.name) + 1).arrayBuffer());

/** Whether sources hold the same. */
export const isSame = (one: Pick<Held, 'files' | 'gone'>, other: Pick<Held, 'files' | 'gone'>): boolean =>
  stampsOf(one) === stampsOf(other);

const stampsOf = ({ files, gone }: Pick<Held, 'files' | 'gone'>): string =>
  JSON.stringify([files.map(({ file, stamp }) => [file, stamp]), gone]);
