import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { hnGp } from '../cli/run.ts';

const bundled = join(import.meta.dirname, '../../notices/pairing-2020.yaml');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hn-gp-pairing-editions-'));
  const edition = parseDocument(readFileSync(bundled, 'utf8'));
  edition.set('edition', '2026');
  edition.set('issued', '2026-04-17');
  edition.setIn(['values', 'termYears', 'value'], 5);
  edition.setIn(['values', 'filingDeadline', 'value'], '2026-05-22');
  edition.setIn(['values', 'pairs', 'value', 0, 'helper'], '海南省人民医院');
  edition.setIn(['values', 'pairs', 'value', 1, 'helper'], '海南医学院第一附属医院');
  writeFileSync(join(folder, 'pairing-2026.yaml'), edition.toString());
  writeFileSync(join(folder, 'hn-gp.config.yaml'), 'editions: [pairing-2026.yaml]\nexclude: [pairing-2026.yaml]\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The verdicts on one pair, by rule. */
function verdictsOn(agreement: string, asOf: string, ...args: string[]): Record<string, string> {
  const pair = `kind: pairing\nhelper: 海口市人民医院\nhelped: 儋州市人民医院\nagreement: ${agreement}\n`;
  writeFileSync(join(folder, 'pair.yaml'), pair);
  const { out } = hnGp(['check', 'pair.yaml', '--as-of', asOf, '--format', 'json', '--verdicts', ...args], {
    cwd: folder,
  });
  const verdicts: { rule: string; subject: string; verdict: string }[] = JSON.parse(out).verdicts;
  return Object.fromEntries(
    verdicts.map(({ rule, subject, verdict }) => [
      rule === 'pairing/network-coverage' ? subject : rule.replace('pairing/', ''),
      verdict,
    ]),
  );
}

const term = 'start: 2020-05-15, end: 2023-05-14';

test('a later notice never judges an earlier pair again', () => {
  const judged = verdictsOn(`{ signed: 2026-04-16, filed: 2020-06-30, ${term} }`, '2026-06-01');
  expect(judged).toMatchObject({ term: 'pass', 'filing-deadline': 'fail' });
});

test('a notice judges the pairs signed from its own date on', () => {
  const judged = verdictsOn(`{ signed: 2026-04-17, filed: 2020-06-30, ${term} }`, '2026-06-01');
  expect(judged).toMatchObject({ term: 'fail', 'filing-deadline': 'pass' });
});

test.each([
  ['2026-04-16', 'pass'],
  ['2026-04-17', 'fail'],
])('a pair that is not signed is judged by the notice of the day, %s', (asOf, verdict) => {
  expect(verdictsOn(`{ ${term} }`, asOf)).toMatchObject({ term: verdict });
});

test('where the day of signing leaves two notices to choose from, every rule is unknown', () => {
  const judged = verdictsOn(`{ signed: 2026-04, ${term} }`, '2026-06-01');
  expect(new Set(Object.values(judged))).toEqual(new Set(['unknown']));
  expect(Object.keys(judged).length).toBeGreaterThan(10);
  expect(verdictsOn(`{ signed: 2026-03, ${term} }`, '2026-06-01')).toMatchObject({ term: 'pass' });
});

test.each([
  ['2026-04-16', '海南省人民医院 → 万宁市人民医院'],
  ['2026-04-17', '海南医学院第一附属医院 → 万宁市人民医院'],
])('the network is that of the notice of the day, %s', (asOf, pair) => {
  expect(Object.keys(verdictsOn(`{ signed: 2020-05-12, ${term} }`, asOf, '--complete'))).toContain(pair);
});

test('an agreement that is no object costs the rules that read it, where one notice alone can govern the pair', () => {
  for (const [asOf, ...args] of [['2026-06-01', '--no-config'], ['2026-04-16']] as [string, ...string[]][]) {
    const judged = verdictsOn('已签', asOf, ...args);
    expect(judged).toMatchObject({
      listed: 'pass',
      'leading-group': 'fail',
      term: 'unknown',
      'filing-deadline': 'unknown',
    });
  }
  expect(new Set(Object.values(verdictsOn('已签', '2026-06-01')))).toEqual(new Set(['unknown']));
});
