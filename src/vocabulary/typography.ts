/** A text with full-width signs made plain and the quotation marks and brackets around it taken off. */
export const plainText = (written: string): string =>
  written
    .normalize('NFKC')
    .trim()
    .replace(/^[“”"'‘’「『]+|[“”"'‘’」』]+$/g, '')
    .replace(/^[[【〔](.*)[\]】〕]$/, '$1')
    .trim();

/** Signs of no width that come along when text is pasted, and say nothing. */
export const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/;

/** What an author may put for the dash of a list: other dashes, dots and the bullets of a word processor. */
export const BULLETS = '－–—−•●·◆◇■□▪➢★☆※√✓\uf0b7';

/** What may stand between codes that an author runs together: signs, brackets, list markers and "and". */
const BETWEEN = new RegExp(`[${BULLETS}\\s、,;/|\\\\&。.:\\-*+[\\]【】()〔〕<>“”‘’「」『』"'\\d和及与]`);

/** The known forms that a text consists of, with nothing but signs between them; undefined where it holds anything else. */
export function knownParts(written: string, forms: ReadonlyMap<string, string>): string[] | undefined {
  const text = written.normalize('NFKC');
  const known = [...forms.keys()].sort((one, other) => other.length - one.length);
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const part = known.find((form) => text.startsWith(form, at));
    if (part !== undefined) parts.push(part);
    else if (!BETWEEN.test(text[at] as string)) return undefined;
    at += part?.length ?? 1;
  }
  return parts.length > 0 ? parts : undefined;
}
