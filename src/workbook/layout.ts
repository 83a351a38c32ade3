import type { Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { type Property, type Shape, shapeOfKind, type TextShape, titleOf } from '../schema/vocabulary/shape.ts';
import { pointerTo } from '../tree/yaml/positions.ts';

/** One value that a sheet has a place for: a line of the record, a column of a list. */
export interface Field {
  /** The keys that lead to it from the record or from the list's item. */
  path: Property[];
  /** Where it is in the record, with `*` for list places. */
  pointer: string;
  header: Words;
  /** Whether each item must have it. */
  required: boolean;
  /** Whether a new workbook has it; the others may be added by hand. */
  offered: boolean;
}

/** The list that a sheet holds. */
export interface List {
  /** The keys that lead to it from the record or from the item that it belongs to. */
  path: Property[];
  /** The sheet of the items that have such a list each, the field by which a row names its item, those by which it names one without that, and the column for it; none where the record has it. */
  owner?: { sheet: SheetLayout; by: Field; otherwise: readonly Field[]; header: Words };
}

/** One sheet: the record itself with a value to a line, or a list with an item to a row. */
export interface SheetLayout {
  name: Words;
  /** Where the record or the list is, with `*` for list places. */
  pointer: string;
  description: Words;
  fields: Field[];
  list?: List;
}

type ObjectShape = Shape & { type: 'object' };

interface Found {
  sheet: SheetLayout;
  shape: ObjectShape;
  pointer: string;
  /** The lists that it lies in, outermost first. */
  lists: Property[];
}

const layouts = new Map<Kind, SheetLayout[]>();

/** The sheets of a kind's workbook, made once. */
export function layoutFor(kind: Kind): SheetLayout[] {
  const known = layouts.get(kind) ?? layoutOf(kind);
  layouts.set(kind, known);
  return known;
}

/** The sheets of a kind's workbook, read off its vocabulary: the record, its lists, then the lists inside their items. */
export function layoutOf(kind: Kind): SheetLayout[] {
  const title = titleOf(kind);
  const record: SheetLayout = {
    name: { zh: title, en: kind },
    pointer: '',
    description: { zh: '基本情况，一项一行', en: 'the record itself, a line for each value' },
    fields: [],
  };
  const found: Found[] = [{ sheet: record, shape: shapeOfKind(kind) as ObjectShape, pointer: '', lists: [] }];
  // Grows while it is walked.
  for (const each of found) found.push(...listsIn(each));
  for (const { sheet, lists } of found.slice(1)) {
    const shares = found.filter((other) => other.lists.at(-1)?.title === lists.at(-1)?.title).length > 1;
    sheet.name = nameOf(shares ? lists : lists.slice(-1), '');
  }
  for (const { sheet } of found) {
    const owner = sheet.list?.owner;
    if (owner)
      owner.header = {
        zh: owner.sheet.name.zh + owner.by.header.zh,
        en: `${owner.sheet.name.en}.${owner.by.header.en}`,
      };
  }
  return found.map(({ sheet }) => sheet);
}

/** Fills in the fields of a sheet and returns the lists of objects among them. */
function listsIn({ sheet, shape, pointer, lists }: Found): Found[] {
  const inner: Found[] = [];
  const walk = (properties: readonly Property[], before: readonly Property[], above: string) => {
    for (const property of properties) {
      const path = [...before, property];
      const at = pointerTo(above, property.name);
      const { shape: value, description } = property;
      if (value.type === 'object') walk(value.properties, path, at);
      else if (value.type === 'array' && value.items.type === 'object') {
        const list: SheetLayout = {
          name: { zh: '', en: '' },
          pointer: at,
          description,
          fields: [],
          list: { path },
        };
        inner.push({ sheet: list, shape: value.items, pointer: `${at}/*`, lists: [...lists, property] });
      } else sheet.fields.push(fieldOf(path, at));
    }
  };
  walk(shape.properties, [], pointer);
  if (sheet.list) for (const { sheet: list } of inner) if (list.list) list.list.owner = ownerOf(sheet);
  return inner;
}

function ownerOf(sheet: SheetLayout): NonNullable<List['owner']> {
  const [by, ...otherwise] = sheet.fields.filter(({ path: [first] }) =>
    ['id', 'title', 'name'].includes(first?.name ?? ''),
  );
  const named = present(by, `field that names an item of ${sheet.name.en}`);
  return { sheet, by: named, otherwise, header: { zh: '', en: '' } };
}

function fieldOf(path: Property[], pointer: string): Field {
  const { name, title, shape, alternative } = present(path.at(-1), 'property of a field');
  const units = 'units' in shape ? shape.units : [];
  const unit = units.some((each) => title.includes(each)) ? undefined : units[0];
  const { zh, en } = nameOf(path, '·');
  return {
    path,
    pointer,
    header: { zh: unit ? `${zh}（${unit}）` : zh, en },
    required: path.every(({ required }) => required),
    // The sheet tells the kind; one column for notes is enough for a row.
    offered: pointer !== '/kind' && !alternative && !(name === 'notes' && path.length > 1),
  };
}

/** The shape of the values of a list of texts; undefined for any other field. */
export function listedTexts({ path }: Field): TextShape | undefined {
  const shape = path.at(-1)?.shape;
  return shape?.type === 'array' && shape.items.type === 'text' ? shape.items : undefined;
}

const nameOf = (path: readonly Property[], between: string): Words => ({
  zh: path.map(({ title }) => title).join(between),
  en: path.map(({ name }) => name).join('.'),
});

/** The two headers of the record's sheet, and the one that a new workbook explains each line under. */
export const recordHeaders: Record<'field' | 'value' | 'meaning', Words> = {
  field: { zh: '项目', en: 'field' },
  value: { zh: '填写内容', en: 'value' },
  meaning: { zh: '说明', en: 'meaning' },
};

/** The sheet that tells how to fill the others in, and the one that shows a record filled in; neither is ever read. */
export const guideName: Words = { zh: '填写说明', en: 'guide' };
export const exampleName: Words = { zh: '示例', en: 'example' };

/** Whether a sheet is one of those that a new workbook has besides the record's. */
export const isBeside = (name: string): boolean =>
  [guideName, exampleName].some((own) => Object.values(own).includes(name.trim()));
