import type { Finding } from '../model/finding.ts';
import { applyEdits } from '../text/edits.ts';

/** How much text, in UTF-16 units, is read again to prove repairs; a text is read at least once, and a short one at most so often. */
const MOST_READ = 1_000_000;
const MOST_TRIED = 60;

/**
 * Lets those repairs alone stay certain that hold together: with all of them made, each of their findings is gone and none
 * has come. So what a check promises is what `hn-gp fix` does. `read` tells what is found in a changed text. Where not all
 * hold, halves are tried, and what cannot be proved is only likely.
 */
export async function proveRepairs(
  text: string,
  findings: readonly Finding[],
  read: (changed: string) => Promise<readonly Finding[]>,
): Promise<void> {
  const certain = findings.filter(({ fix }) => fix?.certain);
  const before = count(findings);
  const proved: Finding[] = [];
  let left = Math.max(1, Math.min(MOST_TRIED, Math.floor(MOST_READ / text.length)));
  const hold = async (repaired: readonly Finding[]): Promise<boolean> => {
    left -= 1;
    const changed = applyEdits(
      text,
      repaired.flatMap(({ fix }) => fix?.edits ?? []),
    );
    if (changed === text) return false;
    const gone = count(repaired);
    const found = count(await read(changed));
    return [...found].every(([said, times]) => times <= (before.get(said) ?? 0) - (gone.get(said) ?? 0));
  };
  const prove = async (some: readonly Finding[]): Promise<void> => {
    if (some.length === 0) return;
    if (left > 0 && (await hold([...proved, ...some]))) {
      proved.push(...some);
      return;
    }
    const half = some.length >> 1;
    if (left > 0 && half > 0) {
      await prove(some.slice(0, half));
      await prove(some.slice(half));
    } else for (const finding of some) if (finding.fix) finding.fix = { ...finding.fix, certain: false };
  };
  await prove(certain);
}

/** How often each thing is said; places move when a text is changed. */
function count(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of findings) {
    const said = `${rule} ${message.zh}`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return counts;
}
