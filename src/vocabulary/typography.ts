/** A text with full-width signs made plain and the quotation marks and brackets around it taken off. */
export const plainText = (written: string): string =>
  written
    .normalize('NFKC')
    .trim()
    .replace(/^[“”"'‘’「『]+|[“”"'‘’」』]+$/g, '')
    .replace(/^[[【(〔](.*)[\]】)〕]$/, '$1')
    .trim();

/** Parts a text at the signs by which an author may have listed several things: 、，,；;/, blanks and dashes. */
export const listParts = (written: string): string[] =>
  plainText(written)
    .split(/[、,;/\s]+|(?:^|\s)[-–—•●·]\s*/)
    .map(plainText)
    .filter((part) => part !== '');
