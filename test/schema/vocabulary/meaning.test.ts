import { describe, expect, test } from 'vitest';
import { fix } from '../../../src/fix/fix.ts';
import { load } from '../../../src/load/load.ts';
import type { Kind } from '../../../src/model/kinds.ts';
import type { Named } from '../../../src/schema/vocabulary/named.ts';
import { kinds, type ObjectShape, type Shape, shapeOfKind } from '../../../src/schema/vocabulary/shape.ts';
import { suggestNamed } from '../../../src/schema/vocabulary/suggest.ts';

/** Every place of every kind where keys or codes stand: what may stand there. */
const places: Named[][] = [];
const met = new Set<Shape>();
function gather(shape: Shape): void {
  if (met.has(shape)) return;
  met.add(shape);
  if (shape.type === 'array') gather(shape.items);
  if (shape.type === 'text' && shape.codes.length > 0)
    places.push(shape.codes.map(({ code, title, synonyms = [] }) => ({ name: code, title, synonyms })));
  if (shape.type !== 'object') return;
  places.push([...shape.properties, ...new Set((shape as ObjectShape).kept.values())]);
  for (const { shape: inner } of shape.properties) gather(inner);
}
for (const { code } of kinds) gather(shapeOfKind(code as Kind));

const formsOf = ({ name, title, synonyms = [] }: Named) => [name, title, ...synonyms];

test('no word of a place is taken for another of the same place, were it left out there', () => {
  expect(places.length).toBeGreaterThan(40);
  const taken = places.flatMap((known) =>
    known.flatMap((entry) =>
      formsOf(entry).flatMap((form) => {
        const other = suggestNamed(
          form,
          known.filter((each) => each !== entry),
        );
        return other && other.form !== form ? [`${form} for ${other.form}`] : [];
      }),
    ),
  );
  expect(taken).toEqual([]);
});

/** How many letters of a word another does not have: no edit takes away more than one of them. */
function lettersLeft(one: string, other: string): number {
  let left = 0;
  for (const letter of one) if (!other.includes(letter)) left += 1;
  return left;
}

/** How many letters two words differ by, two neighbours that changed places counting as one; 3 for more than two. */
function editsApart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2 || lettersLeft(one, other) > 2) return 3;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row += 1) {
    const [last = [], before] = [rows[row - 1], rows[row - 2]];
    const own = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      own.push(
        Math.min(
          (last[at] ?? 3) + 1,
          (own[at - 1] ?? 3) + 1,
          (last[at - 1] ?? 3) + (isSame ? 0 : 1),
          isSwapped ? (before?.[at - 2] ?? 3) + 1 : 3,
        ),
      );
    }
    rows.push(own);
  }
  return Math.min(rows.at(-1)?.at(-1) ?? 3, 3);
}

test('of every two keys or codes one or two edits apart, neither is taken for the other, wherever that stands', () => {
  const words = [...new Set(places.flatMap((known) => known.flatMap(formsOf)))];
  const near = words.flatMap((one) =>
    words.filter((other) => one !== other && editsApart(one, other) <= 2).map((other) => ({ one, other })),
  );
  expect(near.length).toBeGreaterThan(500);
  const withForms = places.map((known) => ({ known, forms: new Set(known.flatMap(formsOf)) }));
  const taken = near.flatMap(({ one, other }) =>
    withForms
      .filter(({ forms }) => forms.has(other) && !forms.has(one))
      .flatMap(({ known }) => (suggestNamed(one, known)?.form === other ? [`${one} for ${other}`] : [])),
  );
  // One word in another form: its plural, or with capitals or a hyphen.
  expect([...new Set(taken)].sort()).toEqual([
    'GP for gp',
    'content for contents',
    'contents for content',
    'date for dates',
    'dates for date',
    'evaluation for evaluations',
    'evaluations for evaluation',
    'gp for GP',
    'hospital for hospitals',
    'hospitals for hospital',
    'meeting for meetings',
    'meetings for meeting',
    'performance-pay for performancePay',
    'performancePay for performance-pay',
    'session for sessions',
    'sessions for session',
  ]);
});

/** Words of plans and notices that are near a key or code, and are something else. */
const words = (
  '主办单位 协办单位 支持单位 承办科室 主办科室 合办单位 经办单位 省内培训 国外培训 校外培训 院外培训 备案 基层师资 西医住培基地 培训部 培训点 培训课 培训费 ' +
  '承担单位 承接单位 承建单位 省级培训 培训班级 培训月数 培训经验 培训考勤 培训总数 培训方案 培训时段 参训人群 ' +
  '教研室副主任 未完成 未取消 未销号 不通过 半合格线 集中备课 后期准备 中期准备 早期准备 五年工作计划 两年工作计划 报到日期 培训通知 ' +
  '实训基地 规培招生 专科医生 副组员 总题量 全选题 师资级别 学员类别 课时费 学分制 天数 名额 单位 年月 人名 级次 cost post data rate rule site term ' +
  '培养基地 专家评审 全科医师 全科医学 培训班次 培训课程 课程设置 合格证 合格率 实地调查 实地考察 任务清单表 年度总结 ' +
  'most lost gate late case size plane plain near state lever tile titled test fore item mind find king helper helped ' +
  'note exams patrol tram steam share stare stage adopter opened user idea ' +
  '培训天数 参训天数 培训期数 培训名额 培训单位 参加人员 ' +
  '网上会议 网上直播 本科人数 内科专业 外科人均收入 ' +
  '线下会议 正组长 月度计划 季度计划 学生名单 收入结余 组织授课 培训审核 实训班 业务清单 过程考勤'
).split(' ');

test.each(words)('%s is not taken for a word of another meaning', (word) => {
  for (const known of places) {
    if (known.some((entry) => formsOf(entry).includes(word))) continue;
    const taken = suggestNamed(word, known);
    expect(taken && `${word} for ${taken.form}`).toBeUndefined();
  }
});

test.each([
  ['培训搬', '培训班'],
  ['培训', undefined],
  ['培训班班', '培训班'],
  ['承办位单', '承办单位'],
  ['承办单', '承办单位'],
  ['人敉', '人数'],
  ['層級', '层级'],
  ['Level', 'level'],
  ['ｌｅｖｅｌ', 'level'],
  ['headcuont', 'headcount'],
  ['audiense', 'audience'],
  ['名成', undefined],
  ['学是', undefined],
  ['idd', undefined],
  ['培训班x二', undefined],
])('%s: %s', (written, meant) => {
  const session = shapeOfKind('session') as ObjectShape;
  const plan = shapeOfKind('plan') as ObjectShape;
  const found = [session, plan].map((shape) => suggestNamed(written, shape.properties)?.form);
  expect(found.find((form) => form !== undefined)).toBe(meant);
});

test.each([
  ['培训 班', '培训班', 'form'],
  ['培班训', '培训班', 'typing'],
  ['培训班班', '培训班', 'typing'],
  ['培训训班', '培训班', 'typing'],
  ['人敉', '人数', 'typing'],
  ['己完成', '已完成', 'typing'],
  ['骨千', '骨干', 'typing'],
  ['levvel', 'level', 'typing'],
  ['lebel', 'level', 'typing'],
  ['noted', 'notes', 'typing'],
  ['level1', 'level', 'letter'],
  ['培训搬', '培训班', 'letter'],
  ['roler', 'role', 'letter'],
])('%s differs from %s by %s', (written, name, differs) => {
  expect(suggestNamed(written, [{ name, title: name }])).toMatchObject({ form: name, differs });
});

test.each(['Helper', 'Helped'])('%s is that key of a pairing, not the other', (written) => {
  const { properties } = shapeOfKind('pairing') as ObjectShape;
  expect(suggestNamed(written, properties)).toMatchObject({ form: written.toLowerCase(), differs: 'form' });
});

test('a word may be misspelt up to eighty signs, its blanks counted', () => {
  const written = (blanks: number) => suggestNamed(`培训${' '.repeat(blanks)}班`, [{ name: 'a', title: '培训班' }]);
  expect([written(77)?.form, written(78)]).toEqual(['培训班', undefined]);
});

const head = '文种: 年度计划\n年度: 2024\n基地: { 名称: 海口市人民医院, 类别: 住培基地 }\n';
const session = (line: string) =>
  `${head}培训班:\n  - 编号: A\n    名称: B\n    层级: 院级\n    对象: 师资\n    ${line}\n`;
const bytes = (text: string) => new TextEncoder().encode(text);
const found = async (text: string) => {
  const { findings, records } = await load('a.yaml', bytes(text));
  return [
    ...findings.map(({ rule, severity }) => `${severity} ${rule}`),
    [`${records.length} judged`, ...records.flatMap(({ unreadable }) => unreadable)].join(' '),
  ];
};

describe('keys beyond those of a place', () => {
  test.each([
    ['a synonym is read as the key', session('培训人数: 40'), ['1 judged']],
    [
      'beside the key it is there twice',
      session('人数: 40\n    培训人数: 40'),
      ['error yaml/duplicate-key', '1 judged /sessions/0/headcount'],
    ],
    ['a key that is known and kept may hold anything', session('名额分配: [{ 甲: 1 }, 2]'), ['1 judged']],
    ['the same over several lines', session('日程安排:\n      上午：报到\n      - 甲'), ['1 judged']],
    ['one edit away is asked about', session('师资类型: 骨干'), ['info schema/unknown-key', '1 judged']],
    [
      'one edit away with no meaning is a mistake',
      session('师资类别别: 骨干'),
      ['error schema/unknown-key', '1 judged /sessions/0/stages'],
    ],
    ['any other is passed over', session('项目经费表: 见附件'), ['info schema/unknown-key', '1 judged']],
    ['the contrary of a key is passed over', `${head}省内培训: []\n`, ['info schema/unknown-key', '1 judged']],
  ])('%s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test('what is read under a synonym is read under the key', async () => {
    const [record] = (await load('a.yaml', bytes(session('培训人数: 40')))).records;
    expect(record?.data()).toMatchObject({ sessions: [{ headcount: 40 }] });
  });

  test.each(['主办单位', '协办单位', '省内培训', '承办科室', '支持单位'])('fix leaves %s as it is', async (word) => {
    for (const text of [`${head}${word}: 甲\n`, session(`${word}: 甲`)])
      expect((await fix('a.yaml', bytes(text))).bytes).toBeUndefined();
  });
});
