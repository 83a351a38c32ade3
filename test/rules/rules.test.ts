import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { checkFixture, decidedIn, dutiesOf, readFixture, saidIn } from './fixture.ts';
import { codesShownIn } from './wording.ts';

const folder = import.meta.dirname;

describe.each(rules.map(({ id, policy }) => ({ id, policy })))('$id', ({ id, policy }) => {
  const files = existsSync(join(folder, id)) ? readdirSync(join(folder, id)).sort() : [];

  test('has an example that passes and one that fails', () => {
    expect(files).toEqual(expect.arrayContaining(['fail.yaml', 'pass.yaml']));
    const fail = readFixture(join(folder, id, 'fail.yaml'));
    expect(fail.findings).not.toEqual([]);
    expect(fail.says.length, 'fail.yaml pins what is said').toBeGreaterThan(0);
    expect(readFixture(join(folder, id, 'pass.yaml')).findings).toEqual([]);
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
