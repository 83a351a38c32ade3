import { expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { encodeGbk } from '../../writing.ts';
import { written } from './sample.ts';

const plan = '文种：年度计划\n年度：2024\n基地：{ 名称：海口市人民医院，类别：【住培基地】 }\n';

const judged = (bytes: Uint8Array) =>
  check({ texts: [{ file: 'plan.yaml', bytes }], cwd: process.cwd(), config: false, asOf: '2024-03-20' });

test('the slips of a file stand in one short block behind what the notice asks, each with its line as it should read', async () => {
  const result = await judged(new TextEncoder().encode(plan));
  const text = await written('text', result);
  const [before = '', block = ''] = text.split('  3 处笔误，已按本意读；运行 hn-gp fix 可改：\n');
  expect(before).toContain('training/base-session-count');
  expect(before).not.toContain('全角');
  expect(block.split('\n\n')[0]).toBe(
    [
      '    1:3  冒号“：”是全角的 → 文种: 年度计划',
      '    2:3  冒号“：”是全角的 → 年度: 2024',
      '    3:3  冒号“：”、逗号“，”、括号“【】”是全角的 → 基地: { 名称: 海口市人民医院, 类别: [住培基地] }',
    ].join('\n'),
  );
  expect(await written('text', result, { lang: 'en' })).toContain('  3 slips, read as meant; hn-gp fix mends them:\n');
  expect(await written('text', result, { quiet: true })).not.toContain('笔误');
});

test('another encoding is one of them', async () => {
  const text = await written('text', await judged(encodeGbk(plan.replaceAll('：', ': '))));
  expect(text).toMatch(/笔误，已按本意读；运行 hn-gp fix 可改：\n {4}1:1 {2}文件是 GBK（GB18030）编码，已按此读取\n/);
  const sound = plan
    .replaceAll('：', ': ')
    .replaceAll('，', ', ')
    .replace(/[【】]/g, '');
  expect(await written('text', await judged(encodeGbk(sound)))).toMatch(
    /下一步：\n {2}hn-gp fix.* {2}自动改好 1 处写法\n/,
  );
});

test.each(['json', 'sarif', 'csv', 'table', 'markdown', 'junit', 'github', 'gitlab'])(
  '%s has each of them',
  async (format) => {
    const report = await written(format, await judged(new TextEncoder().encode(plan)));
    expect(report).toContain('yaml/syntax');
    expect(report.match(/冒号“：”是全角的/g)?.length).toBeGreaterThanOrEqual(2);
  },
);

test('many of a kind are told at the first of them, and each where everything is asked for', async () => {
  const keys = [
    '编号：A',
    '名称：甲班',
    '层级：院级',
    '对象：师资',
    '专业：内科',
    '人数：30',
    '状态：计划',
    '内容：教学方法',
  ];
  const many = `${plan}培训班：\n  - ${keys.join('\n    ')}\n`;
  const result = await judged(new TextEncoder().encode(many));
  const block = (text: string) =>
    text.split('处笔误，已按本意读；运行 hn-gp fix 可改：\n')[1]?.split('\n\n')[0]?.split('\n');
  expect(block(await written('text', result))).toEqual([
    '    1:3  冒号“：”是全角的 → 文种: 年度计划（同样的还有 10 处）',
    '    3:3  冒号“：”、逗号“，”、括号“【】”是全角的 → 基地: { 名称: 海口市人民医院, 类别: [住培基地] }',
  ]);
  expect(block(await written('text', result, { verbose: true }))).toHaveLength(12);
});
