import type { Stretch } from '../../model/finding.ts';

/** The end of a line of an imported file: the cell of the workbook that the line was taken from. */
export const cellComment = (cell: string): string => `  # ${cell}`;

// A comment of an author's own that looks exactly like it means a cell too.
const CELL_COMMENT = / {2}# ([^\s!#][^!#]{0,30}![A-Z]{1,3}[1-9]\d{0,6})$/;

const cellOfLine = (line: string): string | undefined => CELL_COMMENT.exec(line)?.[1];

/** The cell of a workbook that a stretch of a file is about, where the file was imported from one: `培训班!H3`. */
export const cellOf = ({ source, key }: Pick<Stretch, 'source'> & { key?: Stretch }): string | undefined =>
  cellOfLine(source) ?? (key && cellOfLine(key.source));
