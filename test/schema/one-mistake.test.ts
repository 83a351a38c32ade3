import { describe, expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { oneOfEach } from '../sample.ts';
import {
  around,
  type Entry,
  fullRecord,
  type Node,
  parentOf,
  replaced,
  type Style,
  scalar,
  walk,
  withEntry,
  write,
} from '../writing.ts';

/** What the data model marks as required, by kind and path with list places as `*`. */
const waiver = ['rule', 'reason', 'approvedBy'].map((key) => `/waivers/*/${key}`);
const session = [
  '/title',
  '/level',
  '/audience',
  '/publicity/*/title',
  '/funding/*/source',
  '/funding/*/amount',
  '/participants/*/id',
  '/exam/sittings/*/covers',
  ...waiver,
];
const member = ['leader', 'deputies/*', 'members/*'].flatMap((who) => [
  `/leadingGroup/${who}/side`,
  `/leadingGroup/${who}/post`,
]);
const required: Record<Kind, readonly string[]> = {
  plan: [
    '/year',
    '/base',
    '/base/name',
    '/base/types',
    ...session.map((path) => `/sessions/*${path}`),
    '/outOfProvince/*/title',
    '/outOfProvince/*/category',
    '/outOfProvince/*/funding/*/source',
    '/outOfProvince/*/funding/*/amount',
    ...waiver,
  ],
  session: ['/year', '/base', ...session],
  province: ['/year', ...session.map((path) => `/sessions/*${path}`), '/sessions/*/host', ...waiver],
  pairing: [
    '/helper',
    '/helped',
    ...member,
    '/leadingGroup/meetings/*/date',
    '/surveys/*/date',
    '/tasks/*/id',
    '/tasks/*/title',
    '/tasks/*/area',
    '/evaluations/*/date',
    '/evaluations/*/result',
    ...waiver,
  ],
  'city-program': [
    '/city',
    '/year',
    '/hospitals/*/name',
    '/recruitment/*/year',
    '/recruitment/*/total',
    '/recruitment/*/gp',
    '/trainees/*/id',
    '/institutions/*/name',
    '/gps/*/id',
    ...waiver,
  ],
};

const kinds = Object.keys(required) as Kind[];
const writings: { lang: 'zh' | 'en'; style: Style }[] = [
  { lang: 'zh', style: 'block' },
  { lang: 'en', style: 'block' },
  { lang: 'zh', style: 'flow' },
  { lang: 'en', style: 'aliased' },
];
// A session is written out in full inside a plan already.
const cases = kinds.flatMap((kind) =>
  (kind === 'session' || kind === 'province' ? writings.filter(({ style }) => style === 'aliased') : writings).map(
    (writing) => ({ kind, ...writing }),
  ),
);

const generic = (path: string) => path.replace(/\/\d+(?=\/|$)/g, '/*');

async function findingsOf(text: string): Promise<string[]> {
  const { findings } = await load('mistake.yaml', new TextEncoder().encode(text));
  return findings.map(({ rule, path, line, column }) => `${rule} ${path} ${line}:${column}`);
}

const at = (place: [number, number] | undefined) => place?.join(':');

describe.each(cases)('$kind, $lang, $style', ({ kind, lang, style }) => {
  const isUsual = lang === 'zh' && style === 'block';
  const all = [...walk(fullRecord(kind))].filter(({ path }) => path !== '' && path !== '/kind');
  const inFull = new Set(oneOfEach(10, all).map(({ path }) => path));
  const cut = (path: string) => around(fullRecord(kind), path);
  // In the form that people write most a key or value that is out of place, or not there, stands beside all other values,
  // in turns in a record of every key; what else may be wrong with a value, in what is needed around it.
  const record = (path: string) => {
    if (!isUsual) return cut(path);
    return inFull.has(path) ? fullRecord(kind) : around(fullRecord(kind), path, parentOf(path));
  };
  // That form has every place; the others share them, but have all that are required.
  const inTurn = new Set(
    isUsual
      ? all
      : oneOfEach(
          3,
          all,
          writings.findIndex((each) => each.lang === lang && each.style === style),
        ),
  );
  const places = all.filter((place) => inTurn.has(place) || required[kind].includes(generic(place.path)));
  const keyed = places.filter(({ holder }) => holder !== undefined);

  test('without a mistake there is no finding', async () => {
    expect(await findingsOf(write(fullRecord(kind), lang, style).text)).toEqual([]);
    expect(places.length).toBeGreaterThan(20);
  });

  test('a misspelt key is one finding, at the key, where it is long enough to be known; else it is not read', async () => {
    for (const { path } of keyed) {
      const name = `${path.split('/').pop()}`;
      const misspelt = (entry: Entry) => ({ ...entry, name: `${entry[lang]}x`, en: `${name}x`, zh: `${entry.zh}x` });
      const { text, keys, values } = write(
        withEntry(record(path), path, (entry) => [misspelt(entry)]),
        lang,
        style,
      );
      const wrong = [...keys.keys()].find((key) => key.endsWith('x') && parentOf(key) === parentOf(path)) as string;
      const isKnown = wrong.slice(wrong.lastIndexOf('/') + 1).length > (lang === 'zh' ? 3 : 4);
      const isMissed = !isKnown && required[kind].includes(generic(path));
      const owner = parentOf(path);
      expect(await findingsOf(text), path).toEqual([
        `schema/unknown-key ${wrong} ${at(keys.get(wrong))}`,
        ...(isMissed ? [`schema/required ${owner} ${at(values.get(owner))}`] : []),
      ]);
    }
  });

  test('a value of another type is one finding, at the value', async () => {
    for (const { path, node } of places) {
      const isWord = node.shape.type === 'text';
      const wrong = isWord
        ? (given: Node): Node => ({
            type: 'list',
            shape: given.shape,
            items: [scalar(given, '甲'), scalar(given, '乙')],
          })
        : (given: Node): Node =>
            given.shape.type === 'array' && given.shape.items.type !== 'object'
              ? {
                  type: 'map',
                  shape: given.shape,
                  entries: [{ name: 'x-a', zh: 'x-a', en: 'x-a', value: scalar(given, '1') }],
                }
              : scalar(given, '文字');
      const { text, values } = write(replaced(record(path), path, wrong), lang, style);
      // Where a code may stand for a number, a word is one that is not known.
      const rule = !isWord && 'codes' in node.shape && node.shape.codes.length > 0 ? 'enum' : 'type';
      expect(await findingsOf(text), path).toEqual([`schema/${rule} ${path} ${at(values.get(path))}`]);
    }
  });

  test('an unknown code is one finding, at the value', async () => {
    const closed = places.filter(({ node }) => node.shape.type === 'text' && node.shape.closed);
    for (const { path } of closed) {
      const { text, values } = write(
        replaced(cut(path), path, (node) => scalar(node, '没有的')),
        lang,
        style,
      );
      expect(await findingsOf(text), path).toEqual([`schema/enum ${path} ${at(values.get(path))}`]);
    }
  });

  test.each(['2024-02-30', '2024-5-8-9', '2024年5月8日上午', '下个月', '"2024-05-08 周一"'])(
    'the date %s is one finding, at the value',
    async (wrong) => {
      const isDate = ({ node }: (typeof all)[number]) => node.shape.type === 'text' && node.shape.format === 'date';
      expect(all.some(isDate)).toBe(true);
      for (const { path } of places.filter(isDate)) {
        const { text, values } = write(
          replaced(cut(path), path, (node) => scalar(node, wrong)),
          lang,
          style,
        );
        expect(await findingsOf(text), path).toEqual([`schema/date ${path} ${at(values.get(path))}`]);
      }
    },
  );

  test('a number below its limit is one finding, at the value', async () => {
    const limited = places.filter(({ node }) => ['number', 'integer'].includes(node.shape.type));
    for (const { path } of limited) {
      const { text, values } = write(
        replaced(cut(path), path, (node) => scalar(node, '-1')),
        lang,
        style,
      );
      expect(await findingsOf(text), path).toEqual([`schema/range ${path} ${at(values.get(path))}`]);
    }
  });

  test('a key left out, or left empty, is one finding where it is required and none elsewhere', async () => {
    const asked = new Set<string>();
    for (const [turn, { path }] of keyed.entries()) {
      const isRequired = required[kind].includes(generic(path));
      const owner = parentOf(path);
      const needed = record(path);
      // An item of one key is none without it.
      const isOnly = [...walk(needed)].some(
        ({ node, path: at }) => at === owner && node.type === 'map' && node.entries.length === 1,
      );
      const whole = isRequired && isOnly ? fullRecord(kind) : needed;
      const changes = [
        () => [],
        (entry: Entry): Entry[] => [{ ...entry, value: scalar(entry.value, '') }],
        (entry: Entry): Entry[] => [
          { ...entry, value: scalar(entry.value, entry.value.type === 'list' ? '[]' : '""') },
        ],
      ];
      // What need not be there is left out in one way or another by turns.
      for (const change of isRequired ? changes : oneOfEach(changes.length, changes, turn)) {
        const { text, values } = write(withEntry(whole, path, change), lang, style);
        const place = values.get(owner);
        if (isRequired) asked.add(generic(path));
        expect(await findingsOf(text), path).toEqual(isRequired ? [`schema/required ${owner} ${at(place)}`] : []);
      }
    }
    expect([...asked].sort()).toEqual([...required[kind]].sort());
  });
});
