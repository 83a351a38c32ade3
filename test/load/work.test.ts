import { describe, expect, test, vi } from 'vitest';
import { Lexer } from 'yaml';
import { fix } from '../../src/fix/fix.ts';
import { load } from '../../src/load/load.ts';
import { expectLessWork } from '../work.ts';

const head = '文种: 年度计划\n年度: 2024\n基地: { 名称: 海口市人民医院, 类别: 住培基地 }\n';
const session = `${head}培训班:\n  - 编号: A\n    `;

const read = (text: string) => load('a.yaml', new TextEncoder().encode(text));

/** A text with a piece said over and over. */
const filled = (before: string, piece: string, length: number, behind = '') =>
  `${before}${piece.repeat(Math.ceil(length / piece.length))}${behind}\n`;

// What takes time in proportion to the text takes four times the time for four times the text; what compares each part of
// it with every other takes sixteen times.
test.each([
  ['lists left open', `${session}人数：`, '[', ''],
  ['lists left open in an object, closed as objects', `${session}人数：{`, '[', '}'.repeat(2000)],
  ['quotation marks', `${session}人数：`, '"', ' 乙'],
  ['remarks within a quotation', `${head}备注：""甲 `, '# ', '"x'],
  ['a word before a colon', `${head}备注: 甲`, '学', '乙: 丙'],
  ['carriage returns', `${session}人数：`, '\r', '乙'],
  ['slips of the pen', `${head}培训班:\n`, '  - 编号：A\n    名称: B\n    人数: 约1\n', ''],
  ['wide colons', `${head}培训班:\n`, '  - 编号：A\n    名称：B\n    层级：院级\n    对象：师资\n', ''],
  ['colons without a blank', `${head}培训班:\n`, '  - 编号:A\n    名称:B\n    层级:院级\n    对象:师资\n', ''],
  ['slips that are not certain', `${head}培训班:\n`, '  - 编号: A\n   名称：B\n     层级= 院级\n    对象：师资]\n', ''],
  ['codes in a list', `${session}岗位: [`, '教学方法1, ', ']'],
  ['objects on one line left open', `${head}培训班: [`, '{ 编号: A, 名称: B, ', ''],
  ['figures with commas', `${head}培训班:\n  - { 人数: `, '1,000, ', ' }'],
  ['documents', '', '———\n文种: 年度计划\n', ''],
])('four times as much takes about four times the work: %s', async (_, before, piece, behind) => {
  const work = (length: number) => () => read(filled(before, piece, length, behind));
  await expectLessWork(work(8_000), 9, work(2_000));
});

test.each([
  ['sessions', `${head}培训班:\n`, '  - { 编号: A, 名称: B, 层级: 院级, 对象: 师资 }\n'],
  [
    'values left empty',
    `${head}培训班:\n`,
    '  - 编号: A\n    名称:  # 待定\n    对象: 师资\n    线下: { 开始, 结束: }\n',
  ],
  ['records', head, '---\n文种: 培训班\n年度: 2024\n基地: 甲\n编号: A\n名称: B\n层级: 院级\n对象: 师资\n'],
])('a mistake in a plain text costs no parse of it with care: %s', async (_, before, piece) => {
  const sessions = (audience: string) => filled(before, piece.replace('师资', audience), 20_000);
  const [sound, mistaken] = [sessions('师资'), sessions('师资').replace('师资', '甲')];
  const lex = vi.spyOn(Lexer.prototype, 'lex');
  await read(sound);
  await read(mistaken);
  expect(lex).not.toHaveBeenCalled();
  lex.mockRestore();
});

test('a part in which nothing is given is looked through once, however many aliases stand for it', async () => {
  const work = (size: number) => () => {
    const keys = Array.from({ length: size }, (_, index) => `k${index}: `).join(', ');
    return read(`${session}线上: [&空 { ${keys} }, ${Array(size).fill('*空').join(', ')}]\n`);
  };
  await expectLessWork(work(16_000), 9, work(4_000));
});

test('repairs that do not hold are not tried one by one where they are the same', async () => {
  const lex = vi.spyOn(Lexer.prototype, 'lex');
  const record = '文种: 培训班\n年度: 2024\n基地: &甲 甲\n名称: [~]\n层级: 院级\n对象: 师资\n';
  const timesRead = async (records: number) => {
    lex.mockClear();
    const { findings } = await read(Array(records).fill(record).join('---\n'));
    // A title that says nothing would be missing.
    expect(findings.map(({ fix }) => fix?.applicability)).toEqual(Array(records).fill('likely'));
    return lex.mock.calls.length;
  };
  expect((await timesRead(32)) - (await timesRead(8))).toBe(2);
  lex.mockRestore();
});

test('what is too much to look at closely is said to be', async () => {
  const { findings } = await read(`${head}培训班:\n  - { 人数: 约 }\n# ${'甲'.repeat(1_000_000)}\n`);
  expect(findings.some(({ remedy }) => remedy.zh.includes('没有细看'))).toBe(true);
});

test('what has so many mistakes is not mended untold: no repair that is not proved is certain', async () => {
  const { findings } = await read(filled(`${head}培训班:\n  - { 人数: `, '1,000, ', 50_000, ' }'));
  expect(findings.length).toBeGreaterThan(1000);
  expect(findings.filter(({ fix }) => fix?.applicability === 'certain')).toEqual([]);
});

const plan = (bytes: number) => {
  const lines = [`${head}培训班:`];
  for (let size = 0, number = 1; size < bytes; number += 1) {
    const line = `  - { 编号: A${number}, 名称: 全科医师培训, 层级: 院级, 对象: 师资, 人数: 40 }`;
    lines.push(line);
    size += Buffer.byteLength(line) + 1;
  }
  return lines.join('\n');
};

test('a plan of one megabyte is read to its end', async () => {
  const { findings, records } = await read(plan(1_000_000));
  expect(findings).toEqual([]);
  expect(records).toHaveLength(1);
});

test.each([
  ['sessions', plan(2_400_000)],
  ['documents', '---\n文种: 年度计划\n'.repeat(10_001)],
])('a file of more %s than are read is not judged, and says how to part it', async (_, text) => {
  const { findings, records, recordCount } = await read(text);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['yaml/limit']));
  expect(findings[0]?.remedy.zh).toContain('每个不超过 1 MB');
  expect([records, recordCount]).toEqual([[], 0]);
});

describe('a file of more findings than are listed is not judged, and says so', () => {
  const own = (sessions: number) =>
    `${head}培训班:\n${'  - { 编号: A, 名称: B, 层级: 院级, 对象: 师资, 甲: 1, 乙: 2, 丙: 3 }\n'.repeat(sessions)}`;
  const slip = '  - 编号：A\n    名称：B\n    层级：院级\n    对象：师资\n';
  const limits = async (text: string) => {
    const { findings, records, recordCount, unjudged } = await read(text);
    const told = findings.filter(({ rule }) => rule === 'yaml/limit').map(({ message }) => message.zh);
    const places = unjudged.map(({ index }) => index);
    return { told, listed: findings.length - told.length, judged: records.length, recordCount, unjudged: places };
  };

  test.each([
    ['items that are no sessions', `${head}培训班:\n${'  - 1\n'.repeat(1_001)}`, 1_000],
    ['sessions without anything', `${head}培训班:\n${'  - { 名称: 甲 }\n'.repeat(1_001)}`, 1_000],
    ['keys given twice', `${head}${'年度: 2024\n'.repeat(1_001)}`, 1_000],
    ['keys of the own', `${head}${Array.from({ length: 20_001 }, (_, index) => `k${index}: 1\n`).join('')}`, 20_000],
    ['slips', `${head}培训班:\n${slip.repeat(501)}`, 2_000],
  ])('%s', async (_, text, listed) => {
    const { told, ...rest } = await limits(text);
    expect(told).toEqual([expect.stringContaining(`超过 ${listed} 处`)]);
    expect(rest).toEqual({ listed, judged: 0, recordCount: 1, unjudged: [0] });
  });

  test('as many as are listed are judged', async () => {
    const { findings, records } = await read(`${head}培训班:\n${'  - 1\n'.repeat(1_000)}`);
    expect([findings.length, records.length]).toEqual([1_000, 1]);
  });

  test('as many slips as are listed are only warned of, and the file is judged as it was meant', async () => {
    const { findings, records } = await read(`${head}培训班:\n${slip.repeat(500)}`);
    expect(findings).toHaveLength(2_000);
    expect(new Set(findings.map(({ severity, fix }) => `${severity} ${fix?.applicability}`))).toEqual(
      new Set(['warning certain']),
    );
    expect(records[0]?.unreadable).toEqual([]);
  });

  test('of more slips than are listed it is said that they can be mended in one go, and they are', async () => {
    const text = `${head}培训班:\n${slip.repeat(1_250)}`;
    const { findings } = await read(text);
    expect(findings.find(({ rule }) => rule === 'yaml/limit')?.remedy.zh).toContain('hn-gp fix');
    const { mended, after, remaining } = await fix('a.yaml', new TextEncoder().encode(text));
    expect([mended.length, after, remaining]).toEqual([5_000, text.replaceAll('：', ': '), []]);
  });

  test('mistakes of which none is a slip are not said to be mended', async () => {
    const { findings } = await read(`${head}培训班:\n${'  - 1\n'.repeat(1_001)}`);
    expect(findings.find(({ rule }) => rule === 'yaml/limit')?.remedy.zh).not.toContain('hn-gp fix');
  });

  test('two thousand sessions with columns of the own are judged', async () => {
    const { told, judged } = await limits(own(2_000));
    expect([told, judged]).toEqual([[], 1]);
  });

  test('the other records of the file are not judged either', async () => {
    const { told, unjudged, recordCount } = await limits(`${head}---\n${head}培训班:\n${'  - 1\n'.repeat(1_001)}`);
    expect([told.length, unjudged, recordCount]).toEqual([1, [0, 1], 2]);
  });
});

test('many signs that cannot be seen on one line are looked for once', async () => {
  const work = (length: number) => () => read(filled(`${head}备注x: 甲`, '\v', length, ' 乙'));
  await expectLessWork(work(40_000), 9, work(10_000));
});

test('ten thousand records in one file are read', async () => {
  expect((await read('---\n文种: 年度计划\n'.repeat(10_000))).recordCount).toBe(10_000);
});
