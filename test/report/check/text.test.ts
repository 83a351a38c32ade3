import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import type { ReportOptions } from '../../../src/report/check/report.ts';
import { width } from '../../../src/text/width.ts';
import { plan as oneFinding, workspace } from '../../cli/run.ts';
import { written } from './sample.ts';

/** Two sessions: one with a warning before its errors, both without a date of preparation, and a mistake of the base. */
const plan = `文种: 年度计划
年度: 2024
基地: { 名称: 海口市人民医院, 类别: [住培基地] }
培训班:
  - 编号: HK-01
    名称: 教学查房
    层级: 院级
    对象: 师资
    人数: 约40
    线下: { 开始: 2024-05-08, 结束: 2024-05-08, 学时: 2, 方式: 集中授课 }
    线上: { 开始: 2024-05-10, 结束: 2024-05-30, 学时: 8 }
    准备: { 开始: 2024-05-01, 集体备课: 2024-05-20 }
  - 编号: HK-02
    名称: 门诊带教
    层级: 院级
    对象: 师资
    线下: { 开始: 2024-06-08, 结束: 2024-06-08, 学时: 2, 方式: 集中授课 }
    准备: { 开始: 2024-06-01, 集体备课: 2024-06-20 }
省外培训:
  - { 名称: 国家级研修班, 类别: 国家级, 开始: 2024-05-22, 结束: 2024-05-25 }
`;

const judged = (text: string) =>
  check({
    texts: [{ file: 'plan.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-03-20',
  });

const report = async (options: Partial<ReportOptions> = {}, text = plan) =>
  written('text', await judged(text), options);

/** What stands under each heading of a list, by place and weight. */
const sections = (text: string): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  let heading = '';
  for (const line of text.split('\n')) {
    if (/^ {2}[^\d\s]/.test(line)) heading = line.trim();
    const [, weight] = /^ {2}\d+:\d+ {2}(\S+) {2}/.exec(line) ?? [];
    if (weight) found[heading] = [...(found[heading] ?? []), weight];
  }
  return found;
};

describe('many findings', () => {
  test('are a list: a heading each session, worst first, a line or two each, and no source', async () => {
    const text = await report();
    const under = sections(text);
    expect(Object.keys(under)).toEqual(['海口市人民医院', 'HK-01', 'HK-02']);
    for (const weights of Object.values(under)) {
      expect(weights.lastIndexOf('错误')).toBeLessThan(
        weights.includes('警告') ? weights.indexOf('警告') : weights.length,
      );
    }
    expect(under['HK-01']).toContain('警告');
    expect(text.match(/^ {2}HK-01$/gm)).toHaveLength(1);
    expect(text).not.toContain('^^^');
    expect(text).toContain('加 --verbose 查看');
    expect(await report({ lang: 'en' })).toContain('add --verbose for the source');
  });

  test('tell a remedy once, and later by the place where it stands', async () => {
    const text = await report();
    expect(text.match(/改法：核对日期/g)).toHaveLength(1);
    const [, place = ''] =
      /\n {2}(\S+) {2}\S+ {2}[^\n]*集体备课在 2024-05-20[^\n]*\n {6}以上 2 处，改法：核对日期/.exec(text) ?? [];
    expect(place).toBe('12:33');
    expect(text.match(/改法同 12:33/g)).toHaveLength(2);
    expect(await report({ lang: 'en' })).toMatch(/for these 2, remedy: Check the dates[\s\S]+remedy as at 12:33/);
  });

  test('tell a remedy again where its place has several', async () => {
    const bare = (id: string) =>
      `  - { 编号: ${id}, 名称: ${id}班, 层级: 院级, 对象: 师资, 专业: 内科, 师资类别: 骨干, 线下: { 日期: 2024-02-0${id.length}, 学时: 8 } }\n`;
    const text = await written(
      'text',
      await judged(
        `文种: 年度计划\n年度: 2024\n基地: { 名称: 海口市人民医院, 类别: 住培基地 }\n培训班:\n${bare('A')}${bare('BB')}`,
      ),
    );
    expect(text.match(/改法：发布后在“宣传”里写明/g)).toHaveLength(2);
    expect(text).not.toMatch(/改法同 5:7/);
  });

  test('name the notice of their clauses once', async () => {
    const text = await report();
    expect(text.match(/琼医学术管函/g)).toHaveLength(1);
    expect(text).toMatch(/学时，少于 10 学时 六（二）/);
  });

  test('have source, what was asked, clause and rule each where that is asked for', async () => {
    const text = await report({ verbose: true });
    expect(text.match(/\^/g)?.length).toBeGreaterThan(5);
    expect(text).toMatch(/要求 ≥ 10，实际 8\n.*六（二）（必须），规则 training\/hospital-online-duration/);
    expect(text).not.toContain('加 --verbose');
    expect(sections(text)).toEqual(sections(await report()));
  });
});

test('a few findings have their source and all that is to be said unasked', async () => {
  const few = await written('text', {
    ...(await judged(oneFinding)),
    findings: (await judged(oneFinding)).findings.slice(0, 5),
  });
  expect(few).toMatch(/\| +\^+\n/);
  expect(few).toContain('规则 ');
});

test.each([40, 60, 80])('no line is wider than a terminal of %i columns, save one word or command', async (columns) => {
  for (const verbose of [false, true])
    for (const line of (await report({ columns, verbose })).split('\n'))
      if (/^ {2}\d+:\d+|^ {6}/.test(line) && !/条款/.test(line))
        expect(width(line), line).toBeLessThanOrEqual(columns + 1);
});

describe('what to do next', () => {
  const space = workspace({
    'a (1).yaml': plan.replace('开始: 2024-05-08', '开始： 2024-05-08'),
    "o'clock $x.yaml": plan,
    '-o.yaml': plan,
    '\u001b[1m.yaml': plan,
    '空.yaml': '',
  });
  afterAll(space.remove);
  const steps = (...args: string[]) => space.run(['check', ...args]).out.split(/^(?:下一步：|Next:)\n/m)[1] ?? '';

  test('is said with commands that work as they stand', () => {
    const next = steps('a (1).yaml', '--as-of', '2024-03-20', '--no-config');
    expect(next.split('\n').map((line) => line.trim().split('  ')[0])).toEqual([
      'hn-gp fix "a (1).yaml" --no-config',
      'hn-gp deadlines "a (1).yaml" --as-of 2024-03-20 --no-config',
      'hn-gp report "a (1).yaml" --as-of 2024-03-20 --no-config -f html -o 合规记录.html',
      'hn-gp web -o hn-gp.html',
      '',
    ]);
    const odd = steps("o'clock $x.yaml", '--as-of', '2024-03-20', '--lang', 'en');
    const [, line] = /hn-gp( deadlines .*?) {2}/.exec(odd) ?? [];
    const again = space.shell(`$HN ${line}`);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('As of 2024-03-20');
    expect(odd).not.toContain('hn-gp fix');
  });

  test('takes no file for an option, and names none that cannot be typed', () => {
    expect(steps('--as-of', '2024-03-20', '--', '-o.yaml')).toContain('hn-gp deadlines ./-o.yaml --as-of');
    expect(steps('--as-of', '2024-03-20', '\u001b[1m.yaml')).toContain('hn-gp deadlines <同样的文件> --as-of');
  });

  test('is a starter where there is no record at all', () => {
    expect(steps('空.yaml')).toMatch(/^ {2}hn-gp init plan {2}写一份带说明的起始文件/);
  });
});
