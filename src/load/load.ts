import { type Finding, joined, type Words } from '../model/finding.ts';
import { classHoursPerDay } from '../notices/edition.ts';
import type { Slip } from '../recovery/slip.ts';
import type { HoursPerDay } from '../schema/vocabulary/forms.ts';
import { decode, type Encoding } from '../text/decode.ts';
import type { LoadedFile } from './loaded.ts';
import {
  fileProblem,
  isMisnamedConfig,
  isNamedWorkbook,
  isOtherTable,
  misnamedConfig,
  mostBytes,
  notText,
  otherTable,
  tooLarge,
} from './not-text.ts';
import { type ParsedText, type Parsing, parseText, parsingOf } from './parsing.ts';
import { proveRepairs } from './proof.ts';
import { type FileReading, type Limits, OF_CHECK, type Reader, readSound, readText, workOf } from './reading.ts';
import { addMendedLines } from './should-read.ts';
import { type ReportedSlip, settleSlips } from './slip-cost.ts';

/** Reads one file's bytes into records and yaml/ and schema/ findings; never throws for what a file says. */
export async function load(
  file: string,
  bytes: Uint8Array,
  hoursPerDay: HoursPerDay = classHoursPerDay,
  limits: Limits = OF_CHECK,
): Promise<LoadedFile> {
  if (bytes.length > mostBytes(file)) return fileProblem(file, tooLarge(file, bytes.length));
  const loadAsWorkbook = async () => (await import('./load-workbook.ts')).loadWorkbook(file, bytes, hoursPerDay);
  if (isNamedWorkbook(file)) return loadAsWorkbook();
  const decoded = decode(bytes);
  // What is named like a text was renamed.
  if ('problem' in decoded && decoded.problem === 'excel' && !/\.ya?ml$/i.test(file)) return loadAsWorkbook();
  if (isOtherTable(file)) return fileProblem(file, otherTable);
  if (isMisnamedConfig(file)) return fileProblem(file, misnamedConfig);
  if ('problem' in decoded) return fileProblem(file, notText(decoded));
  const { text, encoding } = decoded;
  if (isEdition(text))
    return { file, isEdition: true, records: [], recordCount: 0, unjudged: [], findings: [], text: () => text };
  const parsing = parsingOf(limits.mistakes);
  const reader = { file, text, encoding, hoursPerDay, limits, parsing };
  const { loaded, slips, work, mended } = await loadText(reader);
  await proveRepairs(text, loaded.findings, work <= MOST_PROVED, async (changed) => {
    // With nothing but its slips mended, a text was read already, as it was meant.
    if (changed === mended && (await parsing.slips(changed)).length === 0)
      return { findings: besides(loaded.findings, slips), work: 0 };
    const { loaded: again, work } = await loadText({ ...reader, text: changed, encoding: 'utf-8' });
    return { findings: again.findings, work };
  });
  settleSlips(loaded, slips);
  return loaded;
}

/** What is found besides slips of a text. */
function besides(findings: readonly Finding[], slips: readonly ReportedSlip[]): Finding[] {
  const own = new Set(slips.flatMap(({ finding, slip }) => (slip ? finding : [])));
  return findings.filter((finding) => !own.has(finding));
}

/** Keys that an edition of a notice has at its root; no record has any of them there. */
const EDITION_KEYS = /^(?:notice|edition|governs|values):/gm;

/** Whether a text is an edition of a notice, be it with a mistake. */
const isEdition = (text: string): boolean => new Set(text.match(EDITION_KEYS)).size >= 3;

/** A text of a file, in the encoding that it is in, with what parses it. */
interface TextReader extends Reader {
  encoding: Encoding;
  parsing: Parsing;
}

/** A reading, and whether it took too much work for its slips to be looked for. */
type TextReading = FileReading & { isToTheLetter?: true };

/**
 * Reads a text: as it is written and, where something is wrong with it, with its slips read as they were meant; `work` is
 * how much that took, in units of text.
 */
async function loadText(reader: TextReader): Promise<FileReading> {
  const { text, parsing } = reader;
  const reading = await (parsing.isRefused(text) ? readRefused(reader) : readWritten(reader));
  const { findings } = reading.loaded;
  addMendedLines(findings, text, reading.lines);
  const mendable = findings.find(({ rule }) => rule !== 'yaml/encoding');
  if (mendable && reading.isToTheLetter) mendable.remedy = joined([mendable.remedy, notCareful], '；', '; ');
  return reading;
}

/** A text at fault: most often nothing but its slips is, and it need not be parsed as it is written at all. */
async function readRefused(reader: TextReader): Promise<TextReading> {
  const { text, limits, parsing } = reader;
  const slips = await parsing.slips(text);
  // About as many errors of the parser as edits that take them away.
  const errors = slips.reduce((sum, { edits }) => sum + edits.length, 0);
  const isCareful = workOf(text, { lexemes: 0, errors }) <= MOST_CAREFUL;
  const isMendable = isCareful && slips.length > 0 && slips.length <= limits.mistakes;
  const asMeant = isMendable ? await readAsMeant(reader, slips) : undefined;
  return asMeant?.broken === 0 ? asMeant : readWritten(reader, asMeant);
}

/** A text as it is written where nothing is wrong with it, else as it was `meant`, where it reads better so. */
async function readWritten(reader: TextReader, meant?: FileReading): Promise<TextReading> {
  const { text, limits, parsing } = reader;
  const written = parseText(reader, []);
  // Most texts have nothing wrong with them; of others, a slip says why, and what is found without it does not matter.
  const sound = await readSound(reader, written);
  if (sound && !(await parsing.hidesKeys(text))) return sound;
  if (workOf(text, written.parsed) > MOST_CAREFUL) return { ...(await readText(reader, written)), isToTheLetter: true };
  const slips = await parsing.slips(text);
  if (slips.length === 0) return readText(reader, written);
  if (slips.length > limits.mistakes) return readText(reader, onlySlips(written, slips));
  const asMeant = meant ?? (await readAsMeant(reader, slips));
  if (asMeant.broken === 0) return asMeant;
  const asWritten = await readText(reader, written);
  const work = asWritten.work + asMeant.work;
  // Broken in one more place, the text was not meant as it was taken.
  return { ...(asMeant.broken > asWritten.broken ? asWritten : asMeant), work };
}

/** A text of which nothing but its slips is told, since it has more than the limit. */
const onlySlips = ({ mended, parsed }: ParsedText, slips: readonly Slip[]): ParsedText => ({
  mended: { ...mended, slips },
  parsed: { ...parsed, problems: [] },
});

/** A text with those of its slips read as they were meant without which it reads worse. */
async function readAsMeant(reader: TextReader, slips: readonly Slip[]): Promise<FileReading> {
  const { readWithNeeded } = await import('../recovery/needed.ts');
  return readWithNeeded(slips, reader.text, (some) => readText(reader, parseText(reader, some)));
}

/** How much work, in units of text, one reading may take for the text to be read once more as it was meant. */
const MOST_CAREFUL = 1_000_000;

/** How much work finding out what was meant may take for any repair to be proved, which takes as much again. */
const MOST_PROVED = 2_000_000;

const notCareful: Words = {
  zh: '这个文件太大或错处太多，只按字面读了，没有细看每处错在哪里：先分成几个文件，或改好这里再查一次',
  en: 'the file is too large or has too many mistakes to look at each closely, and was read to the letter: part it, or mend this and check again',
};
