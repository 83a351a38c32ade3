import { isMap, isScalar, type Node, type Scalar } from 'yaml';
import type { Severity, Words } from '../model/finding.ts';
import type { ConfigRecord, EditionRecord } from '../model/record-types.ts';
import { UsageError } from '../model/usage-error.ts';
import { Bases } from '../notices/bases.ts';
import { type Edition, Editions, editionFrom } from '../notices/edition.ts';
import type { Unsound } from '../notices/unsound.ts';
import { validatorOf } from '../schema/validators.ts';
import { quotesRemedy, typeNames } from '../schema/words.ts';
import { argument } from '../text/command.ts';
import { decode } from '../text/decode.ts';
import { Lines } from '../text/lines.ts';
import { parseYaml, type YamlDocument } from '../tree/yaml/parse.ts';
import { segmentsOf, valueAt } from '../tree/yaml/positions.ts';
import { CONFIG_FILE, type Files } from './files.ts';
import { MAXIMUM_BYTES, megabytes, notText } from './not-text.ts';

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
  /** The editions that are not the product's own, and where they come from. */
  added: readonly AddedFile[];
  /** The registry of bases, with what the config adds. */
  bases: Bases;
}

/** An edition from a file, which the config names or the call itself. */
export interface AddedFile {
  edition: Edition;
  /** Its path as reported. */
  file: string;
  isFromCall: boolean;
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
 * Reads the config: the file given, none where `false`, else the nearest one upward from the working folder; and the
 * editions that it names, those of the call before them. `requireRule` throws for an id that no rule has. Errors are
 * UsageErrors.
 */
export async function readConfig(
  files: Files,
  { config: given, cwd, editions: ofCall = [], except = [] }: ConfigRequest,
  requireRule: (id: string, context: string) => void,
): Promise<Config> {
  const path = given === false ? undefined : given === undefined ? nearest(files, cwd) : files.resolve(cwd, given);
  const source = path === undefined ? undefined : await readOwn(files, 'config', path, cwd);
  const settings = source ? ((await contentOf(source)).data as ConfigRecord) : {};
  for (const id of Object.keys(settings.rules ?? {})) requireRule(id, `${source?.file}: rules`);
  const folder = path === undefined ? cwd : files.folderOf(path);
  const named = new Map(ofCall.map((name) => files.resolve(cwd, name)).map((name) => [files.real(name), name]));
  const isFromCall = new Set(named.keys());
  for (const name of settings.editions ?? []) {
    const each = files.resolve(folder, name);
    if (!named.has(files.real(each))) named.set(files.real(each), each);
  }
  for (const file of except) named.delete(files.real(files.resolve(cwd, file)));
  const sources = source ? [source] : [];
  const added: AddedFile[] = [];
  for (const [real, each] of named) {
    const namedBy = isFromCall.has(real) ? undefined : source?.file;
    const own = await readOwn(files, 'edition', each, cwd, namedBy);
    const { edition, lineOf } = await soundEdition(own);
    if (edition.drafts.length > 0 && !isFromCall.has(real)) throw draft(own.file, edition, lineOf);
    sources.push(own);
    added.push({ edition, file: own.file, isFromCall: isFromCall.has(real) });
  }
  const editions = new Editions(added.map(({ edition }) => edition));
  return {
    file: source?.file,
    folder,
    sources,
    settings,
    severities: new Map(Object.entries(settings.rules ?? {})),
    editions,
    added,
    bases: new Bases(editions, settings.bases),
  };
}

/** Which config is meant, and what a call adds to it. */
export interface ConfigRequest {
  /** A config file, or `false` for none; by default the nearest one upward from `cwd`. */
  config?: string | false | undefined;
  cwd: string;
  /** Files of editions, relative to `cwd`. */
  editions?: readonly string[] | undefined;
  /** Files of editions that are looked at themselves, and not used. */
  except?: readonly string[];
}

function nearest(files: Files, cwd: string): string | undefined {
  for (let folder = cwd; ; folder = files.folderOf(folder)) {
    const path = files.resolve(folder, CONFIG_FILE);
    if (files.isThere(path)) return path;
    if (files.folderOf(folder) === folder) return undefined;
  }
}

/** The edition in a file, be it a draft; throws a UsageError where it cannot be read or is not sound. */
export async function readEdition(files: Files, name: string, cwd: string): Promise<Edition> {
  const { edition } = await soundEdition(await readOwn(files, 'edition', files.resolve(cwd, name), cwd));
  return edition;
}

/** The edition that a file holds, and on which line something in it stands; throws a UsageError where it is not sound. */
async function soundEdition(own: ConfigSource): Promise<{ edition: Edition; lineOf: Content['lineOf'] }> {
  const { data, lineOf } = await contentOf(own);
  const { unsoundInUse } = await import('../notices/unsound.ts');
  const [unsound] = unsoundInUse(data as unknown as EditionRecord);
  if (unsound) throw cannotJudge(own.file, unsound, lineOf);
  return { edition: editionFrom(data as unknown as EditionRecord), lineOf };
}

/** The text of an edition's file; throws a UsageError where it cannot be read as text. */
export async function readEditionText(
  files: Files,
  name: string,
  cwd: string,
): Promise<{ file: string; text: string }> {
  const { file, bytes } = await readOwn(files, 'edition', files.resolve(cwd, name), cwd);
  return { file, text: textOf(file, bytes) };
}

/**
 * Reads a file of the tool's own, of the kind and size that a record may have; throws a UsageError where it cannot, which
 * tells of the file that names it where one does.
 */
async function readOwn(
  files: Files,
  role: ConfigSource['role'],
  path: string,
  cwd: string,
  namedBy?: string,
): Promise<ConfigSource> {
  const file = files.reported(path, cwd);
  const read = await files.read({ path, file });
  const [zh, en] =
    namedBy === undefined ? ['', ''] : [`（${namedBy} 的 editions 里写的）`, ` (from editions of ${namedBy})`];
  if ('reason' in read)
    throw new UsageError(`读不了 ${file}${zh}：${read.reason.zh}`, `Cannot read ${file}${en}: ${read.reason.en}`);
  if ('size' in read)
    throw new UsageError(
      `读不了 ${file}${zh}：有 ${megabytes(read.size)} MB，超过 ${MAXIMUM_BYTES / 1e6} MB`,
      `Cannot read ${file}${en}: it has ${megabytes(read.size)} MB, more than ${MAXIMUM_BYTES / 1e6} MB`,
    );
  return { role, path, file, bytes: read.bytes };
}

/** An edition that does not fit together. */
const cannotJudge = (
  file: string,
  { path, atKey, message, remedy }: Unsound,
  lineOf: Content['lineOf'],
): UsageError => {
  const line = lineOf(path, atKey);
  return new UsageError(`${file}:${line} ${message.zh}；${remedy.zh}`, `${file}:${line} ${message.en}. ${remedy.en}`);
};

/** How many of the things that are not looked over yet are named. */
const MOST_NAMED = 3;

/** An edition that the config names, but nobody has compared with its notice to the end. */
function draft(file: string, { drafts }: Edition, lineOf: Content['lineOf']): UsageError {
  const named = drafts.slice(0, MOST_NAMED).map((path) => ({ name: segmentsOf(path).at(-1), line: lineOf(path) }));
  const zh = named.map(({ name, line }) => `第 ${line} 行 ${name ?? '抬头'}`).join('、');
  const en = named.map(({ name, line }) => `line ${line} ${name ?? 'its heading'}`).join(', ');
  const isMore = drafts.length > MOST_NAMED;
  return new UsageError(
    `${file} 还有 ${drafts.length} 项没有核对，不能用来判定：${zh}${isMore ? ' 等' : ''}；核对一项删去它的 draft: true，试用请写 --edition ${file}`,
    `${file} is a draft and cannot judge: ${drafts.length} not looked over, ${en}${isMore ? ' …' : ''}; delete draft: true where you have, or try it with --edition ${file}`,
  );
}

/** What a file of the tool's own says, in YAML, and on which line something in it stands. */
interface Content {
  data: Record<string, unknown>;
  /** The line of the value at a path, or of its key. */
  lineOf(path: string, atKey?: boolean): number;
}

/** The types of which a file of the tool's own takes one form alone, where a record takes several. */
const ownTypeNames: Record<string, Words> = {
  array: { zh: '成列表，用英文方括号括起来', en: 'a list, in square brackets' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
};

/** The content of a file of the tool's own; the first mistake becomes a UsageError. */
async function contentOf({ role, file, bytes }: ConfigSource): Promise<Content> {
  const text = textOf(file, bytes);
  const { documents, problems } = parseYaml(text, 'core');
  const lines = new Lines(text);
  if (problems[0]) {
    const { start, message, remedy } = problems[0];
    const line = lines.lineAt(start);
    throw new UsageError(`${file}:${line} ${message.zh}；${remedy.zh}`, `${file}:${line} ${message.en}. ${remedy.en}`);
  }
  const [document, second] = documents;
  if (second?.contents) {
    const line = lines.lineAt(second.contents.range[0]);
    throw new UsageError(
      `${file}:${line} 从这里起是 --- 后面的第二份，不会读；合并成一份`,
      `${file}:${line} a second document behind --- begins here and would not be read; make one of them`,
    );
  }
  const data = document ? plainData(document, file) : {};
  const validate = await validatorOf(role);
  if (validate(data))
    return {
      data: data as Record<string, unknown>,
      lineOf(path, atKey = false) {
        const segments = segmentsOf(path);
        const key = atKey ? keyIn(document?.getIn(segments.slice(0, -1), true), segments.at(-1)) : undefined;
        return lines.lineAt((key ?? (document?.getIn(segments, true) as Node | undefined))?.range?.[0] ?? 0);
      },
    };
  const { instancePath = '', keyword = '', params = {} } = validate.errors?.[0] ?? {};
  const segments = segmentsOf(instancePath);
  const owner = document?.getIn(segments, true);
  const key = keyIn(owner, params.additionalProperty);
  const line = lines.lineAt((key ?? (owner as Node | undefined))?.range?.[0] ?? 0);
  const at = [...segments, params.additionalProperty ?? params.missingProperty ?? []].flat().join('.');
  const choices = params.allowedValues?.join(' | ');
  // Keys that YAML takes for a text.
  const hasColon = params.type === 'object' && isScalar(owner) && /[:：]/.test(String(owner.value));
  const names: Record<string, Words> = { ...typeNames, ...ownTypeNames };
  const type = names[params.type];
  const quotes = keyword === 'type' ? quotesRemedy(params.type, valueAt(data, instancePath)) : undefined;
  const call = `hn-gp edition check ${argument(file, 'cmd')}`;
  const shown = { zh: `运行 ${call} 看怎么改`, en: `${call} tells how to mend it` };
  const remedy = quotes ?? (role === 'edition' ? shown : undefined);
  const { zh, en } = at === '' ? { zh: '整个文件', en: 'the whole file' } : { zh: `“${at}”`, en: `"${at}"` };
  const words: Record<string, Words> = {
    additionalProperties: { zh: `没有“${at}”这一项`, en: `there is no key "${at}"` },
    required: { zh: `缺“${at}”`, en: `"${at}" is missing` },
    enum: { zh: `“${at}”只能写 ${choices}`, en: `"${at}" must be ${choices}` },
    type: {
      zh: `${zh}要写${type?.zh}${hasColon ? '；冒号用英文的，后面空一格' : ''}`,
      en: `${en} asks for ${type?.en}${hasColon ? '; write a plain colon with a space behind it' : ''}`,
    },
    minimum: { zh: `${zh}不能小于 ${params.limit}`, en: `${en} must be ${params.limit} or more` },
  };
  const problem = words[keyword] ?? { zh: `${zh}不对`, en: `${en} is not valid` };
  throw new UsageError(
    `${file}:${line} ${problem.zh}${remedy ? `；${remedy.zh}` : ''}`,
    `${file}:${line} ${problem.en}${remedy ? `. ${remedy.en}` : ''}`,
  );
}

/** The node of a key in a node; undefined where that is no map or has no such key. */
const keyIn = (node: unknown, key: unknown): Scalar | undefined =>
  isMap<Scalar>(node) ? node.items.find((pair) => pair.key.value === key)?.key : undefined;

function textOf(file: string, bytes: Uint8Array): string {
  const decoded = decode(bytes);
  if ('problem' in decoded) {
    const { line, message } = notText(decoded);
    throw new UsageError(`${file}:${line} ${message.zh}`, `${file}:${line} ${message.en}`);
  }
  return decoded.text;
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
