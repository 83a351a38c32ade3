import type { Finding } from '../model/finding.ts';
import { applyEdits } from '../text/edits.ts';

/** How much work, in units of text, is spent on proving repairs; a text that may be read is read at least once, and a short one at most so often. */
const MOST_WORK = 400_000;
const MOST_TRIED = 60;

/**
 * Lets those repairs alone stay certain that hold together: with all of them made, each of their findings is gone and none
 * has come. So what a check promises is what `hn-gp fix` does. `read` tells what is found in a changed text. Where not all
 * hold, halves are tried, and what cannot be proved is only likely; where the text may not be read, nothing can.
 */
export async function proveRepairs(
  text: string,
  findings: readonly Finding[],
  mayRead: boolean,
  read: (changed: string) => Promise<{ findings: readonly Finding[]; work: number }>,
): Promise<void> {
  const certain = findings.filter(({ fix }) => fix?.applicability === 'certain');
  const before = count(findings);
  const proved: Finding[] = [];
  let tried = 0;
  let work = 0;
  const mayTry = () => mayRead && (tried === 0 || (tried < MOST_TRIED && work + work / tried <= MOST_WORK));
  const hold = async (repaired: readonly Finding[]): Promise<boolean> => {
    tried += 1;
    const changed = applyEdits(
      text,
      repaired.flatMap(({ fix }) => fix?.edits ?? []),
    );
    if (changed === text) return false;
    const gone = count(repaired);
    const reading = await read(changed);
    work += reading.work;
    const found = count(reading.findings);
    return [...found].every(([said, times]) => times <= (before.get(said) ?? 0) - (gone.get(said) ?? 0));
  };
  // What does not hold where it is tried alone does not hold elsewhere either, where the same is said and written.
  const refuted = new Set<string>();
  const prove = async (given: readonly Finding[]): Promise<void> => {
    const some = given.filter((finding) => !refuted.has(repairIn(finding)));
    const [first] = some;
    if (!first || !mayTry()) return;
    if (await hold([...proved, ...some])) {
      for (const finding of some) proved.push(finding);
    } else if (some.length === 1) refuted.add(repairIn(first));
    else {
      const half = some.length >> 1;
      await prove(some.slice(0, half));
      await prove(some.slice(half));
    }
  };
  await prove(certain);
  const held = new Set(proved);
  for (const finding of certain)
    if (finding.fix && !held.has(finding)) finding.fix = { edits: finding.fix.edits, applicability: 'likely' };
}

const repairIn = ({ rule, message, fix }: Finding): string =>
  [rule, message.zh, ...(fix?.edits ?? []).map(({ text }) => text)].join('\n');

/** How often each thing is said; places move when a text is changed. */
function count(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of findings) {
    const said = `${rule} ${message.zh}`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return counts;
}
