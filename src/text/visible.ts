// C0 and C1 controls, bidirectional overrides, line and paragraph separators.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const UNSAFE = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/g;

// What build runners take for a command wherever it stands in a line.
const COMMAND = /##(?=\[|vso\[)/g;

/**
 * A text with every character that could steer a terminal or hide other text written as its code, and with what would be a
 * command to a build runner parted; tabs become blanks.
 */
export const visible = (text: string): string =>
  text
    .replaceAll('\t', ' ')
    .replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(COMMAND, '## ');

/** The same of a text that begins a line, where two colons are a command to a build runner. */
export const visibleAtStart = (text: string): string => visible(text).replace(/^::/, ': :');

/** The same of a line, each of its characters by itself. */
export function visibleCharacters(line: string): string[] {
  const commands = new Set([...line.matchAll(COMMAND)].map(({ index }) => [...line.slice(0, index)].length + 1));
  return [...line].map((character, at) => visible(character) + (commands.has(at) ? ' ' : ''));
}

/** A value as indented JSON with a line end; what JSON itself leaves that could steer a terminal or hide other text is escaped. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(
    /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;
