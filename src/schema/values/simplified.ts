import characters from '../../generated/simplified.json' with { type: 'json' };

const SIMPLIFIED = new Map(Object.entries(characters));

/** A text with the traditional characters of the vocabulary's words as simplified ones. */
export const simplified = (text: string): string =>
  text.replace(/[\u3400-\u9fff]/g, (character) => SIMPLIFIED.get(character) ?? character);
