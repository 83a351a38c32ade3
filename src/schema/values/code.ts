import simplified from '../../generated/simplified.json' with { type: 'json' };
import { halfWidth } from './plain.ts';

const SIMPLIFIED = new Map(Object.entries(simplified));

/** Every form of a code, bare, with the code: made when first a form is not written as it stands. */
const bareForms = new WeakMap<ReadonlyMap<string, string>, Map<string, string>>();

/** Reads a code in one of its forms, whatever its letter case, its blanks, the width of its letters, and in traditional characters. */
export function readCode(written: string, forms: ReadonlyMap<string, string>): { value: string } | undefined {
  let bare = bareForms.get(forms);
  if (!bare) {
    bare = new Map([...forms].map(([form, code]) => [bareForm(form), code]));
    bareForms.set(forms, bare);
  }
  const value = forms.get(written) ?? bare.get(bareForm(written));
  return value === undefined ? undefined : { value };
}

/** A form without what may differ where the same is meant. */
export const bareForm = (form: string): string =>
  [...halfWidth(form).toLowerCase().replace(/\s/g, '')].map((sign) => SIMPLIFIED.get(sign) ?? sign).join('');

/** A code in the first of its forms in a language. */
export const writeCode = (
  { value }: { value: string },
  codes: readonly { code: string; title: string }[],
  writes: 'zh' | 'en',
): string => (writes === 'zh' ? codes.find(({ code }) => code === value)?.title : undefined) ?? value;
