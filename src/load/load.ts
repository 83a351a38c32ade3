import { counted, type Edit, type Finding, type Fix, joined, type Stretch, type Words } from '../model/finding.ts';
import type { AnyRecord, Kind } from '../model/kinds.ts';
import { type Mended, mend } from '../recovery/mend.ts';
import { type Readability, readWithNeeded } from '../recovery/needed.ts';
import { slipsIn } from '../recovery/read-lines.ts';
import type { Slip, SlipKind } from '../recovery/slip.ts';
import { slipWords } from '../recovery/words.ts';
import { unreadWords } from '../schema/commented-out.ts';
import { validate } from '../schema/problems.ts';
import type { Reading } from '../schema/readings.ts';
import { validatorOf } from '../schema/validators.ts';
import { propertyAt } from '../schema/vocabulary/shape.ts';
import { type Translated, type TranslationProblem, translate } from '../schema/vocabulary/translate.ts';
import {
  emptyFile,
  joinedCodes,
  missingKeys,
  notARecord,
  type SchemaWords,
  unclearName,
  unknownKey,
  unknownKind,
} from '../schema/words.ts';
import { decode, type OtherFile } from '../text/decode.ts';
import { apart, mendedLine } from '../text/edits.ts';
import { countUpTo, Lines, lineEnd } from '../text/lines.ts';
import { cellOf } from '../tree/yaml/cell-comment.ts';
import { parseYaml, type SourceProblem, tooDeep } from '../tree/yaml/parse.ts';
import { isItem, type Place, type Positions, placeAt } from '../tree/yaml/positions.ts';
import type { LoadedFile, LoadedRecord } from './loaded.ts';
import { subjectAt } from './subject.ts';

/** Slips in the writing of one value. */
const IN_VALUE: ReadonlySet<SlipKind> = new Set(['colon-in-text', 'quotes-in-text', 'special-start', 'escape']);

/** Largest file that is read, in bytes: a year's plan with every participant named is well under one megabyte. */
export const MAXIMUM_BYTES = 5_000_000;

/** Reads one file's bytes into records and yaml/ and schema/ findings; never throws for what a file says. */
export async function load(file: string, bytes: Uint8Array): Promise<LoadedFile> {
  if (bytes.length > MAXIMUM_BYTES) return fileProblem(file, tooLarge(bytes.length));
  const decoded = decode(bytes);
  if ('problem' in decoded) return fileProblem(file, notText(decoded, /\.xls[xm]?$/i.test(file)));
  const { text, encoding } = decoded;
  const read = (slips: readonly Slip[]) => new Loading(file, text, encoding, mend(text, slips)).run();
  const asWritten = await read([]);
  if (!asWritten.loaded.findings.some(({ rule }) => MENDABLE.has(rule))) return asWritten.loaded;
  const slips = slipsIn(text);
  if (slips.length === 0) return asWritten.loaded;
  const { loaded, broken } = await readWithNeeded(slips, text, read);
  // Broken in one more place, the text was not meant as it was taken.
  return broken > asWritten.broken ? asWritten.loaded : loaded;
}

/** A file as read, and how well it reads, its slips apart; a record that is not read to its end counts as broken. */
interface FileReading extends Readability {
  loaded: LoadedFile;
}

/** Findings behind which a slip of the pen may stand that keeps more of the file from being read. */
const MENDABLE: ReadonlySet<string> = new Set([
  'yaml/syntax',
  'yaml/limit',
  'yaml/duplicate-key',
  'schema/type',
  'schema/enum',
  'schema/date',
  'schema/unknown-key',
  'schema/required',
  'schema/kind',
]);

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
  decoded: { problem: 'binary' | 'utf-16' | 'neither' | OtherFile } | { problem: 'damaged'; line: number },
  isNamedWorkbook: boolean,
): FileProblem {
  const rule = 'yaml/encoding';
  const save = {
    zh: '用记事本等打开，另存为 UTF-8 编码的 YAML 文本',
    en: 'Open it in an editor and save it as YAML text in UTF-8',
  };
  const otherwise = {
    zh: '用 hn-gp init 生成一份，再把内容填进去；喜欢用 Excel 的，用 hn-gp init plan --xlsx 生成工作簿',
    en: 'Make a file with hn-gp init and fill it in; in Excel, with hn-gp init plan --xlsx',
  };
  switch (decoded.problem) {
    case 'excel':
      return {
        rule,
        line: 1,
        message: isNamedWorkbook
          ? { zh: '这是 Excel 工作簿，不能直接检查', en: 'This is an Excel workbook, which is not checked itself' }
          : {
              zh: '这是 Excel 工作簿，改了文件名也不会变成文本',
              en: 'This is an Excel workbook; another file name does not make it a text',
            },
        remedy: {
          zh: `${isNamedWorkbook ? '' : '把文件名改回 .xlsx；'}用 hn-gp init plan --xlsx 生成的工作簿，先用 hn-gp import 转成 YAML，再检查那个 YAML`,
          en: `${isNamedWorkbook ? 'Turn' : 'Name it .xlsx again, and turn'} a workbook made by hn-gp init plan --xlsx into YAML with hn-gp import, then check that`,
        },
      };
    case 'word':
    case 'office':
    case 'pdf':
    case 'zip':
    case 'web':
    case 'rtf': {
      const name = {
        word: { zh: 'Word 文档', en: 'a Word document' },
        office: { zh: '旧版 Word 或 Excel 文件', en: 'an old Word or Excel file' },
        pdf: { zh: 'PDF 文件', en: 'a PDF file' },
        zip: { zh: '压缩文件', en: 'an archive' },
        web: { zh: '网页（或存成网页的 Word、Excel 文件）', en: 'a web page, or a Word or Excel file saved as one' },
        rtf: { zh: 'RTF 文档', en: 'an RTF document' },
      }[decoded.problem];
      return {
        rule,
        line: 1,
        message: { zh: `这是${name.zh.replace(/^(?=[A-Z])/, ' ')}，不是文本`, en: `This is ${name.en}, not a text` },
        remedy: otherwise,
      };
    }
    case 'binary':
      return {
        rule,
        line: 1,
        message: { zh: '这不是文本文件', en: 'This is no text file' },
        remedy: otherwise,
      };
    case 'utf-16':
      return {
        rule,
        line: 1,
        message: {
          zh: '文件是 UTF-16 编码（记事本里的“Unicode”）',
          en: 'The file is in UTF-16 ("Unicode" in Notepad)',
        },
        remedy: {
          zh: '用 hn-gp fix 转成 UTF-8，或用记事本另存为 UTF-8',
          en: 'Turn it into UTF-8 with hn-gp fix, or save it so in an editor',
        },
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
  readonly #mended: Mended;
  readonly #findings: Finding[] = [];
  readonly #reported = new Set<string>();
  /** Where values stand that are no good, from offset to offset. */
  readonly #mistaken: [number, number][] = [];
  #lines: Lines | undefined;
  /** Records that were not read to their end: of no known kind, or with an alias that stands for nothing. */
  #unread = 0;
  #several = false;

  constructor(file: string, text: string, encoding: 'utf-8' | 'gb18030', mended: Mended) {
    this.#file = file;
    this.#text = text;
    this.#encoding = encoding;
    this.#mended = mended;
  }

  async run(): Promise<FileReading> {
    const { documents, problems, errors } = parseYaml(this.#mended.text, 'failsafe');
    this.#several = documents.length > 1;
    if (this.#encoding === 'gb18030') this.#source(gb18030);
    for (const problem of problems) this.#source(problem);
    const fileFindings = this.#findings.length;
    const broken = new Set(problems.map((problem) => problem.document));
    const ends = documents.map(({ range }) => this.#mended.written(range[2]));
    const documentOf = ({ start }: Slip) => Math.min(countUpTo(ends, start), documents.length - 1);
    const slipped = new Set(this.#mended.slips.map(documentOf));
    const records: LoadedRecord[] = [];
    const unjudged: number[] = [];
    if (documents.length === 0 && problems.length === 0) {
      this.#report('schema/required', undefined, '', null, this.#range([0, 0]), emptyFile);
    }
    for (const [index, document] of documents.entries()) {
      const record = broken.has(index) ? undefined : await this.#record(index, translate(document));
      if (record && !slipped.has(index)) records.push(record);
      else unjudged.push(index);
    }
    const recordFindings = this.#findings.splice(fileFindings);
    for (const slip of this.#mended.slips) if (!this.#isTold(slip)) this.#slip(slip, documentOf(slip));
    this.#findings.push(...recordFindings);
    this.#addMendedLines();
    const findings = this.#findings;
    const loaded = { file: this.#file, records, recordCount: documents.length, unjudged, findings };
    const found = new Set(findings.map(({ rule, line, column, message }) => `${rule} ${line}:${column} ${message.zh}`));
    return { loaded, broken: errors + this.#unread, found };
  }

  /** Whether a value that cannot be read is no good however it is read, so that its own finding says it all. */
  #isTold({ kind, start, end }: Slip): boolean {
    return IN_VALUE.has(kind) && this.#mistaken.some(([from, to]) => from < end && start < to);
  }

  #slip(slip: Slip, document: number): void {
    const { start, end, edits, repair } = slip;
    const stretch = this.#stretch(start, end);
    const fix = repair === 'none' ? undefined : { edits: apart(edits), certain: repair === 'certain' };
    this.#report(
      'yaml/syntax',
      document,
      '',
      null,
      stretch,
      { ...slipWords(slip), expected: null, actual: null },
      { fix },
    );
  }

  /** Says for each finding that can be mended how its line should read, with all that is certain put right. */
  #addMendedLines(): void {
    const certain = new Map<number, Edit[]>();
    for (const edit of this.#findings.flatMap(({ fix }) => (fix?.certain ? fix.edits : []))) {
      const line = this.#linesOf().lineAt(edit.start);
      const own = certain.get(line);
      if (own) own.push(edit);
      else certain.set(line, [edit]);
    }
    for (const finding of this.#findings) {
      const { fix, remedy, rule } = finding;
      const [first] = fix?.edits ?? [];
      // What is only a guess is asked in the remedy.
      if (!first || (rule.startsWith('schema/') && !fix?.certain)) continue;
      const { source } = finding;
      // What came from a workbook is to be mended there.
      if (cellOf(finding) !== undefined) continue;
      // The source of a line too long to show is empty.
      if (source === '' || source.length > LONGEST_SHOWN) continue;
      if (/\n/.test(first.text + this.#text.slice(first.start, first.end))) continue;
      const edits = certain.get(this.#linesOf().lineAt(first.start)) ?? [];
      const line = mendedLine(this.#text, first.start, fix?.certain ? edits : [...edits, ...(fix?.edits ?? [])]);
      const shown = line.trim();
      if (shown === '') continue;
      const indent = line.length - line.trimStart().length;
      const before = this.#text.slice(this.#text.lastIndexOf('\n', first.start - 1) + 1, first.end);
      const isMoved = /^\s*-?\s*$/.test(before) && first.text.trim() === '';
      const [then, so] = remedy.en.endsWith('?') ? ['', ' The'] : ['；', '; the'];
      finding.remedy = {
        zh: `${remedy.zh}${then}这一行${isMoved ? `前面空 ${indent} 格，` : ''}写成 ${shown}`,
        en: `${remedy.en}${so} line should read ${shown}${isMoved ? ` after ${counted(indent, 'space')}` : ''}`,
      };
    }
  }

  async #record(index: number, translated: Translated): Promise<LoadedRecord | undefined> {
    const { kind, record, positions, problems, isWhole, writes } = translated;
    for (const problem of problems) this.#translation(index, problem, translated);
    if (!kind || !isWhole) {
      this.#unread += 1;
      return undefined;
    }
    const misspelt = new Set(problems.flatMap(({ meant }) => meant ?? []));
    const mistakes = validate(await validatorOf(kind), kind, record, writes, misspelt);
    for (const { rule, path, missing = [], ...words } of mistakes) {
      const place = placeAt(record, positions, path) as Place;
      const range = this.#range(place.value);
      if (rule !== 'schema/required')
        this.#mistaken.push(place.value.map((at) => this.#mended.written(at)) as [number, number]);
      const key = place.key[0] >= 0 && range.endLine > range.line ? { key: this.#range(place.key) } : {};
      if (missing.length > 0) {
        const { text } = this.#mended;
        const unread = unreadWords(text.slice(place.value[0], lineEnd(text, place.value[1])), missing);
        if (unread) words.remedy = joined([words.remedy, unread], '；', '; ');
      }
      const fix = this.#fix(words.reading ?? oneOfList(rule, this.#mended.text.slice(...place.value)), place.value);
      this.#report(rule, index, path, subjectAt(record, path), { ...range, ...key }, words, { fix });
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

  #translation(index: number, problem: TranslationProblem, { kind, record, positions, writes }: Translated): void {
    const { rule, path, start, end, known, first, meant } = problem;
    const written = problem.written || this.#mended.text.slice(start, end);
    if (rule === 'yaml/limit') {
      this.#source({ ...tooDeep(start), ...aliasBomb, start, end, document: index });
      return;
    }
    const words: SchemaWords = {
      'schema/enum': () => joinedCodes(keyAt(kind, path, writes), written, problem.parts ?? [], isItem(path)),
      'schema/unknown-key': () => unknownKey(written, known, writes, problem.homes),
      'schema/kind': () => unknownKind(written, known, writes),
      'schema/required': () => missingKeys(known, writes),
      'schema/type': () => notARecord,
      'yaml/duplicate-key': () => (path === '/kind' ? secondRecord : this.#duplicateKey(written, first as number)),
      'yaml/syntax': () =>
        written.startsWith('*') ? unknownAlias(written) : unclearName(keyAt(kind, path, writes), written),
    }[rule]();
    const reading = rule === 'schema/enum' ? this.#asList(words.reading, record, positions, path) : words.reading;
    const fix =
      rule === 'schema/unknown-key' && meant?.length === 0
        ? this.#thousands(written, start)
        : this.#fix(reading, [start, end]);
    this.#report(rule, index, path, subjectAt(record, path), this.#range([start, end]), words, { fix });
  }

  /** Several codes, as the items of the list that they stand in, or of one of their own. */
  #asList(reading: Reading | undefined, record: unknown, positions: Positions, path: string): Reading | undefined {
    if (!reading?.text.includes(',')) return reading;
    const [list] = placeAt(record, positions, path.slice(0, path.lastIndexOf('/')))?.value ?? [-1];
    const [item] = placeAt(record, positions, path)?.value ?? [-1];
    if (list === item) return { ...reading, text: `[${reading.text}]` };
    return this.#mended.text[list] === '[' ? reading : undefined;
  }

  /** In brackets, the comma of 1,000 parts the figure in two. */
  #thousands(written: string, start: number): Fix | undefined {
    if (!/^\d{3}$/.test(written) || !/\d,$/.test(this.#mended.text.slice(0, start))) return undefined;
    const at = this.#mended.written(start - 1);
    return { edits: [{ start: at, end: at + 1, text: '' }], certain: true };
  }

  /** A reading in place of a key or value that stands on one line. */
  #fix(reading: Reading | undefined, [start, end]: [number, number]): Fix | undefined {
    const value = this.#mended.text.slice(start, end).replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
    if (!reading || value === '' || value.includes('\n')) return undefined;
    const { written } = this.#mended;
    const edit = { start: written(start), end: written(start + value.length), text: reading.text };
    // Where the text itself is a guess, so is what it says.
    const isGuess = this.#mended.slips.some(
      ({ repair, edits }) =>
        repair !== 'certain' && edits.some(({ start, end }) => start <= edit.end && edit.start <= end),
    );
    return { edits: [edit], certain: reading.certain && !isGuess };
  }

  #duplicateKey(written: string, first: number): SchemaWords {
    const line = this.#linesOf().lineAt(this.#mended.written(first));
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
    const words = { message, remedy, expected: null, actual: null };
    this.#report(rule, document, '', null, this.#range([start, end]), words, { severity });
  }

  #linesOf(): Lines {
    this.#lines ??= new Lines(this.#text);
    return this.#lines;
  }

  /** The stretch between two offsets of the mended text. */
  #range([start, end]: [number, number]): Stretch {
    return this.#stretch(this.#mended.written(start), this.#mended.written(end));
  }

  #stretch(start: number, end: number): Stretch {
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
    { severity = 'error', fix }: { severity?: 'error' | 'warning'; fix?: Fix | undefined } = {},
  ): void {
    // A mistake inside what several aliases stand for is met once for each, and is still one mistake.
    const mistake = [rule, range.line, range.column, range.endLine, range.endColumn].join(' ');
    if (this.#reported.has(mistake)) return;
    this.#reported.add(mistake);
    const index = this.#several && record !== undefined ? { record } : {};
    const mending = fix ? { fix } : {};
    const { message, remedy, expected, actual } = this.#inCell(words, cellOf(range), fix);
    this.#findings.push({
      ...plain,
      rule,
      severity,
      message,
      remedy,
      expected,
      actual,
      file: this.#file,
      ...index,
      path,
      subject,
      ...range,
      ...mending,
    });
  }

  /** The words of a finding as they are for one who mends it in a cell of a workbook; as they are where there is no cell. */
  #inCell(words: SchemaWords, cell: string | undefined, fix: Fix | undefined): SchemaWords {
    if (cell === undefined) return words;
    if (words.workbook) return { ...words, ...words.workbook };
    const [edit] = fix?.certain ? fix.edits : [];
    if (!edit) return words;
    const bare = (text: string) => text.replace(/^["[](.*)["\]]$/, '$1');
    const [found, value] = [bare(this.#text.slice(edit.start, edit.end)), bare(edit.text)];
    const remedy = {
      zh: `在工作簿里把 ${cell} 的“${found}”改成 ${value.replaceAll(', ', '、')}`,
      en: `In the workbook, change "${found}" in ${cell} to ${value}`,
    };
    return { ...words, remedy };
  }
}

/** Longest line that a remedy writes out, in UTF-16 units. */
const LONGEST_SHOWN = 200;

/** The only item of a list that stands where one value belongs. */
function oneOfList(rule: string, written: string): Reading | undefined {
  const [, bracketed, dashed] = /^(?:\[\s*([^[\]{},#"'\n]+?)\s*\]|- +([^[\]{}#"'\n:]+))\s*$/.exec(written) ?? [];
  const item = rule === 'schema/type' ? (bracketed ?? dashed?.trim()) : undefined;
  return item === undefined ? undefined : { text: item, certain: true };
}

const keyAt = (kind: Kind | undefined, path: string, writes: 'zh' | 'en'): string => {
  const property = kind && propertyAt(kind, path);
  return (writes === 'zh' ? property?.title : property?.name) ?? '';
};

const gb18030: SourceProblem = {
  rule: 'yaml/encoding',
  severity: 'warning',
  start: 0,
  end: 0,
  message: { zh: '文件是 GBK（GB18030）编码，已按此读取', en: 'The file is in GBK (GB18030) and was read as such' },
  remedy: {
    zh: '建议用 hn-gp fix 转成 UTF-8，以免在别的电脑上变成乱码',
    en: 'Better turn it into UTF-8 with hn-gp fix, so that it reads the same on every computer',
  },
};

const secondRecord: SchemaWords = {
  message: {
    zh: '第二份记录从这里开始，和第一份没有隔开',
    en: 'A second record begins here, with nothing between it and the first',
  },
  remedy: { zh: '前面加一行 ---，或者存成另一个文件', en: 'Put a line --- before it, or keep it in a file of its own' },
  expected: null,
  actual: null,
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
