import { halfWidth } from './plain.ts';
import { simplified } from './simplified.ts';

/** A code, and the form of it that was written. */
export interface ReadCode {
  value: string;
  form: string;
}

/** Every form of a code with the code, by its bare form: made when first a form is not written as it stands. */
const bareForms = new WeakMap<ReadonlyMap<string, string>, Map<string, ReadCode>>();

/** A part of a text in quotation marks: “两个标准”解读. */
const QUOTED_PART = /[“「『"]([^“”「」『』"]+)[”」』"](?=.)|(?<=.)[“「『"]([^“”「」『』"]+)[”」』"]/g;

/** Reads a code in one of its forms, whatever its letter case, its blanks, the width of its letters, quotation marks around a part of it, and in traditional characters. */
export function readCode(written: string, forms: ReadonlyMap<string, string>): ReadCode | undefined {
  const code = forms.get(written);
  if (code !== undefined) return { value: code, form: written };
  let bare = bareForms.get(forms);
  if (!bare) {
    bare = new Map([...forms].map(([form, value]) => [bareForm(form), { value, form }]));
    bareForms.set(forms, bare);
  }
  return bare.get(bareForm(written.replace(QUOTED_PART, '$1$2')));
}

/** A form without what may differ where the same is meant. */
export const bareForm = (form: string): string => simplified(halfWidth(form).toLowerCase().replace(/\s/g, ''));
