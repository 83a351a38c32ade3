import type { Cell, Stretch } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { type Positions, placeAt } from '../tree/yaml/positions.ts';
import { layoutFor, type SheetLayout } from './layout.ts';
import { cellAt, cellsToFill, type Lacking, type Origins, type Placed } from './origins.ts';

/** A cell as the stretch of a finding: its row is the line, its column the column. */
export type CellStretch = Stretch & { cell: Cell };

/** A workbook's text, and where it comes from. */
export interface Sheets {
  text: string;
  origins: Origins;
}

/** A record of a workbook. */
export interface SheetsRecord extends Sheets {
  kind: Kind;
  /** 0-based place among the records of the workbook. */
  index: number;
  data: unknown;
  positions: Positions;
}

/** The cell at an offset of a workbook's text. */
export const stretchOfCell = ({ origins, text }: Sheets, offset: number): CellStretch =>
  stretched(cellAt(origins, text, offset));

/** The empty cells of values that a record lacks, for which an anchor stands in; undefined where its sheets have no place for them. */
export function stretchToFill(
  record: SheetsRecord,
  lacking: readonly Lacking[],
  anchor?: string,
): CellStretch | undefined {
  const { origins, index, kind, data, positions } = record;
  const offsetOf = (path: string) => present(placeAt(data, positions, path), `place of ${path}`).value[0];
  const found = cellsToFill(origins, index, lacking, anchor, offsetOf, (pointer) => headerFor(kind, pointer));
  return found && stretched(found);
}

const stretched = ({ row, column, cell }: Placed): CellStretch => ({
  line: row,
  column,
  endLine: row,
  endColumn: column + 1,
  source: '',
  cell,
});

// Thousands of items lack the same.
const headers = new Map<string, string>();

/** The header under which a value is to be written, or the sheet of a list. */
function headerFor(kind: Kind, pointer: string): string {
  const key = `${kind} ${pointer}`;
  const known = headers.get(key) ?? headerAmong(layoutFor(kind), pointer);
  headers.set(key, known);
  return known;
}

function headerAmong(layouts: readonly SheetLayout[], pointer: string): string {
  for (const { pointer: list, name, fields } of layouts) {
    if (list === pointer) return name.zh;
    const field = fields.find((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`));
    if (field) return field.header.zh;
  }
  return '';
}
