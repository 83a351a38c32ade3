import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/fix/fix.ts';
import { formats, report } from '../../src/index.ts';
import type { CheckResult } from '../../src/model/check-result.ts';
import { decode } from '../../src/text/decode.ts';
import { parseQuickly } from '../../src/tree/yaml/quick.ts';
import { drawing } from '../laws/judging.ts';
import { sets } from '../laws/records.ts';
import type { Draw } from '../laws/writing.ts';
import { otherwise } from '../laws/writing.ts';
import { bothReadings, carefully, shownTree } from '../load/two-readers.ts';
import { changed, inBytes } from './changed-texts.ts';

/** Texts of a whole campaign. */
export const TRIES = 100_000;

/** Texts drawn by one seed. */
const TEXTS = 20;

/** Most seconds of processor time that all of a text may take: it is judged twice, reported and mended. */
const MOST_SECONDS = 10;

const kept = ['examples', 'test/rules'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

/** Signs that turn or hide what is beside them, and must be seen in every report. */
const HIDDEN = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** Tries texts that are wrong in some way, by a seed, and gives how many; `broke` is told each that breaks a law, and which. */
export async function trySeed(seed: number, broke: (what: string) => void): Promise<number> {
  for (const [records, draw] of fc.sample(fc.tuple(sets, drawing), { numRuns: TEXTS, seed })) {
    const own = records[draw(records.length)];
    let text = own && draw(3) === 0 ? otherwise(own, draw) : (kept[draw(kept.length)] ?? '');
    for (let changes = draw(5); changes > 0; changes -= 1) text = changed(text, draw);
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

function must(holds: boolean, law: string): void {
  if (!holds) throw new Error(law);
}

/** What holds of every text, whatever stands in it. */
async function holds(bytes: Uint8Array, draw: Draw): Promise<void> {
  const format = formats[draw(formats.length)] ?? 'text';
  const lang = draw(2) === 0 ? 'zh' : 'en';
  const evidence = format === 'html' || format === 'xlsx';
  const result = await judged(bytes, evidence);
  must(JSON.stringify(await judged(bytes, evidence)) === JSON.stringify(result), 'two judgings differ');
  const { findings, unjudged, records } = result;
  must(records + findings.length + unjudged.length > 0, 'nothing is said of it');
  const text = String(await report(result, format, { lang }));
  must(text === String(await report(result, format, { lang })), `two reports differ: ${format}`);
  must(format === 'xlsx' || !HIDDEN.test(text.replace(/^\ufeff/, '')), `a hidden sign is not shown: ${format} ${lang}`);
  await readersAgree(bytes);
  await fixHolds(bytes, result, draw(2) === 0);
}

const judged = (bytes: Uint8Array, evidence = false): Promise<CheckResult> =>
  check({
    cwd: process.cwd(),
    config: false,
    sources: [],
    texts: [{ file: 'a.yaml', bytes }],
    asOf: '2024-06-20',
    verdicts: true,
    evidence,
  });

async function readersAgree(bytes: Uint8Array): Promise<void> {
  const decoded = decode(bytes);
  const tree = 'text' in decoded ? parseQuickly(decoded.text) : undefined;
  if (!tree || !('text' in decoded)) return;
  must(shownTree(tree) === carefully(decoded.text), 'two readers make two trees');
  const { isClean, quick, careful } = await bothReadings(decoded.text, tree);
  must((quick !== undefined) === isClean, 'the quick reader takes what is at fault, or leaves what is clean');
  must(quick === undefined || quick === careful, 'two readers read two records');
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
  must(after.unjudged.length <= result.unjudged.length, 'less is judged after mending');
}
