import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCode } from '../../../src/schema/values/code.ts';
import { readList, writeList } from '../../../src/schema/values/list.ts';
import { enumerations } from './enumerations.ts';

const forms = new Map([
  ['managers', 'managers'],
  ['管理人员', 'managers'],
  ['faculty', 'faculty'],
  ['师资', 'faculty'],
  ['teaching-methods', 'teaching-methods'],
  ['教学方法', 'teaching-methods'],
  ['duties', 'duties'],
  ['师资职责任务和能力要求', 'duties'],
]);
const closed = { forms, isOpen: false };
const open = { forms, isOpen: true };
const free = { forms: new Map<string, string>(), isOpen: true };

test.each([
  ['管理人员、师资', ['managers', 'faculty']],
  ['管理人员；师资', ['managers', 'faculty']],
  ['管理人员;师资', ['managers', 'faculty']],
  ['管理人员，师资', ['managers', 'faculty']],
  ['管理人员, 师资', ['managers', 'faculty']],
  ['管理人员和师资', ['managers', 'faculty']],
  ['管理人员与师资', ['managers', 'faculty']],
  ['管理人员及师资', ['managers', 'faculty']],
  ['Managers、 师 资', ['managers', 'faculty']],
  ['管理人員、師資', ['managers', 'faculty']],
  ['师资', ['faculty']],
  ['师资职责任务和能力要求', ['duties']],
  ['师资职责任务和能力要求和教学方法', ['duties', 'teaching-methods']],
  ['教学方法、师资职责任务和能力要求，管理人员', ['teaching-methods', 'duties', 'managers']],
])('%s is %j, whether other texts may stand there or not', (written, value) => {
  expect(readList(written, closed)?.value).toEqual(value);
  expect(readList(written, open)?.value).toEqual(value);
});

test.each([
  '',
  '管理人员、',
  '、师资',
  '管理人员、、师资',
  '管理人员以及师资',
  '管理人员 师资',
  '管理人员/师资',
  '管理人员、老师',
  '管理人员（师资）',
  '师资职责任务和',
  '1.管理人员2.师资',
])('%s is no list of codes', (written) => {
  expect(readList(written, closed)).toBeUndefined();
});

test('among texts of the author’s own only 、 and ； part one from another', () => {
  expect(readList('教学方法、本院规定和流程', open)?.value).toEqual(['teaching-methods', '本院规定和流程']);
  expect(readList('本院规定，流程；师资', open)?.value).toEqual(['本院规定，流程', 'faculty']);
  expect(readList('管理人员和老师', open)?.value).toEqual(['管理人员和老师']);
  expect(readList('海口市人民医院、 三亚中心医院', free)?.value).toEqual(['海口市人民医院', '三亚中心医院']);
  expect(readList('教学与科研处，护理部', free)?.value).toEqual(['教学与科研处，护理部']);
  expect(readList('甲；；乙', free)).toBeUndefined();
  expect(readList('、', free)).toBeUndefined();
});

describe.each([...enumerations])('%s', (_, { codes, forms }) => {
  const some = fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 5 });

  test('its codes in one text are read one by one, whatever parts them', () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('、', '；', '，', ', ', '和', '与', '及'),
        fc.boolean(),
        (list, sign, isChinese) => {
          const text = list.map(({ code, title }) => (isChinese ? title : code)).join(sign);
          expect(readList(text, { forms, isOpen: false })?.value, text).toEqual(list.map(({ code }) => code));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('one that is no code makes all of them none', () => {
    fc.assert(
      fc.property(some, fc.constantFrom('其他', '某项', 'other'), fc.nat(), (list, word, at) => {
        const texts = list.map(({ title }) => title);
        texts.splice(at % (texts.length + 1), 0, word);
        expect(readList(texts.join('、'), { forms, isOpen: false })).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

test('items are written without quotes where YAML needs none, of several words too', () => {
  expect(writeList(['general practice ward', '全科医学科（本部）', '3-4'])).toBe(
    '[general practice ward, 全科医学科（本部）, 3-4]',
  );
  expect(writeList(['a: b', 'a, b', '- a', 'a '])).toBe('["a: b", "a, b", "- a", "a "]');
});

test('what is read is written back as the same', () => {
  const texts = fc.array(fc.string({ minLength: 1, unit: fc.constantFrom(...'甲乙,:#[]{}"\'-*&!|>%@`?\\ 、；和a1') }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(texts, (parts) => {
      const read = readList(parts.join('；'), free);
      if (!read) return;
      expect(parse(writeList(read.value), { schema: 'failsafe' })).toEqual(read.value);
      expect(read.value.map((item) => readCode(item, free.forms)?.value ?? item)).toEqual(read.value);
    }),
  );
});

test('a piece of a list is a code up to two hundred signs, its blanks counted', () => {
  const written = (blanks: number) => `教学${' '.repeat(blanks)}方法、本院规定`;
  expect(readList(written(196), open)?.value).toEqual(['teaching-methods', '本院规定']);
  expect(readList(written(197), open)?.value).toEqual([`教学${' '.repeat(197)}方法`, '本院规定']);
});
