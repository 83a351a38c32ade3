import type { Slip } from './slip.ts';

/** How well a text reads with some slips mended. */
export interface Readability {
  /** How often it breaks: errors of the parser, and records that could not be read to their end. */
  broken: number;
  /** The errors of the parser among them. */
  errors: number;
  /** What is found in it, each with its place. */
  found(): ReadonlySet<string>;
  /** How much work the reading took, in units of text; it depends on nothing but the text and its slips. */
  work: number;
}

/** Most slips, or groups of them on neighbouring lines, that are each tried; in a text with more, all are taken as read. */
const MOST_TRIED = 40;

/** How much work may be spent on trying; in a text that would take more, all slips are taken as read. */
const MOST_WORK = 300_000;

/**
 * A text as it reads with those slips mended without which it would read worse. What only looks like a slip, inside a text that may say anything, is
 * left out: the text reads as well without mending it. Slips on neighbouring lines are tried together first, since one
 * may be wrong because of the other.
 */
export async function readWithNeeded<Reading extends Readability>(
  slips: readonly Slip[],
  text: string,
  read: (slips: readonly Slip[]) => Promise<Reading>,
): Promise<Reading> {
  let work = 0;
  const tried = async (some: readonly Slip[]): Promise<Reading> => {
    const reading = await read(some);
    work += reading.work;
    return reading;
  };
  const groups: Slip[][] = [];
  for (const slip of slips) {
    const last = groups.at(-1)?.at(-1);
    if (last && isNear(text, last.start, slip.start)) groups.at(-1)?.push(slip);
    else groups.push([slip]);
  }
  let kept = slips;
  let best = await tried(kept);
  const canTry = (count: number) => count <= MOST_TRIED && work + count * best.work <= MOST_WORK;
  const done = () => ({ ...best, work });
  if (!canTry(groups.length)) return done();
  const leaveOut = async (some: readonly Slip[], isBetter: (without: Reading, some: readonly Slip[]) => boolean) => {
    const out = new Set(some);
    const rest = kept.filter((slip) => !out.has(slip));
    if (rest.length === kept.length) return;
    const without = await tried(rest);
    if (!isBetter(without, some)) return;
    kept = rest;
    best = without;
  };
  // First what breaks the text, since behind a break nothing else shows; then what makes no difference.
  if (best.broken > 0) for (const group of groups) await leaveOut(group, ({ broken }) => broken < best.broken);
  // What is certain is mended, be it that behind it the record turns out to be of no kind; else that it breaks the text is all that is told.
  const isAsGood = ({ broken, errors, found }: Readability, some: readonly Slip[]) =>
    broken <= best.broken &&
    !some.some(({ isSilent }) => isSilent) &&
    (errors <= best.errors || some.every(({ applicability }) => applicability !== 'certain')) &&
    [...found()].every((one) => best.found().has(one));
  for (const group of groups) await leaveOut(group, isAsGood);
  const single = groups.filter((group) => group.length > 1).flat();
  if (canTry(single.length)) for (const slip of single) await leaveOut([slip], isAsGood);
  return done();
}

/** Whether at most one line break lies between two offsets. */
function isNear(text: string, start: number, end: number): boolean {
  const first = text.indexOf('\n', start);
  if (first === -1 || first >= end) return true;
  const second = text.indexOf('\n', first + 1);
  return second === -1 || second >= end;
}
