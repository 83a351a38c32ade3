import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { bareForm, readCode } from '../../../src/schema/values/code.ts';
import { enumerations } from './enumerations.ts';
import { inAnyWidth } from './forms.ts';

const forms = new Map([
  ['residency', 'residency'],
  ['住培基地', 'residency'],
  ['assistant-gp', 'assistant-gp'],
  ['助理全科基地', 'assistant-gp'],
]);

test.each([
  ['住培基地', 'residency'],
  ['住 培 基 地', 'residency'],
  ['住培基地　', 'residency'],
  ['Residency', 'residency'],
  ['RESIDENCY', 'residency'],
  ['ｒｅｓｉｄｅｎｃｙ', 'residency'],
  ['Assistant－ＧＰ', 'assistant-gp'],
  ['assistant - gp', 'assistant-gp'],
  ['“住培”基地', 'residency'],
  ['助理「全科」基地', 'assistant-gp'],
  ['住培"基地"', 'residency'],
])('%s is %s', (written, value) => {
  expect(readCode(written, forms)?.value).toBe(value);
});

test.each([
  '',
  '住培',
  '住培基',
  '基地住培',
  '住院基地',
  '住培基地、助理全科基地',
  '“住培基地”',
  '“住培基地',
  '住培”基地',
  'residencies',
  'assistant',
  'assistant gp',
  'assistant_gp',
])('%s is no code', (written) => {
  expect(readCode(written, forms)).toBeUndefined();
});

const converters = (['tw', 'hk', 't'] as const).map((to) => Converter({ from: 'cn', to }));

describe.each([...enumerations])('%s', (_, { codes, forms }) => {
  test('no two codes have a form in common, and each form reads to its code and itself in any case, width and spacing', () => {
    const bare = new Map<string, string>();
    for (const [form, code] of forms) {
      expect(bare.get(bareForm(form)) ?? code, form).toBe(code);
      bare.set(bareForm(form), code);
    }
    const spellings = fc.constantFrom(...forms).chain(([form, value]) =>
      fc
        .constantFrom(form, form.toUpperCase(), form.split('').join(' '))
        .chain((text) => inAnyWidth(fc.constant(text)))
        .map((text) => ({ text, value })),
    );
    fc.assert(
      fc.property(spellings, ({ text, value }) => {
        const read = readCode(text, forms);
        expect(read?.value, text).toBe(value);
        expect(readCode(`${read?.form}`, forms), text).toEqual(read);
      }),
      { numRuns: 30 },
    );
  });

  test('each title reads to its code in the traditional characters of Taiwan, of Hong Kong and of old', () => {
    for (const traditional of converters)
      for (const { code, title } of codes)
        expect(readCode(traditional(title), forms), traditional(title)).toEqual({ value: code, form: title });
  });
});
