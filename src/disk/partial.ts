import type { Files, SourceFile } from '../load/files.ts';
import type { LoadedFile, LoadedRecord } from '../load/loaded.ts';
import type { Unreadable } from '../model/finding.ts';
import type { AnyRecord } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { UsageError } from '../model/usage-error.ts';
import { version } from '../model/version.ts';
import type { ClassHours } from '../notices/edition.ts';
import { sha256Hex } from '../text/digest.ts';
import { positionsOf } from '../tree/yaml/positions.ts';
import { storeFor } from './block-store.ts';
import { BATCH, Stowing } from './pack.ts';

/** Which share of the files of a check, of how many. */
export interface Shard {
  index: number;
  of: number;
}

/** The files of a shard: every so many of those that were found, so that the shards of a set are of like size. */
export const sourcesOf = ({ index, of }: Shard, all: readonly SourceFile[]): SourceFile[] =>
  all.filter((_, place) => place % of === index - 1);

/** What one machine read of a set of files, for the one that judges the whole. */
export interface Partial {
  /** The paths that the set was asked for by. */
  paths: string[];
  /** What was read of each file, by its name, as a line of text. */
  files: Map<string, string>;
}

/** The first line of a partial: who wrote it, and what is in the lines below. */
interface Head extends Pick<Partial, 'paths'> {
  'hn-gp': string;
  files: string[];
  /** SHA-256 of the lines below. */
  sha256: string;
}

/** What a line holds of a file: what was read, and by which class hours. */
interface Kept extends Omit<LoadedFile, 'records' | 'text'> {
  classHours: ClassHours | undefined;
  text: string;
  records: (Omit<LoadedRecord, 'data' | 'positions'> & { data: AnyRecord; positions: number[] })[];
}

/** Writes what was read of some of the files. */
export function partialText(paths: readonly string[], read: readonly LoadedFile[], classHours: ClassHours): string {
  const lines = read.map(({ text, records, ...file }) =>
    JSON.stringify({
      ...file,
      classHours,
      text: text(),
      records: records.map((record) => ({
        ...record,
        data: record.data(),
        positions: Array.from(record.positions()),
      })),
    } satisfies Kept),
  );
  const body = lines.map((line) => `${line}\n`).join('');
  const files = read.map(({ file }) => file);
  return `${JSON.stringify({ 'hn-gp': version, paths: [...paths], files, sha256: sha256Hex(body) } satisfies Head)}\n${body}`;
}

/** Reads what `partialText` wrote; throws a UsageError for anything else, and for what another version wrote. */
export function readPartial(file: string, text: string): Partial {
  const end = text.indexOf('\n');
  const head = headOf(text.slice(0, Math.max(end, 0)));
  if (!head)
    throw new UsageError(`${file} 不是 hn-gp check --shard 写的分片`, `${file} was not written by hn-gp check --shard`);
  if (head['hn-gp'] !== version)
    throw new UsageError(
      `${file} 是 hn-gp ${head['hn-gp']} 写的，这里是 ${version}；各台机器要用同一个版本`,
      `${file} was written by hn-gp ${head['hn-gp']}, and this is ${version}; use one version everywhere`,
    );
  const body = text.slice(end + 1);
  if (sha256Hex(body) !== head.sha256)
    throw new UsageError(
      `${file} 不完整或改动过，请重新生成这一片`,
      `${file} is cut short or was changed; make it again`,
    );
  const lines = body.split('\n');
  return { paths: head.paths, files: new Map(head.files.map((name, place) => [name, lines[place] ?? ''])) };
}

function headOf(line: string): Head | undefined {
  try {
    const head = JSON.parse(line);
    return typeof head?.['hn-gp'] === 'string' ? head : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Files, as some of them were read elsewhere: what is as it was then is taken from there, the rest is read here and told of by
 * `onAnew`. So a whole that is put together says what one run would say, whatever became of a part.
 */
export const readElsewhere = (
  files: Files,
  partials: readonly Partial[],
  onAnew: (files: readonly string[]) => void,
): Files => ({
  ...files,
  async load(sources, onProgress) {
    const known = new Map(partials.flatMap((partial) => [...partial.files]));
    const results: (LoadedFile | Unreadable | undefined)[] = new Array(sources.length).fill(undefined);
    const elsewhere = async (source: SourceFile) => {
      const kept = keptOf(known.get(source.file));
      return kept && (await isUnchanged(files, source, kept)) ? loadedOf(kept) : undefined;
    };
    const stowing = new Stowing(storeFor(sources.length));
    for (let start = 0; start < sources.length; start += BATCH) {
      const places: number[] = [];
      for (const [offset, source] of sources.slice(start, start + BATCH).entries()) {
        const loaded = await elsewhere(source);
        if (!loaded) continue;
        stowing.add(loaded);
        places.push(start + offset);
      }
      for (const [index, file] of stowing.end().entries()) results[present(places[index], 'place of a file')] = file;
    }
    const anew = sources.filter((_, place) => results[place] === undefined);
    if (anew.length > 0) onAnew(anew.map(({ file }) => file));
    const read = (await files.load(anew, (done) => onProgress(sources.length - anew.length + done))).values();
    return results.map((result) => result ?? present(read.next().value, 'file read here'));
  },
});

const keptOf = (line: string | undefined): Kept | undefined => (line === undefined ? undefined : JSON.parse(line));

/** Whether a file still is what was read elsewhere, and would be read in the same way. */
async function isUnchanged(files: Files, source: SourceFile, { sha256, classHours }: Kept): Promise<boolean> {
  if (JSON.stringify(classHours) !== JSON.stringify(source.classHours)) return false;
  const read = await files.read(source);
  return 'bytes' in read && sha256 !== undefined && sha256Hex(read.bytes) === sha256;
}

function loadedOf({ classHours: _, text, records, ...file }: Kept): LoadedFile {
  return {
    ...file,
    text: () => text,
    records: records.map(({ data, positions, ...record }) => {
      const places = positionsOf(positions);
      return { ...record, data: () => data, positions: () => places };
    }),
  };
}
