import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { ruleIn } from '../../src/engine/in-edition.ts';
import type { Rule } from '../../src/engine/rule.ts';
import { policies } from '../../src/model/finding.ts';
import { bundledEditions } from '../../src/notices/edition.ts';
import { type CoverageRow, coverage } from '../../src/reference/coverage.ts';
import { paragraphsOf } from '../../src/reference/paragraphs.ts';
import { rules } from '../../src/rules/index.ts';
import { hnGp } from '../cli/run.ts';
import { checkFixture, readFixture } from '../rules/fixture.ts';

const inEdition = (rule: Rule) =>
  ruleIn(
    rule,
    bundledEditions.find(({ notice }) => notice === (rule.policy ?? 'training')),
  );
const noticeRules = rules.filter(({ policy }) => policy !== null);

const run = (...args: string[]) => hnGp(['clauses', ...args], { cwd: tmpdir() });

describe.each(bundledEditions)('$notice $edition', (edition) => {
  const paragraphs = paragraphsOf(edition);
  const own = noticeRules.filter(({ policy }) => policy === edition.notice);

  test('every paragraph has rules or a reason, never both', () => {
    const unaccounted = paragraphs.filter(({ rules = [], reason }) => rules.length > 0 === (reason !== undefined));
    expect(unaccounted.map(({ clause, summary }) => `${clause} ${summary.zh}`)).toEqual([]);
  });

  test('every rule named by a paragraph exists', () => {
    const ids = own.map(({ id }) => id);
    expect(paragraphs.flatMap(({ rules = [] }) => rules).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('every rule stands with each clause that it names', () => {
    const astray = own.flatMap((rule) =>
      inEdition(rule)
        .clauses.filter(
          (locator) => !paragraphs.some(({ clause, rules = [] }) => clause === locator && rules.includes(rule.id)),
        )
        .map((locator) => `${rule.id} ${locator}`),
    );
    expect(astray).toEqual([]);
    expect(own.filter((rule) => inEdition(rule).clauses.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test('every number belongs to a paragraph', () => {
    const locators = paragraphs.map(({ clause }) => clause);
    const astray = Object.entries(edition.values).filter(([, { clause }]) => !locators.includes(clause));
    expect(astray.map(([name]) => name)).toEqual([]);
  });

  test('every number is read by a rule, and every number read is there', () => {
    const read = new Set(
      rules
        .filter(({ policy }) => (policy ?? 'training') === edition.notice)
        .flatMap(({ reads }) => Object.entries(reads))
        .filter(([name, { optional }]) => !optional || name in edition.values)
        .map(([name]) => name),
    );
    expect([...read].sort()).toEqual(Object.keys(edition.values).sort());
  });
});

const functionClauses = rules.filter(({ clause }) => typeof clause === 'function');

test.each(functionClauses.map((rule) => ({ id: rule.id, clauses: inEdition(rule).clauses })))(
  '$id reports the clauses it names',
  async (rule) => {
    const folder = join(import.meta.dirname, '../rules', rule.id);
    const reported = new Set<string | null>();
    for (const file of readdirSync(folder)) {
      const { findings } = await checkFixture(readFixture(join(folder, file)), rule.id);
      // A session for both audiences goes by the clauses of both.
      for (const { clause } of findings) for (const each of clause?.split(', ') ?? [null]) reported.add(each);
    }
    expect(rule.clauses).toEqual(expect.arrayContaining([...reported]));
    expect(reported.size).toBeGreaterThan(0);
  },
);

test('the notices are covered from the cover letter to the annex, in their order', () => {
  const locators = (policy: string) => [
    ...new Set(
      bundledEditions
        .filter(({ notice }) => notice === policy)
        .flatMap(paragraphsOf)
        .map(({ clause }) => clause),
    ),
  ];
  expect(locators('training').join(' ')).toBe(
    '函 前言 一 二（一） 二（二） 三 三（一） 三（二） 四 四（一） 四（二） 四（三） 五 六（一） 六（二） 七 七（一） 七（二） 七（三） 八（一） 八（二） 九 十 附件',
  );
  expect(locators('pairing').join(' ')).toBe(
    '函 前言 一 二 二（一） 二（二） 二（三） 二（四） 二（五） 三（一） 三（二） 三（三） 三（四） 三（五） 附件',
  );
  expect(locators('haikou').join(' ')).toBe(
    '函 前言 一（一） 一（二） 二（一） 二（二） 二（三） 二（四） 三（一） 三（二） 三（三） 三（四） 三（五） 四（一） 四（二） 四（三） 五（一） 五（二） 五（三） 五（四）',
  );
});

test.each([
  ['training', '五', 'planned and run together'],
  ['training', '七', 'oversees'],
  ['training', '七（一）', 'invited'],
  ['training', '七（一）', 'vetted'],
  ['training', '七（一）', 'slides'],
  ['training', '七（二）', 'strictly'],
  ['training', '八（一）', 'secret'],
  ['training', '八（一）', 'supervises'],
  ['training', '八（二）', 'keep the rules'],
  ['training', '十', 'quality'],
  ['training', '附件', 'day one'],
  ['training', '附件', 'attend'],
  ['pairing', '三（一）', 'seriously'],
  ['pairing', '三（二）', 'people of the GP department'],
  ['pairing', '三（二）', 'Cooperation'],
  ['pairing', '三（三）', 'bonus points'],
  ['pairing', '三（五）', 'cooperates'],
  ['haikou', '四（三）', 'schemes of their own'],
  ['haikou', '五（三）', 'on their purpose'],
])('%s %s: "%s" is not judged, with the reason', (policy, clause, words) => {
  const { rows } = coverage(bundledEditions, undefined, 'en');
  const found = rows.find((row) => row.policy === policy && row.clause === clause && row.summary.includes(words));
  expect(found).toMatchObject({ rules: [], reason: expect.stringMatching(/.{10}/) });
});

describe('hn-gp clauses', () => {
  test('json is an array of paragraphs; a reason stands only where no rule judges', () => {
    const { code, out } = run('--format', 'json');
    expect(code).toBe(0);
    const rows: CoverageRow[] = JSON.parse(out);
    expect(rows).toHaveLength(bundledEditions.flatMap(paragraphsOf).length);
    for (const row of rows) {
      const keys = [
        'policy',
        'edition',
        'clause',
        'summary',
        'owedBy',
        'rules',
        ...(row.rules.length > 0 ? [] : ['reason']),
      ];
      expect(Object.keys(row)).toEqual(keys);
    }
    expect([...new Set(rows.map(({ policy }) => policy))]).toEqual(policies);
    expect(rows.find(({ clause }) => clause === '四（一）')).toEqual({
      policy: 'training',
      edition: '2024',
      clause: '四（一）',
      summary: '全年省级培训班的最少期数，以及必须有的类别。',
      owedBy: '省医学学术交流管理中心',
      rules: ['training/province-session-count', 'training/province-session-mix'],
    });
  });

  test('--policy and --lang choose notices and language', () => {
    const { out } = run('--format', 'json', '--policy', 'pairing', '--policy', 'haikou', '--lang', 'en');
    const rows: CoverageRow[] = JSON.parse(out);
    expect([...new Set(rows.map(({ policy }) => policy))]).toEqual(['pairing', 'haikou']);
    expect(rows.some(({ summary }) => summary === 'How long the help lasts.')).toBe(true);
  });

  test.each(['table', 'markdown'])('%s ends with the counts of each notice', (format) => {
    const lines = run('--format', format).out.trimEnd().split('\n').slice(-4);
    const paragraphs = policies.map((policy) =>
      bundledEditions.filter(({ notice }) => notice === policy).flatMap(paragraphsOf),
    );
    const counted = [...paragraphs, paragraphs.flat()].map((each) => {
      const judged = each.filter(({ rules = [] }) => rules.length > 0).length;
      return `共 ${each.length} 段，${judged} 段由规则判定，${each.length - judged} 段说明了不判定的原因，100% 有交代。`;
    });
    expect(lines.map((line) => line.split('：').at(-1))).toEqual(counted);
  });

  test('csv opens in Excel', () => {
    const { out } = run('--format', 'csv');
    expect(out.startsWith('\ufeff')).toBe(true);
    const rows: string[][] = parse(out, { bom: true });
    expect(rows[0]).toEqual(['通知', '版本', '条款', '说的是什么', '由谁落实', '判定的规则', '不判定的原因']);
    expect(rows).toHaveLength(bundledEditions.flatMap(paragraphsOf).length + 1);
  });

  test('-o writes to a file and nothing to standard output', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hn-gp-clauses-'));
    const file = join(folder, 'clauses.json');
    expect(run('--format', 'json', '-o', file)).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).not.toHaveLength(0);
    rmSync(folder, { recursive: true });
  });

  test.each([
    [['--policy', 'trainning'], 'training'],
    [['--format', 'jsn'], 'json'],
    [['--lang', 'de'], 'zh'],
    [['--format', 'json', '-o', '/no/such/folder/x.json'], '写不了'],
  ])('%j is refused in one line', (args, hint) => {
    const { code, out, err } = run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(hint);
  });
});
