import { type Finding, type Fix, joined, type Severity, type Stretch } from '../model/finding.ts';
import type { AnyRecord, Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { type Mended, mend } from '../recovery/mend.ts';
import type { Readability } from '../recovery/needed.ts';
import type { Slip, SlipKind } from '../recovery/slip.ts';
import { slipWords } from '../recovery/words.ts';
import { unreadWords } from '../schema/commented-out.ts';
import { validate } from '../schema/problems.ts';
import { validatorOf } from '../schema/validators.ts';
import type { HoursPerDay } from '../schema/vocabulary/forms.ts';
import { propertyAt } from '../schema/vocabulary/shape.ts';
import { type Translated, type TranslationProblem, translate } from '../schema/vocabulary/translate.ts';
import {
  emptyFile,
  joinedCodes,
  missingKeys,
  notARecord,
  ownKey,
  type SchemaWords,
  unclearName,
  unknownKey,
  unknownKind,
} from '../schema/words.ts';
import type { Encoding } from '../text/decode.ts';
import { apart, overlapWith } from '../text/edits.ts';
import { countUpTo, Lines } from '../text/lines.ts';
import { cellOf } from '../tree/yaml/cell-comment.ts';
import {
  MAXIMUM_FINDINGS,
  MAXIMUM_MISTAKES,
  parseYaml,
  type SourceProblem,
  tooDeep,
  tooManyFindings,
} from '../tree/yaml/parse.ts';
import { isItem, movedPositions, placeAt, pointerTo } from '../tree/yaml/positions.ts';
import { asList, fixIn, oneOfList } from './fixes.ts';
import type { LoadedFile, LoadedRecord } from './loaded.ts';
import { inCell } from './should-read.ts';
import type { ReportedSlip } from './slip-cost.ts';
import { subjectAt } from './subject.ts';
import { isJudgeable, unreadableBy } from './unreadable.ts';
import { aliasBomb, duplicateKey, otherEncoding, secondRecord, unknownAlias } from './words.ts';

/** A file as read, and how well it reads, its slips apart; a record that is not read to its end counts as broken. */
export interface FileReading extends Readability {
  /** Its slips are read as they were meant; what those cost that are not certain is not settled yet. */
  loaded: LoadedFile;
  slips: readonly ReportedSlip[];
  /** The lines of the text. */
  lines(): Lines;
}

/** Reads a text, with `slips` read as they were meant, into records and findings. */
export const readText = (
  file: string,
  text: string,
  encoding: Encoding,
  slips: readonly Slip[],
  hoursPerDay: HoursPerDay,
): Promise<FileReading> => new Loading(file, text, encoding, mend(text, slips), hoursPerDay).run();

/** About as many units of text are read in the time that one lexeme takes, and one finding or error of the parser. */
const UNITS_OF_LEXEME = 4;
const UNITS_OF_FINDING = 250;

/** Slips in the writing of one value. */
const IN_VALUE: ReadonlySet<SlipKind> = new Set(['colon-in-text', 'quotes-in-text', 'special-start', 'escape']);

/** How far behind an object what is commented out on its last line is looked for, in UTF-16 units. */
const LONGEST_REMARK = 400;

class Loading {
  readonly #file: string;
  readonly #text: string;
  readonly #encoding: Encoding;
  readonly #mended: Mended;
  readonly #findings: Finding[] = [];
  readonly #reported = new Set<string>();
  readonly #hoursPerDay: HoursPerDay;
  readonly #slips: ReportedSlip[] = [];
  /** Where values stand that are no good, from offset to offset. */
  readonly #mistaken: { start: number; end: number }[] = [];
  #lines: Lines | undefined;
  /** Records that were not read to their end: of no known kind, or with aliases that unfold to too much. */
  #unread = 0;
  #several = false;
  #mistakes = 0;
  /** Whether there are more than MAXIMUM_MISTAKES or MAXIMUM_FINDINGS: no more are told, and nothing of the file is judged. */
  #isFull = false;

  constructor(file: string, text: string, encoding: Encoding, mended: Mended, hoursPerDay: HoursPerDay) {
    this.#hoursPerDay = hoursPerDay;
    this.#file = file;
    this.#text = text;
    this.#encoding = encoding;
    this.#mended = mended;
  }

  async run(): Promise<FileReading> {
    const { documents, problems, errors, lexemes } = parseYaml(this.#mended.text, 'failsafe');
    this.#several = documents.length > 1;
    if (this.#encoding !== 'utf-8') this.#source(otherEncoding(this.#encoding));
    for (const problem of problems) this.#source(problem);
    const fileFindings = this.#findings.length;
    const broken = new Set(problems.map((problem) => problem.document));
    const ends = documents.map(({ range }) => this.#mended.written(range[2]));
    const documentOf = ({ start }: Slip) => Math.min(countUpTo(ends, start), documents.length - 1);
    const records: LoadedRecord[] = [];
    const unjudged: number[] = [];
    if (documents.length === 0 && problems.length === 0) {
      this.#report('schema/required', undefined, '', null, this.#range([0, 0]), emptyFile);
    }
    for (const [index, document] of documents.entries()) {
      const isRead = !broken.has(index) && !this.#isFull;
      const record = isRead ? await this.#record(index, translate(document, this.#hoursPerDay)) : undefined;
      if (record) records.push(record);
      else unjudged.push(index);
    }
    const recordFindings = this.#findings.splice(fileFindings);
    // Where a value is no good however it is read, its own finding says it all.
    const isMistaken = overlapWith(this.#mistaken);
    for (const slip of tabsAsOne(this.#mended.slips)) {
      if (this.#isFull) break;
      if (!(IN_VALUE.has(slip.kind) && isMistaken(slip.start, slip.end))) this.#slip(slip, documentOf(slip));
    }
    for (const finding of recordFindings) this.#findings.push(finding);
    if (this.#isFull)
      this.#source(tooManyFindings(this.#mistakes < MAXIMUM_MISTAKES ? MAXIMUM_FINDINGS : MAXIMUM_MISTAKES));
    const findings = this.#findings;
    const text = this.#text;
    const read = this.#isFull ? { records: [], unjudged: [...documents.keys()] } : { records, unjudged };
    const loaded = { file: this.#file, ...read, recordCount: documents.length, findings, text: () => text };
    let said: ReadonlySet<string> | undefined;
    const found = () => {
      said ??= new Set(findings.map(({ rule, line, column, message }) => `${rule} ${line}:${column} ${message.zh}`));
      return said;
    };
    const reading = text.length + UNITS_OF_LEXEME * lexemes + UNITS_OF_FINDING * (findings.length + errors);
    // What was not read to its end is no ground for trying how it reads otherwise.
    const work = this.#isFull ? Number.POSITIVE_INFINITY : reading;
    return { loaded, slips: this.#slips, broken: errors + this.#unread, found, work, lines: () => this.#linesOf() };
  }

  #slip(slip: Slip, document: number): void {
    const { start, end, edits, applicability } = slip;
    const stretch = this.#stretch(start, end);
    const fix = applicability === 'none' ? undefined : { edits: apart(edits), applicability };
    const words = { ...slipWords(slip), expected: null, actual: null };
    const finding = this.#report('yaml/syntax', document, '', null, stretch, words, { fix });
    if (finding) this.#slips.push({ finding, document, at: slip });
  }

  async #record(index: number, translated: Translated): Promise<LoadedRecord | undefined> {
    const { kind, record, positions, problems, isWhole, writes } = translated;
    if (translated.isFull) this.#isFull = true;
    for (const problem of problems) this.#translation(index, problem, translated);
    if (!kind || !isWhole) {
      this.#unread += 1;
      return undefined;
    }
    const misspelt = new Set(problems.flatMap(({ meant }) => meant ?? []));
    const unreadable = new Set(problems.flatMap(unreadableBy));
    const placeOf = (path: string) => present(placeAt(record, positions, path), 'place of a mistake');
    const writtenAt = (path: string) => this.#mended.text.slice(...placeOf(path).value).trimEnd();
    const keyAt = (path: string) => this.#keyAt(translated, path);
    const mistakes = validate(await validatorOf(kind), kind, record, writes, misspelt, writtenAt, keyAt);
    if (mistakes.length > MAXIMUM_MISTAKES) this.#isFull = true;
    const toldBefore = new Set(problems.flatMap(({ rule, path }) => (rule === 'yaml/syntax' ? path : [])));
    for (const { rule, path, missing = [], ...words } of mistakes) {
      if (toldBefore.has(path)) continue;
      for (const lost of rule === 'schema/required' ? missing.map(({ name }) => pointerTo(path, name)) : [path])
        unreadable.add(lost);
      const place = placeOf(path);
      const range = this.#range(place.value);
      if (rule !== 'schema/required')
        this.#mistaken.push({
          start: this.#mended.written(place.value[0]),
          end: this.#mended.written(place.value[1]),
        });
      const key = place.key[0] >= 0 && range.endLine > range.line ? { key: this.#range(place.key) } : {};
      if (missing.length > 0) {
        const [start, end] = place.value;
        const [remark = ''] = this.#mended.text.slice(end, end + LONGEST_REMARK).split('\n', 1);
        const unread = unreadWords(this.#mended.text.slice(start, end) + remark, missing);
        if (unread) words.remedy = joined([words.remedy, unread], '；', '; ');
      }
      const fix = fixIn(
        this.#mended,
        words.reading ?? oneOfList(rule, this.#mended.text.slice(...place.value)),
        place.value,
      );
      this.#report(rule, index, path, subjectAt(record, path), { ...range, ...key }, words, { fix });
    }
    if (!isJudgeable(kind, unreadable)) return undefined;
    return {
      file: this.#file,
      index,
      several: this.#several,
      kind,
      writes,
      positions: this.#mended.slips.length > 0 ? movedPositions(positions, this.#mended.written) : positions,
      unreadable: [...unreadable],
      data: () => record as unknown as AnyRecord,
    };
  }

  /** The key at a path, or of the list that a path is an item of, as its author wrote it. */
  #keyAt({ record, positions }: Translated, path: string): string {
    const owner = path.replace(/(?:\/\d+)+$/, '');
    const { key } = present(placeAt(record, positions, owner), 'place of a key');
    return this.#mended.text.slice(...key).replace(/^["']|["']$/g, '');
  }

  #translation(index: number, problem: TranslationProblem, translated: Translated): void {
    const { kind, record, positions, writes } = translated;
    const { rule, path, start, end, known, first } = problem;
    const written = problem.written || this.#mended.text.slice(start, end);
    if (rule === 'yaml/limit') {
      this.#source({ ...tooDeep(start), ...aliasBomb, start, end, document: index });
      return;
    }
    const words: SchemaWords = {
      'schema/enum': () =>
        joinedCodes(this.#keyAt(translated, path), written, problem.parts ?? [], isListAt(kind, path)),
      'schema/unknown-key': () =>
        problem.isOwn
          ? ownKey(written, problem.homes ?? [], writes)
          : unknownKey(written, problem.near, problem.isFree === true),
      'schema/kind': () => unknownKind(written, known, writes),
      'schema/required': () => missingKeys(known, writes),
      'schema/type': () => notARecord,
      'yaml/duplicate-key': () =>
        path === '/kind' ? secondRecord : this.#duplicateKey(written, present(first, 'key of the same name')),
      'yaml/syntax': () =>
        written.startsWith('*') ? unknownAlias(written) : unclearName(this.#keyAt(translated, path), written),
    }[rule]();
    const reading =
      rule === 'schema/enum' ? asList(this.#mended, words.reading, record, positions, path) : words.reading;
    const fix = fixIn(this.#mended, reading, [start, end]);
    const severity = problem.isOwn ? 'info' : 'error';
    const range = this.#range([start, end]);
    const finding = this.#report(rule, index, path, subjectAt(record, path), range, words, { severity, fix });
    if (finding && problem.isSlip) this.#slips.push({ finding, document: index, at: path });
  }

  #duplicateKey(written: string, first: number): SchemaWords {
    return duplicateKey(written, this.#linesOf().lineAt(this.#mended.written(first)));
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
    const { line, column, endLine, endColumn } = lines.range(start, end);
    return { line, column, endLine, endColumn, source: lines.lineText(line) };
  }

  #report(
    rule: string,
    record: number | undefined,
    path: string,
    subject: string | null,
    range: Stretch & { key?: Stretch },
    words: SchemaWords,
    { severity = 'error', fix }: { severity?: Severity; fix?: Fix | undefined } = {},
  ): Finding | undefined {
    // A mistake inside what several aliases stand for is met once for each, and is still one mistake.
    const mistake = [rule, range.line, range.column, range.endLine, range.endColumn].join(' ');
    if (this.#reported.has(mistake)) return undefined;
    if (rule !== 'yaml/limit') {
      const isMistake = severity !== 'info';
      if (this.#reported.size >= MAXIMUM_FINDINGS || (isMistake && this.#mistakes >= MAXIMUM_MISTAKES)) {
        this.#isFull = true;
        return undefined;
      }
      if (isMistake) this.#mistakes += 1;
    }
    this.#reported.add(mistake);
    const { message, remedy, expected, actual } = inCell(words, cellOf(range), fix, this.#text);
    const { line, column, endLine, endColumn, source, key } = range;
    // Written out, since there may be tens of thousands of them, and spreading makes objects that are slow and large.
    const finding: Finding = {
      policy: null,
      clause: null,
      modality: null,
      rule,
      severity,
      message,
      remedy,
      expected,
      actual,
      file: this.#file,
      path,
      subject,
      line,
      column,
      endLine,
      endColumn,
      source,
    };
    if (this.#several && record !== undefined) finding.record = record;
    if (key) finding.key = key;
    if (fix) finding.fix = fix;
    this.#findings.push(finding);
    return finding;
  }
}

/** All tabs of a file are one slip, at the first of them. */
function tabsAsOne(slips: readonly Slip[]): readonly Slip[] {
  const isTab = ({ kind, applicability }: Slip) => kind === 'tab' && applicability === 'certain';
  const [first, ...others] = slips.filter(isTab);
  if (!first || others.length === 0) return slips;
  const edits = [first, ...others].flatMap((slip) => slip.edits);
  return slips.flatMap((slip) => (!isTab(slip) ? slip : slip === first ? { ...slip, edits } : []));
}
/** Whether a value at a path is one of a list, or stands for the whole of one. */
const isListAt = (kind: Kind | undefined, path: string): boolean =>
  isItem(path) || (kind !== undefined && propertyAt(kind, path)?.shape.type === 'array');
