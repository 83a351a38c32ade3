import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { workspace } from '../../cli/run.ts';

const place = workspace();
afterAll(place.remove);
const init = (...args: string[]) =>
  place.run(['init', 'plan', '--base', '文昌市人民医院', '--year', '2024', '--force', ...args]);
const check = (...args: string[]) => place.run(['check', ...args]).out;
const told =
  /^\S+ 是 2024 年度的，年度已经过去（判定日 2026-03-01），里面还没有写办了什么：有 (\d+) 个问题都由此而来，没有逐项列出。$/m;
const after = ['--as-of', '2026-03-01'];

test.each([
  ['plan.yaml', ['-o', 'plan.yaml']],
  ['dated.yaml', ['-o', 'dated.yaml', '--start', '2024-05-11']],
  ['plan.xlsx', ['--xlsx', 'plan.xlsx']],
])('a fresh starter of a year that is over says so once, and what to fill in first: %s', (file, args) => {
  init(...args);
  const out = check(file, ...after);
  const [, left] = told.exec(out) ?? [];
  expect(out).toContain('先给每期写上“状态”');
  // What is listed and what is not are all that is counted.
  const { findings } = JSON.parse(check(file, ...after, '-f', 'json'));
  expect([...out.matchAll(/^ {2}\S+ {2}(错误|警告|提示) /gm)].length + Number(left)).toBe(findings.length);
  expect(findings.length).toBeGreaterThan(12);
  expect(out.split('\n').length).toBeLessThan(20);
  expect(out).not.toContain('data/stale-plan');
  // Each is there for who asks, and before the year is over.
  expect(check(file, ...after, '--verbose')).not.toMatch(told);
  expect(check(file, ...after, '--verbose')).toContain('data/stale-plan');
  expect(check(file, '--as-of', '2024-12-31')).not.toContain('里面还没有写办了什么');
});

test('a mistake in it is listed all the same, and nothing is left out once something was done', () => {
  init('-o', 'plan.yaml', '--start', '2024-05-11');
  const text = readFileSync(place.path('plan.yaml'), 'utf8');
  place.write('short.yaml', text.replace('学时: 10', '学时: 6'));
  expect(check('short.yaml', ...after)).toMatch(/只有 6 学时[\s\S]*里面还没有写办了什么/);
  for (const done of ['状态: 已完成 #', '内容: [政策文件解读] #']) {
    place.write('done.yaml', text.replace(`${done.slice(0, 2)}: #`, done));
    expect(check('done.yaml', ...after)).not.toContain('里面还没有写办了什么');
    expect(check('done.yaml', ...after)).toContain('data/stale-plan');
  }
});

test('of sessions that cannot be read nobody says whether something was done', () => {
  init('-o', 'plan.yaml', '--start', '2024-05-11');
  const text = readFileSync(place.path('plan.yaml'), 'utf8');
  place.write('both.yaml', `${text}\n---\n文种: 全省计划\n年度: 2024\n培训班: 见附件\n`);
  const { code, out } = place.run(['check', 'both.yaml', ...after]);
  expect(code).toBe(1);
  expect(out.match(new RegExp(told, 'gm'))).toHaveLength(1);
  expect(out).toContain('“培训班”的每一项要分别写');
});
