import type { Edit, Severity } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { columnLetters, columnOf } from './cells.ts';
import { appendEdit, attributeEdit, childOf, childrenOf, type PlacedElement } from './elements.ts';
import type { MarkedStyles } from './marked-styles.ts';

/** What is to be shown at a cell: how bad it is, which colours the cell, and the text of its note. */
export interface Mark {
  /** The sheet, by its place among all sheets, counted from 0. */
  tab: number;
  /** Such as `F7`. */
  address: string;
  severity: Severity;
  text: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What is shown at one cell, all marks of it taken together. */
export interface Target {
  row: number;
  column: number;
  severity: Severity;
  text: string;
}

/** What is shown at each cell of a sheet, the worst and all that is said. */
export function targetsOf(marks: readonly Mark[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const { address, severity, text } of marks) {
    const known = targets.get(address);
    const [, row = ''] = /^[A-Z]+(\d+)$/.exec(address) ?? [];
    targets.set(address, {
      row: Number(row),
      column: present(columnOf(address), 'column of a mark'),
      severity: SEVERITIES.find((each) => each === severity || each === known?.severity) ?? severity,
      text: known ? `${known.text}\n\n${text}` : text,
    });
  }
  return targets;
}

/** The edits that colour cells, and take the colour of an earlier check away; rows and cells that are not there are put in. */
export function cellEdits(
  source: string,
  root: PlacedElement,
  prefix: string,
  targets: ReadonlyMap<string, Target>,
  styles: MarkedStyles,
): Edit[] {
  const data = childOf(root, 'sheetData');
  if (!data) return [];
  const edits: Edit[] = [];
  const wanted = new Map<number, Target[]>();
  for (const target of targets.values()) wanted.set(target.row, [...(wanted.get(target.row) ?? []), target]);
  const columnStyles = childrenOf(childOf(root, 'cols'), 'col');
  const newCell = ({ row, column, severity }: Target, rowStyle: string | undefined): string => {
    const ofColumn = columnStyles.find(
      ({ attributes: { min, max } }) => Number(min) <= column && column <= Number(max),
    );
    const style = Number(rowStyle ?? ofColumn?.attributes.style ?? 0);
    return `<${prefix}c r="${columnLetters(column)}${row}" s="${styles.styled(style, severity)}"/>`;
  };
  let last = 0;
  const insertedBefore = (offset: number, upTo: number) => {
    const rows = [...wanted].filter(([row]) => row > last && row < upTo).sort(([one], [other]) => one - other);
    const text = rows.map(
      ([row, cells]) =>
        `<${prefix}row r="${row}">${byColumn(cells)
          .map((cell) => newCell(cell, undefined))
          .join('')}</${prefix}row>`,
    );
    return rows.length > 0 ? [{ start: offset, end: offset, text: text.join('') }] : [];
  };
  for (const element of data.children) {
    const row = rowOf(element, last);
    edits.push(...insertedBefore(element.start, row));
    edits.push(...rowEdits(source, element, byColumn(wanted.get(row) ?? []), styles, newCell));
    last = row;
  }
  const rest = insertedBefore(data.innerEnd, Number.POSITIVE_INFINITY);
  if (rest[0]) edits.push(appendEdit(source, data, rest[0].text));
  return edits;
}

const byColumn = (cells: readonly Target[]): Target[] => [...cells].sort((one, other) => one.column - other.column);

function rowEdits(
  source: string,
  row: PlacedElement,
  targets: readonly Target[],
  styles: MarkedStyles,
  newCell: (target: Target, rowStyle: string | undefined) => string,
): Edit[] {
  const edits: Edit[] = [];
  const rowStyle = row.attributes.customFormat === '1' ? row.attributes.s : undefined;
  const put = (cells: readonly Target[]) => cells.map((cell) => newCell(cell, rowStyle)).join('');
  let last = 0;
  for (const cell of childrenOf(row, 'c')) {
    const column = columnOf(cell.attributes.r) ?? last + 1;
    const between = put(targets.filter((target) => target.column > last && target.column < column));
    if (between !== '') edits.push({ start: cell.start, end: cell.start, text: between });
    const style = Number(cell.attributes.s ?? 0);
    const severity = targets.find((target) => target.column === column)?.severity;
    if (severity || styles.isMarked(style)) {
      const styled = styles.styled(style, severity);
      if (styled !== style) edits.push(...attributeEdit(source, cell, 's', String(styled)));
    }
    last = column;
  }
  const behind = put(targets.filter((target) => target.column > last));
  const lastCell = childrenOf(row, 'c').at(-1);
  if (behind !== '')
    edits.push(lastCell ? { start: lastCell.end, end: lastCell.end, text: behind } : appendEdit(source, row, behind));
  return edits;
}

/** A row as it is addressed, or one after the last where it is not. */
const rowOf = ({ attributes }: PlacedElement, last: number): number => Number(attributes.r ?? last + 1);
