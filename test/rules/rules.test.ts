import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleIn } from '../../src/engine/in-edition.ts';
import { bundledEditions } from '../../src/notices/edition.ts';
import { rules } from '../../src/rules/index.ts';
import { checkFixture, decidedIn, dutiesOf, placesOf, readFixture, saidIn } from './fixture.ts';
import { codesShownIn } from './wording.ts';

const folder = import.meta.dirname;

/** What these read of a notice only bears on what its paragraphs ask. */
const BY_PARAGRAPH = [
  'pairing/meetings',
  'training/certificate-eligibility',
  'training/hospital-funding',
  'training/provincial-funding',
  'training/tcm-base',
];

describe.each(rules.map((rule) => ({ id: rule.id, policy: rule.policy, rule })))('$id', ({ id, policy, rule }) => {
  const files = existsSync(join(folder, id)) ? readdirSync(join(folder, id)).sort() : [];

  test('has an example that passes and one that fails', () => {
    expect(files).toEqual(expect.arrayContaining(['fail.yaml', 'pass.yaml']));
    const fail = readFixture(join(folder, id, 'fail.yaml'));
    expect(fail.findings).not.toEqual([]);
    expect(fail.says.length, 'fail.yaml pins what is said').toBeGreaterThan(0);
    expect(readFixture(join(folder, id, 'pass.yaml')).findings).toEqual([]);
  });

  test('goes by the clauses of what it reads of a notice, whichever paragraph names it', () => {
    const edition = bundledEditions.find(({ notice }) => notice === policy);
    const elsewhere = edition && { ...edition, rules: {}, locators: { [id]: ['另一条'] } };
    const isOfValues = policy !== null && Object.keys(rule.reads).length > 0 && !BY_PARAGRAPH.includes(id);
    const { clauses } = ruleIn(rule, elsewhere);
    if (isOfValues) expect(clauses).not.toContain('另一条');
    else expect(clauses).toEqual(policy === null ? [] : ['另一条']);
  });

  test.each(files)('%s', async (file) => {
    const fixture = readFixture(join(folder, id, file));
    const result = await checkFixture(fixture, id);
    const isRead = /^no notice governs it$|is the same record/;
    const unread = result.unjudged.filter(({ reason }) => !isRead.test(reason.en));
    expect(unread, 'every record of a fixture is valid').toEqual([]);
    const found = [...result.findings, ...result.waived].map(({ line, path }) => `${line} ${path}`).sort();
    expect(found).toEqual([...fixture.findings].sort());
    if (fixture.says.length > 0) expect(saidIn(result, fixture)).toEqual(fixture.says);
    if (fixture.decides.length > 0) expect(decidedIn(result)).toEqual(fixture.decides);
    if (fixture.places.length > 0) expect(placesOf(result)).toEqual([...fixture.places].sort());
    expect(codesShownIn(result, fixture), 'nothing is said in codes to a Chinese reader').toEqual([]);
    if (fixture.duties) expect(dutiesOf(result)).toEqual(fixture.duties);
    if (policy !== null) {
      expect(fixture.verdicts, 'a fixture of a notice names its verdicts').toBeDefined();
      expect(result.verdicts?.map(({ verdict }) => verdict).sort()).toEqual(fixture.verdicts);
      for (const { verdict, expected, actual } of result.verdicts ?? []) {
        if (verdict !== 'pass') continue;
        expect([expected?.zh, expected?.en, actual?.zh, actual?.en], 'a pass shows what was asked and found').toEqual(
          Array(4).fill(expect.stringMatching(/\S/)),
        );
        expect(actual?.zh, 'no English word for yes or no').not.toMatch(/true|false/);
      }
    }
  });
});

test('the list of rules is the folder, sorted by id', () => {
  const onDisk = ['data', 'haikou', 'pairing', 'training'].flatMap((notice) =>
    readdirSync(join(import.meta.dirname, '../../src/rules', notice)).map(
      (file) => `${notice}/${file.replace('.ts', '')}`,
    ),
  );
  expect(rules.map(({ id }) => id)).toEqual(onDisk.sort());
});
