import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/check/config.ts';
import type { Config } from '../../src/load/config.ts';
import type { Words } from '../../src/model/finding.ts';
import { Bases } from '../../src/notices/bases.ts';
import { bundledEditions, Editions } from '../../src/notices/edition.ts';
import { ofEachVerdict } from '../sample.ts';
import { checkFixture, type Fixture, readFixture } from './fixture.ts';

const folder = join(import.meta.dirname, 'training');

/** What can only be done to something that is still ahead. */
const AHEAD = {
  zh: /推迟|提前|改期|开班前|开班之前|调整到|改到|改为|排到|安排不少于|增加|补足|补上.*部分|至少补|单独办/,
  en: /\blater\b|earlier|before the session|\bmove\b|train more|hold (?:it|more)|plan further|\barrange\b|add the \w+ part|a session of their own/i,
};
/** What is left afterwards. */
const PAST = { zh: /补救不了|没有写的|期限已过|漏写/, en: /past mending|is not written|are not written/ };

const isLike = ({ zh, en }: Words, pattern: typeof AHEAD) => pattern.zh.test(zh) || pattern.en.test(en);

/** The fixtures of a rule in which nothing is said to be over: those with findings, and some of those that pass. */
function plansOf(rule: string): Fixture[] {
  const plans = readdirSync(join(folder, rule))
    .map((file) => readFixture(join(folder, rule, file)))
    .filter(({ text }) => !/completed|已完成/.test(text));
  return [...new Set([...plans.filter(({ findings }) => findings.length > 0), ...ofEachVerdict(plans)])];
}

/** What the findings of fixtures of a rule are to be mended by, as of a day. */
async function remediesOf(
  plans: readonly Fixture[],
  rule: string,
  asOf: string,
  config: Config | false = false,
): Promise<Words[]> {
  const results = await Promise.all(
    plans.map((fixture) => checkFixture({ ...fixture, asOf }, `training/${rule}`, config)),
  );
  return results.flatMap(({ findings }) => findings.map(({ remedy }) => remedy));
}

test.each(readdirSync(folder))(
  'where %s binds in principle, each of its remedies tells of the waiver',
  async (rule) => {
    const editions = new Editions(
      [],
      bundledEditions.map((edition) => ({
        ...edition,
        rules: { ...edition.rules, [`training/${rule}`]: { modality: 'in-principle' } },
      })),
    );
    const config = { ...(await loadConfig({ config: false, cwd: folder })), editions, bases: new Bases(editions) };
    const plans = plansOf(rule).filter(({ findings }) => findings.length > 0);
    for (const asOf of ['2023-12-31', '2024-06-15', '2099-12-31'])
      for (const { zh, en } of await remediesOf(plans, rule, asOf, config)) {
        expect(zh).toContain('豁免');
        expect(en).toContain('waiver');
      }
  },
);

describe('a remedy fits the moment', () => {
  test.each(readdirSync(folder))('%s', async (rule) => {
    const plans = plansOf(rule);
    for (const remedy of await remediesOf(plans, rule, '2099-12-31')) {
      // What was paid can be booked otherwise.
      if (rule === 'hospital-funding') continue;
      expect(isLike(remedy, AHEAD), `long over: ${remedy.zh} / ${remedy.en}`).toBe(false);
    }
    for (const remedy of await remediesOf(plans, rule, '2023-12-31'))
      expect(isLike(remedy, PAST), `still ahead: ${remedy.zh} / ${remedy.en}`).toBe(false);
  });
});
