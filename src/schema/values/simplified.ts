import characters from '../../generated/simplified.json' with { type: 'json' };

const SIMPLIFIED = new Map(Object.entries(characters));
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** A text with the traditional characters of the vocabulary's words as simplified ones. */
export const simplified = (text: string): string =>
  text.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) ?? character);
