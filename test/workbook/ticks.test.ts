import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import { imported, recordOf } from './filled.ts';
import { base, headers, row, type Value, workbook } from './made.ts';

async function findingsIn(bytes: Uint8Array, rules: string[] = []): Promise<readonly Finding[]> {
  const { findings } = await check({
    cwd: import.meta.dirname,
    config: false,
    sources: [],
    texts: [{ file: 'plan.xlsx', bytes }],
    asOf: '2024-12-01',
    rules,
  });
  return findings;
}

const sessions = (more: Value[], ...rows: Value[][]): Uint8Array =>
  workbook({
    年度计划: base,
    培训班: [[...headers, ...more], ...rows.map((cells, at) => [`HK-0${at + 1}`, ...row.slice(1), ...cells])],
  });

const topics = ['内容：教学方法', '内容：考核方法', '内容：慢病管理'];

const listsIn = async (bytes: Uint8Array): Promise<unknown[]> => {
  const { sessions } = await recordOf(await imported(bytes, 'en'));
  return (sessions as { topics?: string[] }[]).map((session) => session.topics);
};

describe('a list is ticked in columns of its values', () => {
  test('in whatever way a yes is written; a no and an empty cell are none', async () => {
    const bytes = sessions(
      topics,
      ['√', '是', '有'],
      ['×', 1, '√'],
      [true, '否', null],
      [null, null, null],
      ['✓', { t: 'n', v: 0 }, 'V'],
      ['✔\ufe0f', '0', '1'],
    );
    expect(await listsIn(bytes)).toEqual([
      ['teaching-methods', 'assessment-methods', '慢病管理'],
      ['assessment-methods', '慢病管理'],
      ['teaching-methods'],
      undefined,
      ['teaching-methods', '慢病管理'],
      ['teaching-methods', '慢病管理'],
    ]);
  });

  test('under headers in English, with other signs and blanks', async () => {
    const bytes = workbook({
      plan: [
        ['field', 'value'],
        ['year', 2024],
        ['base.name', '海口市人民医院'],
        ['base.types：residency', '√'],
      ],
      sessions: [
        ['id', 'title', 'level', 'audience: faculty *', 'topics :teaching-methods'],
        ['1', 'A', 'hospital', '√', 'yes'],
      ],
    });
    expect(await recordOf(await imported(bytes, 'en'))).toMatchObject({
      base: { types: ['residency'] },
      sessions: [{ audience: ['faculty'], topics: ['teaching-methods'] }],
    });
  });

  test('with texts of the author’s own in the column of the list, or all of it there', async () => {
    const bytes = sessions(
      ['内容', ...topics.slice(0, 2)],
      ['慢病管理\n家庭医生', '√', null],
      ['教学方法、慢病管理', null, null],
      ['教学方法、慢病管理', '√', null],
    );
    expect(await listsIn(bytes)).toEqual([
      ['teaching-methods', '慢病管理', '家庭医生'],
      ['teaching-methods', '慢病管理'],
      ['teaching-methods', '慢病管理'],
    ]);
  });

  test('with what has no column besides, be it one that is known', async () => {
    const bytes = sessions(
      ['内容：教学方法', '内容：慢病管理', '内容'],
      ['√', null, '住培宣传'],
      ['√', '√', '住培宣传、教学方法、慢病管理'],
      ['×', null, '住培宣传、家庭医生'],
    );
    expect(await listsIn(bytes)).toEqual([
      ['teaching-methods', 'publicity'],
      ['teaching-methods', '慢病管理', 'publicity'],
      ['publicity', '家庭医生'],
    ]);
  });

  test('of what has a column all that is ticked is written again, or nothing', async () => {
    const bytes = sessions(
      ['内容：教学方法', '内容：考核方法', '内容：慢病管理', '内容'],
      ['√', '√', null, '住培宣传、教学方法'],
      ['√', null, null, '住培宣传、考核方法'],
      ['√', null, null, '慢病管理'],
      ['√', '√', null, '住培宣传、教学方法、考核方法'],
    );
    const told = (await findingsIn(bytes)).filter(({ rule }) => rule === 'schema/enum');
    expect(told.map(({ cell }) => cell?.address)).toEqual(['H2', 'H3', 'H4']);
  });

  test('what is written and what is ticked must agree, and costs the list where it does not', async () => {
    const bytes = sessions(['内容', ...topics.slice(0, 2)], ['教学方法、考核方法', '√', null]);
    const findings = await findingsIn(bytes);
    const told = findings.filter(({ rule }) => rule === 'schema/enum');
    expect(told.map(({ cell, path, message }) => [cell?.address, path, message.zh])).toEqual([
      ['E2', '/sessions/0/topics', '“内容”这一格写的和打√的对不上'],
    ]);
    expect(findings.some(({ rule }) => rule === 'training/topics')).toBe(false);
  });

  test('what is no tick is told in its cell', async () => {
    const findings = await findingsIn(sessions(topics, ['√', '部分', null]));
    const told = findings.filter(({ rule }) => rule.startsWith('schema/'));
    expect(told.map(({ cell, message }) => [cell?.address, cell?.header, message.zh])).toEqual([
      ['F2', '内容：考核方法', '“内容：考核方法”这一格写的是“部分”，看不出有没有'],
    ]);
  });

  test('a value that the list cannot have is told at its tick, and a column that stands twice at its header', async () => {
    const roles = await findingsIn(sessions(['岗位：科教科', '岗位：院领倒'], ['√', '√']));
    const [wrong] = roles.filter(({ rule }) => rule === 'schema/enum');
    expect([wrong?.cell?.address, wrong?.path]).toEqual(['F2', '/sessions/0/roles/1']);
    const twice = await findingsIn(sessions(['内容：教学方法', 'topics: teaching-methods'], ['√', '√']));
    expect(twice.filter(({ rule }) => rule === 'yaml/duplicate-key').map(({ cell }) => cell?.address)).toEqual(['F1']);
  });
});

describe('what a list lacks is in the cells to tick', () => {
  const early = ['培训需求', '培训对象', '培训目标', '培训内容', '师资', '组织备课', '拟制考题', '器材设施'];
  const ticks = early.map((each) => `准备·前期准备：${each}`);
  const found = async (...cells: Value[]) => {
    const bytes = sessions(['线下·开始', ...ticks], ['2024-05-08', ...cells]);
    const [finding] = await findingsIn(bytes, ['training/preparation-early']);
    return finding?.cell;
  };

  test('those of the values that are not ticked, with others there or none', async () => {
    expect(await found('√', '√', '√', null, '√', '√', '×', '√')).toMatchObject({
      address: 'I2',
      header: '准备·前期准备',
      content: '',
      others: ['L2'],
    });
    expect(await found('√', '√', '√', null, '√', '√', '√', '√')).toMatchObject({
      address: 'I2',
      header: '准备·前期准备：培训内容',
    });
    expect(await found()).toMatchObject({ address: 'F2', others: ['G2', 'H2', 'I2', 'J2', 'K2', 'L2', 'M2'] });
  });

  test('the cell of the list itself where it is written there', async () => {
    const bytes = sessions(['线下·开始', '准备·前期准备'], ['2024-05-08', '培训需求、培训对象']);
    const [finding] = await findingsIn(bytes, ['training/preparation-early']);
    expect(finding?.cell).toMatchObject({ address: 'F2', header: '准备·前期准备', content: '培训需求、培训对象' });
  });

  test('all of a list that is missing as a whole, under its name', async () => {
    const [finding] = await findingsIn(sessions(topics, [null, null, null]), ['training/topics']);
    expect(finding?.cell).toMatchObject({ address: 'E2', header: '内容', others: ['F2', 'G2'] });
  });

  test('the first cell of a part that is missing as a whole, none of its ticks', async () => {
    const part = ['线下·开始', '线下·学时', '线下·方式：集中授课', '线下·方式：技能实操'];
    const [finding] = await findingsIn(sessions(part, [null, null, null, null]), ['data/no-dates']);
    expect(finding?.cell).toMatchObject({ address: 'E2', header: '线下·开始' });
    expect(finding?.cell?.others).toBeUndefined();
  });
});

test('of a list whose only tick cannot be read it is said that it is written wrong, not that it is not given', async () => {
  const texts = [{ file: 'plan.xlsx', bytes: sessions(topics, ['●']) }];
  const rules = ['training/topics'];
  const { verdicts } = await check({
    cwd: import.meta.dirname,
    config: false,
    texts,
    asOf: '2024-12-01',
    rules,
    verdicts: true,
  });
  expect(verdicts?.map(({ reason }) => reason?.zh)).toEqual(['“内容”这一项写错了，改好后再判']);
});

test('lines of a record are ticked as columns are, and other programs keep the ticks', async () => {
  const bytes = workbook({
    结对帮扶: [
      ['项目', '填写内容'],
      ['培训基地', '海口市人民医院'],
      ['对口帮扶基地', '儋州市人民医院'],
      ['帮扶协议·签订日期', '2020-05-08'],
      ['帮扶协议·约定：职责', '√'],
      ['帮扶协议·约定：权利', null],
      ['帮扶协议·约定：义务', '√'],
    ],
  });
  const findings = await findingsIn(bytes, ['pairing/agreement-contents']);
  expect(findings.map(({ cell }) => [cell?.address, cell?.header])).toEqual([['B6', '帮扶协议·约定：权利']]);
  const opened = new ExcelJS.Workbook();
  await opened.xlsx.load(bytes.buffer as ArrayBuffer);
  const saved = new Uint8Array(await opened.xlsx.writeBuffer());
  expect(await recordOf(await imported(saved))).toEqual(await recordOf(await imported(bytes)));
});
