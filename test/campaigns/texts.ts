import fc from 'fast-check';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/fix/fix.ts';
import { formats, report } from '../../src/index.ts';
import type { CheckResult } from '../../src/model/check-result.ts';
import { isUsageError } from '../../src/model/usage-error.ts';
import { decode } from '../../src/text/decode.ts';
import { parseQuickly } from '../../src/tree/yaml/quick.ts';
import { Answers } from '../../src/web/answers.ts';
import type { RequestName, Requests } from '../../src/web/requests.ts';
import { importWorkbook } from '../../src/workbook/import.ts';
import { keptTexts } from '../kept-texts.ts';
import { drawing } from '../laws/judging.ts';
import { sets, type Tree } from '../laws/records.ts';
import type { Draw } from '../laws/writing.ts';
import { otherwise } from '../laws/writing.ts';
import { bothReadings, carefully, shownTrees } from '../load/two-readers.ts';
import { changed, inBytes } from './changed-texts.ts';

/** Texts of a whole campaign. */
export const TRIES = 100_000;

/** Texts drawn by one seed. */
const TEXTS = 20;

/** Most seconds of processor time that all of a text may take: it is judged, mended, some are twice, reported and shown. */
const MOST_SECONDS = 10;

/** Letters of a short record: what is wrong in it is as wrong as in a long one, and ten are tried in the time of that. */
const SHORT = 700;

const DAY = '2024-06-20';

const short = keptTexts.map((text) => text.replace(/^#.*\n/gm, '')).filter(({ length }) => length <= SHORT);

/** Signs that turn or hide what is beside them, and must be seen in every report. */
const HIDDEN = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** Tries texts that are wrong in some way, by a seed, and gives how many; `broke` is told each that breaks a law, and which. */
export async function trySeed(seed: number, broke: (what: string) => void): Promise<number> {
  for (const [records, draw] of fc.sample(fc.tuple(sets, drawing), { numRuns: TEXTS, seed })) {
    let text = someText(records, draw);
    for (let changes = draw(8) === 0 ? draw(5) : 1 + draw(2); changes > 0; changes -= 1) text = changed(text, draw);
    const bytes = inBytes(text, draw);
    const before = process.cpuUsage();
    try {
      await holds(bytes, draw);
    } catch (error) {
      broke(
        `${error instanceof Error ? error.stack : error}\n${JSON.stringify(text)} ${Buffer.from(bytes).toString('base64')}`,
      );
    }
    const { user, system } = process.cpuUsage(before);
    if (user + system > MOST_SECONDS * 1e6) broke(`${(user + system) / 1e6} s for ${JSON.stringify(text)}`);
  }
  return TEXTS;
}

/** A short record most often, else any that is kept, or one as somebody else would write it. */
function someText(records: readonly Tree[], draw: Draw): string {
  const own = records[draw(records.length)];
  const kind = draw(8);
  if (kind === 0 && own) return otherwise(own, draw);
  return kind === 1 ? (keptTexts[draw(keptTexts.length)] ?? '') : (short[draw(short.length)] ?? '');
}

function must(holds: boolean, law: string): void {
  if (!holds) throw new Error(law);
}

/** What holds of every text, whatever stands in it: each is judged and mended; one in three twice; one in ten as the page does. */
async function holds(bytes: Uint8Array, draw: Draw): Promise<void> {
  const format = formats[draw(formats.length)] ?? 'text';
  const lang = draw(2) === 0 ? 'zh' : 'en';
  const isTwice = draw(3) === 0;
  const evidence = isTwice && (format === 'html' || format === 'xlsx');
  const result = await judged(bytes, evidence);
  const { findings, unjudged, records } = result;
  must(records + findings.length + unjudged.length > 0, 'nothing is said of it');
  if (isTwice) {
    must(JSON.stringify(await judged(bytes, evidence)) === JSON.stringify(result), 'two judgings differ');
    const text = String(await report(result, format, { lang }));
    must(text === String(await report(result, format, { lang })), `two reports differ: ${format}`);
    const isShown = format === 'xlsx' || !HIDDEN.test(text.replace(/^\ufeff/, ''));
    must(isShown, `a hidden sign is not shown: ${format} ${lang}`);
  }
  await readersAgree(bytes);
  await fixHolds(bytes, result, draw(2) === 0);
  importRefuses(bytes);
  if (draw(10) === 0) await pageHolds(bytes, result, lang, isTwice, draw);
}

const judged = (bytes: Uint8Array, evidence = false): Promise<CheckResult> =>
  check({
    cwd: process.cwd(),
    config: false,
    sources: [],
    texts: [{ file: 'a.yaml', bytes }],
    asOf: DAY,
    verdicts: true,
    evidence,
  });

async function readersAgree(bytes: Uint8Array): Promise<void> {
  const decoded = decode(bytes);
  const tree = 'text' in decoded ? parseQuickly(decoded.text) : undefined;
  if (!tree || !('text' in decoded)) return;
  must(shownTrees(tree) === carefully(decoded.text), 'two readers make two trees');
  const { isClean, sound, quick, careful } = await bothReadings(decoded.text, tree);
  must(quick === careful, 'two readers read two records');
  must(sound === (isClean ? careful : undefined), 'what is at fault is taken for sound, or what is clean is not');
}

async function fixHolds(bytes: Uint8Array, result: CheckResult, style: boolean): Promise<void> {
  const fixed = await fix('a.yaml', bytes, { style });
  must(
    fixed.mended.every((finding) => finding.fix?.applicability === 'certain'),
    'what is not certain is mended',
  );
  if (!fixed.bytes) return;
  const again = await fix('a.yaml', fixed.bytes, { style });
  must(again.bytes === undefined, 'mending again changes something');
  const after = await judged(fixed.bytes);
  // What can be read at last may have other mistakes: those of data/.
  const wrong = ({ findings }: CheckResult) => findings.filter(({ rule }) => /^(?:yaml|schema)\//.test(rule)).length;
  must(wrong(after) <= wrong(result), 'there are more mistakes after mending');
  // A day that can be read at last may be one before the first notice.
  const lost = ({ findings, unjudged }: CheckResult) =>
    unjudged.length - findings.filter(({ rule }) => rule === 'data/no-edition').length;
  must(lost(after) <= lost(result), 'less is judged after mending');
}

/** No text is a workbook, whatever its file is called. */
function importRefuses(bytes: Uint8Array): void {
  try {
    importWorkbook('a.xlsx', bytes, 'zh');
  } catch (error) {
    if (isUsageError(error)) return;
    throw error;
  }
  throw new Error('a text is imported as a workbook');
}

const TAKEN: readonly Requests['take']['asked'][] = (['zh', 'en'] as const).flatMap((lang) => [
  ...(['json', 'csv', 'xlsx', 'markdown'] as const).map((format) => ({ what: 'findings' as const, format, lang })),
  ...(['html', 'csv', 'markdown'] as const).map((format) => ({ what: 'record' as const, format, lang })),
  ...(['ics', 'csv', 'json'] as const).map((format) => ({ what: 'deadlines' as const, format, lang })),
]);

/** The page says of a text what the check says, and the same each time. */
async function pageHolds(
  bytes: Uint8Array,
  result: CheckResult,
  lang: 'zh' | 'en',
  isTwice: boolean,
  draw: Draw,
): Promise<void> {
  // The browser's, which Node.js 20 has not.
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { userAgent: '' } });
  const [file, style] = ['a.yaml', draw(2) === 0];
  const taken = TAKEN[draw(TAKEN.length)] as Requests['take']['asked'];
  const shown = async () => {
    const answers = new Answers();
    answers.hold([{ file, bytes, isNamed: true }], [file]);
    const ask = <Name extends RequestName>(name: Name, asked: Requests[Name]['asked']) =>
      answers.answer(name, asked, () => {});
    const checked = await ask('check', { lang, asOf: DAY, policies: [], complete: false, editions: [] });
    const told = [checked, await ask('verdicts', { lang }), await ask('timeline', { lang }), await ask('take', taken)];
    return { checked, told: JSON.stringify([...told, await ask('mend', { file, style, lang })]) };
  };
  const { checked, told } = await shown();
  must(!isTwice || told === (await shown()).told, 'the page says two things');
  const { counts, severities } = checked;
  must(
    JSON.stringify([counts, severities]) === JSON.stringify([result.counts, result.severities]),
    'the page decides otherwise',
  );
}
