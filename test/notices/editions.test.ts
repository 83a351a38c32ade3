import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Document, parseDocument } from 'yaml';
import { hnGp } from '../cli/run.ts';

const bundled = join(import.meta.dirname, '../../notices/training-2024.yaml');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hn-gp-editions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** Writes an edition made from the bundled training notice by changing its data. */
function writeEdition(name: string, change: (edition: Document) => void): void {
  const edition = parseDocument(readFileSync(bundled, 'utf8'));
  change(edition);
  write(name, edition.toString());
}

function nextYear(edition: Document): void {
  edition.set('edition', '2025');
  edition.set('issued', '2025-02-20');
  edition.set('governs', { from: 2025, to: 2025 });
  edition.setIn(['values', 'hospitalOnlineHours', 'value'], 12);
  edition.setIn(['values', 'residencySessions', 'value'], 1);
  edition.setIn(['values', 'baseMidyear', 'value'], '2025-05-31');
  edition.setIn(['values', 'provincialDeadline', 'value'], '2025-08-31');
  edition.setIn(['values', 'provinceMidyear', 'value'], '2025-06-30');
  edition.setIn(['values', 'bulletinDue', 'value'], '2025-12-31');
}

const plan = (year: number, hours: number, month = '05') => `kind: plan
year: ${year}
base: { name: 海口市人民医院, types: residency }
sessions:
  - id: HK-${year}
    title: 教学方法培训班
    level: hospital
    audience: faculty
    online: { start: ${year}-${month}-06, end: ${year}-${month}-09, hours: ${hours} }
`;

function check(...args: string[]) {
  const { code, out, err } = hnGp(['check', '--as-of', '2025-03-01', '--format', 'json', '--verdicts', ...args], {
    cwd: folder,
  });
  const report = out ? JSON.parse(out) : undefined;
  const verdictsOf = (rule: string) =>
    report.verdicts
      .filter((verdict: { rule: string }) => verdict.rule === rule)
      .map((verdict: { file: string; verdict: string }) => `${verdict.file} ${verdict.verdict}`);
  return { code, err, report, verdictsOf };
}

describe('a site adds next year’s training edition by data alone', () => {
  beforeEach(() => {
    writeEdition('training-2025.yaml', nextYear);
    write('hn-gp.config.yaml', 'editions: [training-2025.yaml]\n');
  });

  test('each year is judged by its own numbers', () => {
    write('2024-10.yaml', plan(2024, 10));
    write('2025-11.yaml', plan(2025, 11).replace('海口市人民医院', '海南省人民医院'));
    write('2025-12.yaml', plan(2025, 12));
    const { verdictsOf } = check();
    expect(verdictsOf('training/hospital-online-duration')).toEqual([
      '2024-10.yaml pass',
      '2025-11.yaml fail',
      '2025-12.yaml pass',
    ]);
    expect(verdictsOf('training/base-session-count')).toEqual([
      '2024-10.yaml fail',
      '2025-11.yaml pass',
      '2025-12.yaml pass',
    ]);
  });

  test('each year has its own dates', () => {
    write('2024.yaml', plan(2024, 12, '06'));
    write('2025.yaml', plan(2025, 12, '06'));
    expect(check().verdictsOf('training/base-midyear-count')).toEqual(['2024.yaml pass', '2025.yaml fail']);
  });

  test('plans of 2024 keep every verdict and finding', () => {
    write('2024.yaml', plan(2024, 9));
    const { overrides, ...judged } = check('2024.yaml').report;
    expect(overrides.editions).toEqual([expect.objectContaining({ edition: '2025', judged: false, replaces: [] })]);
    expect(judged).toEqual(check('--no-config', '2024.yaml').report);
  });
});

test('an edition may leave out the document that bases of Chinese medicine follow', () => {
  writeEdition('training-2025.yaml', (edition) => {
    nextYear(edition);
    edition.deleteIn(['values', 'tcmDocument']);
  });
  write('hn-gp.config.yaml', 'editions: [training-2025.yaml]\n');
  write('2025.yaml', 'kind: plan\nyear: 2025\nbase: { name: 海南省中医院, types: tcm }\n');
  const { report } = check('2025.yaml');
  const said = report.findings.find(({ rule }: { rule: string }) => rule === 'training/tcm-base');
  expect(said.message).toContain('按通知另外指明的文件执行');
  expect(said.clause).toBe('函');
});

test('a year that no edition governs is a finding, never a pass', () => {
  write('2025.yaml', plan(2025, 12));
  const { code, report } = check();
  expect(code).toBe(1);
  expect(report.findings.map(({ rule, path, line }: Record<string, unknown>) => [rule, path, line])).toEqual([
    ['data/no-edition', '/year', 2],
  ]);
  expect(report.verdicts).toEqual([]);
});

test('where two editions govern a year, the one issued last does', () => {
  writeEdition('corrected.yaml', (edition) => {
    edition.set('edition', '2024-corrected');
    edition.set('issued', '2024-03-12');
    edition.setIn(['values', 'hospitalOnlineHours', 'value'], 20);
  });
  write('hn-gp.config.yaml', 'editions: [corrected.yaml]\n');
  write('2024.yaml', plan(2024, 19));
  expect(check('2024.yaml').verdictsOf('training/hospital-online-duration')).toEqual(['2024.yaml fail']);
});

test.each([
  [
    'a missing number',
    (edition: Document) => edition.deleteIn(['values', 'hospitalOnlineHours']),
    /hospitalOnlineHours/,
  ],
  [
    'a date that is none',
    (edition: Document) => edition.setIn(['values', 'baseMidyear', 'value'], '2025-06-31'),
    /baseMidyear/,
  ],
  [
    'an unknown key',
    (edition: Document) => edition.setIn(['values', 'hospitalOnlineHour'], { value: 1, clause: '六' }),
    /hospitalOnlineHour/,
  ],
])('an edition with %s is refused in one line', (_, change, named) => {
  writeEdition('training-2025.yaml', (edition) => {
    nextYear(edition);
    change(edition);
  });
  write('hn-gp.config.yaml', 'editions: [training-2025.yaml]\n');
  write('2025.yaml', plan(2025, 12));
  const { code, err } = check('2025.yaml');
  expect(code).toBe(2);
  expect(err).toMatch(named);
  expect(err).toMatch(/training-2025\.yaml:\d+/);
  expect(err.trim().split('\n')).toHaveLength(1);
});
