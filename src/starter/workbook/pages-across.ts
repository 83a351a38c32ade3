import type { NewSheet } from './new-sheet.ts';

/** Characters of Latin letters that a page of A4 has beside one another in the smallest size of print that is usual (七号, 5.5 points). */
const PAGE_WIDTH = 270;

/**
 * A list as it is printed: as wide as a page, or, where print would be too small to be read, as few pages beside one another.
 * Excel heeds no breaks of pages where a sheet is made to fit, but fills one page after the other. So columns are widened until
 * all pages are equally full, and a page begins where it should: not under a cell that goes over several columns, of which it
 * would have half a sentence. What is asked of the whole list then stands behind the columns that are on each page, on
 * which it would be cut.
 */
export function onPages(sheet: Omit<NewSheet, 'pagesAcross'>): NewSheet {
  const { columns, cells, frozen } = sheet;
  const widthOf = (from: number, to: number) => columns.slice(from, to).reduce((sum, { width }) => sum + width, 0);
  if (widthOf(0, columns.length) <= PAGE_WIDTH) return { ...sheet, pagesAcross: 1 };
  const inside = new Set(
    cells.flatMap(({ column, across = 1 }) => Array.from({ length: across - 1 }, (_, index) => column + index)),
  );
  const ends = columns.map((_, index) => index + 1).filter((end) => end > frozen.columns && !inside.has(end));
  /** The columns, counted from 1, behind which each page ends that has some room for others than those on each. */
  const pagesOf = (room: number): number[] => {
    const pages: number[] = [];
    let from = frozen.columns;
    for (const [index, end] of ends.entries()) {
      const next = ends[index + 1];
      if (next !== undefined && widthOf(from, next) <= room) continue;
      pages.push(end);
      from = end;
    }
    return pages;
  };
  const room = PAGE_WIDTH - widthOf(0, frozen.columns);
  const { length } = pagesOf(room);
  let least = Math.ceil(widthOf(frozen.columns, columns.length) / length);
  while (least < room && pagesOf(least).length > length) least += 1;
  const pages = pagesOf(least);
  const starts = [frozen.columns, ...pages];
  const widest = Math.max(...pages.map((end, index) => widthOf(starts[index] ?? 0, end)));
  const widened = columns.map((column) => ({ ...column }));
  for (const [index, end] of pages.entries()) {
    const start = starts[index] ?? 0;
    const own = widened.slice(start, end);
    for (let extra = 0; extra < widest - widthOf(start, end); extra += 1) {
      const column = own[extra % own.length];
      if (column) column.width += 1;
    }
  }
  return {
    ...sheet,
    columns: widened,
    cells: cells.map((cell) => (cell.style === 'asked-of-all' ? { ...cell, column: frozen.columns + 1 } : cell)),
    pagesAcross: length,
  };
}
