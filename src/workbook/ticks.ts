import { type Scalar, YAMLSeq } from 'yaml';
import type { Words } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { readCode } from '../schema/values/code.ts';
import { readList } from '../schema/values/list.ts';
import { readYesNo } from '../schema/values/yes-no.ts';
import type { TextShape } from '../schema/vocabulary/shape.ts';
import { type CellValue, textOf } from '../tree/workbook/cells.ts';
import { type Field, listedTexts } from './layout.ts';
import type { CellProblem } from './problems.ts';
import * as problems from './problems.ts';
import { scalar, valueIn } from './values.ts';

/** What stands in the cell of a list, under its header. */
interface Typed {
  header: string;
  value: CellValue;
  stretch: [number, number];
}

/** A cell in the column of one value of a list, which a tick puts there: as the header names it, and its code. */
export interface Tick extends Typed {
  item: string;
  code: string;
}

/** What is wrong with one of the cells that make up a list. */
type Problem = Pick<CellProblem, 'rule' | 'stretch'> & { words: { message: Words; remedy: Words } };

/**
 * The list of what is ticked, each value where its tick stands; undefined where nothing is. What is typed into the cell of the
 * list besides adds what has no column; of what has one, it has to name all that is ticked and nothing else, or nothing.
 * `columns` are the codes that have one, ticked or not.
 */
export function tickedList(
  field: Field,
  columns: ReadonlySet<string>,
  ticks: readonly Tick[],
  typed: Typed | undefined,
): { node: YAMLSeq | undefined; problems: Problem[] } {
  const shape = present(listedTexts(field), 'list of texts');
  const found: Problem[] = [];
  const items: Scalar[] = [];
  const ticked = new Set<string>();
  for (const { item, code, header, value, stretch } of ticks) {
    const isTicked = tickIn(value);
    if (isTicked === undefined)
      found.push({ rule: 'schema/type', stretch, words: problems.noTick(textOf(value), header) });
    else if (isTicked) {
      items.push(scalar(item, stretch));
      ticked.add(code);
    }
  }
  if (typed) {
    const codeOf = ({ value }: Scalar) => readCode(String(value), shape.forms)?.value ?? String(value);
    const written = writtenIn(valueIn(typed.value, { type: 'array', items: shape }, '', typed.stretch), shape);
    const again = new Set(written.map(codeOf).filter((code) => columns.has(code)));
    if (again.size > 0 && (again.size !== ticked.size || [...again].some((code) => !ticked.has(code))))
      found.push({ rule: 'schema/enum', stretch: typed.stretch, words: problems.otherTicks(typed.header) });
    items.push(...written.filter((each) => !columns.has(codeOf(each))));
  }
  return { node: items.length === 0 ? undefined : listOf(items), problems: found };
}

/** What is a tick here, and would be none in a text; keyboards of telephones put a sign without width behind some. */
const TICKS = /^(?:[✓✔☑]\ufe0f?|v)$/i;

/** Whether a cell has a tick; undefined where it holds anything but a yes or a no. */
function tickIn(value: CellValue): boolean | undefined {
  if (value.type === 'boolean') return value.boolean;
  if (value.type === 'number') return [false, true][value.number];
  const text = textOf(value);
  // A cell in the format of text holds a figure as text.
  if (/^[01]$/.test(text)) return text === '1';
  return TICKS.test(text) || readYesNo(text)?.value;
}

/** The values of a list as they are typed into one cell. */
function writtenIn(value: Scalar | YAMLSeq, shape: TextShape): Scalar[] {
  if (value instanceof YAMLSeq) return value.items as Scalar[];
  const [start, end] = present(value.range, 'range of a value');
  const list = readList(String(value.value), { forms: shape.forms, isOpen: !shape.closed });
  return list ? list.forms.map((form) => scalar(form, [start, end])) : [value];
}

function listOf(items: readonly Scalar[]): YAMLSeq {
  const list = new YAMLSeq<Scalar>();
  list.flow = true;
  const ranges = items.map(({ range }) => present(range, 'range of a value'));
  const end = Math.max(...ranges.map(([, last]) => last));
  list.range = [Math.min(...ranges.map(([start]) => start)), end, end];
  list.items.push(...items);
  return list;
}
