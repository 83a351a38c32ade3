import { readFileSync } from 'node:fs';
import { type CheckResult, check } from '../../src/check/check.ts';

/** What a fixture says about itself in its comments; see test/rules/README.md. */
export interface Fixture {
  text: string;
  asOf: string;
  complete: boolean;
  /** Verdicts of the rule under test, sorted; undefined where the fixture does not say. */
  verdicts: string[] | undefined;
  /** Lines and paths at which findings of the rule under test stand, `line path`, in order. */
  findings: string[];
}

/** Reads a fixture and the expectations in its comments. */
export function readFixture(path: string): Fixture {
  const text = readFileSync(path, 'utf8');
  const header = (name: string) => new RegExp(`^# ${name}: *(.*)$`, 'm').exec(text)?.[1]?.trim();
  const findings = text
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(/# !(\S*)/g)].map(([, at]) => `${index + 1} ${at}`));
  return {
    text,
    asOf: header('as-of') ?? '2024-01-15',
    complete: /^# complete$/m.test(text),
    verdicts: header('verdicts')
      ?.split(',')
      .map((verdict) => verdict.trim())
      .filter((verdict) => verdict !== '')
      .sort(),
    findings,
  };
}

/** Checks a fixture as one set, reporting one rule alone. */
export const checkFixture = ({ text, asOf, complete }: Fixture, rule: string): Promise<CheckResult> =>
  check({
    texts: [{ file: 'fixture.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf,
    complete,
    rules: [rule],
    verdicts: true,
  });
