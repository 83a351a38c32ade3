import { CONFIG_FILE, type Files, type Found, RECORD, type Read, type SourceFile, type Where } from '../load/files.ts';
import { loadRead } from '../load/load-bytes.ts';
import type { LoadedFile } from '../load/loaded.ts';
import { mostBytes } from '../load/not-text.ts';
import type { Unreadable } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { fileName } from '../text/file-name.ts';
import type { GivenFile } from './requests.ts';
import { type Place, wantedBy } from './wanted.ts';

/** The folder in which all given files lie. */
export const ROOT = '/';

/** The files that a page was given, as if they lay below one folder. */
export class HeldFiles implements Files, Place {
  /** As the system that the page runs on has it. */
  readonly nocase = /Windows|Mac/.test(navigator.userAgent);
  readonly #held = new Map<string, { given: GivenFile; stamp: string }>();
  #stamps = 0;

  /** Takes the files that are new or changed, and forgets those that are not among the names of all. */
  hold(changed: readonly GivenFile[], all: readonly string[]): void {
    for (const given of changed) {
      this.#stamps += 1;
      this.#held.set(ROOT + given.file, { given, stamp: String(this.#stamps) });
    }
    const kept = new Set(all.map((file) => ROOT + file));
    for (const path of this.#held.keys()) if (!kept.has(path)) this.#held.delete(path);
  }

  /** The bytes of a given file. */
  bytesOf(file: string): Uint8Array | undefined {
    return this.#held.get(ROOT + file)?.given.bytes;
  }

  /** Whether a given file was chosen itself, and not only found in a folder. */
  isNamed(file: string): boolean {
    return this.#held.get(ROOT + file)?.given.isNamed ?? false;
  }

  get paths(): string[] {
    return [...this.#held.keys()];
  }

  /** The given files that may be records: what lies beside them in folders is none, nor are those of the tool's own. */
  mayBeRecords(own: readonly string[]): SourceFile[] {
    return [...this.#held.values()]
      .map(({ given: { file, isNamed } }) => ({ path: ROOT + file, file, isNamed }))
      .filter(({ path, file, isNamed }) => (isNamed || RECORD.test(file)) && !own.includes(path))
      .filter(({ file }) => fileName(file) !== CONFIG_FILE)
      .sort((one, other) => (one.file < other.file ? -1 : 1));
  }

  async find(where: Where): Promise<Found> {
    const isWanted = await wantedBy(where, this);
    const files = this.mayBeRecords(where.own).filter(({ path, isNamed }) => isNamed || isWanted(path));
    if (files.length === 0)
      throw new UsageError(
        '这里没有要检查的 YAML 文件或 Excel 工作簿（.xlsx）',
        'there is no YAML file or workbook (.xlsx) here to check',
      );
    return { files, unreadable: [] };
  }

  async load(sources: readonly SourceFile[], onProgress: (done: number) => void): Promise<(LoadedFile | Unreadable)[]> {
    const results: (LoadedFile | Unreadable)[] = [];
    for (const source of sources) {
      results.push(await loadRead(source, await this.read(source)));
      onProgress(results.length);
    }
    return results;
  }

  async read(source: SourceFile): Promise<Read | Unreadable> {
    const given = this.#held.get(source.path)?.given;
    if (!given) return notThere(source);
    const { bytes, size = bytes.length } = given;
    return size > mostBytes(source.file) ? { size } : { bytes };
  }

  isFolder(path: string): boolean {
    return this.paths.some((each) => each.startsWith(path === ROOT ? ROOT : `${path}/`));
  }

  isThere(path: string): boolean {
    return this.#held.has(path);
  }

  stampOf(path: string): string | undefined {
    return this.#held.get(path)?.stamp;
  }

  resolve(folder: string, name: string): string {
    const steps: string[] = [];
    for (const step of (name.startsWith(ROOT) ? name : `${folder}/${name}`).split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '' && step !== '.') steps.push(step);
    }
    return ROOT + steps.join('/');
  }

  folderOf(path: string): string {
    return path.slice(0, path.lastIndexOf('/')) || ROOT;
  }

  nameOf(path: string): string {
    return fileName(path);
  }

  real(path: string): string {
    return path;
  }

  reported(path: string, folder: string): string {
    return path.slice(folder === ROOT ? ROOT.length : folder.length + 1);
  }
}

const notThere = ({ file }: SourceFile): Unreadable => ({
  file,
  reason: { zh: '文件不存在', en: 'no such file' },
});
