import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { everyWord } from '../../src/schema/vocabulary/shape.ts';
import { checkFixture, readFixture } from './fixture.ts';

const folder = import.meta.dirname;

/** English words that Chinese readers use too, and the numbers of things. */
const ALSO_CHINESE = /^(?:gp|icu|id|ids|ppt)$/;

/** The English words of the vocabulary, and what YAML says for yes and no. */
const codes = new Set([...everyWord().filter((word) => /^[a-z][a-z-]*$/i.test(word)), 'true', 'false']);

/** The English words of a text, those in its names of rules, files and options left out, and keys behind their Chinese name. */
const englishIn = (text: string): string[] =>
  text.replace(/（[a-z][\w-]*）|\b[a-z]+\/[a-z*-]+|\b[\w-]+\.yaml|--[a-z-]+/gi, '').match(/[a-z]+(?:-[a-z]+)*/gi) ?? [];

test.each(rules.map(({ id }) => id))('%s says nothing in codes to a Chinese reader', async (id) => {
  for (const file of readdirSync(join(folder, id))) {
    const fixture = readFixture(join(folder, id, file));
    const own = fixture.text.replace(/^#.*$|# !.*$/gm, '');
    const { findings, waived, verdicts = [] } = await checkFixture(fixture, id);
    const said = [...findings, ...waived].flatMap(({ message, remedy, expected, actual }) => [
      message,
      remedy,
      expected,
      actual,
    ]);
    for (const words of [...said, ...verdicts.map(({ reason }) => reason)]) {
      const leaked = englishIn(words?.zh ?? '').filter(
        (word) => codes.has(word) && !ALSO_CHINESE.test(word) && !own.includes(word),
      );
      expect(leaked, `${file}: ${words?.zh}`).toEqual([]);
    }
  }
});
