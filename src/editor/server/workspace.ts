import type { CalendarDate } from '../../calendar/date.ts';
import { check, findSources } from '../../check/check.ts';
import type { AtHand } from '../../check/check-files.ts';
import { loadConfig } from '../../check/config.ts';
import { folderOf, innermost, isSaved, pathOf } from '../../disk/documents.ts';
import { isConfigFile, realPath, reportedPath } from '../../disk/paths.ts';
import { JudgedBefore } from '../../engine/judged-before.ts';
import { LoadCache } from '../../load/cache.ts';
import type { Config } from '../../load/config.ts';
import type { Found as Files, SourceFile } from '../../load/files.ts';
import { isNamedWorkbook } from '../../load/not-text.ts';
import type { CheckResult } from '../../model/check-result.ts';
import { type Finding, joined, type Words } from '../../model/finding.ts';
import { isUsageError } from '../../model/usage-error.ts';

/** A document as it is in the editor. */
export interface OpenDocument {
  uri: string;
  text: string;
  /** Whether it is meant as a record. */
  isRecord: boolean;
}

/** What was found in one document, and by which config. */
export interface Found {
  findings: Finding[];
  config: Config;
}

/** What the editor is told besides. */
export interface Messages {
  /** What keeps a folder's config from being used; undefined where nothing does. */
  config(folder: string, problem: Words | undefined): void;
  /** What of a folder's files could not be judged and no document shows; undefined where nothing is. */
  unjudged(folder: string, files: Words | undefined): void;
  /** A fault of the tool. */
  fault(error: unknown): void;
}

/** A document that has a file, or will have once it is saved. */
type InFile = OpenDocument & { path: string };

/** The folders that are open in the editor. */
export class Workspace {
  /** Absolute paths. */
  folders: readonly string[] = [];
  readonly #cwd: string;
  readonly #messages: Messages;
  /** What was read and said of each folder. */
  readonly #known = new Map<string, Pick<Required<AtHand>, 'cache' | 'before'>>();

  /** `cwd` is the folder in which documents without a file are checked. */
  constructor(cwd: string, messages: Messages) {
    this.#cwd = cwd;
    this.#messages = messages;
  }

  /**
   * What `hn-gp check` without paths finds in open documents, run in the workspace folder of each, with their texts in
   * place of the files. A document outside every folder is checked by itself. The config is left out, and what could not
   * be checked because of a fault.
   */
  async find(documents: readonly OpenDocument[], asOf: CalendarDate): Promise<Map<string, Found>> {
    const found = new Map<string, Found>();
    const byFolder = new Map<string, InFile[]>();
    const runs: (() => Promise<Iterable<[string, Found]>>)[] = [];
    for (const document of documents) {
      const path = pathOf(document.uri);
      if (path !== undefined && isConfigFile(path)) continue;
      const folder = path === undefined ? undefined : innermost(this.folders, path);
      if (path === undefined || folder === undefined) {
        runs.push(() => this.#findInOne(document, path, asOf));
        continue;
      }
      const own = byFolder.get(folder) ?? [];
      byFolder.set(folder, own);
      own.push({ ...document, path });
    }
    for (const [folder, own] of byFolder) runs.push(() => this.#findInFolder(folder, own, asOf));
    for (const folder of this.#known.keys()) if (!byFolder.has(folder)) this.#known.delete(folder);
    for (const run of runs) {
      try {
        for (const [uri, each] of await run()) found.set(uri, each);
      } catch (error) {
        this.#messages.fault(error);
      }
    }
    return found;
  }

  async #findInFolder(
    folder: string,
    documents: readonly InFile[],
    asOf: CalendarDate,
  ): Promise<Iterable<[string, Found]>> {
    const { config, used: found } = await this.#withConfig(folder, (config) => sourcesIn(folder, config));
    const fileOf = filesBy(found.files);
    // What the config or the folder's rules leave out is left out here too; what is not saved yet is let in.
    const taken = documents.flatMap((document) => {
      const { path } = document;
      const file = isSaved(path) ? fileOf(path) : reportedPath(path, folder);
      return file === undefined ? [] : { document, file };
    });
    const shown = new Map(
      taken
        .filter(({ document }) => config.file !== undefined || document.isRecord)
        .map(({ document, file }) => [document, file]),
    );
    const findings = new Map<string, Finding[]>();
    if (shown.size > 0) {
      const textOf = new Map(taken.map(({ document, file }) => [file, document.text]));
      const texts = [...textOf].map(([file, text]) => ({ file, bytes: toBytes(text) }));
      const known = this.#known.get(folder) ?? { cache: new LoadCache(), before: new JudgedBefore() };
      this.#known.set(folder, known);
      const result = await checked({ cwd: folder, asOf, config, sources: found.files, texts, ...known });
      this.#messages.unjudged(folder, unjudgedOf(found, result));
      for (const finding of result?.findings ?? []) {
        const own = findings.get(finding.file);
        if (own) own.push(finding);
        else findings.set(finding.file, [finding]);
      }
    }
    return documents.map((document) => {
      const own = findings.get(shown.get(document) ?? '') ?? [];
      return [document.uri, { findings: own, config }];
    });
  }

  async #findInOne(
    { uri, text, isRecord }: OpenDocument,
    path: string | undefined,
    asOf: CalendarDate,
  ): Promise<Iterable<[string, Found]>> {
    const cwd = path === undefined ? this.#cwd : folderOf(path);
    const { config } =
      path === undefined
        ? { config: await loadConfig({ config: false, cwd }) }
        : await this.#withConfig(cwd, async () => {});
    if (!isRecord && config.file === undefined) return [[uri, { findings: [], config }]];
    const file = path === undefined ? uri : reportedPath(path, cwd);
    // The text stands in for its file, by whose place the workbook that it was imported from is known.
    const sources = path === undefined ? [] : [{ path, file }];
    const result = await checked({ cwd, asOf, config, sources, texts: [{ file, bytes: toBytes(text) }] });
    return [[uri, { findings: result?.findings ?? [], config }]];
  }

  /** Uses the config that holds in a folder; where the command would refuse it, none, and the editor is told why. */
  async #withConfig<Used>(
    folder: string,
    use: (config: Config) => Promise<Used>,
  ): Promise<{ config: Config; used: Used }> {
    try {
      const config = await loadConfig({ cwd: folder });
      const used = await use(config);
      this.#messages.config(folder, undefined);
      return { config, used };
    } catch (error) {
      if (!isUsageError(error)) throw error;
      this.#messages.config(folder, error.words);
      const config = await loadConfig({ config: false, cwd: folder });
      return { config, used: await use(config) };
    }
  }
}

/** Names files as they are reported, by any path that leads to one: an editor may write its letters in another case. */
function filesBy(sources: readonly SourceFile[]): (path: string) => string | undefined {
  const byPath = new Map(sources.map(({ path, file }) => [path, file]));
  let byRealPath: Map<string, string> | undefined;
  return (path) => {
    const file = byPath.get(path);
    if (file !== undefined) return file;
    byRealPath ??= new Map(sources.map(({ path, file }) => [realPath(path), file]));
    return byRealPath.get(realPath(path));
  };
}

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a check comes to; undefined where there is nothing to check, such as an edition of a notice alone. */
async function checked(options: Parameters<typeof check>[0]): Promise<CheckResult | undefined> {
  try {
    return await check(options);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return undefined;
  }
}

/** Which files could not be read, and which workbooks not judged: no editor of texts shows what is found in those. */
function unjudgedOf(found: Files, { unreadable = [], unjudged = [] }: Partial<CheckResult> = {}): Words | undefined {
  const workbooks = new Map(unjudged.flatMap(({ file, reason }) => (isNamedWorkbook(file) ? [[file, reason]] : [])));
  const files = [...found.unreadable, ...unreadable, ...[...workbooks].map(([file, reason]) => ({ file, reason }))];
  if (files.length === 0) return undefined;
  return joined(
    files.map(({ file, reason }) => ({ zh: `${file}：${reason.zh}`, en: `${file}: ${reason.en}` })),
    '；',
    '; ',
  );
}

/** The files of a folder; none where it is only that nothing is saved there yet. */
async function sourcesIn(folder: string, config: Config): Promise<Files> {
  try {
    return await findSources({ cwd: folder }, config);
  } catch (error) {
    if (config.settings.include || !isUsageError(error)) throw error;
    return { files: [], unreadable: [] };
  }
}
