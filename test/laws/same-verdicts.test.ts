import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decided, drawing, holds, inOrder, judge, named } from './judging.ts';
import { sets } from './records.ts';
import { otherwise, plainly } from './writing.ts';

test('verdicts do not depend on the names and the order of files, nor on how many hold the records', async () => {
  await holds(
    fc.asyncProperty(sets, fc.boolean(), async (records, isOneFile) => {
      const first = decided(await judge(inOrder(records)));
      const others = isOneFile
        ? { 'all.yaml': records.map(plainly).join('---\n') }
        : named(records, plainly, (index) => `f${records.length - index}.yaml`);
      expect(decided(await judge(others))).toEqual(first);
    }),
    1,
  );
});

test('verdicts do not depend on the order and language of keys, nor on the form of values', async () => {
  await holds(
    fc.asyncProperty(sets, drawing, async (records, draw) => {
      const first = await judge(inOrder(records));
      const again = await judge(inOrder(records, (record) => otherwise(record, draw)));
      expect(again.findings.filter(({ rule }) => /^(?:yaml|schema)\//.test(rule))).toEqual([]);
      expect(decided(again)).toEqual(decided(first));
    }),
    2,
  );
});

test('--rule never changes the verdict of a rule', async () => {
  await holds(
    fc.asyncProperty(sets, fc.nat(1000), async (records, draw) => {
      const all = await judge(inOrder(records));
      const rules = [...new Set((all.verdicts ?? []).map(({ rule }) => rule))];
      const rule = rules[draw % Math.max(1, rules.length)];
      if (rule === undefined) return;
      const own = (all.verdicts ?? []).filter((each) => each.rule === rule);
      expect((await judge(inOrder(records), undefined, [rule])).verdicts).toEqual(own);
    }),
    3,
  );
});
