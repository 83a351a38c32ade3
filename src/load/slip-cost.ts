import type { Finding } from '../model/finding.ts';
import type { Slip, SlipKind } from '../recovery/slip.ts';
import { countUpTo, lineEnd } from '../text/lines.ts';
import { isItem, placesIn } from '../tree/yaml/positions.ts';
import type { LoadedFile, LoadedRecord } from './loaded.ts';
import { isJudgeable } from './unreadable.ts';

/** A slip as it was reported: its finding, the record in which it stands, and what it costs where it is not certain. */
export interface ReportedSlip {
  finding: Finding;
  document: number;
  /** The slip in the text, which was mended before it was read; undefined for one within a value. */
  slip?: Slip;
  /** The path of what it costs; where that is not told, the values that it stands in. */
  path?: string | undefined;
}

/**
 * Settles what slips cost: a certain one was read as it was meant, and is only warned of; any other is an error, and what
 * it stands in cannot be read. A record that cannot be judged without that is not judged.
 */
export function settleSlips(loaded: LoadedFile, slips: readonly ReportedSlip[]): void {
  const uncertain = new Map<number, ReportedSlip[]>();
  for (const each of slips) {
    const { finding, document } = each;
    const isCertain = finding.fix?.applicability === 'certain';
    finding.severity = isCertain ? 'warning' : 'error';
    if (isCertain) continue;
    const own = uncertain.get(document);
    if (own) own.push(each);
    else uncertain.set(document, [each]);
  }
  if (uncertain.size === 0) return;
  // A carriage return alone ends a line too, as it does in YAML.
  const text = loaded.text().replace(/\r(?!\n)/g, '\n');
  loaded.records = loaded.records.flatMap((record) => {
    const own = uncertain.get(record.index);
    if (!own) return [record];
    let values: Values | undefined;
    const lost = own.flatMap(({ slip, path }) => {
      if (path !== undefined || !slip) return path ?? [];
      values ??= valuesOf(record);
      return valuesAt(slip, values, text);
    });
    const unreadable = [...new Set([...record.unreadable, ...lost])];
    if (isJudgeable(record.kind, unreadable)) return [{ ...record, unreadable }];
    loaded.unjudged.push({ index: record.index, kind: record.kind });
    return [];
  });
  loaded.unjudged.sort((one, other) => one.index - other.index);
}

/** Slips by which more than one value changes its place or extent. */
const SPREADING: ReadonlySet<SlipKind> = new Set([
  'two-keys',
  'indentation',
  'no-dash',
  'extra-dash',
  'no-braces',
  'beside-block',
  'table',
  'stray',
]);

/** A value, and where it stands with its key. */
interface Value {
  path: string;
  parent: string;
  start: number;
  end: number;
}

/** The values of a record in order of where they begin, so that of thousands none but those near a slip are looked at. */
interface Values {
  inOrder: readonly Value[];
  starts: readonly number[];
  byPath: ReadonlyMap<string, Value>;
}

function valuesOf({ data, positions }: LoadedRecord): Values {
  const inOrder = placesIn(data(), positions())
    .map(({ path, parent, place: { key, value } }) => ({
      path,
      parent,
      start: key[0] >= 0 ? key[0] : value[0],
      end: value[1],
    }))
    .sort((one, other) => one.start - other.start);
  return {
    inOrder,
    starts: inOrder.map(({ start }) => start),
    byPath: new Map(inOrder.map((value) => [value.path, value])),
  };
}

/** The values that begin in a stretch, its end left out. */
const begunIn = ({ inOrder, starts }: Values, from: number, to: number): readonly Value[] =>
  inOrder.slice(countUpTo(starts, from - 1), countUpTo(starts, to - 1));

/**
 * The paths of what a slip stands in: the innermost value that holds it; where it touches more than one, all that begin on
 * its lines; where none does, the object or list in which its line stands.
 */
function valuesAt(slip: Slip, values: Values, text: string): string[] {
  const begun = [...new Set(linesOf(slip, text).flatMap(([from, to]) => begunIn(values, from, to)))];
  if (!SPREADING.has(slip.kind)) {
    const isAround = ({ start, end }: Value) => start <= slip.start && slip.end <= end;
    const around = begun.filter(isAround);
    const first = around.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
    const outer = new Set(
      begunIn(values, first, slip.start + 1)
        .filter(isAround)
        .map(({ parent }) => parent),
    );
    const inner = around.filter(({ path }) => !outer.has(path));
    if (inner.length > 0) return inner.map(({ path }) => path);
  }
  if (slip.kind !== 'stray') {
    const paths = new Set(begun.map(({ path }) => path));
    const outermost = begun.filter(({ parent }) => !paths.has(parent));
    // The rows of a table are items of one list.
    if (outermost.length > 0) return outermost.map(({ path, parent }) => (slip.kind === 'table' ? parent : path));
  }
  const line = lineOf(slip, text);
  // A line before the first key is a heading, and stands in nothing.
  const [first] = values.starts;
  return first !== undefined && first < line[0] ? [holderOf(line, values, text)] : [];
}

/** The path of the value in which a line stands: of those that are open before it, the innermost that it is further in than. */
function holderOf([start, end]: Line, { inOrder, starts, byPath }: Values, text: string): string {
  const indent = text.slice(start, end).search(/[^ \t\u3000]|$/);
  // An item of a list stands behind its dash.
  const columnOf = ({ path, start }: Value) => start - lineStart(text, start) - (isItem(path) ? 1 : 0);
  let holder = inOrder[countUpTo(starts, start - 1) - 1];
  while (holder && columnOf(holder) >= indent) holder = byPath.get(holder.parent);
  return holder?.path ?? '';
}

/** A line or several, from the start to the end. */
type Line = [start: number, end: number];

const lineOf = ({ start, end }: Pick<Slip, 'start' | 'end'>, text: string): Line => [
  lineStart(text, start),
  lineEnd(text, Math.max(start, end - 1)),
];

/** The lines of a slip and of its edits, of which a long line may have thousands. */
function linesOf(slip: Slip, text: string): Line[] {
  let last = lineOf(slip, text);
  const lines = [last];
  for (const edit of slip.edits) {
    if (edit.start >= last[0] && edit.end <= last[1]) continue;
    last = lineOf(edit, text);
    lines.push(last);
  }
  return lines;
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
