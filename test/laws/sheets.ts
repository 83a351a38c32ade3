import type { Kind } from '../../src/model/kinds.ts';
import { readCode } from '../../src/schema/values/code.ts';
import { halfWidth } from '../../src/schema/values/plain.ts';
import { kinds, type ObjectShape, type Property, type Shape, shapeOfKind } from '../../src/schema/vocabulary/shape.ts';
import { layoutFor, type SheetLayout } from '../../src/workbook/layout.ts';
import type { Value as Cell } from '../workbook/made.ts';

/** A value of YAML as it is written. */
export type Written = string | null | Written[] | { [key: string]: Written };

/** Thrown for what a workbook has no cell for. */
export class NoCell extends Error {}

type Row = Map<string, Cell>;

/** The sheets that say what a record says, its lists written into cells or ticked. Throws NoCell where there is no cell for something. */
export function sheetsOf(record: Written, isTicked: boolean): Record<string, Cell[][]> {
  if (!isMap(record)) throw new NoCell('no record');
  const kind = kinds.find(({ code, title }) => [code, title].includes(String(record.文种 ?? record.kind)))?.code;
  if (!kind) throw new NoCell('no kind');
  const writer = new Writer(kind, isTicked);
  writer.record(record);
  return writer.sheets();
}

const isMap = (value: Written | undefined): value is { [key: string]: Written } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class Writer {
  readonly #layout: SheetLayout[];
  readonly #shape: ObjectShape;
  readonly #isTicked: boolean;
  readonly #rows = new Map<SheetLayout, Row[]>();

  constructor(kind: Kind, isTicked: boolean) {
    this.#layout = layoutFor(kind);
    this.#shape = shapeOfKind(kind) as ObjectShape;
    this.#isTicked = isTicked;
  }

  record(record: { [key: string]: Written }): void {
    const row: Row = new Map();
    this.#object(record, this.#shape, '', row, undefined);
    this.#rows.set(this.#layout[0] as SheetLayout, [row]);
  }

  sheets(): Record<string, Cell[][]> {
    return Object.fromEntries(
      [...this.#rows].map(([{ name, list }, rows]) => {
        const [first] = rows as [Row];
        if (!list) return [name.zh, [['项目', '填写内容'], ...[...first].map(([header, cell]) => [header, cell])]];
        const headers = [...new Set(rows.flatMap((row) => [...row.keys()]))];
        for (const row of rows) keepOrder(row, headers);
        return [name.zh, [headers, ...rows.map((row) => headers.map((header) => row.get(header) ?? null))]];
      }),
    );
  }

  /** Puts an object's values into a row, under headers that begin with those of the objects around it. */
  #object(
    object: { [key: string]: Written },
    shape: ObjectShape,
    pointer: string,
    row: Row,
    item: { name: string } | undefined,
    before = '',
  ): void {
    const seen = new Set<Property>();
    for (const [key, value] of Object.entries(object)) {
      const property = shape.keys.get(key);
      if (!property || seen.has(property)) throw new NoCell(`key ${key}`);
      seen.add(property);
      const at = `${pointer}/${property.name}`;
      if (at === '/kind') continue;
      this.#value(value, property, at, row, item, before + property.title);
    }
  }

  #value(
    value: Written,
    { shape }: Property,
    at: string,
    row: Row,
    item: { name: string } | undefined,
    header: string,
  ): void {
    if (shape.type === 'object') {
      if (!isMap(value) || Object.keys(value).length === 0) throw new NoCell(`no object at ${at}`);
      this.#object(value, shape, at, row, item, `${header}·`);
    } else if (shape.type === 'array' && shape.items.type === 'object') {
      this.#list(value, shape.items, at, item);
    } else if (Array.isArray(value)) {
      if (shape.type !== 'array' || value.length === 0) throw new NoCell(`list at ${at}`);
      this.#texts(value.map(textOf), shape.items, row, header);
    } else row.set(header, textOf(value));
  }

  #texts(texts: string[], shape: Shape, row: Row, header: string): void {
    if (texts.some((text) => /[、；;\n]/.test(text)) || new Set(texts).size < texts.length)
      throw new NoCell('sign of lists');
    const codes = shape.type === 'text' ? texts.map((text) => readCode(text, shape.forms)?.value) : [];
    const isCodes =
      codes.length > 0 && codes.every((code) => code !== undefined) && new Set(codes).size === codes.length;
    // A cell with one text is that text, not a list of it; it is judged as that text is in YAML, not as the list.
    if (texts.length === 1 && shape.type === 'text' && shape.closed && !isCodes)
      throw new NoCell('one that is no code');
    if (this.#isTicked && isCodes) for (const text of texts) row.set(`${header}：${text}`, '√');
    else row.set(header, texts.join(isCodes ? '、' : '\n'));
  }

  #list(value: Written, shape: ObjectShape, at: string, owner: { name: string } | undefined): void {
    const layout = this.#layout.find(({ pointer }) => pointer === at);
    if (!layout || !Array.isArray(value) || value.length === 0) throw new NoCell(`no rows at ${at}`);
    const names = new Set<string>();
    const inner = this.#layout.some(({ list }) => list?.owner?.sheet === layout);
    for (const each of value) {
      if (!isMap(each) || Object.keys(each).length === 0) throw new NoCell(`no row at ${at}`);
      const row: Row = new Map();
      if (layout.list?.owner && owner) row.set(layout.list.owner.header.zh, owner.name);
      const by = this.#layout.find(({ list }) => list?.owner?.sheet === layout)?.list?.owner?.by.path.at(-1);
      const named = by && (each[by.title] ?? each[by.name]);
      const name = typeof named === 'string' ? halfWidth(named) : '';
      const hasLists = Object.keys(each).some((key) => isRows(shape.keys.get(key)?.shape));
      if (inner && hasLists && (name === '' || names.has(name))) throw new NoCell(`two named ${name}`);
      names.add(name);
      this.#object(each, shape, `${at}/*`, row, { name });
      this.#rows.set(layout, [...(this.#rows.get(layout) ?? []), row]);
    }
    // Rows that are named alike cannot be told apart by the rows of other sheets.
    if (inner && names.size < value.length) throw new NoCell('names');
  }
}

/** Ticks say a list in the order of their columns: throws NoCell where a row has the codes of one in another. */
function keepOrder(row: Row, headers: string[]): void {
  const ticked = [...row].flatMap(([header, cell]) => (cell === '√' ? [header] : []));
  const listOf = (header: string | undefined) => header?.slice(0, header.lastIndexOf('：'));
  for (const [index, header] of ticked.entries()) {
    const next = ticked[index + 1];
    if (next !== undefined && listOf(next) === listOf(header) && headers.indexOf(next) < headers.indexOf(header))
      throw new NoCell('ticks in another order');
  }
}

const isRows = (shape: Shape | undefined): boolean => shape?.type === 'array' && shape.items.type === 'object';

function textOf(value: Written): string {
  if (typeof value !== 'string' || value.trim() === '' || value !== value.trim()) throw new NoCell(`no text: ${value}`);
  return value;
}
