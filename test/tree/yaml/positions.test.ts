import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { placeAt, pointerOf, segmentsOf, valueAt } from '../../../src/tree/yaml/positions.ts';
import { plan } from '../../cli/run.ts';

test('a JSON pointer gives back the segments it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (segments) => {
      expect(segmentsOf(pointerOf(segments))).toEqual(segments);
    }),
  );
});

test('what an object only inherits is not in the record', () => {
  expect(valueAt({ a: 1 }, '/constructor')).toBeUndefined();
  expect(valueAt({ a: 1 }, '/__proto__')).toBeUndefined();
  expect(placeAt({ a: 1 }, new Uint16Array(8), '/toString')).toBeUndefined();
});

test.each([65_400, 65_535, 66_000, 100_000, 131_000, 140_000])(
  'a finding stands on its line and column behind a remark of %d letters',
  async (length) => {
    const text = plan.replace('培训班:', `备注: ${'a'.repeat(length)}\n培训班:`);
    const { findings } = await check({
      texts: [{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }],
      cwd: process.cwd(),
      config: false,
      asOf: '2024-01-15',
      rules: ['training/hospital-online-duration'],
    });
    expect(findings.map(({ line, column, source }) => [line, column, source.slice(column - 1)])).toEqual([
      [13, 46, '8}'],
    ]);
  },
);
