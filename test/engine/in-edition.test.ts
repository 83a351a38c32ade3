import { expect, test } from 'vitest';
import { ruleAcross, ruleIn, saidAcross } from '../../src/engine/in-edition.ts';
import { owersOf } from '../../src/engine/owers.ts';
import { defineDataRule, defineRule } from '../../src/engine/rule.ts';
import { saidTogether } from '../../src/engine/wording.ts';
import { bundledEditions, type Edition } from '../../src/notices/edition.ts';
import { count, optional } from '../../src/notices/value-kinds.ts';

const training = bundledEditions.find(({ notice }) => notice === 'training') as Edition;

/** The training edition with other values by name; undefined leaves one out. */
const editionWith = (edition: string, values: Record<string, Edition['values'][string] | undefined>): Edition => ({
  ...training,
  edition,
  values: Object.fromEntries(
    Object.entries({ ...training.values, ...values }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ),
});

const rule = defineRule({
  id: 'training/made',
  clause: 'examPassMark',
  modality: 'must',
  reads: { examPassMark: count, seats: optional(count) },
  subject: 'session',
  on: (session) => session,
  judge: () => 'pass',
  words: ({ examPassMark }, { clauseOf }) => ({
    title: { zh: `${examPassMark} 分合格`, en: `${examPassMark} to pass` },
    asks: { zh: `见${clauseOf('seats')}。`, en: `See ${clauseOf('seats')}.` },
    remedy: { zh: '', en: '' },
  }),
});

test('a clause that an edition does not give is said as that of the rule', () => {
  const examPassMark = { value: 65, clause: '九（九）' };
  const told = editionWith('2025', { examPassMark, seats: { value: 40, clause: '九（八）' } });
  expect(ruleIn(rule, told).words.asks.zh).toBe('见九（八）。');
  expect(ruleIn(rule, editionWith('2025', { examPassMark })).words.asks.zh).toBe('见九（九）。');
});

test('what an edition does not ask is told with the values that it has, be those it may leave out away', () => {
  const off = {
    ...editionWith('2025', { examPassMark: { value: 65, clause: '九' } }),
    rules: { [rule.id]: { modality: 'off' as const } },
  };
  expect(ruleIn(rule, off).words.title.zh).toBe('65 分合格');
});

test('what several editions say is set apart, by a full stop of its own where it has one', () => {
  const editions = [60, 70].map((value, index) =>
    editionWith(String(2025 - index), { examPassMark: { value, clause: `九（${value}）` } }),
  );
  const all = ruleAcross(rule, editions);
  expect(saidAcross(all, ({ words }) => words.title)).toEqual({
    zh: '2025 年版：60 分合格；2024 年版：70 分合格',
    en: '2025: 60 to pass; 2024: 70 to pass',
  });
  expect(saidAcross(all, ({ words }) => words.asks).zh).toBe('2025 年版：见九（60）。 2024 年版：见九（70）。');
});

test('an edition that does not ask it says nothing of it, unless none does', () => {
  const examPassMark = (value: number) => ({ examPassMark: { value, clause: '九' } });
  const off = (edition: Edition): Edition => ({
    ...edition,
    rules: { ...edition.rules, [rule.id]: { modality: 'off' } },
  });
  const [later, earlier] = [editionWith('2025', examPassMark(60)), editionWith('2024', examPassMark(70))];
  const titleIn = (...editions: Edition[]) => saidAcross(ruleAcross(rule, editions), ({ words }) => words.title).zh;
  expect(titleIn(off(later), earlier)).toBe('70 分合格');
  expect(titleIn(later, off(earlier))).toBe('60 分合格');
  expect(titleIn(off(later))).toBe(ruleIn(rule, off(later)).words.title.zh);
});

test('what an edition does not ask, and has no values for, is told as the product’s own edition has it', () => {
  const edition = editionWith('2025', { examPassMark: undefined });
  const off: Edition = { ...edition, rules: { ...edition.rules, [rule.id]: { modality: 'off' } } };
  expect(ruleIn(rule, off).words.title).toEqual(ruleIn(rule, training).words.title);
});

test('a rule may say how it binds, and by which clauses', () => {
  const made = defineRule({
    id: 'training/made',
    clause: ['examPassMark', 'examScore'],
    modality: 'must',
    reads: { examPassMark: count, examScore: count },
    subject: 'session',
    on: (session) => session,
    judge: () => 'pass',
    words: (_, { binds, clauses, inPrinciple }) => ({
      title: clauses,
      asks: binds('must', { zh: '要', en: 'asked' }),
      remedy: { zh: `${inPrinciple.zh}${binds('guide', { zh: '可以', en: 'may' }).zh}`, en: '' },
    }),
  });
  const values = { examPassMark: { value: 60, clause: '九（一）' }, examScore: { value: 100, clause: '九（二）' } };
  const { words } = ruleIn(made, editionWith('2025', values));
  expect(words).toEqual({
    title: { zh: '九（一）、九（二）', en: '九（一）, 九（二）' },
    asks: { zh: '要', en: 'asked' },
    remedy: { zh: '', en: '' },
  });
});

test('a rule of sound data is of no notice and no clause, though it reads values of one', () => {
  const made = defineDataRule({
    id: 'data/made',
    severity: 'info',
    reads: { examPassMark: count },
    subject: 'session',
    on: (session) => session,
    judge: () => 'pass',
    words: () => ({ title: { zh: '', en: '' }, asks: { zh: '', en: '' }, remedy: { zh: '', en: '' } }),
  });
  const { notice, clauses } = ruleIn(made, training);
  expect([notice, clauses, ruleIn(made, training).clauseOf({})]).toEqual([undefined, [], null]);
});

test('a rule that no paragraph and no value names has no clause', () => {
  expect(ruleIn(rule, editionWith('2025', { examPassMark: undefined })).clauseOf({})).toBe(null);
});

test('a rule that goes by several values has the clauses of each, set apart', () => {
  const told = editionWith('2025', {
    examPassMark: { value: 65, clause: '九（九）' },
    seats: { value: 40, clause: '九（八）' },
  });
  const hints = () => ({ '/exam/passMark': { zh: '', en: '' } });
  const both = ruleIn({ ...rule, clause: ['examPassMark', 'seats'], hints }, told);
  expect(both.clauseOf({})).toBe('九（九）, 九（八）');
  expect(both.hints.map(({ clause }) => clause)).toEqual(['九（九）、九（八）']);
  expect(ruleIn(rule, told).clauseOf({})).toBe('九（九）');
});

test('of several who owe something each is named: a part by who it is, a body by its name', () => {
  const said = (owers: { zh: string; en: string }[]) =>
    owersOf(ruleIn(rule, { ...editionWith('2025', {}), owers: { [rule.id]: owers } }), undefined, ['海口市人民医院']);
  expect(
    said([
      { zh: '省中心', en: 'the centre' },
      { zh: '承办单位', en: 'the host' },
    ]),
  ).toEqual({
    zh: '省中心、海口市人民医院',
    en: 'the centre, 海口市人民医院',
  });
  expect(said([])).toEqual({ zh: '海口市人民医院', en: '海口市人民医院' });
});

test('what is missing is named where a rule has no words of its own for it', () => {
  const place = { file: 'a.yaml', path: '', subject: null, line: 1, column: 1, endLine: 1, endColumn: 1, source: '' };
  const missing = { missing: '/venue', label: { zh: '地点', en: 'venue' } };
  const { message, expected } = saidTogether(ruleIn(rule, training), [missing], place, undefined, false);
  expect(message).toEqual({ zh: '缺：地点', en: 'Missing: venue' });
  expect(expected).toEqual(missing.label);
});

test('a rule that a paragraph of another document names stands in that document', () => {
  const second = { zh: '考核办法', en: 'Examination measures' };
  const { clause: _, ...named } = rule;
  const edition = {
    ...editionWith('2025', {}),
    documents: [second],
    clauses: [
      { locator: '一', rules: ['training/other'], asks: { zh: '', en: '' } },
      { locator: '二', rules: [rule.id], asks: { zh: '', en: '' }, document: 2 },
    ],
  } as unknown as Edition;
  expect(ruleIn(named as typeof rule, edition).document).toEqual(second);
});

test('what several editions say is told apart where they differ in one language alone', () => {
  const all = ruleAcross(rule, [editionWith('2025', {}), editionWith('2024', {})]);
  expect(saidAcross(all, ({ edition }) => ({ zh: `${edition?.edition}年`, en: 'a year' })).zh).toBe(
    '2025 年版：2025年；2024 年版：2024年',
  );
});

test('a rule of a notice without any edition is told by its own words', () => {
  expect(ruleAcross(rule, []).map((each) => [each.rule.id, each.edition])).toEqual([[rule.id, undefined]]);
});
