import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from 'diff';

/** How many changed lines are looked for one by one: the work grows with their square. */
const MOST_CHANGES = 1000;

/**
 * Two texts of a file as a unified diff, which `patch` and `git apply` read; empty where they are the same. Where very much
 * has changed, the whole text is taken away and put in anew.
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  // The library writes names beyond ASCII in octal, which patch and git do not ask for and nobody can read.
  // Only what would end the name is escaped, which git reads between quotation marks.
  const named = (path: string) => (/\p{Cc}/u.test(path) ? JSON.stringify(path) : path);
  return formatPatch(patchOf(before, after), FILE_HEADERS_ONLY).replace(
    '--- a\n+++ b\n',
    () => `--- ${named(`a/${file}`)}\n+++ ${named(`b/${file}`)}\n`,
  );
}

/** What changes from one text to another, in pieces of lines with three around them. */
export function patchOf(before: string, after: string): StructuredPatch {
  const options = { context: 3, maxEditLength: MOST_CHANGES };
  return structuredPatch('a', 'b', before, after, undefined, undefined, options) ?? replaced(before, after);
}

/** All of one text taken away, and all of another put in. */
function replaced(before: string, after: string): StructuredPatch {
  const linesOf = (text: string, sign: '-' | '+') => {
    const lines = text.split(/(?<=\n)/);
    const marked = lines.map((line) => `${sign}${line.replace(/\n$/, '')}`);
    return { count: lines.length, marked: text.endsWith('\n') ? marked : [...marked, '\\ No newline at end of file'] };
  };
  const [old, anew] = [linesOf(before, '-'), linesOf(after, '+')];
  const hunk = { oldStart: 1, oldLines: old.count, newStart: 1, newLines: anew.count };
  return {
    oldFileName: 'a',
    newFileName: 'b',
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [{ ...hunk, lines: [...old.marked, ...anew.marked] }],
  };
}
