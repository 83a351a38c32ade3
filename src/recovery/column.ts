import { type Level, STEP } from './level.ts';

/** A line as it is read: where it begins, what it says begins and ends, and in which column. */
export interface Line {
  start: number;
  at: number;
  column: number;
  end: number;
  /** Whether it is indented by other blanks than YAML's, and whether tabs are among them. */
  odd: boolean;
  isTabbed: boolean;
  dashes: number[];
  /** Whether a dash too many was taken away before its key. */
  isDashed: boolean;
  /** Whether its key stands one blank further in than its level, and whether YAML takes it for more of the text before it. */
  isOneTooDeep: boolean;
  isSilent: boolean;
}

/** Whether a line stands in the column of a level for sure. Tabs are as wide as an editor has them: they compare with tabs alone. */
export const isAlong = (level: Level, line: Line): boolean =>
  mayBeAlong(level, line) && (level.isTabbed === line.isTabbed || level.written === 0);

/** Whether a line stands in the column of a level, its tabs being two blanks wide. */
export const mayBeAlong = ({ written, isTabbed }: Level, line: Line): boolean =>
  written === line.column && (line.isTabbed || !isTabbed);

/** Whether a level stands in another column than it should. */
export const isOutOfPlace = (level: Level | undefined): boolean =>
  level !== undefined && level.written !== level.mended;

/** Further than any column: where a line with tabs stands to a level without. */
const FAR = 1_000_000;

/** How far a line is from where a level stands, or should. */
export function distance({ written, mended, isTabbed }: Level, line: Line): number {
  if (line.isTabbed && !isTabbed) return FAR;
  const fromMended = Math.abs(mended - line.column);
  return isTabbed === line.isTabbed ? Math.min(Math.abs(written - line.column), fromMended) : fromMended;
}

/** The column in which a line inside a level's last key should stand: along with a line that is out of place with its level, else as written where that is far enough in. */
export function columnInside({ written, mended, last }: Level, column: number, least: number): number {
  if (last === written && column < mended + STEP) return column + mended - written;
  return column >= least ? column : mended + STEP;
}
