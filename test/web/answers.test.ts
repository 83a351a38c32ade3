import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Answers } from '../../src/web/answers.ts';
import type { GivenFile, Settings } from '../../src/web/requests.ts';
import { plan } from '../cli/run.ts';

beforeAll(() => {
  vi.stubGlobal('navigator', { userAgent: '' });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const settings: Settings = { lang: 'zh', asOf: '2024-12-31', policies: [], complete: false, editions: [] };
const repository: readonly GivenFile[] = globSync('examples/shared-repository/**/*.yaml', {
  ignore: '**/hn-gp.config.yaml',
})
  .sort()
  .map((file) => ({ file, bytes: readFileSync(file), isNamed: true }));
const names = repository.map(({ file }) => file);

/** What a check says, and every verdict of it. */
async function said(answers: Answers, asked: Settings): Promise<unknown> {
  const checked = await answers.answer('check', asked, () => {});
  return [checked, await answers.answer('verdicts', { lang: asked.lang }, () => {})];
}

test('a check after a change says what a first one does', async () => {
  const answers = new Answers();
  const held = new Map(repository.map((given) => [given.file, given]));
  const step = async (changed: readonly GivenFile[], left: readonly string[], asked: Settings) => {
    for (const given of changed) held.set(given.file, given);
    for (const file of held.keys()) if (!left.includes(file)) held.delete(file);
    answers.hold(changed, left);
    const fresh = new Answers();
    fresh.hold([...held.values()], left);
    const now = await said(answers, asked);
    expect(now).toEqual(await said(fresh, asked));
    return JSON.stringify(now);
  };
  const [first, ...others] = names as [string, ...string[]];
  const text = String(held.get(first)?.bytes);
  const changed = { file: first, bytes: new TextEncoder().encode(text.replace(/人数: \d+/, '人数: 3')), isNamed: true };
  const all = [
    await step(repository, names, settings),
    await step([], names, { ...settings, complete: true }),
    await step([], names, { ...settings, asOf: '2024-06-30' }),
    await step([], names, { ...settings, policies: ['pairing'] }),
    await step([changed], names, settings),
    await step([], others, settings),
  ];
  // None of these changes goes unnoticed.
  expect(new Set(all).size).toBe(all.length);
});

test('days are mended into the class hours that the edition of the page gives them', async () => {
  const answers = new Answers();
  const edition = readFileSync('test/editions/training-2025.yaml', 'utf8').replace(
    '{ value: 8, clause: 五（一）',
    '{ value: 6, clause: 五（一）',
  );
  const files = {
    'plan.yaml': plan.replace('年度: 2024', '年度: 2025').replace('学时: 8', '学时: 2天'),
    'next.yaml': edition,
  };
  const given = Object.entries(files).map(([file, text]) => ({
    file,
    bytes: new TextEncoder().encode(text),
    isNamed: true,
  }));
  answers.hold(given, Object.keys(files));
  await answers.answer('check', { ...settings, editions: ['next.yaml'] }, () => {});
  const { after } = await answers.answer('mend', { file: 'plan.yaml', style: true, lang: 'zh' }, () => {});
  expect(after).toContain('学时: 12');
});
