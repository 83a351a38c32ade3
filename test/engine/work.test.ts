import { expect, test } from 'vitest';
import { checkFiles } from '../../src/check/check-files.ts';
import { disk } from '../../src/disk/disk.ts';
import { JudgedBefore } from '../../src/engine/judged-before.ts';
import { load } from '../../src/load/load.ts';
import type { LoadedFile, LoadedRecord } from '../../src/load/loaded.ts';

/** A record that counts how often anything is read of it. */
function counting(record: LoadedRecord, onRead: () => void): LoadedRecord {
  const made = new WeakMap<object, object>();
  const counted = <Value>(value: Value): Value => {
    if (typeof value !== 'object' || value === null) return value;
    const known = made.get(value) as Value | undefined;
    if (known) return known;
    const proxy = new Proxy(value, {
      get(target, key, receiver) {
        onRead();
        return counted(Reflect.get(target, key, receiver));
      },
    });
    made.set(value, proxy);
    return proxy;
  };
  const data = counted(record.data());
  return { ...record, data: () => data };
}

/** How often a check reads anything of the records of a text; where it is said what was judged before, the second of two. */
async function readsOf(text: string, before?: JudgedBefore): Promise<number> {
  let reads = 0;
  let known: LoadedFile | undefined;
  const run = () =>
    checkFiles(
      {
        ...disk,
        async load([source]) {
          const loaded = await load(source?.file ?? '', new TextEncoder().encode(text));
          const onRead = () => {
            reads += 1;
          };
          known ??= { ...loaded, records: loaded.records.map((record) => counting(record, onRead)) };
          return [known];
        },
      },
      {
        sources: [{ path: '/plan.yaml', file: 'plan.yaml' }],
        config: false,
        cwd: '/',
        asOf: '2024-06-01',
        ...(before && { before }),
      },
    );
  if (before) {
    await run();
    reads = 0;
  }
  const { files, records, unjudged, unreadable } = await run();
  expect([files, unjudged, unreadable]).toEqual([1, [], []]);
  expect(records).toBeGreaterThan(0);
  return reads;
}

const times = (count: number, piece: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');

const plan = '文种: 年度计划\n年度: 2024\n基地: { 名称: 海口市人民医院, 类别: 住培基地 }\n';
const session = (number: number, more: string) => `  - { 编号: A${number}, 名称: B${number}, 对象: 师资, ${more} }\n`;
const turn = (number: number) => `{ 开始: 2024-05-${10 + (number % 20)}, 天数: 1, 学时: 6 }`;

// Each count is that of something a file may have thousands of.
test.each<[string, (count: number) => string]>([
  ['sessions that lack nearly all', (count) => `${plan}培训班:\n${times(count, (n) => session(n, '层级: 院级'))}`],
  [
    'sessions written over and over',
    (count) => `${plan}培训班:\n${times(count, () => session(1, `层级: 院级, 线下: ${turn(1)}`))}`,
  ],
  [
    'provincial sessions of other hosts',
    (count) =>
      `${plan}培训班:\n${times(count, (n) => session(n, `层级: 省级, 专业: 全科, 承办单位: 甲${n}, 线下: ${turn(n)}`))}`,
  ],
  [
    'provincial sessions in the plan of the province',
    (count) =>
      `文种: 全省计划\n年度: 2024\n培训班:\n${times(count, (n) => session(n, `层级: 省级, 承办单位: 甲, 线下: ${turn(n)}`))}`,
  ],
  [
    'provincial sessions that are one, in a record each',
    (count) =>
      times(
        count,
        (n) =>
          `---\n文种: 培训班\n年度: 2024\n基地: 甲${n}\n承办单位: 丙\n名称: 乙\n层级: 省级\n对象: 师资\n专业: 全科\n线下: ${turn(1)}\n`,
      ),
  ],
  [
    'turns of a session',
    (count) => `${plan}培训班:\n${session(1, `层级: 院级, 线下: [${times(count, (n) => `${turn(n)}, `)}]`)}`,
  ],
  [
    'turns that are not dated yet',
    (count) => `${plan}培训班:\n${session(1, `层级: 院级, 线下: [${times(count, () => '{ 天数: 1, 学时: 6 }, ')}]`)}`,
  ],
  [
    'records',
    (count) => times(count, (n) => `---\n文种: 培训班\n年度: 2024\n基地: 甲${n}\n名称: 乙\n层级: 院级\n对象: 师资\n`),
  ],
  ['pairs', (count) => times(count, (n) => `---\n文种: 结对帮扶\n培训基地: 甲${n}\n对口帮扶基地: 乙${n}\n`)],
  [
    'waivers',
    (count) => `${plan}豁免:\n${times(count, (n) => `  - { 规则: training/topics, 理由: 甲${n}, 批准人: 乙 }\n`)}`,
  ],
])('twice as much takes about twice the work of judging: %s', async (_, of) => {
  const [once, twice] = [await readsOf(of(50)), await readsOf(of(100))];
  expect(twice / once).toBeLessThan(2.2);
});

test('checked again, a session is asked for nothing that takes its dates', async () => {
  const sessions = (count: number) =>
    `${plan}培训班:\n${times(count, (n) => session(n, `层级: 院级, 线下: ${turn(n)}`))}`;
  const [few, many] = [
    await readsOf(sessions(10), new JudgedBefore()),
    await readsOf(sessions(20), new JudgedBefore()),
  ];
  expect((many - few) / 10).toBeLessThan(MOST_READS);
});

/** Of a session that is joined and not judged: its status, level, hosts and id. */
const MOST_READS = 16;
