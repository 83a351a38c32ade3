import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { visible } from '../report/report.ts';

/** Two texts of a file as a unified diff, which `patch` and `git apply` read; empty where they are the same. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch('a', 'b', before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  // The library writes names beyond ASCII in octal, which patch and git do not ask for and nobody can read.
  const named = patch.replace('--- a\n+++ b\n', () => `--- a/${file}\n+++ b/${file}\n`);
  return named.replace(/[^\n\t\r]+/g, visible);
}
