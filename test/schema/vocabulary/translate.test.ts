import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { load } from '../../../src/load/load.ts';
import type { Kind } from '../../../src/model/kinds.ts';
import { encodeGbk, fullRecord, type Node, type Style, write } from '../../writing.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function recordOf(bytes: Uint8Array): Promise<unknown> {
  const { records, findings } = await load('record.yaml', bytes);
  expect(findings.filter(({ rule }) => rule !== 'yaml/encoding')).toEqual([]);
  return records[0]?.data();
}

/** Some part of a full record, in some order, some names in Chinese and some in English. */
const pruned = (node: Node, random: () => number): Node => {
  if (node.type === 'list') return { ...node, items: node.items.map((item) => pruned(item, random)) };
  if (node.type === 'scalar') return random() < 0.5 ? { ...node, zh: node.en } : node;
  const shuffled = node.entries
    .map((entry) => ({ entry, rank: random() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => ({ ...entry, value: pruned(entry.value, random), zh: random() < 0.3 ? entry.en : entry.zh }));
  return { ...node, entries: shuffled };
};

const generator = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
};

const kinds: Kind[] = ['plan', 'session', 'province', 'pairing', 'city-program'];
const styles: Style[] = ['block', 'flow', 'aliased'];

describe.each(kinds)('%s', (kind) => {
  test('reads the same in Chinese, in English and mixed, in every style', async () => {
    const plain = await recordOf(utf8(write(fullRecord(kind), 'en', 'block').text));
    await fc.assert(
      fc.asyncProperty(fc.nat(2 ** 30), fc.constantFrom(...styles), async (seed, style) => {
        const { text } = write(pruned(fullRecord(kind), generator(seed)), 'zh', style);
        expect(await recordOf(utf8(text))).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });

  test('reads the same, with mistakes at the same places, in UTF-8, with a mark, with CRLF and in GBK', async () => {
    const { text } = write(fullRecord(kind), 'zh', 'block');
    const plain = await recordOf(utf8(text));
    const wrong = text.replaceAll('2024-05-08', '2024年5月38日');
    const places = async (bytes: Uint8Array) =>
      (await load('record.yaml', bytes)).findings
        .filter(({ rule }) => rule !== 'yaml/encoding')
        .map(({ rule, path, line, column, endLine, endColumn }) => [rule, path, line, column, endLine, endColumn]);
    const expected = await places(utf8(wrong));
    expect(expected.length).toBeGreaterThan(0);
    for (const encode of [
      (given: string) => utf8(`\ufeff${given}`),
      (given: string) => utf8(given.replaceAll('\n', '\r\n')),
      encodeGbk,
    ]) {
      expect(await recordOf(encode(text))).toEqual(plain);
      expect(await places(encode(wrong))).toEqual(expected);
    }
  });
});

test('text is taken as written where text is asked, whatever it looks like', async () => {
  const record = (await recordOf(
    utf8(
      'kind: plan\nyear: 2024\nbase: {name: 007, types: residency}\nsessions: [{id: true, title: 1e3, level: hospital, audience: faculty}]\n',
    ),
  )) as { base: { name: unknown }; sessions: { id: unknown; title: unknown }[] };
  expect(record.base.name).toBe('007');
  expect(record.sessions[0]).toMatchObject({ id: 'true', title: '1e3' });
});

test('a list of one may be written as a scalar; every form of a specialty is recognised, any other is kept', async () => {
  const specialty = async (written: string) =>
    (await recordOf(
      utf8(
        `kind: session\nyear: 2024\nbase: a\nid: b\ntitle: c\nlevel: 院级\naudience: 师资\nstages: 新进\nspecialty: ${written}\n`,
      ),
    )) as { specialty: string[]; stages: string[] };
  for (const [written, code] of [
    ['全科医学', 'general-practice'],
    ['超声医学科', 'ultrasound'],
    ['中医类', 'tcm'],
    ['儿科', 'pediatrics'],
    ['护理', '护理'],
  ] as const)
    expect(await specialty(written)).toMatchObject({ specialty: [code], stages: ['new'] });
});

const head = 'kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: residency}\n';
const session = (more: string) =>
  `${head}sessions:\n  - title: A\n    level: hospital\n    audience: faculty\n    ${more}\n`;
const found = async (text: string) => (await load('a.yaml', utf8(text))).findings;

test.each([
  ['id', session('id: “甲”')],
  ['name', head.replace('海口市人民医院', '“甲”')],
  ['host', session('host: “甲”')],
  ['base', 'kind: session\nyear: 2024\nbase: “甲”\ntitle: A\nlevel: hospital\naudience: faculty\n'],
  ['helper', 'kind: pairing\nhelper: “甲”\nhelped: 乙\n'],
  ['helped', 'kind: pairing\nhelper: 乙\nhelped: “甲”\n'],
  ['city', 'kind: city-program\nyear: 2024\ncity: “甲”\n'],
])('%s is a name, and read without the quotation marks of prose', async (key, text) => {
  expect((await found(text)).map(({ message }) => message.zh)).toEqual([`“${key}”外面有中文引号：“甲”`]);
});

test('a list with bullets or numbers for its dashes is not kept as one text', async () => {
  for (const list of ['• 慢病管理', '1. 慢病管理 2. 家庭医生', '【慢病管理】'])
    expect((await found(session(`topics: "${list}"`))).map(({ rule }) => rule)).toEqual(['schema/enum']);
});

test('a block of several lines ends with its last value', async () => {
  const [finding] = await found(session('headcount:\n      甲: 1\n      乙: 22'));
  expect([finding?.endLine, finding?.endColumn]).toEqual([10, 12]);
});

test('what aliases add is limited, and nothing beside them', async () => {
  const named = session('topics: []').replace('海口市人民医院', '&n 海口市人民医院');
  const rulesOf = async (...topics: string[]) =>
    (await found(named.replace('[]', `[${topics.join(', ')}]`))).map(({ rule }) => rule);
  expect(await rulesOf(...Array(20_000).fill('*n'))).toEqual([]);
  expect(await rulesOf(...Array(20_001).fill('*n'))).toEqual(['yaml/limit']);
  expect(await rulesOf('*n', ...Array(20_001).fill('甲'))).toEqual([]);
});

const sessionWith = (line: string) => `kind: session
year: 2024
base: 海口市人民医院
title: 教学方法
level: 院级
audience: 师资
${line}
offline: { start: 2024-05-08, end: 2024-05-09, hours: 12 }
`;

describe('a part', () => {
  const withOnline = async (online: string) =>
    (await load('session.yaml', utf8(sessionWith(`online: ${online}`)))).records[0]?.data();

  test.each([
    '{}',
    '{ start: , hours: ~, methods: [], 学分: "" }',
    '{ start, methods: [ , ~] }',
    '{ star: , 负责人: }',
    '\n  start:\n  hours:',
    '[{}, { start: , hours: }]',
    '\n  - start:\n    hours:\n  -',
    '[&none { start: }, *none]',
  ])('is not given where nothing in it is: %j', async (online) => {
    expect(await withOnline(online)).toEqual(await withOnline(''));
  });

  test.each([
    '{ notes: 另定 }',
    '{ 负责人: 张 }',
    '{ x-room: 3 }',
    '{ 学分: 2 }',
    '{ venue: 待定 }',
    '{ hours 10 }',
    '{ 海口 }',
    '{ start: [~] }',
  ])('is given where anything is, be it nothing that is read: %j', async (online) => {
    expect(await withOnline(online)).toHaveProperty('online');
    expect(await withOnline(`[${online}, {}]`)).toHaveProperty('online.length', 1);
  });

  test('that is empty is none beside others, whose places count without it', async () => {
    const { findings } = await load('session.yaml', utf8(sessionWith('online: [{ hours: }, { hours: 约10 }]')));
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['schema/type /online/0/hours']);
  });
});

describe('a value that YAML has a sign for', () => {
  test.each<[string, string, unknown]>([
    ['a text in quotes that says null is that text', 'venue: "null"', 'null'],
    ['a value with an anchor is the value', 'headcount: &all 40', 40],
    ['empty quotes say nothing', 'venue: ""', undefined],
    ['null says nothing', 'venue: ~', undefined],
    ['an empty block of text says nothing', 'venue: >', undefined],
    ['a number with a sign of its own is that number', 'headcount: 0x28', 40],
  ])('%s', async (_, line, value) => {
    const [key = ''] = line.split(':');
    const { records } = await load('session.yaml', utf8(sessionWith(line)));
    const data: unknown = records[0]?.data();
    expect(data).toHaveProperty('title', '教学方法');
    expect(Reflect.get(data as object, key)).toBe(value);
  });
});
