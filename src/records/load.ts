import type { Finding, Stretch, Words } from '../finding.ts';
import { validate } from '../schema/problems.ts';
import { validatorOf } from '../schema/validators.ts';
import { emptyFile, missingKeys, notARecord, type SchemaWords, unknownKey, unknownKind } from '../schema/words.ts';
import { decode } from '../source/decode.ts';
import { Lines } from '../source/lines.ts';
import { parseYaml, type SourceProblem, tooDeep } from '../source/parse.ts';
import { type Place, placeAt } from '../source/positions.ts';
import { type Translated, type TranslationProblem, translate } from '../vocabulary/translate.ts';
import type { AnyRecord } from './kinds.ts';
import type { LoadedFile, LoadedRecord } from './loaded.ts';
import { subjectAt } from './subject.ts';

/** Largest file that is read, in bytes: a year's plan with every participant named is well under one megabyte. */
export const MAXIMUM_BYTES = 5_000_000;

/** Reads one file's bytes into records and yaml/ and schema/ findings; never throws for what a file says. */
export async function load(file: string, bytes: Uint8Array): Promise<LoadedFile> {
  if (bytes.length > MAXIMUM_BYTES) return fileProblem(file, tooLarge(bytes.length));
  const decoded = decode(bytes);
  if ('problem' in decoded) return fileProblem(file, notText(decoded));
  return new Loading(file, decoded.text, decoded.encoding).run();
}

/** The result for a file too large to read; `size` in bytes. */
export const loadTooLarge = (file: string, size: number): LoadedFile => fileProblem(file, tooLarge(size));

interface FileProblem {
  rule: 'yaml/encoding' | 'yaml/limit';
  line: number;
  message: Words;
  remedy: Words;
}

const tooLarge = (size: number): FileProblem => ({
  rule: 'yaml/limit',
  line: 1,
  message: {
    zh: `文件有 ${(size / 1e6).toFixed(1)} MB，超过 ${MAXIMUM_BYTES / 1e6} MB，没有读`,
    en: `The file has ${(size / 1e6).toFixed(1)} MB, more than ${MAXIMUM_BYTES / 1e6} MB, and was not read`,
  },
  remedy: {
    zh: '计划文件只有几十 KB；请核对是不是选错了文件，或分成几个文件',
    en: 'A plan has some tens of kilobytes: check that this is the right file, or split it',
  },
});

function notText(
  decoded: { problem: 'binary' | 'utf-16' | 'neither' } | { problem: 'damaged'; line: number },
): FileProblem {
  const rule = 'yaml/encoding';
  const save = {
    zh: '用记事本等打开，另存为 UTF-8 编码的 YAML 文本',
    en: 'Open it in an editor and save it as YAML text in UTF-8',
  };
  switch (decoded.problem) {
    case 'binary':
      return {
        rule,
        line: 1,
        message: {
          zh: '这不是文本文件（可能是 Word、Excel 或压缩文件）',
          en: 'This is no text file (perhaps Word, Excel or an archive)',
        },
        remedy: { zh: '请给出 YAML 文本文件', en: 'Give a YAML text file' },
      };
    case 'utf-16':
      return {
        rule,
        line: 1,
        message: {
          zh: '文件是 UTF-16 编码（记事本里的“Unicode”）',
          en: 'The file is in UTF-16 ("Unicode" in Notepad)',
        },
        remedy: save,
      };
    case 'damaged':
      return {
        rule,
        line: decoded.line,
        message: {
          zh: '这一行有损坏的字符（不是正确的 UTF-8）',
          en: 'A character on this line is damaged (not valid UTF-8)',
        },
        remedy: {
          zh: '改正这一行的乱码，存为 UTF-8',
          en: 'Mend the garbled characters on this line and save in UTF-8',
        },
      };
    case 'neither':
      return {
        rule,
        line: 1,
        message: {
          zh: '文件既不是 UTF-8，也不是 GB18030（GBK）编码',
          en: 'The file is neither in UTF-8 nor in GB18030 (GBK)',
        },
        remedy: save,
      };
  }
}

const plain = { policy: null, clause: null, modality: null } as const;

function fileProblem(file: string, { rule, line, message, remedy }: FileProblem): LoadedFile {
  const finding: Finding = {
    ...plain,
    rule,
    severity: 'error',
    message,
    remedy,
    expected: null,
    actual: null,
    file,
    path: '',
    subject: null,
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
    source: '',
  };
  return { file, records: [], recordCount: 0, unjudged: [], findings: [finding] };
}

class Loading {
  readonly #file: string;
  readonly #text: string;
  readonly #encoding: 'utf-8' | 'gb18030';
  readonly #findings: Finding[] = [];
  readonly #reported = new Set<string>();
  #lines: Lines | undefined;
  #several = false;

  constructor(file: string, text: string, encoding: 'utf-8' | 'gb18030') {
    this.#file = file;
    this.#text = text;
    this.#encoding = encoding;
  }

  async run(): Promise<LoadedFile> {
    const { documents, problems } = parseYaml(this.#text, 'failsafe');
    this.#several = documents.length > 1;
    if (this.#encoding === 'gb18030') this.#source(gb18030);
    for (const problem of problems) this.#source(problem);
    const broken = new Set(problems.map((problem) => problem.document));
    const records: LoadedRecord[] = [];
    const unjudged: number[] = [];
    if (documents.length === 0 && problems.length === 0) {
      this.#report('schema/required', undefined, '', null, this.#range([0, 0]), emptyFile);
    }
    for (const [index, document] of documents.entries()) {
      const record = broken.has(index) ? undefined : await this.#record(index, translate(document));
      if (record) records.push(record);
      else unjudged.push(index);
    }
    return { file: this.#file, records, recordCount: documents.length, unjudged, findings: this.#findings };
  }

  async #record(index: number, translated: Translated): Promise<LoadedRecord | undefined> {
    const { kind, record, positions, problems, writes } = translated;
    for (const problem of problems) this.#translation(index, problem, translated);
    if (!kind || problems.some(({ rule }) => rule === 'yaml/limit' || rule === 'yaml/syntax')) return undefined;
    const misspelt = new Set(problems.flatMap(({ meant }) => meant ?? []));
    const mistakes = validate(await validatorOf(kind), kind, record, writes, misspelt);
    for (const { rule, path, ...words } of mistakes) {
      const place = placeAt(record, positions, path) as Place;
      const range = this.#range(place.value);
      const key = place.key[0] >= 0 && range.endLine > range.line ? { key: this.#range(place.key) } : {};
      this.#report(rule, index, path, subjectAt(record, path), { ...range, ...key }, words);
    }
    if (problems.length > 0 || mistakes.length > 0) return undefined;
    return {
      file: this.#file,
      index,
      several: this.#several,
      kind,
      writes,
      positions,
      data: () => record as unknown as AnyRecord,
    };
  }

  #translation(index: number, problem: TranslationProblem, { record, writes }: Translated): void {
    const { rule, path, start, end, known, first } = problem;
    const written = problem.written || this.#text.slice(start, end);
    if (rule === 'yaml/limit') {
      this.#source({ ...tooDeep(start), ...aliasBomb, start, end, document: index });
      return;
    }
    const words = {
      'schema/unknown-key': () => unknownKey(written, known, writes),
      'schema/kind': () => unknownKind(written, known, writes),
      'schema/required': () => missingKeys(known, writes),
      'schema/type': () => notARecord,
      'yaml/duplicate-key': () => this.#duplicateKey(written, first as number),
      'yaml/syntax': () => unknownAlias(written),
    }[rule]();
    this.#report(rule, index, path, subjectAt(record, path), this.#range([start, end]), words);
  }

  #duplicateKey(written: string, first: number): SchemaWords {
    const line = this.#linesOf().lineAt(first);
    return {
      message: {
        zh: `“${written}”写了两次，第一次在第 ${line} 行`,
        en: `"${written}" stands twice; the first is on line ${line}`,
      },
      remedy: {
        zh: '只留一处（中文名和英文名算同一项）',
        en: 'Keep one of them (the Chinese and the English name are the same key)',
      },
      expected: null,
      actual: null,
    };
  }

  #source({ rule, severity, start, end, document, message, remedy }: SourceProblem): void {
    this.#report(
      rule,
      document,
      '',
      null,
      this.#range([start, end]),
      { message, remedy, expected: null, actual: null },
      severity,
    );
  }

  #linesOf(): Lines {
    this.#lines ??= new Lines(this.#text);
    return this.#lines;
  }

  #range([start, end]: [number, number]): Stretch {
    const lines = this.#linesOf();
    const range = lines.range(start, end);
    return { ...range, source: lines.lineText(range.line) };
  }

  #report(
    rule: string,
    record: number | undefined,
    path: string,
    subject: string | null,
    range: Stretch & { key?: Stretch },
    words: SchemaWords,
    severity: 'error' | 'warning' = 'error',
  ): void {
    // A mistake inside what several aliases stand for is met once for each, and is still one mistake.
    const mistake = [rule, range.line, range.column, range.endLine, range.endColumn].join(' ');
    if (this.#reported.has(mistake)) return;
    this.#reported.add(mistake);
    const index = this.#several && record !== undefined ? { record } : {};
    this.#findings.push({ ...plain, rule, severity, ...words, file: this.#file, ...index, path, subject, ...range });
  }
}

const gb18030: SourceProblem = {
  rule: 'yaml/encoding',
  severity: 'warning',
  start: 0,
  end: 0,
  message: { zh: '文件是 GBK（GB18030）编码，已按此读取', en: 'The file is in GBK (GB18030) and was read as such' },
  remedy: {
    zh: '建议另存为 UTF-8，以免在别的电脑上变成乱码',
    en: 'Better save it as UTF-8, so that it reads the same on every computer',
  },
};

const aliasBomb = {
  message: {
    zh: '“*”引用展开后太多或循环引用，没有继续读',
    en: 'Aliases (*) unfold to too much, or to themselves; reading stopped',
  },
  remedy: { zh: '不用引用，把内容直接写出来', en: 'Write the content out instead of using aliases' },
};

const unknownAlias = (written: string): SchemaWords => ({
  message: { zh: `“${written}”引用的名字前面没有定义过`, en: `Nothing before this is named "${written}"` },
  remedy: {
    zh: '如果是文字内容，放进引号；否则检查引用的名字',
    en: 'If it is text, put it in quotes; else check the name',
  },
  expected: null,
  actual: null,
});
