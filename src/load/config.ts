import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isMap, type Node, type Scalar } from 'yaml';
import type { Severity, Words } from '../model/finding.ts';
import type { ConfigRecord, EditionRecord } from '../model/record-types.ts';
import { UsageError } from '../model/usage-error.ts';
import { Bases } from '../notices/bases.ts';
import { type Edition, Editions, editionFrom } from '../notices/edition.ts';
import { validatorOf } from '../schema/validators.ts';
import { typeNames } from '../schema/words.ts';
import { decode } from '../text/decode.ts';
import { Lines } from '../text/lines.ts';
import { parseYaml, type YamlDocument } from '../tree/yaml/parse.ts';
import { segmentsOf } from '../tree/yaml/positions.ts';
import { CONFIG_FILE, realPath, reportedPath } from './find.ts';
import { MAXIMUM_BYTES } from './not-text.ts';
import { readRegular } from './read.ts';

/** The config in force: its file, if any, and what it sets. */
export interface Config {
  /** Path as reported, and the folder its globs are relative to. */
  file: string | undefined;
  folder: string;
  /** The config's own file and the editions that it names, as they were read. */
  sources: readonly ConfigSource[];
  settings: ConfigRecord;
  severities: ReadonlyMap<string, Severity | 'off'>;
  editions: Editions;
  /** The registry of bases, with what the config adds. */
  bases: Bases;
}

/** A file that decides verdicts and is no record. */
export interface ConfigSource {
  role: 'config' | 'edition';
  /** Absolute path, and the path as reported. */
  path: string;
  file: string;
  bytes: Uint8Array;
}

/**
 * Reads the config: the file given, none where `false`, else the nearest one upward from the working folder. `requireRule`
 * throws for an id that no rule has. Errors are UsageErrors.
 */
export async function readConfig(
  given: string | false | undefined,
  cwd: string,
  requireRule: (id: string, context: string) => void,
): Promise<Config> {
  const path = given === false ? undefined : given === undefined ? nearest(cwd) : resolve(cwd, given);
  if (path === undefined) return configOf(undefined, cwd, [], {}, []);
  const source = await readOwn('config', path, cwd);
  const { file } = source;
  const settings = (await dataOf(source)) as ConfigRecord;
  for (const id of Object.keys(settings.rules ?? {})) requireRule(id, `${file}: rules`);
  const folder = dirname(path);
  const sources = [source];
  const editions: Edition[] = [];
  const named = (settings.editions ?? []).map((name) => resolve(folder, name));
  for (const each of new Map(named.map((name) => [realPath(name), name])).values()) {
    const edition = await readOwn('edition', each, cwd);
    sources.push(edition);
    editions.push(editionFrom((await dataOf(edition)) as unknown as EditionRecord));
  }
  return configOf(file, folder, sources, settings, editions);
}

function configOf(
  file: string | undefined,
  folder: string,
  sources: ConfigSource[],
  settings: ConfigRecord,
  further: Edition[],
): Config {
  const editions = new Editions(further);
  return {
    file,
    folder,
    sources,
    settings,
    severities: new Map(Object.entries(settings.rules ?? {})),
    editions,
    bases: new Bases(editions, settings.bases),
  };
}

function nearest(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_FILE);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Reads a file of the tool's own, of the kind and size that a record may have; throws a UsageError where it cannot. */
async function readOwn(role: ConfigSource['role'], path: string, cwd: string): Promise<ConfigSource> {
  const file = reportedPath(path, cwd);
  const read = await readRegular({ path, file });
  if ('reason' in read)
    throw new UsageError(`读不了 ${file}：${read.reason.zh}`, `Cannot read ${file}: ${read.reason.en}`);
  if ('size' in read)
    throw new UsageError(
      `读不了 ${file}：有 ${(read.size / 1e6).toFixed(1)} MB，超过 ${MAXIMUM_BYTES / 1e6} MB`,
      `Cannot read ${file}: it has ${(read.size / 1e6).toFixed(1)} MB, more than ${MAXIMUM_BYTES / 1e6} MB`,
    );
  return { role, path, file, bytes: read.bytes };
}

/** What a file of the tool's own says, in YAML; the first mistake becomes a UsageError. */
async function dataOf({ role, file, bytes }: ConfigSource): Promise<Record<string, unknown>> {
  const decoded = decode(bytes);
  if ('problem' in decoded) throw new UsageError(`${file} 不是 UTF-8 文本`, `${file} is not text in UTF-8`);
  const { documents, problems } = parseYaml(decoded.text, 'core');
  const lines = new Lines(decoded.text);
  if (problems[0]) {
    const { start, message, remedy } = problems[0];
    const line = lines.lineAt(start);
    throw new UsageError(`${file}:${line} ${message.zh}；${remedy.zh}`, `${file}:${line} ${message.en}; ${remedy.en}`);
  }
  const document = documents[0];
  const data = document ? plainData(document, file) : {};
  const validate = await validatorOf(role);
  if (validate(data)) return data as Record<string, unknown>;
  const { instancePath = '', keyword = '', params = {} } = validate.errors?.[0] ?? {};
  const segments = segmentsOf(instancePath);
  const owner = document?.getIn(segments, true);
  const key = isMap<Scalar>(owner) && owner.items.find((pair) => pair.key.value === params.additionalProperty)?.key;
  const line = lines.lineAt((key || (owner as Node | undefined))?.range?.[0] ?? 0);
  const at = [...segments, params.additionalProperty ?? params.missingProperty ?? []].flat().join('.');
  const choices = params.allowedValues?.join(' | ');
  const names: Record<string, Words> = typeNames;
  const type = names[params.type];
  const problem = {
    additionalProperties: { zh: `没有“${at}”这一项`, en: `there is no key "${at}"` },
    required: { zh: `缺“${at}”`, en: `"${at}" is missing` },
    enum: { zh: `“${at}”只能写 ${choices}`, en: `"${at}" must be ${choices}` },
    type: { zh: `“${at}”要写${type?.zh}`, en: `"${at}" asks for ${type?.en}` },
  }[keyword] ?? { zh: `“${at}”不对`, en: `"${at}" is not valid` };
  throw new UsageError(`${file}:${line} ${problem.zh}`, `${file}:${line} ${problem.en}`);
}

/** A document of the tool's own as plain data; aliases that unfold to too much, or stand for nothing, are a UsageError. */
function plainData(document: YamlDocument, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw UsageError.by(
      cause,
      `${file}：“*”引用没有定义过，或者展开后太多`,
      `${file}: an alias (*) stands for nothing, or unfolds to too much`,
    );
  }
}
