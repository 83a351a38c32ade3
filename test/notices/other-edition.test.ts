import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { yearOf } from '../../src/calendar/date.ts';
import { loadConfig } from '../../src/check/config.ts';
import { ruleIn } from '../../src/engine/in-edition.ts';
import type { Rule } from '../../src/engine/rule.ts';
import type { Words } from '../../src/model/finding.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { bundledEditions, categoriesOf, type Edition, Editions, noticeOf } from '../../src/notices/edition.ts';
import { rules } from '../../src/rules/index.ts';
import { kinds } from '../../src/schema/vocabulary/shape.ts';
import { guidance } from '../../src/starter/guidance.ts';
import { checkFixture, readFixture } from '../rules/fixture.ts';
import { ofEachVerdict } from '../sample.ts';
import { kindsOf, otherEdition } from './other.ts';
import { IN_WORDS, LOCATOR } from './stale.ts';

/** Figures and words of number that are no notice's: they are part of the sentence, or the product's own reading. */
const ownFigures: Record<string, readonly string[]> = {
  // The minutes of a class hour, and the class hours of day and night.
  'data/daily-hours': ['45', '32'],
  // The key 三年工作计划.
  'pairing/three-year-plan': ['三年'],
  // How many periods went by without a meeting, and which.
  'pairing/meetings': ['1', '2'],
  // The place of a task that has neither id nor title.
  'pairing/task-in-term': ['2'],
  'training/annex-days': ['两次'],
  'training/completion-window': ['两期', 'two', '两天'],
  // The months, or where they begin or end, of fixtures' sessions that are not dated to the day.
  'training/certificate-deadline': ['2024-06-01'],
  'training/offline-first': ['5'],
  'training/provincial-deadline': ['9', '2024-09-01', '2024-09-10'],
  'training/summary-deadline': ['2024-05-01'],
  // What tells two records of one session.
  'training/province-session-count': ['60'],
};

const pairs = bundledEditions.map((edition) => ({ notice: edition.notice, edition, next: otherEdition(edition) }));
const pairOf = (rule: Rule) =>
  pairs.find(({ notice }) => notice === (rule.policy ?? 'training')) as (typeof pairs)[number];

/** A date is one figure: its day is no number that a rule asks for. */
const FIGURE = /\d{4}-\d\d-\d\d|\d+(?:[.,]\d+)*/g;
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([sign]) => sign);
const figures = (text: string) => [
  ...found(text, FIGURE).map((figure) => (figure.includes('-') ? figure : String(Number(figure.replaceAll(',', ''))))),
  ...found(text, IN_WORDS),
];

/** What a text of one edition and the same text of the other have in common that is a number, but for `own` ones, and old locators. */
function stale(before: string, after: string, own: readonly string[]): string[] {
  const kept = new Set(figures(before));
  return [...figures(after).filter((figure) => kept.has(figure) && !own.includes(figure)), ...found(after, LOCATOR)];
}

/** The figures of an edition's values: of all, or of those of some names. */
const figuresIn = ({ values }: Edition, names = Object.keys(values)): string[] =>
  figures(JSON.stringify(names.map((name) => values[name]?.value)).replaceAll('-', ' '));

const nameIn = (edition: Edition) => (code: string) => categoriesOf(edition).nameOf(code);

/** Names of codes that the other edition leaves out of the lists that a rule reads. */
function droppedNames(rule: Rule, edition: Edition, next: Edition): string[] {
  // What an edition no longer lets bases pay with is what it bars.
  if (rule.id === 'training/hospital-funding') return [];
  const namesIn = (one: Edition) =>
    Object.entries(rule.reads)
      .filter(([, kind]) => /^(?:codes?|keys|choice|categories)\b/.test(kind.name))
      .flatMap(([name, kind]) => kind.lines(one.values[name]?.value, nameIn(one)).flatMap(({ zh }) => zh.split('、')));
  const still = namesIn(next);
  return namesIn(edition).filter((name) => name.length > 2 && !still.includes(name));
}

const textOf = (value: unknown): string => JSON.stringify(value);

const staleWords = (rule: Rule): string[] => {
  const { edition, next } = pairOf(rule);
  const own = [...figuresIn(next, Object.keys(rule.reads)), ...(ownFigures[rule.id] ?? [])];
  const [before, after] = [edition, next].map((one) => {
    const { words, hints } = ruleIn(rule, one);
    return textOf([words, hints.map(({ hint }) => hint)]);
  }) as [string, string];
  expect(after).not.toContain('[object');
  return [...stale(before, after, own), ...droppedNames(rule, edition, next).filter((name) => after.includes(name))];
};

const folder = join(import.meta.dirname, '../rules');

/** What findings of a rule's fixtures say alike under both editions although no fixture says it. */
async function staleFindings(rule: Rule): Promise<string[]> {
  const { edition, next } = pairOf(rule);
  const config = await loadConfig({ config: false, cwd: process.cwd() });
  const all: string[] = [];
  const fixtures = readdirSync(join(folder, rule.id)).map((file) => readFixture(join(folder, rule.id, file)));
  // What nothing is found in says little; those that pass may still fail under the other edition.
  const shown = new Set([...fixtures.filter(({ findings }) => findings.length > 0), ...ofEachVerdict(fixtures)]);
  for (const fixture of shown) {
    const under = (further: Edition[]) =>
      checkFixture(fixture, rule.id, { ...config, editions: new Editions(further) });
    const before = await under([]);
    const after = await under([next]);
    const saidBy = (result: typeof before) =>
      result.findings.map(({ message, expected, remedy }) => textOf([message, expected, remedy])).join(' ') ?? '';
    const own = [
      ...figuresIn(next, Object.keys(rule.reads)),
      // Without the lines that pin what is found in it.
      ...figures(fixture.text.replace(/^#.*$/gm, '')),
      ...figures(textOf(after.findings.map(({ actual }) => actual))),
      ...(ownFigures[rule.id] ?? []),
      fixture.asOf,
      String(yearOf(fixture.asOf)),
    ];
    all.push(...stale(saidBy(before), saidBy(after), own));
    const old = ruleIn(rule, edition).clauses;
    const clauses = [...after.findings, ...(after.deadlines ?? [])].map(({ clause }) => clause);
    all.push(...clauses.filter((clause) => clause !== null && old.includes(clause)).map(String));
  }
  return all;
}

/** Rules that an edition has a say in; a rule of sound data that reads no value has none. */
const concerned = rules.filter(({ policy, reads }) => policy !== null || Object.keys(reads).length > 0);

describe.each(concerned)('$id', (rule) => {
  test('says nothing of one edition under another', () => {
    expect(staleWords(rule)).toEqual([]);
  });

  test('finds nothing of one edition under another', async () => {
    expect(await staleFindings(rule)).toEqual([]);
  });
});

describe.each(kinds.map(({ code }) => code as Kind))('hints for a %s', (kind) => {
  const { edition, next } = pairs.find(({ notice }) => notice === noticeOf(kind)) as (typeof pairs)[number];

  test('hold nothing of one edition under another', () => {
    const said = (one: Edition): ReadonlyMap<string, Words> => guidance(kind, one);
    for (const [path, words] of said(next))
      expect(stale(textOf(said(edition).get(path) ?? ''), textOf(words), [...figuresIn(next), '1']), path).toEqual([]);
  });
});

test('every value of the other edition is another', () => {
  for (const { edition, next, notice } of pairs)
    for (const name of Object.keys(kindsOf(notice)).filter((each) => each in edition.values))
      expect(next.values[name]?.value, name).not.toEqual(edition.values[name]?.value);
});
