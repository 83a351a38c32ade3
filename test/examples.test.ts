import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hnGp } from './cli/run.ts';

const root = join(import.meta.dirname, '..');

interface Example {
  /** Arguments after `hn-gp check`, as the example's own comment gives them. */
  args: string;
  exit: number;
  /** How many findings of each rule. */
  findings: Record<string, number>;
  /** How many waived findings of each rule. */
  waived?: Record<string, number>;
  /** How many verdicts cannot be told, of each rule; none where it is left out. */
  unknown?: Record<string, number>;
}

const examples: Example[] = [
  { args: 'examples/residency/plan.yaml --as-of 2025-01-10', exit: 0, findings: {} },
  { args: 'examples/residency/midyear.yaml --as-of 2024-05-20', exit: 0, findings: {} },
  {
    args: 'examples/residency/draft-format.yaml --as-of 2024-03-20',
    exit: 1,
    findings: {
      'schema/date': 1,
      'schema/enum': 2,
      'schema/unknown-key': 2,
      'training/base-out-of-province': 1,
      'training/base-session-count': 1,
      'training/methods': 2,
      'training/topics': 1,
    },
  },
  {
    args: 'examples/residency/draft-typing.yaml --as-of 2024-03-20',
    exit: 1,
    findings: { 'schema/enum': 1, 'schema/type': 1, 'schema/unknown-key': 1, 'yaml/syntax': 13 },
  },
  {
    args: 'examples/residency/draft.yaml --as-of 2024-03-20',
    exit: 1,
    findings: {
      'data/daily-hours': 1,
      'data/date-order': 1,
      'data/duplicate-id': 1,
      'data/near-name': 1,
      'data/stale-plan': 1,
      'data/waiver-not-allowed': 1,
      'data/year': 2,
      'training/base-out-of-province': 1,
      'training/base-session-count': 1,
      'training/collective-lesson-prep': 1,
      'training/completion-window': 1,
      'training/exam-question-mix': 2,
      'training/exam-scope': 1,
      'training/exam-scoring': 1,
      'training/faculty-classification': 1,
      'training/hospital-funding': 1,
      'training/hospital-gp-offline': 1,
      'training/hospital-online-duration': 1,
      'training/methods': 1,
      'training/preparation-period': 1,
      'training/topics': 1,
    },
  },
  {
    args: 'examples/both-types/plan.yaml --as-of 2024-03-20 --lang en',
    exit: 0,
    findings: {},
    waived: { 'training/blended-format': 1 },
  },
  { args: 'examples/province/plan.yaml --as-of 2025-01-10', exit: 0, findings: {} },
  { args: 'examples/sessions-apart --as-of 2025-01-10', exit: 0, findings: {} },
  { args: 'examples/sessions-apart examples/province --as-of 2025-01-10', exit: 0, findings: {} },
  {
    args: 'examples/sessions-apart/plan.yaml --as-of 2025-01-10',
    exit: 1,
    findings: { 'training/base-midyear-count': 1, 'training/base-session-count': 1 },
  },
  { args: 'examples/pairings/halfway.yaml --as-of 2021-11-20', exit: 0, findings: {} },
  {
    args: 'examples/pairings/gaps.yaml --as-of 2021-11-20',
    exit: 1,
    findings: {
      'pairing/agreement-contents': 1,
      'pairing/area-items': 4,
      'pairing/communication': 1,
      'pairing/content-areas': 1,
      'pairing/evaluation': 1,
      'pairing/field-survey': 2,
      'pairing/filing-deadline': 1,
      'pairing/income-parity': 1,
      'pairing/leading-group': 2,
      'pairing/listed': 1,
      'pairing/meetings': 1,
      'pairing/task-closeout': 3,
      'pairing/task-in-term': 1,
      'pairing/term': 1,
      'pairing/three-year-plan': 1,
    },
  },
  { args: 'examples/pairings/network --as-of 2021-11-20 --complete', exit: 0, findings: {} },
  {
    args: 'examples/pairings/halfway.yaml --as-of 2021-11-20 --complete',
    exit: 1,
    findings: { 'pairing/network-coverage': 9 },
  },
  { args: 'examples/shared-repository --as-of 2025-01-10', exit: 0, findings: {} },
  { args: 'examples/haikou/2020.yaml --as-of 2021-01-15', exit: 0, findings: {} },
  {
    args: 'examples/haikou/2025.yaml --as-of 2026-01-15 --lang en',
    exit: 1,
    findings: {
      'haikou/basic-pay-share': 1,
      'haikou/contract-income': 1,
      'haikou/delegate-pay': 1,
      'haikou/gp-density': 1,
      'haikou/gp-department': 1,
      'haikou/gp-recruitment-growth': 1,
      'haikou/gp-recruitment-share': 1,
      'haikou/practice-registration': 1,
      'haikou/registration-benefits': 1,
      'haikou/surplus-incentive': 1,
      'haikou/trainee-agreement': 1,
    },
    waived: { 'haikou/oriented-undergraduates': 1 },
  },
  {
    args: 'examples/as-written/saturdays.yaml --as-of 2024-03-01',
    exit: 1,
    findings: { 'training/completion-window': 1 },
  },
  { args: 'examples/as-written/half-days.yaml --as-of 2024-03-01', exit: 0, findings: {} },
  { args: 'examples/as-written/mixed.yaml --as-of 2024-03-01', exit: 0, findings: {} },
  { args: 'examples/as-written/city-wide.yaml --as-of 2024-03-01', exit: 0, findings: {} },
  {
    args: 'examples/as-written/annex-by-month.yaml --as-of 2024-03-12 --policy training',
    exit: 0,
    findings: { 'training/province-field-visit': 1 },
    unknown: {
      'training/completion-window': 8,
      'training/offline-first': 8,
      'training/preparation-period': 1,
      'training/provincial-lead-time': 1,
    },
  },
  {
    args: 'examples/as-written/january.yaml --as-of 2024-01-15',
    exit: 0,
    findings: {},
    unknown: {
      'training/archive': 1,
      'training/collective-lesson-prep': 1,
      'training/completion-window': 2,
      'training/exam-required': 1,
      'training/preparation-early': 1,
      'training/preparation-late': 1,
      'training/preparation-period': 1,
      'training/publicity': 1,
    },
  },
  { args: 'examples/as-written/joint-agreement.yaml --as-of 2020-06-01', exit: 0, findings: {} },
];

interface Report {
  summary: { verdicts: Record<string, number> };
  findings: { rule: string }[];
  waived: { rule: string }[];
  verdicts: { rule: string; verdict: string }[];
}

function check(args: string): { exit: number | null; report: Report } {
  const { code, out, err } = hnGp(['check', ...args.split(' '), '--format', 'json', '--verdicts'], { cwd: root });
  expect(err).toBe('');
  return { exit: code, report: JSON.parse(out) as Report };
}

function countsByRule(findings: { rule: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

describe('examples', () => {
  test.each(examples)('$args', ({ args, exit, findings, waived = {} }) => {
    const checked = check(args);
    expect(countsByRule(checked.report.findings)).toEqual(findings);
    expect(countsByRule(checked.report.waived)).toEqual(waived);
    expect(checked.exit).toBe(exit);
  });

  test.each(examples.filter(({ exit }) => exit === 0))('$args: its rules were run', ({ args, unknown = {} }) => {
    const { summary, verdicts } = check(args).report;
    expect(summary.verdicts.pass).toBeGreaterThan(0);
    expect(countsByRule(verdicts.filter(({ verdict }) => verdict === 'unknown'))).toEqual(unknown);
  });

  test('every file is part of a pinned check', () => {
    const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `examples/${file.replaceAll('\\', '/')}`);
    const paths = examples.flatMap(({ args }) => args.split(' ').filter((arg) => arg.startsWith('examples/')));
    const unpinned = files.filter((file) => !paths.some((path) => file === path || file.startsWith(`${path}/`)));
    expect(unpinned).toEqual([]);
  });
});
