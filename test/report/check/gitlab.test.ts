import { expect, test } from 'vitest';
import { sample, written } from './sample.ts';

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number; end: number } };
}

const issues = async (...args: Parameters<typeof written>): Promise<Issue[]> => JSON.parse(await written(...args));

test('every issue has what the service requires', async () => {
  const result = await sample({ config: 'rules: {training/methods: info}\n' });
  const all = await issues('gitlab', result);
  const found = all.slice(0, result.findings.length);
  for (const [index, finding] of result.findings.entries()) {
    expect(found[index]).toEqual({
      description: expect.stringContaining(finding.message.zh),
      check_name: finding.rule,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: { error: 'major', warning: 'minor', info: 'info' }[finding.severity],
      location: { path: finding.file, lines: { begin: finding.line, end: finding.endLine } },
    });
  }
  expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['major', 'minor', 'info']));
  const fingerprint = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(all.slice(found.length)).toEqual([
    ...result.unjudged.map(({ file, line, reason }) => ({
      description: `没有判定，不算通过：${reason.zh}`,
      check_name: 'file/not-judged',
      fingerprint,
      severity: 'critical',
      location: { path: file, lines: { begin: line, end: line } },
    })),
    {
      description: expect.stringContaining('training/methods 改为提示'),
      check_name: 'config/overrides',
      fingerprint,
      severity: 'info',
      location: { path: 'hn-gp.config.yaml', lines: { begin: 1, end: 1 } },
    },
  ]);
  expect(result.unjudged).toHaveLength(2);
});

test('an empty array where there is nothing', async () => {
  expect(await written('gitlab', await sample({ clean: true }))).toBe('[]\n');
});

test('only errors and what was not judged when quiet, with the fingerprints that they have otherwise', async () => {
  const result = await sample();
  const all = await issues('gitlab', result);
  const quiet = await issues('gitlab', result, { quiet: true });
  expect(quiet).toEqual(all.filter(({ severity }) => severity === 'major' || severity === 'critical'));
  expect(quiet.length).toBeLessThan(all.length);
});

test('fingerprints are unique, and the same after a line is put before, in the other language, and once more', async () => {
  const names = async (...args: Parameters<typeof written>) =>
    (await issues(...args)).map(({ fingerprint }) => fingerprint);
  const before = await names('gitlab', await sample());
  expect(new Set(before).size).toBe(before.length);
  const shifted = await sample({ firstLine: '# 2024\n\n' });
  expect(shifted.findings.some(({ message }) => message.zh.includes('.yaml:7'))).toBe(true);
  expect(await names('gitlab', shifted)).toEqual(before);
  expect(await names('gitlab', await sample(), { lang: 'en' })).toEqual(before);
});

test('findings that agree in everything but their lines have fingerprints of their own', async () => {
  const result = await sample();
  const [first] = result.findings;
  if (!first) throw new Error('There is no finding');
  const twice = { ...result, findings: [first, { ...first, line: first.line + 1 }] };
  const [one, other] = await issues('gitlab', twice);
  expect(one?.fingerprint).not.toBe(other?.fingerprint);
});

test.each([
  ['zh', '合格线写了 60 分。改法：写 70', '是不是写错了？改法：写 70'],
  ['en', 'The pass mark is 60. remedy: Write 70', 'Is it misspelt? remedy: Write 70'],
] as const)('a remedy follows as a sentence of its own, also after a question, in %s', async (lang, told, asked) => {
  const result = await sample();
  const [first] = result.findings;
  if (!first) throw new Error('There is no finding');
  const remedy = { zh: '写 70', en: 'Write 70' };
  const saying = (zh: string, en: string) => ({ ...first, message: { zh, en }, remedy });
  const findings = [saying('合格线写了 60 分', 'The pass mark is 60'), saying('是不是写错了？', 'Is it misspelt?')];
  const [one, other] = await issues('gitlab', { ...result, findings }, { lang });
  expect([one?.description, other?.description]).toEqual([told, asked]);
});
