import { expect, test } from 'vitest';
import { proveRepairs } from '../../src/load/proof.ts';
import { type Finding, same } from '../../src/model/finding.ts';

/** A finding that is mended by a sign of its own at a place. */
const mendable = (at: number, message: string): Finding => ({
  ...{ rule: 'yaml/syntax', severity: 'warning', policy: null, clause: null, modality: null },
  ...{ message: same(message), remedy: same(''), expected: null, actual: null },
  ...{ file: 'a.yaml', path: '', subject: null, line: 1, column: 1, endLine: 1, endColumn: 1, source: '' },
  fix: { edits: [{ start: at, end: at + 1, text: message.charAt(0) }], applicability: 'certain' },
});

/** What becomes of findings whose repairs do not hold, save those said to, and how often the text was read for that. */
async function proved(messages: readonly string[], { work = 1, holds = '' } = {}) {
  const findings = messages.map((message, at) => mendable(at, message));
  let read = 0;
  await proveRepairs('-'.repeat(messages.length), findings, true, async (changed) => {
    read += 1;
    const isWrong = [...changed].some((sign) => sign !== '-' && !holds.includes(sign));
    const left = findings.filter((_, at) => changed[at] === '-');
    return { findings: isWrong ? [...left, mendable(0, 'worse')] : left, work };
  });
  return {
    read,
    certain: findings.flatMap(({ message, fix }) => (fix?.applicability === 'certain' ? message.zh : [])),
  };
}

const different = (count: number) => Array.from({ length: count }, (_, at) => `${String.fromCharCode(0x4e00 + at)}`);

test('repairs that hold stay certain, those beside them that do not are only likely', async () => {
  expect((await proved(['a1', 'x1', 'a2', 'b1', 'x2'], { holds: 'ab' })).certain).toEqual(['a1', 'a2', 'b1']);
  expect(await proved(['a1', 'b1'], { holds: 'ab' })).toEqual({ read: 1, certain: ['a1', 'b1'] });
});

test('a text is read sixty times at most, and what is not proved by then is only likely', async () => {
  expect(await proved(different(30))).toEqual({ read: 59, certain: [] });
  expect(await proved(different(40))).toEqual({ read: 60, certain: [] });
});

test('a long text is read once, and again only as often as not too much work is done by then', async () => {
  expect((await proved(different(8), { work: 1_000_000 })).read).toBe(1);
  expect((await proved(different(8), { work: 150_000 })).read).toBe(2);
});

test('what does not hold alone is not tried again where the same is said and written', async () => {
  expect((await proved(Array(32).fill('甲'))).read).toBe(6);
});
