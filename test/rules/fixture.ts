import { readFileSync } from 'node:fs';
import { type CheckResult, check } from '../../src/check/check.ts';
import { LoadCache } from '../../src/load/cache.ts';
import type { Config } from '../../src/load/config.ts';
import type { Finding, Words } from '../../src/model/finding.ts';

/** What a fixture says about itself in its comments; see test/rules/README.md. */
export interface Fixture {
  path: string;
  text: string;
  /** What was read of it, for who judges it as of several days. */
  cache: LoadCache;
  asOf: string;
  complete: boolean;
  /** Verdicts of the rule under test, sorted; undefined where the fixture does not say. */
  verdicts: string[] | undefined;
  /** Lines and paths at which findings of the rule under test stand, `line path`, in order. */
  findings: string[];
  /** Those at which its verdicts stand that are no failures; empty where the fixture does not say. */
  places: string[];
  /** What the findings say, in order; empty where the fixture does not say. */
  says: Said[];
  /** What verdicts say that are no failures, each text once, sorted; empty where the fixture does not say. */
  decides: Said[];
  /** Due days and what has become of them, `2024-05-08 done`, sorted; undefined where the fixture does not say. */
  duties: string[] | undefined;
}

/** What a finding says, or a verdict. */
export interface Said {
  /** The place of the finding, or which verdict it is. */
  path: string;
  /** A field each, `expected ≥ 10`. */
  lines: string[];
}

/** Reads a fixture and the expectations in its comments. */
export function readFixture(path: string): Fixture {
  const text = readFileSync(path, 'utf8');
  const header = (name: string) => new RegExp(`^# ${name}: *(.*)$`, 'm').exec(text)?.[1]?.trim();
  const marked = (sign: RegExp) =>
    text.split('\n').flatMap((line, index) => [...line.matchAll(sign)].map(([, at]) => `${index + 1} ${at}`));
  const sorted = (list: string | undefined) =>
    list
      ?.split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .sort();
  const blocks = (name: string): Said[] =>
    [...text.matchAll(new RegExp(`^# ${name} (.*)\\n((?:# {3}.*\\n)*)`, 'gm'))].map(([, path = '', lines = '']) => ({
      path,
      lines: lines
        .split('\n')
        .slice(0, -1)
        .map((line) => line.slice(4)),
    }));
  return {
    path,
    text,
    cache: new LoadCache(),
    asOf: header('as-of') ?? '2024-01-15',
    complete: /^# complete$/m.test(text),
    verdicts: sorted(header('verdicts')),
    duties: sorted(header('duties')),
    says: blocks('says'),
    decides: blocks('decides'),
    findings: marked(/# !(\S*)/g),
    places: marked(/# \?(\S*)/g),
  };
}

/** What the findings of a result say, waived ones last, by the fields that the fixture pins. */
export const saidIn = ({ findings, waived }: CheckResult, { says }: Fixture): Said[] =>
  [...findings, ...waived].map((finding, index) => {
    const { path, lines } = saidOf(finding);
    const fields = says[index]?.lines.map(fieldOf);
    return { path, lines: fields ? lines.filter((line) => fields.includes(fieldOf(line))) : lines };
  });

const fieldOf = (line: string) => line.slice(0, line.indexOf(' '));

const both = (words: Words | null): string =>
  words === null ? 'nothing' : words.zh === words.en ? words.zh : `${words.zh} | ${words.en}`;

/** What a finding says: Chinese, then English where that is another text. */
export const saidOf = ({ path, message, expected, actual, remedy, clause }: Finding): Said => ({
  path,
  lines: [
    `message  ${both(message)}`,
    `expected ${both(expected)}`,
    `actual   ${both(actual)}`,
    `remedy   ${both(remedy)}`,
    `clause   ${clause}`,
  ],
});

/** The verdicts of a result that are no failures. */
const decided = ({ verdicts = [] }: CheckResult) =>
  verdicts.filter(({ verdict }) => verdict !== 'fail' && verdict !== 'waived');

/** Where verdicts stand that are no failures, as a fixture names it. */
export const placesOf = (result: CheckResult): string[] =>
  decided(result)
    .map(({ line, path }) => `${line} ${path}`)
    .sort();

/** What verdicts say that are no failures, and duties. */
export function decidedIn(result: CheckResult): Said[] {
  const { deadlines = [] } = result;
  const said = decided(result).map((words) => ({
    ...words,
    path: words.verdict,
    duty: null,
    note: null,
    owedBy: null,
  }));
  const owed = deadlines.map(({ due, latest, duty, note, owedBy }) => ({
    ...{ path: latest === undefined ? due : `${due}..${latest}`, duty, note, owedBy },
    ...{ label: null, reason: null, message: null, expected: null, actual: null },
  }));
  const all = [...said, ...owed].map(({ path, ...words }) => ({
    path,
    lines: (['label', 'reason', 'message', 'expected', 'actual', 'duty', 'note', 'owedBy'] as const)
      .filter((field) => words[field] !== null)
      .map((field) => `${field.padEnd(8)} ${both(words[field])}`),
  }));
  const each = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...each.keys()].sort().flatMap((key) => each.get(key) ?? []);
}

/** The duties of a result as a fixture names them. */
export const dutiesOf = ({ deadlines = [] }: CheckResult): string[] =>
  deadlines.map(({ due, done, late }) => `${due} ${late ? 'late' : done ? 'done' : 'open'}`).sort();

/** Checks a fixture as one set, reporting one rule alone, or all. */
export const checkFixture = (
  { path, cache, asOf, complete }: Fixture,
  rule?: string,
  config: Config | false = false,
): Promise<CheckResult> =>
  check({
    sources: [{ path, file: 'fixture.yaml', isNamed: true }],
    cache,
    cwd: process.cwd(),
    config,
    asOf,
    complete,
    rules: rule === undefined ? [] : [rule],
    verdicts: true,
    deadlines: true,
  });
