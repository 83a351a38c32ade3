import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/index.ts';
import { overlapping, type Stretch } from '../../src/records/overlap.ts';
import { tries } from '../sample.ts';

const doOverlap = (one: Stretch | undefined, other: Stretch | undefined) =>
  one !== undefined && other !== undefined && one.first <= other.last && other.first <= one.last;

/** Groups as they are meant: each joins all that hold one it overlaps. */
function joinedOneByOne(list: readonly (Stretch | undefined)[]): number[][] {
  let groups: number[][] = [];
  for (const [index, each] of list.entries()) {
    const near = groups.filter((group) => group.some((other) => doOverlap(each, list[other])));
    groups = [...groups.filter((group) => !near.includes(group)), [...near.flat(), index].sort((a, b) => a - b)];
  }
  return groups;
}

const day = fc.integer({ min: 10, max: 31 }).map((number) => `2024-05-${number}`);
const stretches = fc.array(fc.option(fc.record({ first: day, last: day }), { nil: undefined }), { maxLength: 12 });

test('stretches are grouped as if each was compared with each', () => {
  fc.assert(
    fc.property(stretches, (list) => {
      const members = list.map((stretch, index) => ({ stretch, index }));
      const groups = overlapping(members, ({ stretch }) => stretch);
      expect(groups.map((group) => group.map(({ index }) => index))).toEqual(joinedOneByOne(list));
    }),
    { numRuns: tries(500), seed: 1 },
  );
});

test('a session of thousands of turns that are not dated yet is judged', async () => {
  const turns = '      - { 天数: 1, 学时: 6 }\n'.repeat(3_000);
  const head = '文种: 年度计划\n年度: 2024\n基地: { 名称: 海口市人民医院, 类别: 住培基地 }\n培训班:\n';
  const text = `${head}  - 编号: A\n    名称: B\n    层级: 院级\n    对象: 师资\n    线下:\n${turns}`;
  const { records, unjudged } = await check({
    texts: [{ file: 'plan.yaml', bytes: new TextEncoder().encode(text) }],
    config: false,
    cwd: '.',
    asOf: '2024-01-01',
  });
  expect([records, unjudged]).toEqual([1, []]);
});
