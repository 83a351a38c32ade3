import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Editions } from '../../src/notices/edition.ts';
import { LOCATOR } from '../notices/stale.ts';

const root = join(import.meta.dirname, '../../src/rules');

/** What stands in a rule file and is no notice's, with the reason. */
const own: Record<string, Record<string, string>> = {
  'common/shown-hours.ts': { '100': 'two places are shown' },
  'haikou/gp-density.ts': {
    '10_000': 'the key gpsPer10k, and what 万 means',
    '10,000': 'likewise in English',
    '2': 'two places are shown',
    '100': 'likewise',
  },
  'pairing/meetings.ts': {
    '3': 'months of a quarter',
    '6': 'months of half a year',
    '12': 'months of a year',
    '4': 'where the year stands in a date',
    '5': 'where the month stands in a date',
    '7': 'likewise',
  },
  'training/provincial-offline-duration.ts': { '2': 'an example of hours that are not all credited' },
};

/** Lists of the model itself, which no notice sets. */
const ofTheModel: readonly (readonly string[])[] = [
  ['offline', 'online'],
  ['managers', 'faculty'],
  ['residency', 'assistant-gp'],
  ['specialty', 'stages'],
  ['fullMarks', 'passMark'],
  ['residents', 'qualifiedGps', 'gpsPer10k'],
];

/** The text of a module without what it imports, its comments, and which values and subjects it names. */
const codeOf = (text: string): string =>
  text
    .replaceAll(/^import [\s\S]*?;$/gm, '')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|^ {2}(?:clause|subject): \[.*$/gm, '');

/** What of a notice stands in a rule file. */
function ofNotice(file: string): string[] {
  const code = codeOf(readFileSync(join(root, file), 'utf8'));
  const excepted = own[file] ?? {};
  const numbers = [...code.matchAll(/(?<![\w.$-])\d[\d_,.]*(?:e\d+)?(?!\w)/g)].map(([number]) =>
    number.replace(/[,.]$/, ''),
  );
  const lists = [...code.matchAll(/\[((?:\s*'[\w-]+',?){2,})\s*\]/g)].map(([, items = '']) =>
    [...items.matchAll(/'([\w-]+)'/g)].map(([, code]) => code),
  );
  return [
    ...numbers.filter((number) => !['0', '1', '-1'].includes(number) && !(number in excepted)),
    ...lists.filter((list) => !ofTheModel.some((known) => known.join() === list.join())).map((list) => list.join()),
    ...(code.match(LOCATOR) ?? []),
    ...(code.match(/附件|\d{4}-\d{2}-\d{2}|〔\d+〕/g) ?? []),
    ...new Editions().names().filter((name) => code.includes(name)),
  ];
}

const files = ['training', 'pairing', 'haikou', 'common'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);

describe.each(files)('%s', (file) => {
  test('holds no number, date, list, locator or name of a notice', () => {
    expect(ofNotice(file)).toEqual([]);
  });

  test('has every exception that is made for it', () => {
    const code = codeOf(readFileSync(join(root, file), 'utf8'));
    for (const number of Object.keys(own[file] ?? {})) expect(code).toContain(number);
  });
});
