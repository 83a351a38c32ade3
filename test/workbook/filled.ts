import * as XLSX from 'xlsx';
import { isCalendarDate } from '../../src/calendar/date.ts';
import { load } from '../../src/load/load.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { type Property, type Shape, shapeOfKind } from '../../src/schema/vocabulary/shape.ts';
import { writeWorkbook } from '../../src/starter/workbook/template.ts';
import { importWorkbook } from '../../src/workbook/import.ts';

type Plain = Record<string, unknown>;

/** An empty workbook of a kind, as `hn-gp init --xlsx` writes it. */
export const emptyWorkbook = (kind: Kind): Promise<Uint8Array> => {
  const known = empty.get(kind);
  if (known) return known;
  const made = writeWorkbook({
    kind,
    known: {},
    remarks: new Map(),
    notes: [],
    edition: undefined,
    keys: 'zh',
    lang: 'zh',
  });
  empty.set(kind, made);
  return made;
};

const empty = new Map<Kind, Promise<Uint8Array>>();

/** The workbook of a kind opened in another program, filled in with what a record says, and saved. */
export async function filled(kind: Kind, record: Plain): Promise<Uint8Array> {
  const workbook = XLSX.read(await emptyWorkbook(kind), { cellStyles: true });
  const [, ...names] = workbook.SheetNames;
  const tables = new Map(
    names.map((name) => [name, XLSX.utils.sheet_to_json<Value[]>(sheetOf(workbook, name), { header: 1 })]),
  );
  const shape = shapeOfKind(kind) as Shape & { type: 'object' };
  const [main = []] = tables.values();
  const { values, lists } = flat(record, shape.properties);
  for (const [header, value] of values) {
    if (header === '文种') continue;
    const row = find(
      main.map(([label]) => label),
      header,
    );
    if (row < 0) main.push([header, value]);
    else (main[row] as Value[])[1] = value;
  }
  const fill = (list: List, ancestor: string, owner?: [header: string, name: string]) => {
    const table = tables.get(ancestor + list.title) ?? tables.get(list.title);
    // What the notice asks may stand above.
    const headers = table?.find((cells) => list.properties.some(({ title }) => find(cells, title) >= 0));
    if (!table || !headers) throw new Error(`no sheet for ${ancestor}${list.title}`);
    for (const item of list.items) {
      const { values: own, lists: inner } = flat(item, list.properties);
      const row: Value[] = [];
      for (const [header, value] of owner ? [owner, ...own] : own) {
        const column = find(headers, header);
        row[column < 0 ? headers.push(header) - 1 : column] = value;
      }
      table.push(row);
      const key = list.properties.find(({ name }) => ['id', 'title', 'name'].includes(name)) as Property;
      for (const each of inner) fill(each, list.title, [list.title + key?.title, String(item[key?.name])]);
    }
  };
  for (const list of lists) fill(list, '');
  for (const [name, table] of tables)
    workbook.Sheets[name] = XLSX.utils.aoa_to_sheet(table.map((row) => Array.from(row, cellOf)));
  return new Uint8Array(XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

const sheetOf = (workbook: XLSX.WorkBook, name: string): XLSX.WorkSheet => workbook.Sheets[name] as XLSX.WorkSheet;

/** A value as a cell; a date as the number of days that Excel keeps. */
const cellOf = (value: Value | undefined): XLSX.CellObject | null =>
  value === undefined
    ? null
    : value instanceof Date
      ? { t: 'n', v: value.getTime() / 86_400_000 + 25_569, z: 'yyyy-mm-dd' }
      : typeof value === 'number'
        ? { t: 'n', v: value }
        : { t: 's', v: value };

const find = (headers: readonly unknown[], header: string): number =>
  headers.findIndex(
    (each) =>
      String(each)
        .replace(/\*$/, '')
        .replace(/（.*）$/, '') === header,
  );

interface List {
  title: string;
  properties: readonly Property[];
  items: Plain[];
}

type Value = string | number | Date;

/** An object as a row: values by header, and the lists that go to other sheets. */
function flat(
  object: Plain,
  properties: readonly Property[],
  before = '',
): { values: [string, Value][]; lists: List[] } {
  const values: [string, Value][] = [];
  const lists: List[] = [];
  for (const { name, title, shape } of properties) {
    const value = object[name];
    if (value === undefined) continue;
    const header = before + title;
    if (shape.type === 'object') {
      const inner = flat(value as Plain, shape.properties, `${header}·`);
      values.push(...inner.values);
      lists.push(...inner.lists);
    } else if (shape.type === 'array' && shape.items.type === 'object')
      lists.push({ title, properties: shape.items.properties, items: value as Plain[] });
    else if (shape.type === 'array') {
      const { items } = shape;
      const between = items.type === 'text' && items.codes.length > 0 ? '、' : '\n';
      values.push([header, (value as string[]).map((each) => shown(each, items)).join(between)]);
    } else values.push([header, shown(value, shape)]);
  }
  return { values, lists };
}

function shown(value: unknown, shape: Shape): Value {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return value;
  const text = String(value);
  if (shape.type !== 'text') return text;
  if (shape.format === 'date' && isCalendarDate(text)) return new Date(`${text}T00:00:00Z`);
  return shape.codes.find(({ code }) => code === text)?.title ?? text;
}

/** A workbook imported; fails the test where it is refused. */
export async function imported(bytes: Uint8Array, keys: 'zh' | 'en' = 'zh'): Promise<string> {
  const result = importWorkbook('计划.xlsx', bytes, keys);
  if ('foreign' in result) throw new Error(result.foreign.zh);
  if ('problems' in result) throw new Error(result.problems.map(({ zh }) => zh).join('\n'));
  return result.text;
}

/** The only record of a YAML text; what is wrong with it fails the test. */
export async function recordOf(text: string | Uint8Array): Promise<Plain> {
  const { records, findings } = await load('x.yaml', typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if (records.length !== 1)
    throw new Error(JSON.stringify(findings.map(({ message, source }) => [message.zh, source])));
  return records[0]?.data() as unknown as Plain;
}
