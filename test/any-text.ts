import fc from 'fast-check';

/** Any character, by its number, but for halves of a pair. */
const character = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));

/** A text of any characters. The library's own `unit: 'binary'` spends seconds on a table of them all. */
export const anyText = (length: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ unit: character, ...length });
