import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type CheckResult, check } from '../../src/check/check.ts';
import { type Fixture, readFixture } from '../rules/fixture.ts';
import { type Value, workbook } from '../workbook/made.ts';
import { NoCell, sheetsOf, type Written } from './sheets.ts';

/** Every so manieth fixture is tried; all of them where `WORKBOOKS` says so. */
const STEP = process.env.WORKBOOKS ? 1 : 14;

const root = join(import.meta.dirname, '../rules');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();

/** The records of a text as sheets, those of the second and others with a number behind their names. */
function sheetsIn(text: string, isTicked: boolean): Record<string, Value[][]> {
  const documents = parseAllDocuments(text, { schema: 'failsafe' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) throw new NoCell('no YAML');
  return Object.fromEntries(
    documents.flatMap((document, index) =>
      Object.entries(sheetsOf(document.toJS() as Written, isTicked)).map(([name, rows]) => [
        index === 0 ? name : `${name} (${index + 1})`,
        rows,
      ]),
    ),
  );
}

/** What was decided: findings by rule, weight and place, and how often each verdict came out. */
const decided = ({ findings, waived, verdicts = [] }: CheckResult) => ({
  findings: findings.map(({ rule, severity, path, record = 0 }) => `${rule} ${severity} ${record}${path}`).sort(),
  waived: waived.map(({ rule, path }) => `${rule} ${path}`).sort(),
  verdicts: verdicts.map(({ rule, verdict, subject }) => `${rule} ${verdict} ${subject}`).sort(),
});

/** What judging a file on its own gives. */
const judged = ({ asOf, complete }: Pick<Fixture, 'asOf' | 'complete'>, file: string, bytes: Uint8Array) =>
  check({
    texts: [{ file, bytes }],
    sources: [],
    cwd: import.meta.dirname,
    config: false,
    asOf,
    complete,
    verdicts: true,
  });

/** Every so manieth fixture that can be written as a workbook, with its sheets. */
function* written(): Generator<Fixture & { name: string; sheets: Record<string, Value[][]> }> {
  for (const [index, name] of files.entries()) {
    if (index % STEP !== 0) continue;
    const fixture = readFixture(join(root, name));
    try {
      yield { ...fixture, name, sheets: sheetsIn(fixture.text, index % 2 === 0) };
    } catch (error) {
      if (!(error instanceof NoCell)) throw error;
    }
  }
}

test('a workbook is judged as the same record in YAML is', async () => {
  let tried = 0;
  for (const { name, text, sheets, ...judging } of written()) {
    tried += 1;
    const asYaml = await judged(judging, 'a.yaml', new TextEncoder().encode(text));
    expect.soft(decided(await judged(judging, 'a.xlsx', workbook(sheets))), name).toEqual(decided(asYaml));
  }
  expect(tried).toBeGreaterThan(30);
});

/** The header under which a row names the item of another sheet that it belongs to. */
const OWNER = /^(?:培训班|省外培训)(?:编号|名称)$/;

/** What is said to pass or fail, or not to be due yet, each by its rule and place. */
const settled = ({ verdicts = [] }: CheckResult) =>
  new Map(
    verdicts.flatMap(({ rule, path, record = 0, verdict }) =>
      verdict === 'unknown' ? [] : [[`${rule} ${record}${path}`, verdict] as const],
    ),
  );

test('what is settled beside a row that belongs to nothing is the same without it, and where it belongs', async () => {
  let tried = 0;
  for (const { name, sheets, ...judging } of written()) {
    for (const [sheet, [headers = [], ...rows]] of Object.entries(sheets)) {
      const column = headers.findIndex((header) => OWNER.test(String(header)));
      const last = rows.pop();
      if (column < 0 || !last) continue;
      const settledWith = async (...more: Value[][]) =>
        settled(await judged(judging, 'a.xlsx', workbook({ ...sheets, [sheet]: [headers, ...rows, ...more] })));
      const beside = await settledWith(last.with(column, '不在表里'));
      for (const other of [await settledWith(), await settledWith(last)])
        for (const [of, verdict] of beside)
          expect.soft(other.get(of) ?? verdict, `${name} ${sheet} ${of}`).toBe(verdict);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(5);
});
