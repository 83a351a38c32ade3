import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { check } from '../../src/check/check.ts';
import { loadConfig } from '../../src/check/config.ts';
import type { CheckResult } from '../../src/model/check-result.ts';
import type { EditionRecord } from '../../src/model/record-types.ts';
import { Bases } from '../../src/notices/bases.ts';
import { type Edition, Editions, editionFrom } from '../../src/notices/edition.ts';

/** The data of an edition of this folder. */
export const dataOf = (name: string): EditionRecord =>
  parse(readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8'));

/** What a record says; any shape, since what it lacks is what a test is about. */
export type Data = Record<string, unknown>;

/** Checks records with some editions besides the product's own. */
export async function checkWith(
  editions: readonly Edition[],
  records: readonly Data[],
  asOf: string,
  options: { complete?: boolean; rules?: string[] } = {},
): Promise<CheckResult> {
  const all = new Editions([...editions]);
  const config = await loadConfig({ config: false, cwd: process.cwd() });
  return check({
    texts: records.map((record, index) => ({
      file: `${index}.yaml`,
      bytes: new TextEncoder().encode(JSON.stringify(record)),
    })),
    cwd: process.cwd(),
    config: { ...config, editions: all, bases: new Bases(all) },
    asOf,
    verdicts: true,
    deadlines: true,
    ...options,
  });
}

/** An edition of this folder. */
export const editionNamed = (name: string): Edition => editionFrom(dataOf(name));

/** A value of an edition, asked at both sides of where it changes the verdict. */
export interface Case {
  /** The value; a row of a table behind a dot. */
  value: string;
  rule: string;
  /** Records that pass, and records that differ in what is asked alone and fail. */
  pass: Data | readonly Data[];
  fail: Data | readonly Data[];
  asOf?: string;
}

/** The verdicts of a rule on records, each once, the findings counted where it gives no verdict. */
export async function verdictsOf(
  editions: readonly Edition[],
  { rule, asOf = '2025-03-01' }: Case,
  records: Data | readonly Data[],
): Promise<string> {
  const { verdicts = [], findings } = await checkWith(editions, [records].flat(), asOf, { rules: [rule] });
  const own = new Set(verdicts.map(({ verdict }) => verdict));
  return own.size > 0 ? [...own].sort().join(' ') : `${findings.length} findings`;
}
