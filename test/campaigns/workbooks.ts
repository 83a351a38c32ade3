import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/fix/fix.ts';
import { formats, report } from '../../src/index.ts';
import { load } from '../../src/load/load.ts';
import type { CheckResult } from '../../src/model/check-result.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { kinds } from '../../src/schema/vocabulary/shape.ts';
import { writeWorkbook } from '../../src/starter/workbook/template.ts';
import { isOwnReport } from '../../src/tree/workbook/signature.ts';
import { importWorkbook } from '../../src/workbook/import.ts';
import { drawing } from '../laws/judging.ts';
import { sets, type Tree } from '../laws/records.ts';
import { NoCell, sheetsOf } from '../laws/sheets.ts';
import type { Draw } from '../laws/writing.ts';
import { workbook } from '../workbook/made.ts';
import { changedWorkbook } from './changed-workbooks.ts';

/** Workbooks of a whole campaign. */
export const TRIES = 10_000;

/** Workbooks drawn by one seed. */
const WORKBOOKS = 10;

/** Most seconds of processor time that all of a workbook may take: it is judged, reported, marked and carried over, twice each. */
const MOST_SECONDS = 20;

/** Tries workbooks that are wrong in some way, by a seed, and gives how many; `broke` is told each that breaks a law, and which. */
export async function trySeed(seed: number, broke: (what: string) => void): Promise<number> {
  for (const [records, draw] of fc.sample(fc.tuple(sets, drawing), { numRuns: WORKBOOKS, seed })) {
    const bytes = changedWorkbook(await someWorkbook(records, draw), draw);
    const before = process.cpuUsage();
    try {
      await holds(bytes, draw);
    } catch (error) {
      broke(`${error instanceof Error ? error.stack : error}\n${Buffer.from(bytes).toString('base64')}`);
    }
    const { user, system } = process.cpuUsage(before);
    if (user + system > MOST_SECONDS * 1e6)
      broke(`${(user + system) / 1e6} s for ${Buffer.from(bytes).toString('base64')}`);
  }
  return WORKBOOKS;
}

/** A record as an office fills it in, an empty template, or either with the marks of an earlier check. */
async function someWorkbook(records: readonly Tree[], draw: Draw): Promise<Uint8Array> {
  const own =
    draw(4) === 0 ? await template(draw) : (written(records[draw(records.length)], draw) ?? (await template(draw)));
  return draw(5) === 0 ? marked(own, await judged(own)) : own;
}

function written(record: Tree | undefined, draw: Draw): Uint8Array | undefined {
  try {
    const texts = JSON.parse(JSON.stringify(record ?? {}), (_, value) =>
      ['number', 'boolean'].includes(typeof value) ? String(value) : value,
    );
    return workbook(sheetsOf(texts, draw(2) === 0));
  } catch (error) {
    if (error instanceof NoCell) return undefined;
    throw error;
  }
}

function template(draw: Draw): Promise<Uint8Array> {
  const kind = kinds[draw(kinds.length)]?.code as Kind;
  const keys = draw(2) === 0 ? 'zh' : 'en';
  const known = kind === 'pairing' ? { helper: '海口市人民医院' } : { year: 2024 };
  return writeWorkbook({ kind, known, remarks: new Map(), notes: [], edition: undefined, keys, lang: keys });
}

function must(holds: boolean, law: string): void {
  if (!holds) throw new Error(law);
}

/** What holds of every workbook, whatever is in it. */
async function holds(bytes: Uint8Array, draw: Draw): Promise<void> {
  const result = await judged(bytes);
  must(JSON.stringify(await judged(bytes)) === JSON.stringify(result), 'two judgings differ');
  must(
    result.records + result.findings.length + result.unjudged.length > 0 || isOwnReport(bytes),
    'nothing is said of it',
  );
  for (const { message, remedy } of result.findings)
    must(![message, remedy].some(({ zh, en }) => zh === '' || en === ''), 'a finding says nothing');
  const format = formats[draw(formats.length)] ?? 'text';
  const lang = draw(2) === 0 ? 'zh' : 'en';
  const told = async () => Buffer.from(await report(result, format, { lang })).toString('base64');
  const first = await told();
  must((await told()) === first, `two reports differ: ${format}`);
  must((await fix('a.xlsx', bytes)).bytes === undefined, 'a workbook is mended as if it were a text');
  await markedHolds(bytes, result);
  await carriedOver(bytes);
}

const judged = (bytes: Uint8Array): Promise<CheckResult> =>
  check({
    cwd: process.cwd(),
    config: false,
    sources: [],
    texts: [{ file: 'a.xlsx', bytes }],
    asOf: '2024-06-20',
    verdicts: true,
    evidence: true,
  });

const marked = async (bytes: Uint8Array, result: CheckResult): Promise<Uint8Array> =>
  (await report(result, 'xlsx', { workbook: bytes })) as Uint8Array;

/** The marked workbook is the same each time, and is judged as the workbook is. */
async function markedHolds(bytes: Uint8Array, result: CheckResult): Promise<void> {
  const first = await marked(bytes, result);
  must(Buffer.from(first).equals(await marked(bytes, result)), 'two marked workbooks differ');
  // Where it is too damaged to be marked, there are tables alone.
  const list = strFromU8(unzipSync(first, { filter: ({ name }) => name === LIST })[LIST] ?? new Uint8Array());
  if (!list.includes('检查结果')) return;
  // As another program saves it, without what tells that nobody has changed it.
  const saved = first.slice(0, first.length - SIGNATURE);
  saved[saved.length - 2] = 0;
  const again = await judged(saved);
  const [before, after] = [decided(result), decided(again)];
  const changed = [
    ...before.filter((each) => !after.includes(each)),
    ...after.filter((each) => !before.includes(each)),
  ];
  must(changed.length === 0, `the marked workbook is judged otherwise: ${changed.slice(0, 3).join('; ')}`);
}

const LIST = 'xl/workbook.xml';

/** Bytes of the comment of an archive by which a report is known. */
const SIGNATURE = 5;

/** What was decided: findings by rule, weight and cell, and every verdict. */
const decided = ({ findings, verdicts = [] }: CheckResult): string[] => [
  ...findings
    .map(({ rule, severity, path, cell }) => `${rule} ${severity} ${path} ${cell?.sheet}!${cell?.address}`)
    .sort(),
  ...verdicts.map(({ rule, verdict, subject }) => `${rule} ${verdict} ${subject}`).sort(),
];

/** It is carried over into YAML that can be read, the same each time, or refused in words. */
async function carriedOver(bytes: Uint8Array): Promise<void> {
  const imported = () => {
    try {
      return importWorkbook('a.xlsx', bytes, 'zh');
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return { refused: error.message };
    }
  };
  const result = imported();
  must(JSON.stringify(imported()) === JSON.stringify(result), 'two imports differ');
  if (!('text' in result)) return;
  const { findings } = await load('a.yaml', Buffer.from(result.text));
  must(!findings.some(({ rule }) => rule.startsWith('yaml/')), 'what is imported is no good YAML');
}
