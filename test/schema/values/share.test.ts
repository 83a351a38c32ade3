import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShare, writeShare } from '../../../src/schema/values/share.ts';
import { inAnyWidth, nearlyValues, spoilt } from './forms.ts';

test.each([
  ['0.2', 0.2],
  ['20%', 0.2],
  ['20 %', 0.2],
  ['２０％', 0.2],
  ['7%', 0.07],
  ['14.5%', 0.145],
  ['0.07%', 0.0007],
  ['100%', 1],
  ['0', 0],
  ['1', 1],
])('%s is %d of the whole', (written, value) => {
  expect(readShare(written)).toEqual({ value });
});

test.each([
  '',
  '%',
  '约20%',
  '20%以上',
  '≥20%',
  '10%-20%',
  '7:3',
  '1/5',
  '20‰',
  '百分之二十',
  '两成',
  '0.2%%',
  '-5%',
  '.2',
])('%s is no share', (written) => {
  expect(readShare(written)).toBeUndefined();
});

const forms = fc
  .nat({ max: 100_000 })
  .chain((thousandths) =>
    inAnyWidth(
      fc
        .constantFrom(`${Number(`${thousandths}e-5`)}`, `${Number(`${thousandths}e-3`)}%`)
        .filter((text) => !text.includes('e')),
    ).map((text) => ({ text, value: Number(`${thousandths}e-5`) })),
  );

test('every form reads to its share exactly, what is read is written back as the same, and what says more is none', () => {
  fc.assert(
    fc.property(forms, ({ text, value }) => {
      expect(readShare(text)).toEqual({ value });
    }),
  );
  fc.assert(
    fc.property(nearlyValues, (text) => {
      const read = readShare(text);
      if (read) expect(readShare(writeShare(read))).toEqual(read);
    }),
  );
  fc.assert(
    fc.property(spoilt(forms.map(({ text }) => text)), (text) => {
      expect(readShare(text), text).toBeUndefined();
    }),
  );
});
