import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type CheckResult, check } from '../../src/check/check.ts';
import { readFixture } from '../rules/fixture.ts';
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

test('a workbook is judged as the same record in YAML is', async () => {
  let tried = 0;
  for (const [index, name] of files.entries()) {
    if (index % STEP !== 0) continue;
    const { text, asOf, complete } = readFixture(join(root, name));
    let sheets: Record<string, Value[][]>;
    try {
      sheets = sheetsIn(text, index % 2 === 0);
    } catch (error) {
      if (error instanceof NoCell) continue;
      throw error;
    }
    tried += 1;
    const judged = async (file: string, bytes: Uint8Array) =>
      decided(
        await check({
          texts: [{ file, bytes }],
          sources: [],
          cwd: import.meta.dirname,
          config: false,
          asOf,
          complete,
          verdicts: true,
        }),
      );
    const asYaml = await judged('a.yaml', new TextEncoder().encode(text));
    expect.soft(await judged('a.xlsx', workbook(sheets)), name).toEqual(asYaml);
  }
  expect(tried).toBeGreaterThan(30);
});
