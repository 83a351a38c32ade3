import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { visible } from '../report/report.ts';

/** Two texts of a file as a unified diff, which `patch` and `git apply` read; empty where they are the same. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch.replace(/[^\n\t\r]+/g, visible);
}
