import { type Cell, type Finding, type Fix, joined, type Severity, type Stretch } from '../model/finding.ts';
import type { AnyRecord, Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { type Mended, mend } from '../recovery/mend.ts';
import type { Readability } from '../recovery/needed.ts';
import type { Slip, SlipKind } from '../recovery/slip.ts';
import { unreadWords } from '../schema/commented-out.ts';
import { validate } from '../schema/problems.ts';
import { validatorOf } from '../schema/validators.ts';
import { readValue } from '../schema/values/index.ts';
import type { HoursPerDay } from '../schema/vocabulary/forms.ts';
import { propertyAt } from '../schema/vocabulary/shape.ts';
import { type Translated, type TranslationProblem, translate } from '../schema/vocabulary/translate.ts';
import {
  badDate,
  datedTwice,
  emptyFile,
  joinedCodes,
  missingKeys,
  notARecord,
  nothingSaid,
  ownKey,
  type SchemaWords,
  unclearName,
  unknownKey,
  unknownKind,
} from '../schema/words.ts';
import { apart, overlapWith } from '../text/edits.ts';
import { countUpTo, Lines } from '../text/lines.ts';
import {
  MAXIMUM_FINDINGS,
  MAXIMUM_MISTAKES,
  type ParsedTrees,
  type SourceProblem,
  type Tree,
  tooDeep,
  tooManyFindings,
} from '../tree/yaml/parse.ts';
import { isItem, movedPositions, placeAt, pointerTo, valueAt } from '../tree/yaml/positions.ts';
import { stretchOfCell, stretchToFill } from '../workbook/places.ts';
import type { CellProblem } from '../workbook/problems.ts';
import type { SheetsRead } from '../workbook/records.ts';
import { asList, fixIn, oneOfList } from './fixes.ts';
import type { LoadedFile, LoadedRecord, UnjudgedRecord } from './loaded.ts';
import type { ParsedText } from './parsing.ts';
import { inCell } from './should-read.ts';
import type { ReportedSlip } from './slip-cost.ts';
import { subjectAt } from './subject.ts';
import { isJudgeable, noneJudged, unreadableBy } from './unreadable.ts';
import { aliasBomb, duplicateKey, secondRecord, unknownAlias } from './words.ts';

/** A file as read, and how well it reads, its slips apart; a record that is not read to its end counts as broken. */
export interface FileReading extends Readability {
  /** Its slips are read as they were meant; what those cost that are not certain is not settled yet. */
  loaded: LoadedFile;
  slips: readonly ReportedSlip[];
  /** The text with the slips mended that were read as they were meant. */
  mended: string;
  /** The lines of the text. */
  lines(): Lines;
}

/** A text to be read, and how. */
export interface Reader {
  file: string;
  text: string;
  hoursPerDay: HoursPerDay;
  limits: Limits;
}

/** Reads a parsed text into records and findings. */
export const readText = (reader: Reader, { mended, parsed }: ParsedText): Promise<FileReading> =>
  new Loading(reader, mended, parsed).run();

/** Reads a parsed text in which nothing is found but its encoding; gives nothing of any other, after no more work than that takes. */
export async function readSound(reader: Reader, { mended, parsed }: ParsedText): Promise<FileReading | undefined> {
  try {
    return await new Loading(reader, mended, parsed, { isSound: true }).run();
  } catch (error) {
    if (error instanceof Unsound) return undefined;
    throw error;
  }
}

/** Reads what the sheets of a workbook hold into records and findings. */
export function readSheets(file: string, sheets: SheetsRead, hoursPerDay: HoursPerDay): Promise<FileReading> {
  const { text, records } = sheets;
  const documents = records.map(({ tree }) => tree);
  const parsed = { documents, problems: [], errors: 0, lexemes: 0 };
  return new Loading({ file, text, hoursPerDay, limits: OF_CHECK }, mend(text, []), parsed, { sheets }).run();
}

/** How many mistakes are told of one file; of what has more, nothing is judged. */
export interface Limits {
  /** Errors, each of which costs a value at least. */
  errors: number;
  /** Errors, and slips that are read as they were meant. */
  mistakes: number;
}

/** In a check: a plan of a hundred sessions with a slip in every line has as many mistakes, and nobody mends them one by one. */
export const OF_CHECK: Limits = { errors: 1_000, mistakes: 2_000 };

/** In mending, which does away with thousands of slips at once. */
export const OF_MENDING: Limits = { errors: MAXIMUM_MISTAKES, mistakes: MAXIMUM_MISTAKES };

/** About as many units of text are read in the time that one lexeme takes, and one finding or error of the parser. */
const UNITS_OF_LEXEME = 4;
const UNITS_OF_FINDING = 250;

/** How much work it takes to parse a text, in units of text. */
export const workOf = ({ length }: string, { lexemes, errors }: Pick<ParsedTrees, 'lexemes' | 'errors'>): number =>
  length + UNITS_OF_LEXEME * lexemes + UNITS_OF_FINDING * errors;

const translations = new WeakMap<Tree, Translated>();

/** What gives a value and holds no more than that: made where a file is read, it would keep all that was made in reading. */
const giving =
  <Value>(value: Value): (() => Value) =>
  () =>
    value;

/** Thrown at a finding that a text is not to have. */
class Unsound {}

/** Slips in the writing of one value. */
const IN_VALUE: ReadonlySet<SlipKind> = new Set(['colon-in-text', 'quotes-in-text', 'special-start', 'escape']);

/** How far behind an object what is commented out on its last line is looked for, in UTF-16 units. */
const LONGEST_REMARK = 400;

class Loading {
  readonly #file: string;
  readonly #text: string;
  readonly #mended: Mended;
  readonly #isSlipped: (start: number, end: number) => boolean;
  readonly #parsed: ParsedTrees;
  readonly #sheets: SheetsRead | undefined;
  readonly #findings: Finding[] = [];
  readonly #reported = new Set<string>();
  readonly #hoursPerDay: HoursPerDay;
  readonly #limits: Limits;
  /** Whether the text is only read if it is sound. */
  readonly #isSound: boolean;
  readonly #slips: ReportedSlip[] = [];
  /** What says nothing as it is read and has a slip in it, which then stands in no value. */
  readonly #emptied: { path: string; document: number; start: number; end: number }[] = [];
  /** Where values stand that are no good, from offset to offset. */
  readonly #mistaken: { start: number; end: number }[] = [];
  #lines: Lines | undefined;
  /** Records that were not read to their end: of no known kind, or with aliases that unfold to too much. */
  #unread = 0;
  #several = false;
  #errors = 0;
  #mistakes = 0;
  /** Which limit there is more than: no more is told, and nothing of the file is judged. */
  #full: number | undefined;

  constructor(
    { file, text, hoursPerDay, limits }: Reader,
    mended: Mended,
    parsed: ParsedTrees,
    { isSound = false, sheets }: { isSound?: boolean; sheets?: SheetsRead } = {},
  ) {
    this.#hoursPerDay = hoursPerDay;
    this.#limits = limits;
    this.#isSound = isSound;
    this.#file = file;
    this.#text = text;
    this.#mended = mended;
    this.#isSlipped = overlapWith(mended.slips);
    this.#parsed = parsed;
    this.#sheets = sheets;
  }

  async run(): Promise<FileReading> {
    const { documents, problems, errors } = this.#parsed;
    this.#several = documents.length > 1;
    if (this.#mended.slips.length > this.#limits.mistakes) this.#full = this.#limits.mistakes;
    for (const problem of problems) this.#source(problem);
    const fileFindings = this.#findings.length;
    const broken = new Set([
      ...problems.map((problem) => problem.document),
      ...(this.#sheets?.records.flatMap(({ kind }, index) => (kind ? [] : index)) ?? []),
    ]);
    const [, ...later] = documents.map(({ range }) => this.#mended.written(range[0]));
    const documentOf = ({ start }: Slip) => countUpTo(later, start);
    const records: LoadedRecord[] = [];
    const unjudged: UnjudgedRecord[] = [];
    if (documents.length === 0 && !problems.some(({ severity }) => severity === 'error')) {
      this.#report('schema/required', undefined, '', null, this.#range([0, 0]), emptyFile);
    }
    for (const [index, document] of documents.entries()) {
      const isRead = !broken.has(index) && this.#full === undefined;
      const translated = isRead ? this.#translated(document) : undefined;
      const record = translated && (await this.#record(index, translated));
      if (record) records.push(record);
      else unjudged.push({ index, kind: translated?.kind });
      if (broken.has(index)) for (const problem of this.#cellProblems(index)) this.#cell(problem, null);
    }
    const recordFindings = this.#findings.splice(fileFindings);
    // Where a value is no good however it is read, its own finding says it all.
    const isMistaken = overlapWith(this.#mistaken);
    if (this.#mended.slips.length > 0) {
      // Most texts have none, and a start that needs no words for them is faster.
      const { slipWords } = await import('../recovery/words.ts');
      for (const slip of tabsAsOne(this.#mended.slips)) {
        if (IN_VALUE.has(slip.kind) && isMistaken(slip.start, slip.end)) continue;
        this.#slip(slip, documentOf(slip), slipWords(slip));
      }
    }
    for (const finding of recordFindings) this.#findings.push(finding);
    if (this.#full !== undefined)
      this.#source(tooManyFindings(this.#full, this.#slips.length > 0 && this.#limits === OF_CHECK));
    const findings = this.#findings;
    const text = this.#text;
    const read = this.#full !== undefined ? noneJudged(documents.length) : { records, unjudged };
    const workbook = this.#sheets && {
      workbook: { origins: this.#sheets.origins, notes: this.#sheets.notes },
    };
    const loaded = {
      file: this.#file,
      ...read,
      recordCount: documents.length,
      findings,
      text: giving(text),
      ...workbook,
    };
    let said: ReadonlySet<string> | undefined;
    const found = () => {
      said ??= new Set(findings.map(({ rule, line, column, message }) => `${rule} ${line}:${column} ${message.zh}`));
      return said;
    };
    const reading = workOf(text, this.#parsed) + UNITS_OF_FINDING * findings.length;
    // What was not read to its end is no ground for trying how it reads otherwise.
    const work = this.#full !== undefined ? Number.POSITIVE_INFINITY : reading;
    const { text: mended } = this.#mended;
    return {
      loaded,
      slips: this.#slips,
      broken: errors + this.#unread,
      errors,
      found,
      work,
      mended,
      lines: () => this.#linesOf(),
    };
  }

  #slip(slip: Slip, document: number, said: Pick<SchemaWords, 'message' | 'remedy'>): void {
    const { start, end, edits, applicability } = slip;
    const stretch = this.#stretch(start, end);
    const fix = applicability === 'none' ? undefined : { edits: apart(edits), applicability };
    const words = { ...said, expected: null, actual: null };
    // What it costs is settled when it is proved.
    const severity = applicability === 'certain' ? 'warning' : 'error';
    const finding = this.#report('yaml/syntax', document, '', null, stretch, words, { severity, fix });
    const around = this.#emptied.find((each) => each.document === document && each.start <= start && end <= each.end);
    if (finding) this.#slips.push({ finding, document, slip, path: around?.path });
  }

  /** A document's translation; a text that has a finding is read twice, but only once beyond its first finding. */
  #translated(document: Tree): Translated {
    const known = translations.get(document);
    if (known) return known;
    const translated = translate(
      document,
      this.#hoursPerDay,
      this.#isSound ? 0 : MAXIMUM_FINDINGS,
      this.#sheets !== undefined,
    );
    if (this.#isSound && translated.problems.length > 0) throw new Unsound();
    translations.set(document, translated);
    return translated;
  }

  async #record(index: number, translated: Translated): Promise<LoadedRecord | undefined> {
    const { kind, record, positions, problems, unlikeDates, foreignDates, emptied, isWhole, writes } = translated;
    for (const { path, start, end } of emptied) {
      const [from, to] = [this.#mended.written(start), this.#mended.written(end)];
      if (this.#isSlipped(from, to)) this.#emptied.push({ path, document: index, start: from, end: to });
    }
    for (const problem of problems) {
      if (this.#full !== undefined) break;
      this.#translation(index, problem, translated);
    }
    if (translated.isFull) this.#full ??= MAXIMUM_FINDINGS;
    if (!kind || !isWhole) {
      this.#unread += 1;
      return undefined;
    }
    const misspelt = new Set(problems.flatMap(({ meant }) => meant ?? []));
    const unreadable = new Set(problems.flatMap(unreadableBy));
    const placeOf = (path: string) => present(placeAt(record, positions, path), 'place of a mistake');
    const writtenAt = (path: string) => this.#mended.text.slice(...placeOf(path).value).trimEnd();
    const keyAt = (path: string) => this.#keyAt(translated, path);
    const most = this.#isSound ? 0 : this.#limits.errors;
    const mistakes = validate(await validatorOf(kind), kind, record, writes, misspelt, writtenAt, keyAt, most);
    const said = (path: string) => ({ key: keyAt(path), written: writtenAt(path) });
    for (const { path, isSpan } of foreignDates)
      mistakes.push({
        rule: 'schema/date',
        path,
        ...badDate(keyAt(path), String(valueAt(record, path)), isSpan ? 'span' : 'date'),
      });
    for (const [span, day] of unlikeDates)
      if (!foreignDates.some(({ path }) => path === span || path === day))
        mistakes.push({ rule: 'schema/date', path: span, ...datedTwice(said(span), said(day)) });
    const toldBefore = new Set(problems.flatMap(({ rule, path }) => (rule === 'yaml/syntax' ? path : [])));
    const cellProblems = this.#cellProblems(index);
    for (const problem of cellProblems) this.#cell(problem, subjectAt(record, problem.path));
    for (const [lost, times] of lostIn(cellProblems)) {
      toldBefore.add(lost);
      for (const path of unreadIn(record, lost, times)) unreadable.add(path);
    }
    const saidFor = new Map(emptied.map(({ path, said }) => [path, said]));
    // The year's own finding says it all of days that have theirs from it.
    const lacksYear = propertyAt(kind, '/year') !== undefined && typeof record.year !== 'number';
    for (const { rule, path, shape, missing = [], ...words } of mistakes) {
      if (this.#full !== undefined) break;
      if (toldBefore.has(path)) continue;
      for (const lost of rule === 'schema/required' ? missing.map(({ name }) => pointerTo(path, name)) : [path])
        unreadable.add(lost);
      if (missing.length > 0 && missing.every(({ name }) => toldBefore.has(pointerTo(path, name)))) continue;
      if (rule === 'schema/date' && lacksYear && isDayOfYear(String(valueAt(record, path)))) continue;
      const place = placeOf(path);
      const range = this.#toFill(translated, index, path, missing) ?? this.#range(place.value);
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
        const said = missing.flatMap(({ name }) => saidFor.get(pointerTo(path, name)) ?? []);
        if (said.length > 0) words.message = joined([words.message, nothingSaid(said)], '；', '; ');
      }
      const fix = fixIn(
        this.#mended,
        words.reading ?? (shape && oneOfList(this.#mended.text.slice(...place.value), shape)),
        place.value,
      );
      this.#report(rule, index, path, subjectAt(record, path), { ...range, ...key }, words, { fix });
    }
    // A mistake that was told already stands for others that were not looked for.
    if (mistakes.length > most) this.#full ??= most;
    if (!isJudgeable(kind, unreadable)) return undefined;
    return {
      file: this.#file,
      index,
      several: this.#several,
      kind,
      writes,
      unreadable: [...unreadable],
      data: giving(record as unknown as AnyRecord),
      positions: giving(this.#mended.slips.length > 0 ? movedPositions(positions, this.#mended.written) : positions),
    };
  }

  #cellProblems(record: number): readonly CellProblem[] {
    return this.#sheets?.problems.filter((problem) => problem.record === record) ?? [];
  }

  #cell({ rule, record, path, stretch, message, remedy }: CellProblem, subject: string | null): void {
    this.#report(rule, record, path, subject, this.#range(stretch), { message, remedy, expected: null, actual: null });
  }

  /** In a workbook, the cells of keys that an object lacks. */
  #toFill(
    { kind, record, positions }: Translated,
    index: number,
    path: string,
    missing: readonly { name: string }[],
  ): Stretch | undefined {
    if (!this.#sheets || !kind || missing.length === 0) return undefined;
    const lacking = missing.map(({ name }) => ({ path: pointerTo(path, name) }));
    return stretchToFill({ ...this.#sheets, data: record, positions, kind, index }, lacking);
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
    const severity = problem.isOwn ? 'info' : problem.isSlip && fix?.applicability === 'certain' ? 'warning' : 'error';
    const range = this.#range([start, end]);
    // In a workbook a key stands above every row, and is no session's.
    const subject = subjectAt(record, this.#sheets && rule === 'schema/unknown-key' ? '' : path);
    const finding = this.#report(rule, index, path, subject, range, words, { severity, fix });
    if (finding && problem.isSlip) this.#slips.push({ finding, document: index, path });
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
    if (this.#sheets) return stretchOfCell(this.#sheets, start);
    const lines = this.#linesOf();
    const { line, column, endLine, endColumn } = lines.range(start, end);
    return { line, column, endLine, endColumn, source: lines.lineText(line) };
  }

  #report(
    rule: string,
    record: number | undefined,
    path: string,
    subject: string | null,
    range: Stretch & { key?: Stretch; cell?: Cell },
    words: SchemaWords,
    { severity = 'error', fix }: { severity?: Severity; fix?: Fix | undefined } = {},
  ): Finding | undefined {
    if (this.#isSound && rule !== 'yaml/encoding') throw new Unsound();
    // A mistake inside what several aliases stand for is met once for each, and is still one mistake.
    const { sheet = '' } = range.cell ?? {};
    const what = rule === 'schema/required' ? words.message.zh : '';
    const mistake = [rule, range.line, range.column, range.endLine, range.endColumn, sheet, what].join(' ');
    if (this.#reported.has(mistake)) return undefined;
    if (rule !== 'yaml/limit') {
      const isMistake = severity !== 'info';
      const isError = severity === 'error';
      const { errors, mistakes } = this.#limits;
      const reached =
        (isError && this.#errors >= errors && errors) ||
        (isMistake && this.#mistakes >= mistakes && mistakes) ||
        (this.#reported.size >= MAXIMUM_FINDINGS && MAXIMUM_FINDINGS);
      if (reached) {
        this.#full ??= reached;
        return undefined;
      }
      if (isMistake) this.#mistakes += 1;
      if (isError) this.#errors += 1;
    }
    this.#reported.add(mistake);
    const { message, remedy, expected, actual } = inCell(words, range.cell, fix, this.#text);
    const { line, column, endLine, endColumn, source, key, cell } = range;
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
    if (cell) finding.cell = cell;
    this.#findings.push(finding);
    return finding;
  }
}

/** Whether a text is a day, or days, of the year of its record; 2024 has each day that any year has. */
const isDayOfYear = (written: string): boolean =>
  readValue('span', written, { year: 2024, hoursPerDay: 8 }) !== undefined;

/** The JSON pointers of what is lost, and in how many cells each is. */
function lostIn(problems: readonly CellProblem[]): Map<string, number> {
  // What each of thousands of rows may belong to is one list of paths.
  const cells = new Map<readonly string[], number>();
  for (const { lost } of problems) cells.set(lost, (cells.get(lost) ?? 0) + 1);
  const times = new Map<string, number>();
  for (const [lost, count] of cells) for (const path of lost) times.set(path, (times.get(path) ?? 0) + count);
  return times;
}

/** How many items a list may have besides its own, each of which may be anything; of one with more, nothing is known. */
const MOST_BESIDES = 10;

/**
 * JSON pointers of what cannot be read in a record for what is lost there in a number of cells: of items that a list may
 * have besides its own, the places behind its end.
 */
function unreadIn(record: unknown, lost: string, times: number): string[] {
  const [, list] = /^(.+)\/-$/.exec(lost) ?? [];
  if (list === undefined) return [nearestIn(record, lost)];
  const items = valueAt(record, list);
  if (!Array.isArray(items) || times > MOST_BESIDES) return [nearestIn(record, list)];
  return Array.from({ length: times }, (_, index) => `${list}/${items.length + index}`);
}

/** A JSON pointer, or that of the nearest around it that is in a record or missing from an object that is. */
function nearestIn(record: unknown, path: string): string {
  const owner = path.slice(0, path.lastIndexOf('/'));
  return owner === '' || valueAt(record, owner) !== undefined ? path : nearestIn(record, owner);
}

/** All tabs of a file are one slip, at the first of them. */
function tabsAsOne(slips: readonly Slip[]): readonly Slip[] {
  const isTab = ({ kind }: Slip) => kind === 'tab';
  const [first, ...others] = slips.filter(isTab);
  if (!first || others.length === 0) return slips;
  const edits = [first, ...others].flatMap((slip) => slip.edits);
  return slips.flatMap((slip) => (!isTab(slip) ? slip : slip === first ? { ...slip, edits } : []));
}

/** Whether a value at a path is one of a list, or stands for the whole of one. */
const isListAt = (kind: Kind | undefined, path: string): boolean =>
  isItem(path) || (kind !== undefined && propertyAt(kind, path)?.shape.type === 'array');
