import { LongText } from './long-text.ts';
import { isUsual } from './typography.ts';

// Controls, separators of lines and paragraphs, marks of annotation, and whatever takes no room: signs of direction, zero widths, tags.
// Made when asked for: a pattern of Unicode's properties takes up to a hundredth of a start to make.
const unseen = () => /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

// What takes no room but belongs to the character before: the form of an emoji or of a Chinese character, emoji made of several.
const belongs = () =>
  /(?<=[\p{Emoji}\p{So}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})|(?<=\p{S}|[#*\d©®])[\ufe0e\ufe0f]|(?<=\p{Script=Han})[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

const codeOf = (character: string): string =>
  [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');

/** A text in which nothing that cannot be seen is left, as `code` writes it. */
function shown(text: string, unseen: RegExp, code: (character: string) => string): string {
  if (text.search(unseen) < 0) return text;
  const kept = new Set([...text.matchAll(belongs())].map(({ index }) => index));
  return text.replace(unseen, (character, index: number) => (kept.has(index) ? character : code(character)));
}

/** A text with every character that could steer a terminal, turn or hide other text written as its code; tabs become blanks, and line breaks, which hide nothing, a sign that everybody knows. */
export const visible = (text: string): string =>
  isUsual(text) ? text : shown(text.replaceAll('\t', ' ').replace(/\r?\n/g, '⏎'), unseen(), codeOf);

// JSON itself escapes the first controls; its own line ends are not of the values.
const unseenInJson = () => /[\x7f-\x9f\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

const jsonOf = (value: unknown): string =>
  shown(JSON.stringify(value, null, 2), unseenInJson(), codeOf).replace(COMMAND, '#\\u0023');

/** A value as indented JSON with a line end; what JSON leaves that cannot be seen is escaped, and what a log would take for a command. */
export const jsonText = (value: unknown): string => `${jsonOf(value)}\n`;

/** The members of a list that are made as they are written. */
export class JsonList<Item = never> {
  readonly items: readonly Item[];
  readonly of: (item: Item) => unknown;

  constructor(items: readonly Item[], of: (item: Item) => unknown) {
    this.items = items;
    this.of = of;
  }
}

/** How many members of a list are made at a time: few enough that V8 does not put their text among what is large, and lets it lie. */
const AT_A_TIME = 50;

/** An object as `jsonText` writes it, a piece of its lists after the other. */
export const longJson = (value: Record<string, unknown>): LongText =>
  new LongText(function* () {
    let before = '{';
    for (const [key, member] of Object.entries(value)) {
      yield `${before}\n`;
      if (member instanceof JsonList && member.items.length > 0) yield* listOf(key, member);
      else {
        const written = jsonOf({ [key]: member instanceof JsonList ? [] : member });
        yield written.slice('{\n'.length, -'\n}'.length);
      }
      before = ',';
    }
    yield '\n}\n';
  });

function* listOf(key: string, { items, of }: JsonList<unknown>): Generator<string> {
  let before = `  ${JSON.stringify(key)}: [\n`;
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    const written = jsonOf({ of: items.slice(at, at + AT_A_TIME).map(of) });
    yield `${before}${written.slice('{\n  "of": [\n'.length, -'\n  ]\n}'.length)}`;
    before = ',\n';
  }
  yield '\n  ]';
}

/** How the logs of CI services are told to do something, anywhere in a line: `##[group]`, `##vso[…]`, `##teamcity[…]`. */
const COMMAND = /##(?=[\w.-]*\[)/g;

/** A text to print in which no line is a command to the log of a CI service; `::` commands begin a line. */
export function inert(text: string): string {
  const hashed = text.replace(COMMAND, '## ');
  return hashed.includes('::') ? hashed.replace(LINE_OF_COMMAND, '$1: :') : hashed;
}

/** What `::` begins a line: a return alone ends one too, and U+0085 is a blank, for runners of .NET. */
const LINE_OF_COMMAND = /((?:^|[\n\r])(?:[^\S\n\r]|\u0085)*)::/g;
