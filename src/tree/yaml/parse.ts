import { Composer, type CST, type Document, isScalar, Lexer, type ParsedNode, Parser } from 'yaml';
import type { Words } from '../../model/finding.ts';
import { listWithoutKey, syntaxWords } from './syntax-words.ts';

/** Deepest nesting of lists and maps that is read; a record needs no more than eight levels. */
export const MAXIMUM_DEPTH = 64;

/** Most lexemes that are read: each takes about 300 bytes of memory, and a plan of two thousand sessions has a tenth of them. */
const MAXIMUM_LEXEMES = 1_000_000;

/** Most documents that are read; each is a record of its own, which takes far more work than a session in a plan. */
export const MAXIMUM_DOCUMENTS = 10_000;

/** Most mistakes of a file that are looked for, whatever is made of them. */
export const MAXIMUM_MISTAKES = 6_000;

/** Most findings of a file, keys of the author's own among them: two thousand sessions with ten such columns have as many. */
export const MAXIMUM_FINDINGS = 20_000;

/** A file-level mistake: the rule id it is reported by, where, and its words. */
export interface SourceProblem {
  rule: 'yaml/syntax' | 'yaml/encoding' | 'yaml/limit';
  severity: 'error' | 'warning';
  /** Offsets of the stretch at fault. */
  start: number;
  end: number;
  /** 0-based document of the file, where the mistake lies inside one. */
  document?: number;
  message: Words;
  remedy: Words;
}

/** One YAML document that has something in it. */
export type YamlDocument = Document.Parsed<ParsedNode>;

/** One record as a tree of keys and values, each with the offsets of a text: a document of YAML, or what sheets of a workbook hold. */
export type Tree = Pick<YamlDocument, 'contents' | 'range'>;

/** The records of a text as trees, and the first syntax error of each that has one. */
export interface ParsedTrees {
  documents: readonly Tree[];
  problems: SourceProblem[];
  /** How many errors there are in all. */
  errors: number;
  /** How many lexemes were read. */
  lexemes: number;
}

/** The same as documents of YAML. */
export interface Parsed extends ParsedTrees {
  documents: YamlDocument[];
}

/**
 * What YAML 1.2 forbids raw (a carriage return alone it reads as a line break, which nothing else here does); it would also
 * be able to colour a terminal. Escapes in quotes ("\e") are legal YAML.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
export const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\r(?!\n)/;

/**
 * Parses text as YAML 1.2, whatever a %YAML directive says, and never runs or resolves custom tags. Under `failsafe` every
 * scalar stays text, for a caller that knows what each should be; under `core` numbers, booleans and null are told apart,
 * and a key that stands twice is an error.
 */
export function parseYaml(text: string, schema: 'core' | 'failsafe'): Parsed {
  const control = CONTROL.exec(text);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return {
      documents: [],
      errors: 1,
      lexemes: 0,
      problems: [
        {
          rule: 'yaml/syntax',
          severity: 'error',
          start: control.index,
          end: control.index + 1,
          message: {
            zh: `这里有一个看不见的控制字符（U+${code}）`,
            en: `An invisible control character (U+${code}) is here`,
          },
          remedy: {
            zh: '删掉这个字符；多半是从别处粘贴时带进来的',
            en: 'Delete it; it usually comes along when text is pasted',
          },
        },
      ],
    };
  }
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let nesting = 0;
  let lexemes = 0;
  let ended = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document') ended += 1;
    }
    if (lexemes > MAXIMUM_LEXEMES || ended >= MAXIMUM_DOCUMENTS)
      return { documents: [], errors: 1, lexemes, problems: [tooMuch(parser.offset)] };
    nesting = Math.max(nesting, parser.stack.length);
    // Each level of a collection takes at most two places on the parser's stack.
    if (nesting > 2 * MAXIMUM_DEPTH) return { documents: [], errors: 1, lexemes, problems: [tooDeep(parser.offset)] };
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer<ParsedNode>({
    version: '1.2',
    schema,
    uniqueKeys: schema === 'core',
    prettyErrors: false,
  });
  const documents: YamlDocument[] = [];
  const problems: SourceProblem[] = [];
  let errors = 0;
  for (const document of withoutTraces(() => [...composer.compose(tokens, false, text.length)]) as YamlDocument[]) {
    const error = document.errors[0] ?? document.warnings[0];
    errors += document.errors.length + document.warnings.length;
    if (error) {
      const list = AS_KEY.has(error.code) ? listBehind(text, error.pos[0]) : undefined;
      const [start, end] = list === undefined ? error.pos : [list, list + 1];
      const words = list === undefined ? syntaxWords(error, text, start) : listWithoutKey;
      problems.push({
        rule: 'yaml/syntax',
        severity: 'error',
        start,
        end: Math.max(end, start + 1),
        document: documents.length,
        ...words,
      });
    }
    if (error || !isEmpty(document)) documents.push(document);
  }
  return { documents, problems, errors, lexemes };
}

/**
 * What a function gives, run so that errors made in it hold no trace of calls: broken text makes an error of nearly every
 * sign of it, and tracing them takes ten times as long as finding them.
 */
function withoutTraces<Given>(run: () => Given): Given {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Errors that say of a list that it cannot be a key. */
const AS_KEY: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']);

/** Where a list begins behind an offset, blanks and remarks apart; undefined where something else stands there. */
function listBehind(text: string, offset: number): number | undefined {
  const before = /(?:\s|#.*\r?\n)*(?=-\s)/y;
  before.lastIndex = offset;
  return before.test(text) ? before.lastIndex : undefined;
}

/** The finding for text nested beyond MAXIMUM_DEPTH. */
export function tooDeep(offset: number): SourceProblem {
  return {
    rule: 'yaml/limit',
    severity: 'error',
    start: offset,
    end: offset + 1,
    message: {
      zh: `嵌套超过 ${MAXIMUM_DEPTH} 层，没有继续读`,
      en: `Nested more than ${MAXIMUM_DEPTH} levels deep; reading stopped`,
    },
    remedy: { zh: '检查括号是否成对、缩进是否正确', en: 'Check that brackets are paired and the indentation is right' },
  };
}

/** The finding for text of more than MAXIMUM_LEXEMES or MAXIMUM_DOCUMENTS. */
function tooMuch(offset: number): SourceProblem {
  return {
    rule: 'yaml/limit',
    severity: 'error',
    start: offset,
    end: offset + 1,
    message: {
      zh: '内容太多，一个文件读不了这么多：读到这里就没有再读，整个文件都没有判定',
      en: 'There is more in this file than is read of one; reading stopped here, and nothing in it was judged',
    },
    remedy: {
      zh: `拆成几个文件，每个不超过 1 MB、${MAXIMUM_DOCUMENTS} 份记录；成片的空行删掉`,
      en: `Split it into several files of at most 1 MB and ${MAXIMUM_DOCUMENTS} records each, and delete long runs of blank lines`,
    },
  };
}

/** The finding for a file of more findings than are told; where it has slips, much of it is mended in one go. */
export const tooManyFindings = (most: number, hasSlips: boolean): SourceProblem => ({
  rule: 'yaml/limit',
  severity: 'error',
  start: 0,
  end: 0,
  message: {
    zh: `问题超过 ${most} 处：只列出前面这些，后面的没有再查，整个文件都没有判定`,
    en: `More than ${most} findings: only the first are listed, the rest was not looked at, and nothing in the file was judged`,
  },
  remedy: {
    zh: `多半是同一种写法从头错到尾：${hasSlips ? '先用 hn-gp fix 改一遍，或' : ''}照前几处的提示全文替换，或拆成几个文件，再查一次`,
    en: `Most likely one mistake runs through all of it: ${hasSlips ? 'let hn-gp fix mend it, or ' : ''}replace it throughout as the first findings say, or split the file, and check again`,
  },
});

function isEmpty({ contents }: YamlDocument): boolean {
  return contents === null || (isScalar(contents) && !contents.value && !contents.anchor);
}
