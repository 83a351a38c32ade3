import type { Cell, Stretch } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { type Positions, placeAt } from '../tree/yaml/positions.ts';
import { layoutFor } from './layout.ts';
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

/** The empty cells of values that a record lacks; undefined where its sheets have no place for them. */
export function stretchToFill(record: SheetsRecord, lacking: readonly Lacking[]): CellStretch | undefined {
  const { origins, index, kind, data, positions } = record;
  const offsetOf = (path: string) => present(placeAt(data, positions, path), `place of ${path}`).value[0];
  const found = cellsToFill(origins, index, lacking, offsetOf, (pointer) => headerFor(kind, pointer));
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

/** The header under which a value is to be written, or the sheet of a list. */
function headerFor(kind: Kind, pointer: string): string {
  for (const { pointer: list, name, fields } of layoutFor(kind)) {
    if (list === pointer) return name.zh;
    const field = fields.find((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`));
    if (field) return field.header.zh;
  }
  return '';
}
