import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plan, workspace } from '../cli/run.ts';

const bundled = (name: string) => readFileSync(join(import.meta.dirname, `../../notices/${name}.yaml`), 'utf8');

/** Each notice as it might be issued later, with nothing changed but what must be. */
const later = {
  training: bundled('training-2024')
    .replace('edition: "2024"', 'edition: "2025"')
    .replace('issued: 2024-03-11', 'issued: 2025-02-20')
    .replace('{ from: 2024, to: 2024 }', '{ from: 2025, to: 2025 }')
    .replace('〔2024〕21号（2024年度', '〔2025〕9号（2025年度')
    .replaceAll('{ value: 2024-', '{ value: 2025-'),
  haikou: bundled('haikou-2019')
    .replace('edition: "2019"', 'edition: "2025"')
    .replace('issued: 2019-04-04', 'issued: 2025-02-20')
    .replace('from: 2019', 'from: 2025')
    .replace('〔2019〕80号', '〔2025〕9号')
    .replaceAll('{ value: 2019-', '{ value: 2025-'),
  pairing: bundled('pairing-2020')
    .replace('edition: "2020"', 'edition: "2025"')
    .replace('issued: 2020-04-17', 'issued: 2025-02-20')
    .replace('（2020年4月17日）', '（2025年2月20日）')
    .replace('value: 2020-05-22', 'value: 2025-05-22'),
};
type Notice = keyof typeof later;

let place: ReturnType<typeof workspace>;
beforeEach(() => {
  place = workspace({ 'plan.yaml': plan });
});
afterEach(() => place.remove());

function changed(notice: Notice, ...changes: [from: string, to: string][]): string {
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, later[notice]);
  place.write('ed.yaml', text);
  return text;
}

const check = () => place.run(['check', 'plan.yaml', '--edition', 'ed.yaml', '--as-of', '2025-01-15']);
const errors = () =>
  JSON.parse(place.run(['edition', 'check', 'ed.yaml', '-f', 'json']).out)
    .findings.filter(({ severity }: { severity: string }) => severity === 'error')
    .map(({ line, remedy }: { line: number; remedy: string | null }) => [line, remedy !== null]);

describe('what no rule can judge by is refused, at its place', () => {
  test.each<[Notice, string, string]>([
    // Whole numbers.
    ['training', 'preparationMonths: { value: 1,', 'preparationMonths: { value: 0.5,'],
    ['training', 'preparationMonths: { value: 1,', 'preparationMonths: { value: 0,'],
    ['training', 'leadMonths: { value: 1,', 'leadMonths: { value: 1.5,'],
    ['training', 'summaryDays: { value: 7,', 'summaryDays: { value: 7.5,'],
    ['training', 'provincialWindowDays: { value: 15,', 'provincialWindowDays: { value: 15.5,'],
    ['training', 'certificateWorkingDays: { value: 15,', 'certificateWorkingDays: { value: 0.5,'],
    ['training', 'provinceManagers: { value: 120,', 'provinceManagers: { value: 120.5,'],
    ['training', 'residencySessions: { value: 3,', 'residencySessions: { value: 2.5,'],
    ['pairing', 'termYears: { value: 3,', 'termYears: { value: 2.5,'],
    // Sizes.
    ['training', 'residencySessions: { value: 3,', 'residencySessions: { value: 367,'],
    ['training', 'onlineShare: { value: 7,', 'onlineShare: { value: 0,'],
    ['training', 'offlineShare: { value: 3,', 'offlineShare: { value: 0,'],
    ['training', 'examPassMark: { value: 70,', 'examPassMark: { value: 101,'],
    ['training', 'examFullMarks: { value: 100,', 'examFullMarks: { value: 69,'],
    ['training', 'examFullMarks: { value: 100,', 'examFullMarks: { value: 120,'],
    ['haikou', 'densityResidents: { value: 10000,', 'densityResidents: { value: 0,'],
    ['haikou', 'basicPayShare: { value: 0.4,', 'basicPayShare: { value: 40,'],
    ['haikou', 'recruitmentShare: { value: 0.2,', 'recruitmentShare: { value: 1.01,'],
    ['pairing', 'incomeParity: { value: 1,', 'incomeParity: { value: 100,'],
    // Tables.
    ['haikou', '- { from: 2025, value: 4 }', '- { from: 2031, value: 4 }'],
    ['haikou', '- { from: 2025, value: 4 }', '- { from: 2020, value: 4 }'],
    // Years.
    ['training', 'provincialDeadline: { value: 2025-', 'provincialDeadline: { value: 2024-'],
    ['training', 'governs: { from: 2025, to: 2025 }', 'governs: { from: 2025, to: 2026 }'],
    ['training', 'governs: { from: 2025, to: 2025 }', 'governs: { from: 2025 }'],
    ['training', 'governs: { from: 2025, to: 2025 }', 'governs: {}'],
    ['haikou', 'departmentDeadline: { value: 2025-', 'departmentDeadline: { value: 2024-'],
    ['pairing', 'filingDeadline: { value: 2025-05-22', 'filingDeadline: { value: 2025-02-19'],
  ])('%s: %s → %s', (notice, from, to) => {
    const text = changed(notice, [from, to]);
    const { code, out, err } = check();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    const line = Number(/ed\.yaml:(\d+) /.exec(err)?.[1]);
    expect(errors()).toContainEqual([line, true]);
    const differing = text.split('\n').findIndex((each, index) => each !== later[notice].split('\n')[index]) + 1;
    // Of two values, or rows, that do not go together, the one that is told may be the other.
    expect([differing, differing + 1]).toContain(line);
    const diff = place.run(['edition', 'diff', `${notice}-${bundledYear[notice]}`, 'ed.yaml']);
    expect({ code: diff.code, out: diff.out }).toEqual({ code: 2, out: '' });
    expect(diff.err).toContain(`ed.yaml:${line} `);
  });

  const bundledYear = { training: 2024, haikou: 2019, pairing: 2020 };

  test.each<[Notice, string]>([
    ['haikou', 'gpDensity'],
    ['haikou', 'departmentHospitals'],
    ['training', 'annex'],
    ['pairing', 'pairs'],
  ])('%s: %s without a row', (notice, name) => {
    const text = later[notice].replace(
      new RegExp(`^  ${name}:\\n(?: {4}#.*\\n)*    value:\\n(?: {6}.*\\n)+`, 'm'),
      `  ${name}:\n    value: []\n`,
    );
    expect(text).toContain('value: []');
    place.write('ed.yaml', text);
    expect(check()).toMatchObject({ code: 2, out: '' });
    expect(errors()).not.toEqual([]);
  });

  test('why a score never reaches it', () => {
    changed('training', ['examFullMarks: { value: 100,', 'examFullMarks: { value: 120,']);
    expect(check().err).toContain('120 分够不着：学员的成绩只记 0–100 分；满分和合格线都折算成百分制');
  });
});

describe('what a rule can judge by is taken', () => {
  test.each<[Notice, string, string]>([
    ['training', 'leadMonths: { value: 1,', 'leadMonths: { value: 2,'],
    ['training', 'residencySessions: { value: 3,', 'residencySessions: { value: 366,'],
    ['training', 'provincialOfflineDays: { value: 2,', 'provincialOfflineDays: { value: 2.5,'],
    ['training', 'onlineShare: { value: 7,', 'onlineShare: { value: 1,'],
    ['training', 'examPassMark: { value: 70,', 'examPassMark: { value: 100,'],
    ['training', 'examFullMarks: { value: 100,', 'examFullMarks: { value: 70,'],
    ['haikou', 'recruitmentShare: { value: 0.2,', 'recruitmentShare: { value: 1,'],
    ['haikou', '- { from: 2025, value: 4 }', '- { from: 2029, value: 3.5 }'],
    ['pairing', 'incomeParity: { value: 1,', 'incomeParity: { value: 1.1,'],
    ['training', 'provincialDeadline: { value: 2025-08-31', 'provincialDeadline: { value: 2025-01-01'],
    ['pairing', 'filingDeadline: { value: 2025-05-22', 'filingDeadline: { value: 2025-02-20'],
  ])('%s: %s → %s', (notice, from, to) => {
    changed(notice, [from, to]);
    expect(check().err).toBe('');
    expect(errors()).toEqual([]);
  });

  test('years of which it has no date, where the rules with dates are off', () => {
    changed(
      'training',
      ['governs: { from: 2025, to: 2025 }', 'governs: { from: 2025, to: 2026 }'],
      [
        'rules:\n',
        `rules:\n${['provincial-deadline', 'province-midyear-count', 'base-midyear-count', 'province-bulletin']
          .map((id) => `  training/${id}: { modality: off }\n`)
          .join('')}`,
      ],
    );
    // The product's own entry of a rule that is off now.
    place.write('ed.yaml', place.read('ed.yaml').replace(/^ {2}training\/provincial-deadline:\n(?: {4}.*\n)+/m, ''));
    expect(check().err).toBe('');
  });

  test('a session that lasts half a day more is begun with a day more', () => {
    changed('training', ['provincialOfflineDays: { value: 2,', 'provincialOfflineDays: { value: 2.5,']);
    const start = ['--year', '2025', '--start', '2025-03-01', '--edition', 'ed.yaml'];
    place.run(['init', 'province', ...start, '-o', 'province.yaml']);
    const asked = ['--edition', 'ed.yaml', '--rule', 'training/provincial-offline-duration', '-f', 'json'];
    const { verdicts } = JSON.parse(place.run(['check', 'province.yaml', ...asked, '--verdicts']).out);
    expect(verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(Array(8).fill('pass'));
  });

  test('a plan of as many sessions as a year may have is begun', () => {
    changed('training', ['residencySessions: { value: 3,', 'residencySessions: { value: 366,']);
    const { code, out } = place.run(['init', 'plan', '--year', '2025', '-o', '-', '--edition', 'ed.yaml']);
    expect(code).toBe(0);
    expect(out).toContain('院级第 366 期');
  });
});
