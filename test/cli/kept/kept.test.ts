import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { plan, workspace } from '../run.ts';

const asOf = ['--as-of', '2024-01-15'];
const place = workspace({
  'plan.yaml': plan,
  'slips.yaml': plan.replace('年度: 2024', '年度：2024'),
  'deep/plan.yaml': '文种: 培训班\n',
  'hn-gp.config.yaml': 'exclude: [many]\n',
});
for (let index = 0; index < 110; index += 1) place.write(`many/${index}.yaml`, plan.replaceAll('HK', `H${index}`));
afterAll(() => place.remove());

test.each<[string[], number, string?]>([
  [['check', 'plan.yaml', '--rule', 'training/offline-first', ...asOf], 0],
  [['check', 'plan.yaml', ...asOf], 1],
  [['check', '-', '-f', 'json', '--verdicts', ...asOf], 1, plan],
  [['check', '.', '--color', '--lang', 'en', ...asOf], 1],
  [['check', 'many', '--no-config', '-f', 'csv', ...asOf], 1],
  [['check', 'nowhere.yaml'], 2],
  [['check', '--form'], 2],
  [['fix', '-'], 0, plan],
  [['fix', 'slips.yaml', '--dry-run'], 0],
  [['init', 'plan', '--year', '2024', '-o', '-'], 0],
  [['deadlines', 'plan.yaml', '--ics', '-', ...asOf], 0],
  [['report', '-f', 'html', ...asOf], 1],
  [['report', 'plan.yaml', '-f', 'html', ...asOf], 0],
  [[], 0],
])('%j is answered as by a process of its own', (args, code, input = '') => {
  const kept = place.run(args, { input });
  expect(kept).toEqual(place.run(args, { input, env: {} }));
  expect(kept.code).toBe(code);
});

test('a call writes what a process of its own writes', () => {
  const [kept, apart] = ['kept.json', 'apart.json'] as const;
  place.run(['check', 'plan.yaml', '-f', 'json', '-o', kept, ...asOf]);
  place.run(['check', 'plan.yaml', '-f', 'json', '-o', apart, ...asOf], { env: {} });
  expect(readFileSync(place.path(kept), 'utf8')).toBe(readFileSync(place.path(apart), 'utf8'));
});
