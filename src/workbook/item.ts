import { isMap, isSeq, Pair, type Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Words } from '../model/finding.ts';
import { inOrder } from '../model/in-order.ts';
import { present } from '../model/present.ts';
import type { Property } from '../schema/vocabulary/shape.ts';
import { withoutStar } from '../text/lines.ts';
import type { Cell, Sheet } from '../tree/workbook/cells.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import { type Header, keysIn, type Values } from './columns.ts';
import type { Field } from './layout.ts';
import * as problems from './problems.ts';
import { type Tick, tickedList } from './ticks.ts';
import type { Told } from './told.ts';
import { asRead, scalar, valueIn } from './values.ts';

type Stretch = readonly [number, number];

/** Puts what is filled in of an item, or of the record, into it: the known values in the vocabulary's order. */
export function fillItem(told: Told, sheet: Sheet, item: YAMLMap, path: string, found: Values): void {
  new Filling(told, sheet, item, path).run(found);
}

class Filling {
  readonly #told: Told;
  readonly #sheet: Sheet;
  readonly #item: YAMLMap;
  readonly #path: string;

  constructor(told: Told, sheet: Sheet, item: YAMLMap, path: string) {
    this.#told = told;
    this.#sheet = sheet;
    this.#item = item;
    this.#path = path;
  }

  run(found: Values): void {
    const filled = inOrder([...found], ([{ place }]) => place);
    const ticks = new Map<Field, [Header, Cell][]>();
    for (const [header, cell] of filled) {
      const { meaning } = header;
      if (meaning.type !== 'tick') continue;
      const at = this.#pointerTo(meaning.field.path);
      header.lost?.push(at);
      if (header.isLeftOut) continue;
      const wrong = wrongIn(cell);
      if (wrong) this.#told.problem('schema/type', at, this.#stretch(cell), wrong, [at]);
      else ticks.set(meaning.field, [...(ticks.get(meaning.field) ?? []), [header, cell]]);
    }
    for (const [header, cell] of filled) {
      const { meaning } = header;
      const own = 'field' in meaning ? ticks.get(meaning.field) : undefined;
      if (own && 'field' in meaning) {
        if (own.length > 0) this.#ticked(meaning.field, own, typedIn(filled, meaning.field));
        // Once for the whole list.
        own.length = 0;
      } else if (meaning.type !== 'tick') this.#value(header, cell);
    }
  }

  #value(header: Header, cell: Cell): void {
    const { meaning, keys, unit } = header;
    if (meaning.type === 'owner' || meaning.type === 'tick') return;
    const known = meaning.type === 'unknown' ? undefined : meaning.type === 'field' ? meaning.field.path : meaning.path;
    if (known) header.lost?.push(this.#pointerTo(known));
    if (header.isLeftOut || meaning.type === 'refused') return;
    const wrong = wrongIn(cell);
    // What is the author's own is no obstacle; a header that is not known is told of all the same.
    if (wrong && !known) {
      this.#told.leave(this.#sheet, cell, wrong.why);
      if (header.text.startsWith('x-')) return;
    }
    const key = this.#keyStretch(header);
    const stretch = this.#told.origins.stretch(this.#sheet, cell, asRead(cell.value, unit));
    const property = meaning.type === 'field' ? meaning.field.path.at(-1) : undefined;
    if (wrong && known) {
      const at = this.#pointerTo(known);
      this.#told.problem('schema/type', at, stretch, wrong, [at]);
    }
    const isHost = property?.name === 'host';
    const read = wrong && !known ? scalar('', stretch) : valueIn(cell.value, property?.shape, unit, stretch, isHost);
    this.#put(keys, key, stretch, read);
  }

  /** Puts the list of what is ticked into the item, with what is typed into a cell of the same list. */
  #ticked(field: Field, ticks: readonly [Header, Cell][], typed: [Header, Cell] | undefined): void {
    const at = this.#pointerTo(field.path);
    const asTick = ([{ meaning, text }, cell]: [Header, Cell]): Tick => ({
      item: meaning.type === 'tick' ? meaning.item : '',
      code: meaning.type === 'tick' ? meaning.code : '',
      header: withoutStar(text),
      value: cell.value,
      stretch: this.#stretch(cell),
    });
    const [first] = ticks as [[Header, Cell]];
    const column = typed ?? first;
    const list = tickedList(
      field,
      present(first[0].columns, 'columns of a list'),
      ticks.map(asTick),
      typed && { header: withoutStar(typed[0].text), value: typed[1].value, stretch: this.#stretch(typed[1]) },
    );
    for (const { rule, stretch, words } of list.problems) this.#told.problem(rule, at, stretch, words, [at]);
    if (!list.node) return;
    const [start, end] = present(list.node.range, 'range of a list');
    this.#put(column[0].keys, this.#keyStretch(column[0]), [start, end], list.node);
  }

  #put(keys: readonly string[], key: Stretch, stretch: Stretch, value: Scalar | YAMLSeq): void {
    const owner = objectAt(this.#item, keys.slice(0, -1), key, stretch);
    owner.items.push(new Pair(scalar(present(keys.at(-1), 'key'), key), value));
  }

  #stretch(cell: Cell): [number, number] {
    return this.#told.stretch(this.#sheet, cell);
  }

  #keyStretch(header: Header): [number, number] {
    header.stretch ??= this.#told.stretch(this.#sheet, header.cell, withoutStar(header.text).length);
    return header.stretch;
  }

  #pointerTo(path: readonly Property[]): string {
    return path.reduce((to, { name }) => pointerTo(to, name), this.#path);
  }
}

/** What is typed into the cell of a field, where it has a column besides those for ticks. */
const typedIn = (filled: readonly [Header, Cell][], field: Field): [Header, Cell] | undefined =>
  filled.find(([{ meaning, isLeftOut }]) => meaning.type === 'field' && meaning.field === field && !isLeftOut);

/** The object that the keys lead to, made where it is not there yet. */
function objectAt(item: YAMLMap, keys: readonly string[], key: Stretch, value: Stretch): YAMLMap {
  return keys.reduce((around, name) => {
    const known = around.items.find((pair) => (pair.key as Scalar).value === name)?.value;
    if (isMap(known)) return known as YAMLMap;
    const made = new YAMLMap();
    made.flow = true;
    made.range = [...value, value[1]];
    around.items.push(new Pair(scalar(name, key), made));
    return made;
  }, item);
}

/** Adds an item to a list of an object, and gives its place there; keys are in the language of the sheet's name. */
export function appendItem(owner: YAMLMap, path: readonly Property[], sheet: Sheet, item: YAMLMap): number {
  const names = keysIn(path, sheet.name);
  const range = present(item.range, 'range of an item');
  const stretch: Stretch = [range[0], range[1]];
  const around = objectAt(owner, names.slice(0, -1), stretch, stretch);
  const key = present(names.at(-1), 'key');
  const known = around.items.find((pair) => (pair.key as Scalar).value === key)?.value;
  if (isSeq(known)) return known.items.push(item) - 1;
  const list = new YAMLSeq();
  list.flow = true;
  list.range = range;
  list.items.push(item);
  around.items.push(new Pair(scalar(key, stretch), list));
  return 0;
}

/** What keeps a cell's value from being read, whatever is asked there; `why` says it in brief. */
export function wrongIn({ value }: Cell): { message: Words; remedy: Words; why: Words } | undefined {
  if (value.type === 'error') return problems.errorValue(value.text);
  if (value.type === 'formula') return problems.noResult;
  const isCut = value.type === 'number' && Math.abs(value.number) >= 1e15;
  return isCut ? problems.cutNumber : undefined;
}
