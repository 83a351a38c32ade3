import type { Location } from './finding.ts';

type Placed = Pick<Location, 'file' | 'line' | 'column' | 'path' | 'subject' | 'cell'> & { rule: string };

/** The order of every report: file, sheet of a workbook, line, column, rule; then whatever tells two apart. */
export function byPlace(one: Placed, other: Placed): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  const sheets = (one.cell?.tab ?? 0) - (other.cell?.tab ?? 0);
  if (sheets !== 0) return sheets;
  if (one.line !== other.line) return one.line - other.line;
  if (one.column !== other.column) return one.column - other.column;
  if (one.rule !== other.rule) return one.rule < other.rule ? -1 : 1;
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return (one.subject ?? '') < (other.subject ?? '') ? -1 : (one.subject ?? '') > (other.subject ?? '') ? 1 : 0;
}
