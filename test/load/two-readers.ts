import { isMap, isPair, isScalar, isSeq } from 'yaml';
import { type FileReading, OF_CHECK, parseText, readText, readTree } from '../../src/load/reading.ts';
import { parseYaml, type Tree } from '../../src/tree/yaml/parse.ts';

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

/** A tree as a text that tells two apart. */
export const shownTree = ({ contents }: Tree): string => JSON.stringify(shown(contents));

/** What the careful reader makes of a text: its only tree, or that it is at fault or holds several. */
export function carefully(text: string): string {
  const { documents, errors, problems } = parseYaml(text, 'failsafe');
  const [only, ...others] = documents;
  return JSON.stringify(
    errors === 0 && problems.length === 0 && others.length === 0 ? shown(only?.contents) : 'not plain',
  );
}

const shownReading = ({ loaded }: FileReading) => {
  const records = loaded.records.map((each) => ({ ...each, data: each.data() }));
  return JSON.stringify({ ...loaded, text: loaded.text(), records });
};

/**
 * A text with what was quickly read of it, as both readers read it; `quick` is undefined where the quick one leaves it to the
 * other, as it must where `isClean` says that anything is found.
 */
export async function bothReadings(
  text: string,
  tree: Tree,
): Promise<{ isClean: boolean; quick: string | undefined; careful: string }> {
  const reader = { file: 'a.yaml', text, hoursPerDay: () => 6, limits: OF_CHECK };
  const careful = await readText(reader, parseText(text, 'utf-8', []));
  const quick = await readTree(reader, tree);
  return {
    isClean: careful.loaded.findings.length === 0,
    quick: quick && shownReading(quick),
    careful: shownReading(careful),
  };
}
