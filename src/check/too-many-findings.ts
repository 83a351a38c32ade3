import { MAXIMUM_FOUND } from '../engine/judged.ts';
import type { LoadedFile } from '../load/loaded.ts';
import { fileProblem } from '../load/not-text.ts';
import { noneJudged } from '../load/unreadable.ts';
import { tooManyFindings } from '../tree/yaml/parse.ts';

/** A file in which rules found more than is listed, as it was read: nothing in it counts as judged, and that is told. */
export function tooManyIn(loaded: LoadedFile): LoadedFile {
  const { message, remedy } = tooManyFindings(MAXIMUM_FOUND, false);
  const { findings } = fileProblem(loaded.file, { rule: 'yaml/limit', line: 1, message, remedy });
  return {
    ...loaded,
    ...noneJudged(loaded.recordCount),
    findings: [...loaded.findings, ...findings],
  };
}
