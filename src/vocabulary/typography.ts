/** A text with full-width signs made plain and the quotation marks around it taken off. */
export const plainText = (written: string): string =>
  written
    .normalize('NFKC')
    .trim()
    .replace(/^[“”"'‘’「『]+|[“”"'‘’」』]+$/g, '')
    .trim();

/** Parts a text at the signs by which an author may have listed several things: 、，,；;/ and blanks. */
export const listParts = (written: string): string[] =>
  plainText(written)
    .replace(/^[[【(]|[\]】)]$/g, '')
    .split(/[、,;/\s]+/)
    .map(plainText)
    .filter((part) => part !== '');
