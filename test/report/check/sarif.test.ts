import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { allRuleIds } from '../../../src/check/rule-ids.ts';
import { hostile, sample, written } from './sample.ts';

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: {
      artifactLocation: { uri: string };
      region: { startLine: number; startColumn: number; endLine: number; endColumn: number };
    };
  }[];
  partialFingerprints: Record<string, string>;
  suppressions: { kind: string; status: string; justification: string }[];
}

interface Rule {
  id: string;
  help: { markdown: string };
  defaultConfiguration: { level: string };
  properties: Record<string, unknown>;
}

interface Run {
  tool: { driver: { rules: Rule[] } };
  invocations: {
    executionSuccessful: boolean;
    toolExecutionNotifications: { level: string; message: { text: string } }[];
    ruleConfigurationOverrides: { descriptor: { id: string; index: number }; configuration: object }[];
  }[];
  columnKind: string;
  results: Result[];
}

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, 'sarif.schema.json'), 'utf8')),
);

/** Parses a report after validating it. */
async function read(
  ...[result, options]: [Parameters<typeof written>[1], Parameters<typeof written>[2]?]
): Promise<Run> {
  const log = JSON.parse(await written('sarif', result, options));
  validate(log);
  expect(validate.errors).toBeNull();
  return log.runs[0];
}

test('every rule is described, whether it was broken or not', async () => {
  const { tool } = await read(await sample({ clean: true }));
  const { rules } = tool.driver;
  expect(rules.map(({ id }) => id)).toEqual([...allRuleIds()].sort());
  const online = rules.find(({ id }) => id === 'training/hospital-online-duration');
  expect(online).toMatchObject({
    defaultConfiguration: { level: 'error' },
    properties: { policy: 'training', clause: '六（二）', modality: 'must', tags: ['training'] },
    help: { markdown: expect.stringMatching(/\*\*要求\*\*[\s\S]*\*\*判定\*\*[\s\S]*\*\*改法\*\*/) },
  });
  expect(rules.find(({ id }) => id === 'training/tcm-base')?.defaultConfiguration.level).toBe('note');
});

test('a result a finding, at its place in code points', async () => {
  const result = await sample({ config: 'rules: {training/methods: info}\n' });
  const run = await read(result);
  expect(run.columnKind).toBe('unicodeCodePoints');
  expect(run.results).toHaveLength(result.findings.length + result.waived.length);
  for (const [index, finding] of result.findings.entries()) {
    const { line, column, endLine, endColumn } = finding;
    const found = run.results[index];
    expect(found).toMatchObject({
      ruleId: finding.rule,
      level: { error: 'error', warning: 'warning', info: 'note' }[finding.severity],
      message: { text: expect.stringContaining(finding.message.zh) },
      suppressions: [],
    });
    expect(run.tool.driver.rules[found?.ruleIndex ?? -1]?.id).toBe(finding.rule);
    expect(found?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: finding.file },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    });
  }
  expect(new Set(run.results.map(({ level }) => level))).toEqual(new Set(['error', 'warning', 'note']));
});

test('what was waived is suppressed, with reason, approver and expiry', async () => {
  const result = await sample();
  const suppressed = (await read(result)).results.filter(({ suppressions }) => suppressions.length > 0);
  expect(suppressed).toHaveLength(result.waived.length);
  expect(suppressed[0]).toMatchObject({
    ruleId: 'training/blended-format',
    suppressions: [{ kind: 'external', status: 'accepted', justification: 'HK-2024-01 · HK-2024-01 · 2024-12-31' }],
  });
});

test('no finding, an empty list', async () => {
  const run = await read(await sample({ clean: true }));
  expect(run.results).toEqual([]);
  expect(run.invocations[0]?.executionSuccessful).toBe(true);
});

test('fingerprints are unique and outlive a shift of lines and the language', async () => {
  const names = (run: Run) => run.results.map(({ partialFingerprints }) => partialFingerprints['finding/v1']);
  const before = names(await read(await sample()));
  expect(new Set(before).size).toBe(before.length);
  expect(names(await read(await sample({ firstLine: '# 2024\n' })))).toEqual(before);
  expect(names(await read(await sample(), { lang: 'en' }))).toEqual(before);
});

test('what the config changes, and what was not judged or read, is said', async () => {
  const result = await sample({ config: 'rules: {training/methods: off, training/topics: error}\n' });
  const unreadable = [{ file: 'locked.yaml', reason: { zh: '没有权限', en: 'permission denied' } }];
  const run = await read({ ...result, unreadable });
  const [invocation] = run.invocations;
  expect(
    invocation?.ruleConfigurationOverrides.map(({ descriptor: { id }, configuration }) => [id, configuration]),
  ).toEqual([
    ['training/methods', { enabled: false }],
    ['training/topics', { level: 'error' }],
  ]);
  for (const { descriptor } of invocation?.ruleConfigurationOverrides ?? [])
    expect(run.tool.driver.rules[descriptor.index]?.id).toBe(descriptor.id);
  expect(invocation?.executionSuccessful).toBe(false);
  expect(invocation?.toolExecutionNotifications.map(({ level }) => level)).toEqual([
    'error',
    ...result.unjudged.map(() => 'error'),
  ]);
});

test('quiet leaves out findings below an error', async () => {
  const result = await sample();
  const levels = (await read(result, { quiet: true })).results
    .filter(({ suppressions }) => suppressions.length === 0)
    .map(({ level }) => level);
  expect(levels).toEqual(Array(result.severities.error).fill('error'));
});

test('paths are relative references, percent-encoded', async () => {
  const result = await sample({ value: '一 #?%:[]' });
  const uris = new Set(
    (await read(result)).results.map((each) => each.locations[0]?.physicalLocation.artifactLocation.uri),
  );
  expect(uris).toContain('plans/%E4%B8%80%20%23%3F%25%3A%5B%5D.yaml');
});

test('no value becomes a link or a placeholder', async () => {
  const result = await sample({ value: hostile.join(' x ') });
  const { results } = await read(result);
  for (const { message } of results) {
    for (const [, backslashes = ''] of message.text.matchAll(/(\\*)\]\(/g)) expect(backslashes.length % 2).toBe(1);
    expect(message.text).not.toMatch(/(?<!\{)\{\d+\}/);
  }
  expect(results.some(({ message }) => message.text.includes('\\](http'))).toBe(true);
});

test.each([
  ['C:/计划 甲#1%20/a.yaml', 'file:///C:/%E8%AE%A1%E5%88%92%20%E7%94%B2%231%2520/a.yaml'],
  ['//nas/教学/a.yaml', 'file://nas/%E6%95%99%E5%AD%A6/a.yaml'],
])('%s, to which no folder is relative, is an absolute URI without a base', async (file, uri) => {
  const result = await sample();
  const findings = result.findings.map((each) => ({ ...each, file }));
  const [first] = (await read({ ...result, findings })).results;
  expect(first?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri });
});
