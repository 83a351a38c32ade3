import type { Edit } from '../model/finding.ts';
import { countUpTo, lineEnd } from './lines.ts';

/** A text with edits made; edits that overlap an earlier one, or repeat it, are left out. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => applyApart(text, apart(edits));

/** The same of edits that are in order of place and apart. */
export function applyApart(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** Edits in order of place, each once, without those that overlap an earlier one. */
export function apart(edits: readonly Edit[]): Edit[] {
  let at = 0;
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  return sorted.filter(({ start, end }) => {
    if (start < at) return false;
    at = end;
    return true;
  });
}

/** The line that holds an offset, as edits make it read: without its break and, where a break is put in, its first part. */
export function mendedLine(text: string, offset: number, edits: readonly Edit[]): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = lineEnd(text, offset);
  const own = edits
    .filter((edit) => edit.start >= start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const [line = ''] = applyEdits(text.slice(start, end), own).split(/\r?\n/);
  return line.replace(/\r$/, '');
}

/** Tells of a stretch whether it overlaps one of several, without looking at each of them. */
export function overlapWith(
  stretches: readonly { start: number; end: number }[],
): (start: number, end: number) => boolean {
  const sorted = [...stretches].sort((one, other) => one.start - other.start);
  const starts = sorted.map(({ start }) => start);
  // For each the furthest end of all up to it.
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return (start, end) => (ends[countUpTo(starts, end - 1) - 1] ?? -1) > start;
}
