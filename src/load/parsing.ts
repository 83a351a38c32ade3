import { type Mended, mend } from '../recovery/mend.ts';
import type { Slip } from '../recovery/slip.ts';
import type { Encoding } from '../text/decode.ts';
import { type ParsedTrees, parseYaml } from '../tree/yaml/parse.ts';
import { parseQuickly } from '../tree/yaml/quick.ts';
import { otherEncoding } from './words.ts';

/** A text as parsed with some of its slips mended. */
export interface ParsedText {
  mended: Mended;
  parsed: ParsedTrees;
}

/** What is made of texts, of each once: several readings are tried of one with slips, and some come to the same text. */
export interface Parsing {
  trees(text: string): ParsedTrees;
  /** Whether the quick reader finds a text at fault. */
  isRefused(text: string): boolean;
  slips(text: string): Promise<readonly Slip[]>;
  /** Whether a text in which nothing is wrong holds something else than was meant: a key that YAML takes for more of a text. */
  hidesKeys(text: string): Promise<boolean>;
}

/** Parsing of the texts that one file comes to; once there are more than `most` slips in one, the others are not looked for. */
export function parsingOf(most: number): Parsing {
  const quickly = onceEach(parseQuickly);
  const carefully = onceEach((text) => parseYaml(text, 'failsafe'));
  const slips = onceEach(async (text) => (await import('../recovery/read-lines.ts')).slipsIn(text, most));
  return {
    trees: (text) => quickly(text) ?? carefully(text),
    isRefused: (text) => quickly(text) === null,
    slips,
    // What the quick reader takes has no text of several lines.
    hidesKeys: async (text) => !quickly(text) && (await slips(text)).some(({ isSilent }) => isSilent),
  };
}

function onceEach<Made>(make: (text: string) => Made): (text: string) => Made {
  // No map, which would go through each text for its hash: they are few, and most often one and the same.
  const made: { text: string; it: Made }[] = [];
  return (text) => {
    const known = made.find((each) => each.text === text);
    if (known) return known.it;
    const it = make(text);
    made.push({ text, it });
    return it;
  };
}

/** Parses a text with `slips` read as they were meant. */
export function parseText(
  { text, encoding, parsing }: { text: string; encoding: Encoding; parsing: Parsing },
  slips: readonly Slip[],
): ParsedText {
  const mended = mend(text, slips);
  const { problems, ...parsed } = parsing.trees(mended.text);
  const ofEncoding = encoding === 'utf-8' ? [] : [otherEncoding(encoding)];
  return { mended, parsed: { ...parsed, problems: [...ofEncoding, ...problems] } };
}
