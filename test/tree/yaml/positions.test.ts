import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAt, pointerTo, segmentsOf, valueAt } from '../../../src/tree/yaml/positions.ts';

test('a JSON pointer gives back the segments it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (segments) => {
      expect(segmentsOf(segments.reduce<string>(pointerTo, ''))).toEqual(segments);
    }),
  );
});

test('what an object only inherits is not in the record', () => {
  expect(valueAt({ a: 1 }, '/constructor')).toBeUndefined();
  expect(valueAt({ a: 1 }, '/__proto__')).toBeUndefined();
  expect(placeAt({ a: 1 }, new Uint16Array(8), '/toString')).toBeUndefined();
});
