import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { otherForms } from '../../src/fix/forms.ts';
import { load } from '../../src/load/load.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { classHoursPerDay } from '../../src/notices/edition.ts';
import { readValue, type ValueType } from '../../src/schema/values/index.ts';
import { valueTypeOf } from '../../src/schema/vocabulary/value-type.ts';
import { applyEdits } from '../../src/text/edits.ts';
import { valueAt } from '../../src/tree/yaml/positions.ts';
import { around, fullRecord, replaced, scalar, walk, write } from '../writing.ts';
import { nearlyValues } from './values/forms.ts';

/** Forms of any count, be it of months. */
const counts: [written: string, value: unknown][] = [
  ['"8"', 8],
  ['８', 8],
  ['八', 8],
  ['不少于8', 8],
  ['8以上', 8],
  ['8个', 8],
];

/** Forms of each type with what the rules read, in a record of 2024. */
const forms: Record<ValueType, [written: string, value: unknown][]> = {
  date: [
    ['2024-5-8', '2024-05-08'],
    ['2024/5/8', '2024-05-08'],
    ['2024.5.8', '2024-05-08'],
    ['2024年5月8日', '2024-05-08'],
    ['２０２４年５月８日（周三）', '2024-05-08'],
    ['20240508', '2024-05-08'],
    ['2024-05', '2024-05-01/2024-05-31'],
    ['2024年5月上旬', '2024-05-01/2024-05-10'],
    ['2024年第二季度', '2024-04-01/2024-06-30'],
    ['2024年下半年', '2024-07-01/2024-12-31'],
  ],
  span: [
    ['2024-5-8', '2024-05-08'],
    ['2024.5.8-5.10', '2024-05-08..2024-05-10'],
    ['2024年5月8日至10日', '2024-05-08..2024-05-10'],
    ['2024年5月', '2024-05-01/2024-05-31'],
  ],
  days: [
    ['2天', 2],
    ['不少于2日', 2],
    ['1天半', 1.5],
  ],
  hours: [
    ['8学时', 8],
    ['≥8', 8],
    ['6小时', 8],
    ['90分钟', 2],
    ['2天', 16],
    ['半天', 4],
  ],
  count: [...counts, ['8期', 8], ['8分', 8]],
  months: [...counts, ['8个月', 8], ['8月', 8]],
  year: [
    ['2024年', 2024],
    ['"2024"', 2024],
  ],
  money: [
    ['2万', 20_000],
    ['2万元', 20_000],
    ['￥20,000', 20_000],
    ['20千元', 20_000],
  ],
  share: [['20%', 0.2]],
  'yes-no': [
    ['是', true],
    ['已', true],
    ['√', true],
    ['yes', true],
    ['否', false],
    ['未', false],
    ['×', false],
    ['No', false],
  ],
};

/** Those that are read against the record's year. */
const withoutYear: [written: string, value: string][] = [
  ['5月8日', '2024-05-08'],
  ['5月', '2024-05-01/2024-05-31'],
  ['5月底', '2024-05-21/2024-05-31'],
  ['二季度', '2024-04-01/2024-06-30'],
  ['上半年', '2024-01-01/2024-06-30'],
  ['待定', '2024-01-01/2024-12-31'],
];

const kinds: Kind[] = ['plan', 'session', 'province', 'pairing', 'city-program'];
const read = (text: string) => load('record.yaml', new TextEncoder().encode(text));

describe.each(kinds)('%s', (kind) => {
  const record = fullRecord(kind);
  const leaves = [...walk(record)].filter(({ node, path }) => node.type === 'scalar' && path !== '/kind');

  test.each(['zh', 'en'] as const)('each value is read in each of its forms, keys in %s', async (lang) => {
    for (const { path, node } of leaves) {
      const type = valueTypeOf(node.shape);
      if (type === undefined) continue;
      const dated = (type === 'date' || type === 'span') && kind !== 'pairing' ? withoutYear : [];
      for (const [written, value] of [...forms[type], ...dated]) {
        const { text } = write(
          replaced(around(record, path), path, (given) => scalar(given, written)),
          lang,
          'block',
        );
        const { records, findings } = await read(text);
        expect(findings, `${path}: ${written}`).toEqual([]);
        expect(valueAt(records[0]?.data(), path), `${path}: ${written}`).toBe(value);
      }
    }
  });

  test('each code is read in any case and width, with blanks inside', async () => {
    for (const { path, node } of leaves) {
      if (node.shape.type !== 'text' || node.shape.codes.length === 0) continue;
      const [{ code, title } = { code: '', title: '' }] = node.shape.codes;
      for (const written of [code.toUpperCase(), [...title].join(' '), [...title].join('\u3000')]) {
        const { text } = write(
          replaced(around(record, path), path, (given) => scalar(given, written)),
          'zh',
          'block',
        );
        const { records, findings } = await read(text);
        expect(findings, `${path}: ${written}`).toEqual([]);
        expect(valueAt(records[0]?.data(), path)).toBe(code);
      }
    }
  });

  test('a list is read as one text, and one object as a list of one', async () => {
    const lists = [...walk(record)].filter(({ node }) => node.type === 'list');
    for (const { path, node } of lists) {
      if (node.shape.type !== 'array') continue;
      const { items } = node.shape;
      const [first, second] = items.type === 'text' ? items.codes : [];
      const [written, value] =
        first && second
          ? [`${first.title}、${second.title}`, [first.code, second.code]]
          : ['甲事；乙事', ['甲事', '乙事']];
      const change = (given: typeof node) =>
        given.type === 'list' && given.items[0]?.type === 'map' ? given.items[0] : scalar(given, written);
      const { text } = write(replaced(around(record, path), path, change), 'zh', 'block');
      const { records, findings } = await read(text);
      expect(findings, path).toEqual([]);
      const data = valueAt(records[0]?.data(), path);
      if (items.type === 'object') expect(data, path).toHaveLength(1);
      else expect(data, path).toEqual(value);
    }
  });
});

test('a bad code in one text is an error at the list', async () => {
  const { findings } = await read('kind: plan\nyear: 2024\nbase: {name: 甲, types: 住培基地、护理基地}\n');
  expect(findings.map(({ rule, path, line, column }) => `${rule} ${path} ${line}:${column}`)).toEqual([
    'schema/enum /base/types 3:24',
  ]);
});

test('what is read of any type is written, in its first form, as the same value, and stays so', () => {
  const context = { year: 2024, hoursPerDay: 8 };
  const types = Object.keys(forms) as ValueType[];
  const known = types.flatMap((type) => forms[type].map(([written]) => written.replace(/^"|"$/g, '')));
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.oneof(nearlyValues, fc.constantFrom(...known, ...withoutYear.map(([written]) => written))),
      (type, written) => {
        const found = readValue(type, written, context);
        if (found) expect(readValue(type, found.first, context), `${type} ${written}`).toEqual(found);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a record is the same once its forms are written in the first of them', async () => {
  const text = `文种: 年度計劃
年度: 2024年
基地: {名称: 甲医院, 类别: 住培基地、助理全科基地}
培训班:
  编号: 007
  名称: 甲班
  层级: 院 级
  对象: 師资
  人数: 不少于80人
  线下: {开始: 5月8日（周三）, 结束: '2024.5.9', 学时: 2天, 签到: 是}
  线上: {开始: 5月上旬, 结束: 二季度, 学时: 8小时}
  经费: {来源: 省财经费, 金额: 2万元}
`;
  const changed = applyEdits(
    text,
    otherForms(text, true, classHoursPerDay).map(({ edit }) => edit),
  );
  expect(changed).toBe(`文种: 年度计划
年度: 2024
基地: {名称: 甲医院, 类别: [住培基地, 助理全科基地]}
培训班:
  编号: 007
  名称: 甲班
  层级: 院级
  对象: 师资
  人数: ≥80
  线下: {开始: 2024-05-08, 结束: 2024-05-09, 学时: 16, 签到: true}
  线上: {开始: 2024年5月上旬, 结束: 第二季度, 学时: 8小时}
  经费: {来源: 省财经费, 金额: 20000}
`);
  const [before, after] = [await read(text), await read(changed)];
  expect(before.findings).toEqual([]);
  expect(after.records[0]?.data()).toEqual(before.records[0]?.data());
  expect(otherForms(changed, true, classHoursPerDay)).toEqual([]);
});
