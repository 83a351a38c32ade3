import type { CheckResult } from '../../src/model/check-result.ts';
import { everyWord } from '../../src/schema/vocabulary/shape.ts';
import type { Fixture } from './fixture.ts';

/** English words that Chinese readers use too, and the numbers of things. */
const ALSO_CHINESE = /^(?:gp|icu|id|ids|ppt)$/;

/** The English words of the vocabulary, and what YAML says for yes and no. */
const codes = new Set([...everyWord().filter((word) => /^[a-z][a-z-]*$/i.test(word)), 'true', 'false']);

/** The English words of a text, those in its names of rules, files and options left out, and keys behind their Chinese name. */
const englishIn = (text: string): string[] =>
  text.replace(/（[a-z][\w-]*）|\b[a-z]+\/[a-z*-]+|\b[\w-]+\.yaml|--[a-z-]+/gi, '').match(/[a-z]+(?:-[a-z]+)*/gi) ?? [];

/** What a result says in codes to a Chinese reader, but for those that the author of the fixture wrote. */
export function codesShownIn({ findings, waived, verdicts = [] }: CheckResult, { text }: Fixture): string[] {
  const own = text.replace(/^#.*$|# !.*$/gm, '');
  const said = [...findings, ...waived].flatMap(({ message, remedy, expected, actual }) => [
    message,
    remedy,
    expected,
    actual,
  ]);
  return [...said, ...verdicts.map(({ reason }) => reason)].flatMap((words) =>
    englishIn(words?.zh ?? '')
      .filter((word) => codes.has(word) && !ALSO_CHINESE.test(word) && !own.includes(word))
      .map((word) => `${word} in ${words?.zh}`),
  );
}
