import type { Finding } from '../model/finding.ts';
import type { Slip, SlipKind } from '../recovery/slip.ts';
import { lineEnd } from '../text/lines.ts';
import { isItem, placesIn } from '../tree/yaml/positions.ts';
import type { LoadedFile, LoadedRecord } from './loaded.ts';
import { isJudgeable } from './unreadable.ts';

/** A slip as it was reported: its finding, the record in which it stands, and the slip itself or the path of its value. */
export interface ReportedSlip {
  finding: Finding;
  document: number;
  at: Slip | string;
}

/**
 * Settles what slips cost: a certain one was read as it was meant, and is only warned of; any other is an error, and what
 * it stands in cannot be read. A record that cannot be judged without that is not judged.
 */
export function settleSlips(loaded: LoadedFile, slips: readonly ReportedSlip[]): void {
  const uncertain = new Map<number, ReportedSlip['at'][]>();
  for (const { finding, document, at } of slips) {
    const isCertain = finding.fix?.applicability === 'certain';
    finding.severity = isCertain ? 'warning' : 'error';
    if (!isCertain) uncertain.set(document, [...(uncertain.get(document) ?? []), at]);
  }
  if (uncertain.size === 0) return;
  const text = loaded.text();
  loaded.records = loaded.records.flatMap((record) => {
    const own = uncertain.get(record.index);
    if (!own) return [record];
    const values = own.some((at) => typeof at === 'object') ? valuesOf(record) : [];
    const lost = own.flatMap((at) => (typeof at === 'string' ? at : valuesAt(at, values, text)));
    const unreadable = [...new Set([...record.unreadable, ...lost])];
    if (isJudgeable(record.kind, unreadable)) return [{ ...record, unreadable }];
    loaded.unjudged.push(record.index);
    return [];
  });
  loaded.unjudged.sort((one, other) => one - other);
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

const valuesOf = ({ data, positions }: LoadedRecord): Value[] =>
  placesIn(data(), positions).map(({ path, parent, place: { key, value } }) => ({
    path,
    parent,
    start: key[0] >= 0 ? key[0] : value[0],
    end: value[1],
  }));

/**
 * The paths of what a slip stands in: the innermost value that holds it; where it touches more than one, all that begin on
 * its lines; where none does, the object or list in which its line stands.
 */
function valuesAt(slip: Slip, values: readonly Value[], text: string): string[] {
  const lines = linesOf(slip, text);
  const isOnLines = ({ start }: Value) => lines.some(([from, to]) => start >= from && start < to);
  if (!SPREADING.has(slip.kind)) {
    const around = values.filter(({ start, end }) => start <= slip.start && slip.end <= end);
    const outer = new Set(around.map(({ parent }) => parent));
    const inner = around.filter((value) => !outer.has(value.path) && isOnLines(value));
    if (inner.length > 0) return inner.map(({ path }) => path);
  }
  if (slip.kind !== 'stray') {
    const begun = values.filter(isOnLines);
    const paths = new Set(begun.map(({ path }) => path));
    const outermost = begun.filter(({ parent }) => !paths.has(parent));
    // The rows of a table are items of one list.
    if (outermost.length > 0) return outermost.map(({ path, parent }) => (slip.kind === 'table' ? parent : path));
  }
  const line = lineOf(slip, text);
  // A line before the first key is a heading, and stands in nothing.
  return values.some(({ start }) => start < line[0]) ? [holderOf(line, values, text)] : [];
}

/** The path of the value in which a line stands: of those that are open before it, the innermost that it is further in than. */
function holderOf([start, end]: Line, values: readonly Value[], text: string): string {
  const indent = text.slice(start, end).search(/[^ \t\u3000]|$/);
  const before = values.filter((value) => value.start < start);
  const last = before.reduce((latest, value) => Math.max(latest, value.start), -1);
  const open = before.findLast((value) => value.start === last)?.path ?? '';
  // An item of a list stands behind its dash.
  const columnOf = ({ path, start }: Value) => start - lineStart(text, start) - (isItem(path) ? 1 : 0);
  const holder = before.findLast((value) => `${open}/`.startsWith(`${value.path}/`) && columnOf(value) < indent);
  return holder?.path ?? '';
}

/** A line or several, from the start to the end. */
type Line = [start: number, end: number];

const lineOf = ({ start, end }: Pick<Slip, 'start' | 'end'>, text: string): Line => [
  lineStart(text, start),
  lineEnd(text, Math.max(start, end - 1)),
];

const linesOf = (slip: Slip, text: string): Line[] => [slip, ...slip.edits].map((stretch) => lineOf(stretch, text));

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
