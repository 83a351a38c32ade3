import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Two texts of a file as a unified diff, which `patch` and `git apply` read; empty where they are the same. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch('a', 'b', before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  // The library writes names beyond ASCII in octal, which patch and git do not ask for and nobody can read.
  // Only what would end the name is escaped, which git reads between quotation marks.
  const named = (path: string) => (/\p{Cc}/u.test(path) ? JSON.stringify(path) : path);
  return patch.replace('--- a\n+++ b\n', () => `--- ${named(`a/${file}`)}\n+++ ${named(`b/${file}`)}\n`);
}
