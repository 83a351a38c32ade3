/**
 * Signs of no width that come along when text is pasted, and say nothing; those that join the parts of one character are
 * none. The source of a pattern with `u`, which takes long to make and is seldom needed.
 */
export const INVISIBLE = '[^\\P{Cf}\\u200c\\u200d]+';

/** Whether a text is made of nothing but usual characters, all of which are seen. */
export const isUsual = (text: string): boolean => /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/.test(text);

/** Whether a text has any of them. */
export const hasInvisible = (text: string): boolean => !isUsual(text) && new RegExp(INVISIBLE, 'u').test(text);

/** A text without them. */
export const withoutInvisible = (text: string): string =>
  isUsual(text) ? text : text.replace(new RegExp(INVISIBLE, 'gu'), '');

/** A text in the quotation marks of prose. */
export const QUOTED = /^[“「『]([^“”「」『』]+)[”」』]$/;

/** What begins a remark that YAML takes for text: a full-width number sign, or a plain one without a plain blank before it. */
export const REMARK = /(?<=\S)(?:\s*＃|[\u3000\u00a0]*#)\s/;

/** A name without what does not belong to it: quotation marks of prose, what is invisible, a remark behind it. */
export const bareName = (written: string): string =>
  withoutInvisible(written.split(REMARK)[0] ?? '')
    .trim()
    .replace(QUOTED, '$1');

/**
 * A text with full-width signs made plain, and without what typing adds to it: invisible characters, a comma or stop behind
 * it, quotation marks and brackets around it.
 */
export const plainText = (written: string): string =>
  withoutInvisible(written.normalize('NFKC'))
    .trim()
    .replace(/(?<!\s)\s*[,;、。]$/, '')
    .replace(/^[“”"'‘’「『]+|(?<![“”"'‘’」』])[“”"'‘’」』]+$/g, '')
    .replace(/^[[【〔](.*)[\]】〕]$/, '$1')
    .trim();

/** What an author may put for the dash of a list: other dashes, dots and the bullets of a word processor. */
export const BULLETS = '－–—−•●·◆◇■□▪➢★☆※√✓\uf0b7';

/** Commas and stops that typing leaves behind a value, for a character class. */
export const STOPS = ',，;；、。.．';

/** What may stand between codes that an author runs together: signs, brackets, list markers and "and". */
const BETWEEN = new RegExp(`[${BULLETS}\\s、,;/|\\\\&。.:\\-*+[\\]【】()〔〕<>“”‘’「」『』"'\\d和及与]`);

const longestFirst = new WeakMap<ReadonlyMap<string, string>, string[]>();

/**
 * The known forms that a text consists of, with nothing but signs between them; undefined where it holds anything else, or
 * where no sign stands between two of them and that `isOneWord`.
 */
export function knownParts(
  written: string,
  forms: ReadonlyMap<string, string>,
  isOneWord = false,
): string[] | undefined {
  const text = written.normalize('NFKC');
  let known = longestFirst.get(forms);
  if (!known) {
    known = [...forms.keys()].sort((one, other) => other.length - one.length);
    longestFirst.set(forms, known);
  }
  const parts: string[] = [];
  let end: number | undefined;
  for (let at = 0; at < text.length; ) {
    const part = known.find((form) => text.startsWith(form, at));
    if (part === undefined ? !BETWEEN.test(text.charAt(at)) : isOneWord && at === end) return undefined;
    at += part?.length ?? 1;
    if (part === undefined) continue;
    parts.push(part);
    end = at;
  }
  return parts.length > 0 ? parts : undefined;
}
