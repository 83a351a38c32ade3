import { describe, expect, test } from 'vitest';
import { BlockStore } from '../../src/disk/block-store.ts';
import { Packing, unpack } from '../../src/disk/pack.ts';
import { load } from '../../src/load/load.ts';
import type { LoadedFile } from '../../src/load/loaded.ts';
import { settleSlips } from '../../src/load/slip-cost.ts';
import { same, type Unreadable } from '../../src/model/finding.ts';

const head = '文种: 年度计划\n年度: 2024\n基地:\n  名称: 海口市人民医院\n  类别: 住培基地\n';
const session = (lines: string, before = '') =>
  `${head}培训班:\n  - 编号: A\n    名称: 教学管理培训\n    层级: 院级\n    对象: 管理人员\n${lines.replace(/^/gm, '    ')}\n${before}`;
const next = '  - 编号: B\n    名称: 教学查房\n    层级: 省级\n    对象: 师资\n';
const pairing = '文种: 结对帮扶\n培训基地: 海口市人民医院\n对口帮扶基地: 儋州市人民医院\n';
const city = '文种: 激励方案\n城市: 海口市\n年度: 2024\n';

function packed(results: (LoadedFile | Unreadable)[], keeps: boolean) {
  const packing = new Packing(keeps);
  for (const result of results) packing.add(result);
  return packing.end();
}

/** What is found in a text (severity, rule, line), and what of each judged record cannot be read. */
async function read(text: string) {
  const { findings, records, unjudged } = await load('a.yaml', new TextEncoder().encode(text));
  return {
    found: findings.map(({ severity, rule, line }) => `${severity} ${rule} ${line}`),
    unreadable: records.map((record) => record.unreadable),
    unjudged: unjudged.map(({ index }) => index),
    findings,
    records,
  };
}

describe('a certain slip', () => {
  test.each([
    ['a full-width colon', '人数：30', '人数: 30'],
    ['a full-width colon behind a key of the author’s own', '用餐：食堂', '用餐: 食堂'],
    ['the same in braces', '线下: { 学时: 8, 用餐： 食堂 }', '线下: { 学时: 8, 用餐: 食堂 }'],
    ['no blank behind the colon', '人数:30', '人数: 30'],
    ['no colon', '人数 30', '人数: 30'],
    ['a full stop behind a figure', '人数: 30。', '人数: 30'],
    ['a full stop behind a code', '状态: 已完成。', '状态: 已完成'],
    ['a plain full stop behind a count', '人数: 30人.', '人数: 30人'],
    ['a plain full stop behind a code', '状态: 已完成.', '状态: 已完成'],
    ['a full-width one of Latin letters', '师资类别: 新进．', '师资类别: 新进'],
    [
      'a plain full stop behind a date in braces',
      '线下: { 学时: 8, 开始: 2024-05-08. }',
      '线下: { 学时: 8, 开始: 2024-05-08 }',
    ],
    ['a full stop in braces', '线下: { 学时: 8。, 开始: 2024-05-08 }', '线下: { 学时: 8, 开始: 2024-05-08 }'],
    ['wide brackets that YAML takes for a word', '岗位: 【科教科、教学秘书】', '岗位: [科教科, 教学秘书]'],
    ['wide brackets about one figure', '人数: 【30】', '人数: 30'],
    ['wide brackets about free texts', '线下: { 方式: 【集中授课，案例】 }', '线下: { 方式: [集中授课, 案例] }'],
    ['round brackets about a code', '状态: （已完成）', '状态: 已完成'],
    ['quotation marks of prose', '状态: “已完成”', '状态: 已完成'],
    ['a thousands comma in braces', '经费: [{ 来源: 自筹, 金额: 1,000 }]', '经费: [{ 来源: 自筹, 金额: 1000 }]'],
    [
      'a full-width comma before a key of the author’s own',
      '线下: { 学时: 8， 用餐: 食堂， 开始: 2024-05-08 }',
      '线下: { 学时: 8, 用餐: 食堂, 开始: 2024-05-08 }',
    ],
    ['one before a full-width colon', '线下: { 学时: 8，用餐：食堂 }', '线下: { 学时: 8, 用餐: 食堂 }'],
    [
      'one behind an id',
      '学员: [{ 编号: A1， 称呼: 张医生， 出勤: 全程 }]',
      '学员: [{ 编号: A1, 称呼: 张医生, 出勤: 全程 }]',
    ],
    [
      'one before a key that is marked as the author’s own',
      '线下: { 地点: 二楼， x-教室: 301 }',
      '线下: { 地点: 二楼, x-教室: 301 }',
    ],
    [
      'one behind notes, before such a key',
      '线下: { 备注: 见通知， x-教室: 301 }',
      '线下: { 备注: 见通知, x-教室: 301 }',
    ],
    ['one in what is the author’s own', 'x-表: [{ 甲: 1， 乙: 2 }]', 'x-表: [{ 甲: 1, 乙: 2 }]'],
    ['a full-width colon before a list that says nothing', '岗位：[]', '岗位: []'],
    ['one before a part that says nothing', '线上：{ 日期: }', '线上: { 日期: }'],
    ['full-width braces', '线下: ｛学时：8，开始：2024-05-08｝', '线下: {学时: 8, 开始: 2024-05-08}'],
  ])('%s is one warning, and the record is read as it was meant', async (_, slip, meant) => {
    const asWritten = await read(session(slip, next));
    const asMeant = await read(session(meant, next));
    expect(asMeant.found).toEqual(expect.not.arrayContaining([expect.stringContaining('yaml/')]));
    expect(asWritten.found).toEqual(['warning yaml/syntax 11', ...asMeant.found]);
    expect(asWritten.findings[0]?.remedy.zh).toMatch(`这一行写成 ${meant}`);
    expect(asWritten.records[0]?.data()).toEqual(asMeant.records[0]?.data());
    expect(asWritten.unreadable).toEqual(asMeant.unreadable);
  });

  test.each([
    ['further out than the line before', `${head}科室电话：0898-1\n`],
    ['in the column of the line before', `${head}  等级：三甲\n`],
  ])('is a full-width colon behind a key of the author’s own %s', async (_, text) => {
    const { found, unreadable, unjudged } = await read(text);
    expect(found).toEqual(['warning yaml/syntax 6', 'info schema/unknown-key 6']);
    expect([unreadable, unjudged]).toEqual([[[]], []]);
  });

  test('is none in a text that goes on over further lines', async () => {
    const { found, records } = await read(session('备注: 请带齐\n  证件：身份证', next));
    expect(found).toEqual([]);
    expect(records[0]?.data()).toMatchObject({ sessions: [{ notes: '请带齐 证件：身份证' }, {}] });
  });

  test('is one, be it in all the tabs of a file', async () => {
    const tabs = session('人数: 30', `${next}# 完\n`).replace(/^(?: {2})+/gm, (blanks) =>
      '\t'.repeat(blanks.length / 2),
    );
    const { found, records } = await read(tabs.replace('    名称: 教学查房', '\n\n    名称: 教学查房'));
    expect(found).toEqual(['warning yaml/syntax 4']);
    expect(records[0]?.data()).toEqual((await read(session('人数: 30', next))).records[0]?.data());
  });

  test('is one beside a kind that there is not', async () => {
    const { found } = await read(head.replace('年度计划', '月度总结').replace(/^年度/m, '\t$&'));
    expect(found).toEqual(['warning yaml/syntax 2', 'error schema/kind 1']);
  });

  test('about a name leaves the name alone', async () => {
    const { found, records } = await read(head.replace('海口市人民医院', '“海口市人民医院（本部）”'));
    expect(found).toEqual(['warning yaml/syntax 4']);
    expect(records[0]?.data()).toMatchObject({ base: { name: '海口市人民医院（本部）' } });
  });

  test('about a name with a comma in it leaves the name alone too', async () => {
    const { findings, records } = await read(head.replace('海口市人民医院', '“海口,三亚”'));
    expect(findings.map(({ severity, fix }) => [severity, fix?.line])).toEqual([['warning', '名称: 海口,三亚']]);
    expect(records[0]?.data()).toMatchObject({ base: { name: '海口,三亚' } });
  });

  test('does not move what stands behind it', async () => {
    const text = session('人数：30\n线下：｛开始：2024-05-08，学时：6｝', next).replace(/^(?: {2})+/gm, '$&');
    const { records } = await read(text);
    const [record] = records;
    const ends = [...(record?.positions() ?? [])].filter((_, index) => index % 4 === 3).map((end) => end - 1);
    expect(text.slice(0, Math.max(...ends)).endsWith('对象: 师资')).toBe(true);
  });

  test('a full stop behind the kind is one too', async () => {
    for (const sign of ['。', '.', '．']) {
      const { found, records } = await read(head.replace('年度计划', `年度计划${sign}`));
      expect(found).toEqual(['warning yaml/syntax 1']);
      expect(records).toHaveLength(1);
    }
  });
});

test('a year that is missing or cannot be read is one error, whatever days have theirs from it', async () => {
  const lines = '线下: { 日期: 5月8日至10日 }\n线上: { 日期: 5月中旬 }\n准备: { 开始: 3月31日 }';
  for (const year of ['年度: 2024年底前\n', '']) {
    const { found, unjudged } = await read(session(lines).replace('年度: 2024\n', year));
    expect(found).toEqual([expect.stringMatching(/^error schema\/(?:type|required) /)]);
    expect(unjudged).toEqual([0]);
  }
  // What is no day of any year is told all the same, and so is a day of a year of its own.
  const { found } = await read(
    session('线下: { 日期: 5月32日 }\n准备: { 开始: 2024-02-31 }').replace('年度: 2024\n', ''),
  );
  expect(found.filter((each) => each.includes('schema/date'))).toHaveLength(2);
});

describe('a slip that is not certain is an error, and costs what it stands in', () => {
  test.each([
    ['a value with no colon before it that it can be', '人数 约30', ['/sessions/0/headcount']],
    ['a bracket left open', '岗位: [科教科, 教学秘书', ['/sessions/0/roles']],
    ['a quotation left open', '备注: "甲', ['/sessions/0/notes']],
    ['a backslash in a quotation', '备注: "甲\\q"\n人数: 30', ['/sessions/0/notes']],
    ['a remark in a figure', '人数: 4#0\n备注: 甲', ['/sessions/0/headcount']],
    [
      'a missing comma in braces',
      '线下: { 开始: 2024-05-08, 地点: 甲 学时: 8, 天数: 1 }',
      ['/sessions/0/offline/venue'],
    ],
    [
      'a full-width comma behind a text, before what may be more of it',
      '线下: { 地点: 二楼， 会场: 东侧, 学时: 8 }',
      ['/sessions/0/offline/venue'],
    ],
    ['one behind notes, before a key', '线下: { 备注: 见通知， 地点: 二楼, 学时: 8 }', ['/sessions/0/offline/notes']],
    ['two keys on one line', '人数: 30 状态: 已完成', ['/sessions/0/headcount', '/sessions/0/status']],
    ['a line that is no key, in its session', '共三十人参加\n人数: 30', ['/sessions/0']],
    ['a line that is no key, at its end', '人数: 30\n共三十人参加', ['/sessions/0']],
    ['a quotation left open before an empty list', "岗位: '[]\n人数: 30", ['/sessions/0/roles']],
    ['a table', '经费:\n      来源\t金额\n      自筹\t100', ['/sessions/0/funding']],
  ])('%s', async (_, lines, unreadable) => {
    const { findings, records } = await read(session(lines, next));
    const slips = findings.filter(({ rule }) => rule === 'yaml/syntax');
    expect(slips.map(({ severity }) => severity)).toEqual(['error']);
    expect(records[0]?.unreadable).toEqual(unreadable);
    expect(records[0]?.data()).toMatchObject({ sessions: [{ id: 'A' }, { id: 'B' }] });
  });

  test('a line that is no key in the place of the kind is the one mistake of the record', async () => {
    expect(await read(pairing.replace(': ', '。'))).toMatchObject({ found: ['error yaml/syntax 1'], unjudged: [0] });
  });

  test('a heading over the record stands in nothing', async () => {
    expect(await read(`二〇二四年培训计划\n${head}`)).toMatchObject({
      found: ['error yaml/syntax 1'],
      unreadable: [[]],
    });
  });

  test('a line of the record itself leaves it unjudged', async () => {
    expect(await read(`${head}共三十人参加\n豁免: []\n`)).toMatchObject({
      found: ['error yaml/syntax 6'],
      unjudged: [0],
    });
  });

  test('one costs its own value below a misspelt key, which is read after all the others', async () => {
    const text = session('人数: 30').replace(/(基地:.*)(培训)班(:.*)/s, '$2般$3$1备注: "甲\n');
    expect(await read(text)).toMatchObject({ unreadable: [['/sessions', '/notes']], unjudged: [] });
  });

  test('one in a value of the record itself costs that value', async () => {
    expect(await read(`${head}备注: "甲\n`)).toMatchObject({ unreadable: [['/notes']], unjudged: [] });
  });

  test('of several each costs its own value, one that says nothing too', async () => {
    const { unreadable } = await read(session('备注: "甲\n岗位: [', next));
    expect(unreadable).toEqual([['/sessions/0/notes', '/sessions/0/roles']]);
  });

  test('one before an empty list of the record costs that list', async () => {
    expect(await read(`${head}培训班: '[]\n`)).toMatchObject({ unreadable: [['/sessions']], unjudged: [] });
  });

  test('a line of the record itself is one behind a carriage return alone too', async () => {
    const { unjudged } = await read(session('人数: 30', next).replace('人数: 30', '$&\r共三十人参加'));
    expect(unjudged).toEqual([0]);
  });
});

describe('a mistake is one error, and costs its own value', () => {
  test.each([
    ['a day that does not exist', '授证: { 日期: 2024-02-30 }', 'schema/date', ['/sessions/0/certification/date']],
    ['a figure that is none', '人数: 约60人', 'schema/type', ['/sessions/0/headcount']],
    [
      'a figure out of its range',
      '考核: { 题量: { 单选题: -1 } }',
      'schema/range',
      ['/sessions/0/exam/questions/single'],
    ],
    ['an unknown code', '状态: 进行中', 'schema/enum', ['/sessions/0/status']],
    ['an unknown code in a list', '岗位: [科教科, 局长]', 'schema/enum', ['/sessions/0/roles/1']],
    ['two codes where one belongs', '状态: 计划、已完成', 'schema/enum', ['/sessions/0/status']],
    ['a key twice', '人数: 30\n人数: 40', 'yaml/duplicate-key', ['/sessions/0/headcount']],
    ['a key twice, once in English', '人数: 30\nheadcount: 40', 'yaml/duplicate-key', ['/sessions/0/headcount']],
    ['a misspelt key', '人敉: 30', 'schema/unknown-key', ['/sessions/0/headcount']],
    [
      'a key that is near to two, of which one is given',
      'online: { 日期: 2024-05-08 }\nofline: { 日期: 2024-05-09 }',
      'schema/unknown-key',
      ['/sessions/0/offline'],
    ],
    [
      'a key without its colon, in braces',
      '考核: { 题量: { 单选题 10, 多选题: 10 } }',
      'schema/unknown-key',
      ['/sessions/0/exam/questions/single'],
    ],
    [
      'a figure that a comma parts, in braces',
      '经费: [{ 来源: 自筹, 金额: 5,0000 }]',
      'schema/unknown-key',
      ['/sessions/0/funding/0/amount'],
    ],
    [
      'a day behind a date, in braces',
      '线下: { 日期: 2024-05-06, 07, 学时: 8 }',
      'schema/unknown-key',
      ['/sessions/0/offline/dates'],
    ],
    ['a text for an object', '考核: 闭卷', 'schema/type', ['/sessions/0/exam']],
    ['a text for a list of objects', '宣传: 见附件', 'schema/type', ['/sessions/0/publicity']],
    ['a text for an object of a list', '经费: [自筹]', 'schema/type', ['/sessions/0/funding/0']],
    ['a missing key', '经费: [{ 来源: 自筹 }]', 'schema/required', ['/sessions/0/funding/0/amount']],
    ['an alias that stands for nothing', '人数: *x', 'yaml/syntax', ['/sessions/0/headcount']],
  ])('%s', async (_, lines, rule, unreadable) => {
    const { findings, records } = await read(session(lines, next));
    expect(findings.map((finding) => `${finding.severity} ${finding.rule}`)).toEqual([`error ${rule}`]);
    expect(records.map((record) => record.unreadable)).toEqual([unreadable]);
  });

  test.each([
    ['宣传: { 标题: 无 }', ['/sessions/0/publicity/0/title'], '标题；写“无”等于没写', '标题; found nothing but "无"'],
    [
      '宣传: { 标题: "待定" }',
      ['/sessions/0/publicity/0/title'],
      '标题；写“待定”等于没写',
      '标题; found nothing but "待定"',
    ],
    ['宣传: { 标题:  }', ['/sessions/0/publicity/0/title'], '标题', '标题'],
    ['宣传: { 标题: "　" }', ['/sessions/0/publicity/0/title'], '标题', '标题'],
    [
      '豁免: { 规则: training/topics, 理由: ／, 批准人: 未定 }',
      ['/sessions/0/waivers/0/reason', '/sessions/0/waivers/0/approvedBy'],
      '理由、批准人；写“／”“未定”等于没写',
      '理由, 批准人; found nothing but "／", "未定"',
    ],
  ])('a required text that says nothing is missing: %s', async (line, unreadable, zh, en) => {
    const { findings, records } = await read(session(line, next));
    expect(findings).toMatchObject([
      {
        rule: 'schema/required',
        severity: 'error',
        message: { zh: `缺必填项：${zh}`, en: `Required but missing: ${en}` },
      },
    ]);
    expect(records.map((record) => record.unreadable)).toEqual([unreadable]);
  });

  test.each([
    ['名称: 海口市人民医院', '名称: 待定'],
    ['名称: 海口市人民医院', '名称: 无'],
  ])('a base that is not named leaves its plan unjudged: %s, %s', async (name, none) => {
    const { found, unjudged } = await read(session('人数: 30').replace(name, none));
    expect([found, unjudged]).toEqual([['error schema/required 4'], [0]]);
  });

  test('an id that must be there may be any text, and what is planned may have no title yet', async () => {
    const { found } = await read(
      `${session('学员: [{ 编号: 无 }]').replace('教学管理培训', '待定')}---\n${pairing}任务清单: [{ 编号: 待定, 名称: 未定, 领域: 学科建设 }]\n`,
    );
    expect(found).toEqual([]);
  });

  test.each(['学时: 8, 2024年备注', '地点: 教室, 3', '学时: 8, 3: 甲'])(
    'a key of the author’s own in braces is none: %s',
    async (entries) => {
      const { found, unreadable } = await read(session(`线下: { 日期: 2024-05-06, ${entries} }`, next));
      expect([found, unreadable]).toEqual([['info schema/unknown-key 11'], [[]]]);
    },
  );

  test.each([
    '负责人、联系人',
    '负责人，联系人',
    '考核、评价',
    '考核（时间，地点）',
    '1、院长',
    '"院长："',
    '主要内容、讲师',
    '"注：人数"',
  ])('a key of the author’s own with a full-width mark in it is none, and no obstacle: %s', async (key) => {
    const own = await read(session(`${key}: 张三`, next));
    expect([own.found, own.unreadable, own.unjudged]).toEqual([['info schema/unknown-key 11'], [[]], []]);
    const atRoot = await read(`${head}${key}: 张三\n`);
    expect([atRoot.found, atRoot.unreadable]).toEqual([['info schema/unknown-key 6'], [[]]]);
  });

  test.each([
    ['日期、学时: 8', ['hours', 'dates']],
    ['日期2024-05-08，用餐: 8', ['dates']],
    ['日期 2024-05-08，学时: 8', ['hours', 'dates']],
    ['"日期：2024-05-08，学时": 8', ['hours', 'dates']],
    ['"日期：": 2024-05-08', ['dates']],
    ['"主办单位：": 甲', []],
  ])('keys that full-width marks may join cost those that they name: %s', async (line, names) => {
    const { unreadable } = await read(session(`线下:\n  ${line}`, next));
    expect([...(unreadable[0] ?? [])].sort()).toEqual(names.map((name) => `/sessions/0/offline/${name}`).sort());
  });

  test('keys that are merged in may be any that are not given', async () => {
    const text = `${head}培训班:\n  - &a { 编号: A, 名称: 甲, 层级: 院级, 对象: 师资 }\n  - <<: *a\n    编号: B\n`;
    const { unreadable } = await read(text);
    expect(unreadable[0]).toContain('/sessions/1/level');
    expect(unreadable[0]).not.toContain('/sessions/1/id');
  });

  test.each([true, false])(
    'what is written stays in the data of a packed file, kept %s, with what cannot be read',
    async (keeps) => {
      const store = keeps ? undefined : new BlockStore();
      const text = session('人数: 约60人');
      const [unpacked] = unpack(packed([await load('a.yaml', new TextEncoder().encode(text))], keeps), store);
      if (!unpacked || 'reason' in unpacked) throw new Error('not read');
      const [record] = unpacked.records;
      expect(record?.data()).toMatchObject({ sessions: [{ headcount: '约60人' }] });
      expect(record?.unreadable).toEqual(['/sessions/0/headcount']);
      expect(unpacked.text()).toBe(text);
    },
  );

  test('what is held of a packed file is no function of each record, and no list of its own that is empty', async () => {
    const files = await Promise.all(
      ['a.yaml', 'b.yaml'].map((name) => load(name, new TextEncoder().encode(session('人数: 60')))),
    );
    const [one, other] = unpack(packed(files, false), new BlockStore()).map((file) => {
      if ('reason' in file) throw new Error('not read');
      const { records, findings, unjudged } = file;
      expect(Object.values(records[0] ?? {}).filter((value) => typeof value === 'function')).toEqual([]);
      return [findings, unjudged, records[0]?.unreadable];
    });
    expect(one).toEqual([[], [], []]);
    for (const [place, list] of one?.entries() ?? []) expect(other?.[place]).toBe(list);
  });

  test('what is not kept of a set is held in less than half of its bytes', async () => {
    const bytes = new TextEncoder().encode(session('人数: 约60人, 备注: 甲乙丙丁戊己庚辛'.repeat(20)));
    const file = await load('a.yaml', bytes);
    const sizeOf = (keeps: boolean) =>
      packed([file, file], keeps).blocks.reduce((size, { buffer }) => size + buffer.byteLength, 0);
    expect(sizeOf(false)).toBeLessThan(sizeOf(true) / 2);
  });

  test.each([true, false])(
    'files of a set that are packed together stay as they were read, kept %s, in whatever order they are asked for',
    async (keeps) => {
      const long = `备注: ${'甲'.repeat(70_000)}`;
      const bodies = ['人数: 60', long, '人数: 约60人', long, long, long, long, '人数: 61'];
      const files = await Promise.all(
        bodies.map((body, place) => load(`${place}.yaml`, new TextEncoder().encode(session(body)))),
      );
      const all = packed([...files, { file: 'gone.yaml', reason: same('gone') }], keeps);
      expect(all.blocks.length).toBeGreaterThan(1);
      const unpacked = unpack(all, keeps ? undefined : new BlockStore());
      const shown = (file: LoadedFile | Unreadable | undefined) =>
        file && 'records' in file
          ? [file.text(), file.records.map((record) => [record.data(), [...record.positions()]])]
          : file;
      for (const place of [0, 7, 1, 0, 6, 2, 5, 3, 4, 7, 1])
        expect(shown(unpacked[place])).toEqual(shown(files[place]));
      expect(unpacked[8]).toEqual({ file: 'gone.yaml', reason: same('gone') });
    },
  );

  test.each([true, false])('a file without a byte is packed like any other, alone and last, kept %s', async (keeps) => {
    const empty = await load('empty.yaml', new Uint8Array());
    const long = await load('long.yaml', new TextEncoder().encode(session(`备注: ${'甲'.repeat(90_000)}`)));
    for (const files of [[empty], [long, empty]]) {
      const unpacked = unpack(packed(files, keeps), keeps ? undefined : new BlockStore());
      expect(unpacked.map((file) => 'text' in file && file.text())).toEqual(files.map((file) => file.text()));
      expect(unpacked.map((file) => 'findings' in file && file.findings)).toEqual(files.map((file) => file.findings));
    }
  });
});

describe('only without its kind, its year or its owner a record is not judged', () => {
  test.each([
    ['no kind', head.replace('文种: 年度计划\n', '')],
    ['an unknown kind', head.replace('年度计划', '月度总结')],
    ['two kinds', `${head}${head}`],
    ['no year', head.replace('年度: 2024\n', '')],
    ['a year that is none', head.replace('2024', '今年')],
    ['a year twice', `${head}年度: 2025\n`],
    ['no base', head.slice(0, head.indexOf('基地'))],
    ['a base without a name', head.replace('  名称: 海口市人民医院\n', '')],
    ['no helper', pairing.replace('培训基地: 海口市人民医院\n', '')],
    ['a helped base that is a list', pairing.replace('儋州市人民医院', '[]')],
    ['no city', city.replace('城市: 海口市\n', '')],
    ['text that YAML cannot divide', `${head}培训班: !!甲 []\n`],
  ])('%s', async (_, text) => {
    const { records, unjudged, findings } = await read(text);
    expect(records).toEqual([]);
    expect(unjudged).toEqual([0]);
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  test.each([
    ['no types', head.replace('  类别: 住培基地\n', ''), ['/base/types']],
    ['sessions in a text', `${head}培训班: 见附件\n`, ['/sessions']],
    ['the kind under a misspelt key', head.replace('文种', 'Kind'), []],
  ])('%s: judged', async (_, text, unreadable) => {
    expect((await read(text)).unreadable).toEqual([unreadable]);
  });

  test('of a file with several, the others are', async () => {
    const { records, unjudged } = await read(`${head}---\n${head.replace('2024', '今年')}---\n${pairing}`);
    expect(records.map(({ index }) => index)).toEqual([0, 2]);
    expect(unjudged).toEqual([1]);
  });
});

test.each([
  ['a status of one part', '线下:\n  日期: 2024-05-08\n  状态: 已取消'],
  ['a waiver of one part', '线下:\n  日期: 2024-05-08\n  豁免: [{规则: training/methods, 理由: 甲, 批准人: 乙}]'],
  ['a summary of a report', '宣传:\n  - 标题: 甲\n    总结: 内容摘要'],
])(
  'a key along with those of an object that does not have it is its author’s own, though one around it has it: %s',
  async (_, lines) => {
    const { found, unreadable } = await read(session(lines));
    expect(found).toEqual([`info schema/unknown-key ${10 + lines.split('\n').length}`]);
    expect(unreadable).toEqual([[]]);
  },
);

test.each([
  ['online', '线上:\n    日期: 2024-05-10'],
  ['online', '线上: { 日期: 2024-05-10 }'],
  ['exam', '考核:\n    满分: 100'],
])(
  'an object along with the keys of one that cannot have it is that of the object around: %s %j',
  async (name, object) => {
    const { found, records } = await read(session(`线下:\n  日期: 2024-05-08\n  ${object}`));
    expect(found).toEqual(['warning yaml/syntax 13']);
    expect(records[0]?.data()).toMatchObject({ sessions: [{ [name]: expect.anything() }] });
  },
);

test.each([
  ['as a span', '日期: 2024-05-08/2024-05-10', '/dates'],
  ['as a span beside the first day', '日期: 2024-05-08/2024-05-10\n开始: 2024-05-09', '/dates'],
  ['as a day', '开始: 2024-05-01/2024-05-31', '/start'],
])('two days with a slash between are no day that is not known yet, %s', async (_, lines, at) => {
  const { found, unreadable } = await read(session(`线下:\n${lines.replace(/^/gm, '  ')}`));
  expect(found).toEqual(['error schema/date 12']);
  expect(unreadable).toEqual([[`/sessions/0/offline${at}`]]);
});

describe('dates that stand as a span and as first and last day', () => {
  const part = (lines: string) => read(session(`线下:\n${lines.replace(/^/gm, '  ')}`));

  test.each([
    ['the same days', '日期: 2024-05-08至2024-05-10\n开始: 5月8日\n结束: 2024.5.10'],
    ['the same first day', '日期: 2024-05-08至2024-05-10\n开始: 2024-05-08'],
    ['a day and so many of them', '日期: 2024-05-08\n天数: 2.5\n开始: 2024-05-08\n结束: 2024-05-10'],
    ['the same month', '日期: 5月\n开始: 2024-05'],
    ['more days than are trained on', '日期: 2024-05-08至2024-05-14\n天数: 3\n结束: 2024-05-14'],
  ])('say nothing where they agree: %s', async (_, lines) => {
    const { found, unreadable } = await part(lines);
    expect(found).toEqual([]);
    expect(unreadable).toEqual([[]]);
  });

  test.each([
    ['another first day', '日期: 2024-05-08至2024-05-10\n开始: 5月7日', '开始', '5月7日'],
    ['another last day', '开始: 2024-05-08\n日期: 2024-05-08至2024-05-10\n结束: 2024-05-09', '结束', '2024-05-09'],
    ['more days than the last one has', '日期: 2024-05-08\n天数: 2\n结束: 2024-05-08', '结束', '2024-05-08'],
    ['a day in the month', '日期: 5月\n开始: 2024-05-08', '开始', '2024-05-08'],
  ])('are one mistake at the span where they differ: %s', async (_, lines, key, written) => {
    const { findings, unreadable } = await part(lines);
    expect(findings).toMatchObject([{ rule: 'schema/date', severity: 'error', path: '/sessions/0/offline/dates' }]);
    expect(findings[0]?.message.zh).toMatch(new RegExp(`^“日期”写的是 .*，“${key}”写的是 ${written}，两处不一致$`));
    expect(unreadable).toEqual([['/sessions/0/offline/dates']]);
  });

  test('are compared in a batch too, and where one is no date that alone is told', async () => {
    const batches =
      '省外培训:\n  - { 名称: 甲, 类别: 外省, 日期: 2024-06-03, 开始: 2024-06-04 }\n  - { 名称: 乙, 类别: 外省, 日期: 六月某天, 开始: 2024-06-04 }\n';
    const { findings, unreadable } = await read(head + batches);
    expect(findings.map(({ rule, path }) => [rule, path]).sort()).toEqual([
      ['schema/date', '/outOfProvince/0/dates'],
      ['schema/date', '/outOfProvince/1/dates'],
    ]);
    expect(findings.map(({ message }) => message.zh).join()).toContain('六月某天');
    expect(unreadable.flat().sort()).toEqual(['/outOfProvince/0/dates', '/outOfProvince/1/dates']);
  });
});

test('a slip that is mended on several lines, and is not certain, costs what begins on any of them', async () => {
  const text = session('人数: 40\n场地: 报告厅\n状态: 计划\n线下: { 日期: 2024-05-08, 学时: 8 }');
  const loaded = await load('a.yaml', new TextEncoder().encode(text));
  const before = (key: string) => text.indexOf(key) - 4;
  const edits = ['人数', '状态'].map((key) => ({ start: before(key), end: before(key) + 4, text: '  ' }));
  const { start, end } = edits[0] as (typeof edits)[number];
  const [finding] = (await read('文种： 年度计划\n')).findings;
  settleSlips(loaded, [
    {
      finding: { ...(finding as LoadedFile['findings'][number]), fix: { edits, applicability: 'likely' } },
      document: 0,
      slip: { kind: 'indentation', start, end, signs: [], edits, applicability: 'likely' },
    },
  ]);
  expect(loaded.records.map(({ unreadable }) => [...unreadable].sort())).toEqual([
    ['/sessions/0/headcount', '/sessions/0/status'],
  ]);
});
