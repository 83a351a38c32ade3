/** The end of a line of an imported file: the cell of the workbook that the line was taken from. */
export const cellComment = (cell: string): string => `  # ${cell}`;

// A comment of an author's own that looks exactly like it means a cell too.
const CELL_COMMENT = / {2}# ([^\s!#][^!#]{0,30}![A-Z]{1,3}[1-9]\d{0,6})$/;

/** The cell that a line of an imported file was taken from, such as `培训班!H3`; undefined where it names none. */
export const cellOfLine = (line: string): string | undefined => CELL_COMMENT.exec(line)?.[1];
