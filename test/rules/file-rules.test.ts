import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { fileRules } from '../../src/rules/file-rules.ts';

/** What a text of records cannot show: another encoding, a text of megabytes, and a workbook beside a file. */
const NOT_IN_A_TEXT = ['data/stale-import', 'yaml/encoding', 'yaml/limit'];

/** The rules by which a text is told of, each with its severity. */
async function toldOf(text: string, rule?: string): Promise<string[]> {
  const { findings } = await check({
    texts: [{ file: 'plan.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: '/',
    config: false,
    asOf: '2024-01-15',
    rules: [rule ?? '*'],
  });
  return findings.map((finding) => finding.rule);
}

describe.each(fileRules().map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  if (NOT_IN_A_TEXT.includes(id)) {
    test('has no example', () => expect(rule.examples).toBeUndefined());
    return;
  }

  test('has an example that passes, and one that fails by this rule once', async () => {
    const { pass = '', fail = '' } = rule.examples ?? {};
    expect(await toldOf(pass, id)).toEqual([]);
    expect((await toldOf(pass)).filter((each) => /^(?:yaml|schema)\//.test(each))).toEqual([]);
    expect(await toldOf(fail, id)).toEqual([id]);
    expect((await toldOf(fail)).filter((each) => /^(?:yaml|schema)\//.test(each))).toEqual([id]);
  });
});
