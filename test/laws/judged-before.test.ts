import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/check/check-files.ts';
import { disk } from '../../src/disk/disk.ts';
import { JudgedBefore } from '../../src/engine/judged-before.ts';
import { LoadCache } from '../../src/load/cache.ts';
import type { Files } from '../../src/load/files.ts';
import { loadBytes } from '../../src/load/load-bytes.ts';
import { drawing } from './judging.ts';
import { sets } from './records.ts';
import { plainly } from './writing.ts';

/** Sets tried; LAWS multiplies it. */
const RUNS = 12 * Number(process.env.LAWS ?? 1);

/** How often a set is changed, one file at a time. */
const CHANGES = 4;

/** Files that are held here, so that each can be changed. */
const holding = (texts: ReadonlyMap<string, string>): Files => ({
  ...disk,
  stampOf: (path) => texts.get(path),
  load: (sources) =>
    Promise.all(
      sources.map((source) => loadBytes({ ...source, bytes: new TextEncoder().encode(texts.get(source.path)) })),
    ),
});

/** Counts what need not be judged again. */
class Counting extends JudgedBefore {
  recalled = 0;
  override of(...[group, judge]: Parameters<JudgedBefore['of']>) {
    let isJudged = false;
    const judged = super.of(group, () => {
      isJudged = true;
      return judge();
    });
    if (!isJudged) this.recalled += 1;
    return judged;
  }
}

/** Checks files of some texts as they are at the time, with what is known of them from before. */
function checking(texts: Map<string, string>) {
  const files = holding(texts);
  return (known: { cache?: LoadCache; before?: JudgedBefore }, asOf = '2024-06-20') =>
    checkFiles(files, {
      cwd: process.cwd(),
      config: false,
      sources: [...texts.keys()].sort().map((file) => ({ path: file, file, isNamed: true })),
      asOf,
      ...known,
    });
}

test('what is judged again after a change says the same as what is judged anew', async () => {
  let recalled = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sets, { minLength: 2, maxLength: 4 }), sets, drawing, async (drawn, others, draw) => {
      const texts = new Map(drawn.flat().map((record, index) => [`r${index}.yaml`, plainly(record)]));
      const check = checking(texts);
      const known = { cache: new LoadCache(), before: new Counting() };
      for (let change = 0; change <= CHANGES; change += 1) {
        const asOf = draw(6) === 0 ? '2024-09-30' : '2024-06-20';
        expect(await check(known, asOf)).toEqual(await check({}, asOf));
        const names = [...texts.keys()];
        const name = names[draw(names.length)] ?? 'r0.yaml';
        if (draw(5) === 0 && names.length > 1) texts.delete(name);
        else
          texts.set(
            draw(4) === 0 ? `r${names.length}-${change}.yaml` : name,
            plainly(others[draw(others.length)] ?? {}),
          );
      }
      recalled += known.before.recalled;
    }),
    { numRuns: RUNS, seed: 18 },
  );
  // Most groups are alone, or nothing would be won.
  expect(recalled).toBeGreaterThan(RUNS);
});

test('what was judged in part, since a file has too many findings, is not taken for the whole when others come before', async () => {
  const faculty = (base: string, count: number) =>
    `kind: plan\nyear: 2024\nbase: {name: ${base}, types: residency}\nsessions:\n${`  - {title: ${base}, level: hospital, audience: faculty}\n`.repeat(count)}`;
  const texts = new Map([['b.yaml', `${faculty('甲', 1_800)}---\n${faculty('乙', 1_800)}`]]);
  const check = checking(texts);
  const known = { cache: new LoadCache(), before: new JudgedBefore() };
  const { unjudged } = await check(known);
  expect(unjudged.map(({ file }) => file)).toEqual(['b.yaml', 'b.yaml']);
  texts.set('a.yaml', 'kind: session\nyear: 2024\nbase: 乙\ntitle: 丙\nlevel: hospital\naudience: faculty\n');
  expect(await check(known)).toEqual(await check({}));
});

test.each([
  ['a list', '见附件'],
  ['the hosts of three', `[${Array(3).fill('{title: t, level: hospital, audience: faculty, host: {}}').join()}]`],
])(
  'what cannot be read of %s leaves the counts of other bases open, and no longer once it can',
  async (_, unreadable) => {
    const planOf = (base: string, sessions: string) =>
      `kind: plan\nyear: 2024\nbase: {name: ${base}, types: residency}\nsessions: ${sessions}\n`;
    const texts = new Map([['b.yaml', planOf('乙', '[]')]]);
    const check = checking(texts);
    const known = { cache: new LoadCache(), before: new JudgedBefore() };
    const failing = async () => {
      const result = await check(known);
      expect(result).toEqual(await check({}));
      return result.findings.filter(({ rule, file }) => rule === 'training/base-session-count' && file === 'b.yaml')
        .length;
    };
    expect(await failing()).toBe(1);
    texts.set('a.yaml', planOf('甲', unreadable));
    expect(await failing()).toBe(0);
    texts.set('a.yaml', planOf('甲', '[]'));
    expect(await failing()).toBe(1);
  },
);
