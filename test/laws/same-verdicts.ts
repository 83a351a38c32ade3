import { deepEqual } from 'node:assert/strict';
import { decided, inOrder, judge, type Law, named } from './judging.ts';
import { otherwise, plainly } from './writing.ts';

/** What a verdict does not depend on. */
export const sameVerdicts: Law[] = [
  {
    title: 'verdicts do not depend on the names and the order of files, nor on how many hold the records',
    async holds(records, draw, first) {
      const others =
        draw(2) === 0
          ? { 'all.yaml': records.map(plainly).join('---\n') }
          : named(records, plainly, (index) => `f${records.length - index}.yaml`);
      deepEqual(decided(await judge(others)), decided(await first()));
    },
  },
  {
    title: 'verdicts do not depend on the order and language of keys, nor on the form of values',
    async holds(records, draw, first) {
      const again = await judge(inOrder(records, (record) => otherwise(record, draw)));
      deepEqual(
        again.findings.filter(({ rule }) => /^(?:yaml|schema)\//.test(rule)),
        [],
      );
      deepEqual(decided(again), decided(await first()));
    },
  },
  {
    title: '--rule never changes the verdict of a rule',
    async holds(records, draw, first) {
      const { verdicts = [] } = await first();
      const rules = [...new Set(verdicts.map(({ rule }) => rule))];
      const rule = rules[draw(Math.max(1, rules.length))];
      if (rule === undefined) return;
      const own = verdicts.filter((each) => each.rule === rule);
      deepEqual((await judge(inOrder(records), undefined, [rule])).verdicts, own);
    },
  },
];
