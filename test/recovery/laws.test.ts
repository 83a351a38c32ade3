import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fix } from '../../src/fix/fix.ts';
import { load } from '../../src/load/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { slipsIn } from '../../src/recovery/read-lines.ts';
import { tries } from '../sample.ts';
import { expectLessWork } from '../work.ts';
import { around, fullRecord, walk, write } from '../writing.ts';

import { plan, planWith } from './plan.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = globSync(['examples/**/*.yaml', 'test/rules/**/*.yaml'], { ignore: ['**/draft*'] }).sort();
const kinds: Kind[] = ['plan', 'session', 'province', 'pairing', 'city-program'];

test('what is written as YAML allows is no slip', () => {
  expect(files.length).toBeGreaterThan(300);
  for (const file of files) expect(slipsIn(readFileSync(file, 'utf8')), file).toEqual([]);
  for (const kind of kinds)
    for (const lang of ['zh', 'en'] as const)
      for (const style of ['block', 'flow', 'aliased'] as const)
        expect(slipsIn(write(fullRecord(kind), lang, style).text), `${kind} ${lang} ${style}`).toEqual([]);
});

test.each([
  ['a text over several lines', '备注: 第一行\n  人数：不在这里\n  第三行\n'],
  ['a block text', '备注: |\n  人数：40\n  - 名称:x\n\tTab\n'],
  ['a quotation over lines', '备注: "人数：40\n  名称:x"\n'],
  ['a list over lines', '培训班: [\n]\n'],
  ['comments', '# 人数：40\n备注: x # 名称：y\n'],
  ['an address', '备注: http://example.org/a:b\n'],
  ['a time', '备注: 上午8:30开班\n'],
  ['an anchor and an alias', 'x-甲: &甲 一段\n备注: *甲\n'],
  ['a list in the column of its key', '培训班:\n- 编号: A\n  名称: B\n'],
  ['texts with dashes', '备注: 内科—外科\n'],
  [
    'a dash on a line of its own',
    '培训班:\n  - 名称: A\n    线上:\n      -\n        日期: 2024-05-10\n      - 日期: 2024-05-11\n    宣传:\n      -\n        标题: B\n      - 标题: C\n',
  ],
])('%s is no slip', (_, text) => {
  expect(slipsIn(`文种: 年度计划\n${text}`)).toEqual([]);
});

/** Fails unless a text takes about as much work as a record with a remark of the same length. */
const expectWorkOfRemark = (text: string) =>
  expectLessWork(
    () => load('a.yaml', bytes(text)),
    30,
    () => load('a.yaml', bytes(`文种: 培训班\n基地：甲\n备注: ${'乙'.repeat(text.length)}\n`)),
  );

test.each([
  ['a value before a remark', (blanks: string) => `类别: 住培基地${blanks.repeat(40)}＃ x`],
  ['a text', (blanks: string) => `备注: 甲${blanks.repeat(40)}乙`],
  ['a text with a colon', (blanks: string) => `备注: 甲${blanks.repeat(40)}乙: 丙`],
  ['a figure', (blanks: string) => `年度: 2024${blanks}年5`],
  ['a date', (blanks: string) => `线下: { 开始: 2024${blanks}年5${blanks}月 }`],
])('long runs of blanks in %s take no more work than a remark as long', async (_, line) => {
  const text = `文种: 培训班\n基地：甲\n${line(' '.repeat(1_500))}\n`;
  await expectWorkOfRemark(text);
});

test('many empty lines under a key that asks for more take no more work than comments', async () => {
  const text = (line: string) => bytes(`文种: 年度计划\n年度：2024\n培训班: 甲\n${line.repeat(200)}`);
  await expectLessWork(
    () => load('a.yaml', text('\n')),
    30,
    () => load('a.yaml', text('# 乙\n')),
  );
});

test.each([
  ['colons in brackets', '培训班:\n  - { 人数: x', ':', ' }'],
  ['quotation marks where yes or no is asked', '培训班:\n  - 线下:\n      签到: x', '"', 'x'],
  ['signs behind a date', '培训班:\n  - 线下:\n      开始: 2024-05-08', '#', 'x'],
  ['blanks behind a key that is left out', '# 基地: 甲', ' ', '乙'],
])('a long run of %s takes no more work than a remark as long', async (_, before, sign, behind) => {
  const text = `文种: 年度计划\n${before}${sign.repeat(40_000)}${behind}\n`;
  await expectWorkOfRemark(text);
});

test('what is less sure is not mended along with what is certain beside it', async () => {
  const mended = async (written: string, instead: string) =>
    (await fix('a.yaml', bytes(planWith(written, instead)))).after;
  const [before, after] = ['- 教学方法\n      - 考核方法', '• 教学方法\n      * 考核方法'];
  expect(await mended(before, after)).toBe(planWith(before, '- 教学方法\n      * 考核方法'));
  expect(await mended('年度: 2024', '年度\u200b 2024')).toBe(plan);
  expect(await mended('年度: 2024', '年度\u200b: 20\x0124')).toBe(planWith('年度: 2024', '年度: 20\x0124'));
});

test('what wide blanks indent on the last line is not read as a key of the record', async () => {
  const before = '文种: 培训班\n年度: 2024\n基地: 甲\n名称: 乙\n层级: 院级\n对象: 师资\n准备:\n  通知:\n';
  const { mended, after } = await fix('a.yaml', bytes(`${before}　　日期: 2024-05-08\n`));
  expect(mended.map(({ rule, line }) => [rule, line])).toEqual([['yaml/syntax', 9]]);
  expect(after).toBe(`${before}    日期: 2024-05-08\n`);
});

/** The same tries each time: a new one that fails is a fault to look for, and no reason for an unrelated change to be held up. */
const SEED = 1;

/** What a hand may do to one line; undefined where the line has no place for it. */
const slips: Record<string, (line: string) => string> = {
  'a full-width colon': (line) => line.replace(/: ?(?=\S|$)/, '：'),
  'a full-width colon after a blank': (line) => line.replace(/: (?=\S)/, ' ：'),
  'no space after the colon': (line) => line.replace(/: (?=\S)/, ':'),
  'a full-width space after the colon': (line) => line.replace(/: (?=\S)/, ':　'),
  'no colon': (line) => line.replace(/: (?=\S)/, ' '),
  'tabs as indentation': (line) => line.replace(/^ +/, (blanks) => '\t'.repeat(blanks.length / 2)),
  'full-width blanks as indentation': (line) => line.replace(/^ +/, (blanks) => '　'.repeat(blanks.length / 2)),
  'a full-width dash': (line) => line.replace(/^( *)- /, '$1－ '),
  'no space after the dash': (line) => line.replace(/^( *)- (?=\S+:)/, '$1-'),
  'one blank too many': (line) => line.replace(/^(?= *[^- ].*: \S)/, ' '),
  'two blanks too many': (line) => line.replace(/^(?= *[^- ].*: \S)/, '  '),
  'one blank too few': (line) => line.replace(/^ (?= *[^- ])/, ''),
  'two blanks too few': (line) => line.replace(/^ {2}(?= *[^- ])/, ''),
};

const written = [
  ['plan', 'en'],
  ['session', 'zh'],
  ['pairing', 'zh'],
  ['city-program', 'en'],
] as const;
const records = written.map(([kind, lang]) => write(fullRecord(kind), lang, 'block').text);
/** Each value of them with what is needed around it. */
const cuts = written.flatMap(([kind, lang]) =>
  [...walk(fullRecord(kind))].map(({ path }) => write(around(fullRecord(kind), path), lang, 'block').text),
);
/** Most often a cut: a slip in a record of every key takes many times as long to try. */
const mostlyCuts = (whole: readonly string[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...cuts) }, { weight: 1, arbitrary: fc.constantFrom(...whole) });

function isReadAlike(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(parse(one), parse(other));
  } catch {
    return false;
  }
}

test.each(Object.entries(slips))(
  '%s, on any line, is one finding on that line, and is repaired to the byte',
  (name, slip) => {
    const isIndentation = name.includes('blank') && name.includes('too');
    return fc.assert(
      fc.asyncProperty(mostlyCuts(records), fc.nat(), async (text, seed) => {
        const lines = text.split('\n');
        const at = seed % lines.length;
        const line = lines[at] as string;
        const slipped = slip(line);
        fc.pre(slipped !== line);
        // Notes and days may stand on several levels, so that nobody can tell where one out of place belongs.
        fc.pre(!(isIndentation && /备注|notes|^ *(?:日期|dates?):/.test(line)));
        const changed = lines.map((each, index) => (index === at ? slipped : each)).join('\n');
        // What a key alone holds may stand as far to the right as it likes.
        fc.pre(!(isIndentation && isReadAlike(changed, text)));
        const { mended, remaining, after } = await fix('a.yaml', bytes(changed));
        expect([...mended, ...remaining].map((finding) => finding.line)).toEqual([at + 1]);
        const isCertain = mended.length === 1;
        // A key that two open levels have may belong to either.
        expect(isCertain || isIndentation).toBe(true);
        expect(after).toBe(isCertain ? text : changed);
      }),
      { numRuns: tries(12), seed: SEED },
    );
  },
);

const pieces = [
  '：',
  '，',
  '、',
  '【',
  '】',
  '“',
  '”',
  '"',
  "'",
  '\t',
  '　',
  ' ',
  '  ',
  ':',
  ': ',
  '-',
  '- ',
  '－',
  '#',
  '[',
  ']',
];
const more = [
  '{',
  '}',
  '\n',
  '\n  ',
  '1',
  '年',
  '万',
  '%',
  '*',
  '&',
  '!',
  '|',
  '>',
  '@',
  '学时',
  '备注：',
  '开始: ',
  '\r\n',
  '---\n',
  'x',
  '\u200b',
  '\u000b',
  '\r',
  '◆ ',
  '**',
  '第一期：\n',
  '来源\t金额\n自筹\t1\n',
  '= ',
  ',',
  ')',
];
const texts = [
  ...records,
  plan,
  readFileSync('examples/province/plan.yaml', 'utf8'),
  readFileSync('examples/residency/draft.yaml', 'utf8'),
  readFileSync('examples/as-written/half-days.yaml', 'utf8'),
];
const damage = fc.array(
  fc.record({ at: fc.nat(), cut: fc.constantFrom(0, 0, 0, 1, 3), put: fc.constantFrom('', ...pieces, ...more) }),
  { minLength: 1, maxLength: 4 },
);

const broken = fc.tuple(mostlyCuts(texts), damage).map(([text, changes]) => {
  let changed = text;
  for (const { at, cut, put } of changes) {
    const place = at % changed.length;
    changed = changed.slice(0, place) + put + changed.slice(place + cut);
  }
  return changed;
});

test('whatever is broken, a fixed file has no new finding and none that was promised to be mended, and fixing it again changes nothing', () =>
  fc.assert(
    fc.asyncProperty(broken, async (text) => {
      const say = ({ rule, message }: Finding) => `${rule} ${message.zh}`;
      const { findings } = await load('a.yaml', bytes(text));
      const left = findings.filter((finding) => finding.fix?.applicability !== 'certain').map(say);
      const fixed = await fix('a.yaml', bytes(text));
      expect(fixed.mended.length).toBeGreaterThanOrEqual(findings.length - left.length);
      // Where fixing changes nothing, what it leaves is what is found.
      const again = await fix('a.yaml', fixed.bytes ?? bytes(text));
      expect(again.bytes).toBeUndefined();
      expect(again.mended).toEqual([]);
      for (const finding of again.remaining.map(say)) {
        expect(left).toContain(finding);
        left.splice(left.indexOf(finding), 1);
      }
    }),
    { numRuns: tries(20), seed: SEED },
  ));

test.each([
  ['a repair that would bring another mistake', '学时: 10', '学时: 10时: "', 0],
  ['many brackets too many', '层级: 院级', `层级: ${']'.repeat(30)}`, 1],
])('what is promised is done, in one run: %s', async (_, asItShouldBe, written, least) => {
  const text = planWith(asItShouldBe, written);
  expect(text).toContain(written);
  const { findings } = await load('a.yaml', bytes(text));
  const promised = findings.filter((finding) => finding.fix?.applicability === 'certain');
  const fixed = await fix('a.yaml', bytes(text));
  expect(promised.length).toBeGreaterThanOrEqual(least);
  expect(fixed.mended.map(({ message }) => message.zh)).toEqual(promised.map(({ message }) => message.zh));
  expect((await fix('a.yaml', fixed.bytes ?? bytes(text))).bytes).toBeUndefined();
});
