import characters from '../../generated/simplified.json' with { type: 'json' };

const SIMPLIFIED: Readonly<Record<string, string>> = characters;
const TRADITIONAL = new RegExp(`[${Object.keys(SIMPLIFIED).join('')}]`, 'g');

/** A text with the traditional characters of the vocabulary's words as simplified ones. */
export const simplified = (text: string): string =>
  text.replace(TRADITIONAL, (character) => SIMPLIFIED[character] ?? character);
