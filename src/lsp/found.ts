import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalendarDate } from '../calendar/date.ts';
import { check, findSources } from '../check.ts';
import { type Config, loadConfig } from '../config/config.ts';
import type { Finding, Words } from '../finding.ts';
import { CONFIG_FILE, reportedPath, type SourceFile } from '../source/find.ts';
import { isUsageError } from '../usage-error.ts';

/** A document as it is in the editor. */
export interface OpenDocument {
  uri: string;
  text: string;
  /** Whether it is meant as a record. */
  ours: boolean;
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
  /** A fault of the tool. */
  fault(error: unknown): void;
}

/** A document that has a file, or will have once it is saved. */
type InFile = OpenDocument & { path: string };

/**
 * What `hn-gp check` without paths finds in open documents, run in the workspace folder of each, with their texts in place
 * of the files. A document outside every folder is checked by itself. The config is left out, and what could not be
 * checked because of a fault.
 */
export async function findIn(
  documents: readonly OpenDocument[],
  folders: readonly string[],
  asOf: CalendarDate,
  messages: Messages,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const byFolder = new Map<string, InFile[]>();
  const runs: (() => Promise<Iterable<[string, Found]>>)[] = [];
  for (const document of documents) {
    const path = pathOf(document.uri);
    if (path !== undefined && basename(path) === CONFIG_FILE) continue;
    const folder = path === undefined ? undefined : innermost(folders, path);
    if (path === undefined || folder === undefined) {
      runs.push(() => findInOne(document, path, asOf, messages));
      continue;
    }
    const own = byFolder.get(folder) ?? [];
    byFolder.set(folder, own);
    own.push({ ...document, path });
  }
  for (const [folder, own] of byFolder) runs.push(() => findInFolder(folder, own, asOf, messages));
  for (const run of runs) {
    try {
      for (const [uri, each] of await run()) found.set(uri, each);
    } catch (error) {
      messages.fault(error);
    }
  }
  return found;
}

/** The path of a document or folder that is a file; undefined for any other, such as one that was never saved. */
export function pathOf(uri: string): string | undefined {
  try {
    return resolve(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

/** The folder that a file lies in; where folders lie in one another, the deepest. */
function innermost(folders: readonly string[], path: string): string | undefined {
  const around = folders.filter((folder) => {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
  return around.sort((one, other) => other.length - one.length)[0];
}

async function findInFolder(
  folder: string,
  documents: readonly InFile[],
  asOf: CalendarDate,
  messages: Messages,
): Promise<Iterable<[string, Found]>> {
  const { config, problem } = await configFor(folder);
  const { sources, problem: none } = await sourcesIn(folder, config);
  messages.config(folder, problem ?? none);
  const paths = new Set(sources.map(({ path }) => path));
  // What the config or the folder's rules leave out is left out here too; what is not saved yet is let in.
  const taken = documents.filter(({ path }) => paths.has(path) || !existsSync(path));
  const shown = new Set(config.file === undefined ? taken.filter(({ ours }) => ours) : taken);
  const findings = new Map<string, Finding[]>();
  if (shown.size > 0) {
    const texts = taken.map(({ path, text }) => ({ file: reportedPath(path, folder), bytes: Buffer.from(text) }));
    const result = await check({ cwd: folder, asOf, config, sources, texts });
    for (const finding of result.findings) {
      const own = findings.get(finding.file);
      if (own) own.push(finding);
      else findings.set(finding.file, [finding]);
    }
  }
  return documents.map((document) => {
    const own = shown.has(document) ? findings.get(reportedPath(document.path, folder)) : undefined;
    return [document.uri, { findings: own ?? [], config }];
  });
}

async function findInOne(
  { uri, text, ours }: OpenDocument,
  path: string | undefined,
  asOf: CalendarDate,
  messages: Messages,
): Promise<Iterable<[string, Found]>> {
  const cwd = path === undefined ? process.cwd() : dirname(path);
  const { config, problem } = path === undefined ? { config: await loadConfig(false, cwd) } : await configFor(cwd);
  if (path !== undefined) messages.config(cwd, problem);
  if (!ours && config.file === undefined) return [[uri, { findings: [], config }]];
  const file = path === undefined ? uri : reportedPath(path, cwd);
  const { findings } = await check({ cwd, asOf, config, sources: [], texts: [{ file, bytes: Buffer.from(text) }] });
  return [[uri, { findings, config }]];
}

/** The config that holds in a folder; none where it cannot be used, and why not. */
async function configFor(folder: string): Promise<{ config: Config; problem: Words | undefined }> {
  try {
    return { config: await loadConfig(undefined, folder), problem: undefined };
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return { config: await loadConfig(false, folder), problem: error.words };
  }
}

/** The files of a folder; none where the command would refuse, and why where the config is the reason. */
async function sourcesIn(
  folder: string,
  config: Config,
): Promise<{ sources: SourceFile[]; problem: Words | undefined }> {
  try {
    return { sources: await findSources({ cwd: folder }, config), problem: undefined };
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return { sources: [], problem: config.settings.include && error.words };
  }
}
