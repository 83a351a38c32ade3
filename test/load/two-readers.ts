import { isMap, isPair, isScalar, isSeq } from 'yaml';
import { type FileReading, OF_CHECK, readSound, readText } from '../../src/load/reading.ts';
import { mend } from '../../src/recovery/mend.ts';
import { type ParsedTrees, parseYaml } from '../../src/tree/yaml/parse.ts';

/** All that is read of a node: what it is, where it stands, and how it is written. */
function shown(node: unknown): unknown {
  if (isPair(node)) return [shown(node.key), shown(node.value)];
  if (isScalar(node)) return [node.type, node.value, node.range?.[0], node.range?.[1], node.anchor, node.tag];
  if (!isMap(node) && !isSeq(node)) return String(node);
  const { anchor, range, tag } = node;
  const isFlow = node.flow === true;
  // A block ends with its last value.
  return [isMap(node), isFlow, anchor, tag, range?.[0], isFlow && range?.[1], node.items.map(shown)];
}

/** The trees of a text as one that tells two apart, each with where its document begins behind another. */
export const shownTrees = ({ documents }: ParsedTrees): string =>
  JSON.stringify(documents.map(({ contents, range }, index) => [index > 0 && range[0], shown(contents)]));

/** What the careful reader makes of a text: its trees, or that it is at fault. */
export function carefully(text: string): string {
  const parsed = parseYaml(text, 'failsafe');
  return parsed.errors === 0 && parsed.problems.length === 0 ? shownTrees(parsed) : 'at fault';
}

const shownReading = ({ loaded }: FileReading) => {
  const records = loaded.records.map((each) => ({ ...each, data: each.data() }));
  return JSON.stringify({ ...loaded, text: loaded.text(), records });
};

/**
 * A text with what was quickly parsed of it, read from that and from what is parsed with care; `sound` is what is read of it
 * if nothing is found, and undefined where anything is, as it must be unless `isClean`.
 */
export async function bothReadings(
  text: string,
  parsed: ParsedTrees,
): Promise<{ isClean: boolean; sound: string | undefined; quick: string; careful: string }> {
  const reader = { file: 'a.yaml', text, hoursPerDay: () => 6, limits: OF_CHECK };
  const mended = mend(text, []);
  const careful = await readText(reader, { mended, parsed: parseYaml(text, 'failsafe') });
  const sound = await readSound(reader, { mended, parsed });
  const quick = await readText(reader, { mended, parsed });
  return {
    isClean: careful.loaded.findings.length === 0,
    sound: sound && shownReading(sound),
    quick: shownReading(quick),
    careful: shownReading(careful),
  };
}
