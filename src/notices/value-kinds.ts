import type { CalendarDate } from '../calendar/date.ts';
import { joined, type Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import { closedCodesAt, type KeyType, keysAt, nameOfCode } from '../schema/vocabulary/code-name.ts';

/** The part of JSON Schema that editions need. */
export interface JsonSchema {
  type: string | string[];
  [keyword: string]: unknown;
}

/** A value that cannot stand in a sentence as it is: how it reads in Chinese and in English, and itself. */
export interface Worded<Value> extends Words {
  value: Value;
}

/** What an edition calls a category of sessions, by its code. */
export type NameOf = (category: string) => Words;

/**
 * What a value of an edition is: how it is written in an edition, and how it reads in a sentence. A number is said as
 * itself, so that sentences can count with it; everything else has `zh`, `en` and `value`.
 */
export interface ValueKind<Value = unknown, Said = unknown> {
  /** Distinct for each kind: rules that read the same value must agree on it. */
  name: string;
  /** Whether an edition may leave the value out. */
  optional?: true;
  /** Whether it tells what the notice's words mean, so that an edition that leaves it out has that of the product's own. */
  isDefinition?: true;
  /** How an edition writes it. */
  schema(): JsonSchema;
  /** How it reads in a sentence; `nameOf` tells what the edition calls a category. */
  said(value: Value, nameOf?: NameOf): Said;
  /** How it reads by itself: one line, or one for each row of a table. */
  lines(value: Value, nameOf?: NameOf): Words[];
}

// A kind of any value: kinds are asked with what the edition holds, which its schema has proved.
// biome-ignore lint/suspicious/noExplicitAny: a kind both takes and gives its value, so that no other type holds them all
export type AnyKind = ValueKind<any, any>;
export type ValueOf<Of> = Of extends ValueKind<infer Value, infer _> ? Value : never;
export type SaidOf<Of> = Of extends ValueKind<infer _, infer Said> ? Said : never;

const plain = (value: number | string): Words => ({ zh: String(value), en: String(value) });

// What no notice could mean is refused where an edition is read: a calendar is walked day by day.
const number = (name: string, maximum: number, schema: Partial<JsonSchema> = {}): ValueKind<number, number> => ({
  name,
  schema: () => ({ type: 'number', minimum: 0, maximum, ...schema }),
  said: (value) => value,
  lines: (value) => [plain(value)],
});

function worded<Value>(
  name: string,
  schema: () => JsonSchema,
  read: (value: Value, nameOf: NameOf) => Words,
  lines: (value: Value, nameOf: NameOf) => Words[] = (value, nameOf) => [read(value, nameOf)],
): ValueKind<Value, Worded<Value>> {
  return {
    name,
    schema,
    said: (value, nameOf = plain) => ({ value, ...read(value, nameOf) }),
    lines: (value, nameOf = plain) => lines(value, nameOf),
  };
}

const whole = (name: string, maximum: number, minimum = 0): ValueKind<number, number> =>
  number(name, maximum, { type: 'integer', minimum });

/** A number of people, items, reports… */
export const count: ValueKind<number, number> = whole('count', 1_000_000);
/** How many there are of something in a year, one a day at most; starters write as many sessions. */
export const yearlyCount: ValueKind<number, number> = whole('yearly-count', 366);
/** Things of which there is one at least, since something else is divided by their number. */
export const divisor: ValueKind<number, number> = whole('divisor', 1_000_000, 1);
/** How many there are for each of something else, which need not be a whole number. */
export const rate: ValueKind<number, number> = number('rate', 1_000_000);
/** Marks of an exam. */
export const marks: ValueKind<number, number> = number('marks', 1_000_000, { minimum: 1 });
/** How long something lasts, half days too. */
export const days: ValueKind<number, number> = number('days', 3660);
/** Calendar days until something is due. */
export const daysAfter: ValueKind<number, number> = whole('days-after', 3660);
/** Days within which something begins and ends. */
export const windowDays: ValueKind<number, number> = whole('window-days', 3660, 1);
/** Working days. */
export const workingDays: ValueKind<number, number> = whole('working-days', 3660);
/** Months. */
export const months: ValueKind<number, number> = whole('months', 120, 1);
/** Years. */
export const years: ValueKind<number, number> = whole('years', 100, 1);
/** Class hours. */
export const hours: ValueKind<number, number> = number('hours', 10_000);
/** Class hours of a day, which has 32 of 45 minutes. */
export const hoursOfDay: ValueKind<number, number> = number('hours-of-day', 32, { minimum: 1 });
/** Yuan. */
export const money: ValueKind<number, number> = number('money', 1e12);
/** A calendar year. */
export const year: ValueKind<number, number> = whole('year', 2999, 1900);

const MONTH: JsonSchema = { type: 'integer', minimum: 1, maximum: 12 };

/** A month of the year, or the first and the last one of a stretch. */
export const monthSpan: ValueKind<number | number[], Worded<number | number[]>> = worded(
  'month-span',
  () => ({ type: ['integer', 'array'], minimum: 1, maximum: 12, items: MONTH, minItems: 2, maxItems: 2 }),
  (value) => {
    const { first, last } = monthsOf(value);
    if (first === last) return { zh: `${first} 月`, en: `month ${first}` };
    return { zh: `${first} 月至 ${last} 月`, en: `months ${first} to ${last}` };
  },
  (value) => [plain([value].flat().join('–'))],
);

/** The first and the last month of a stretch. */
export function monthsOf(span: number | number[]): { first: number; last: number } {
  const [first = 0, last = first] = [span].flat();
  return { first, last };
}

const percent = (name: string, maximum: number): ValueKind<number, Worded<number>> =>
  worded(
    name,
    () => ({ type: 'number', minimum: 0, maximum }),
    (value) => plain(`${Number((value * 100).toFixed(6))}%`),
    (value) => [plain(value)],
  );

/** A share of a whole, written as a decimal: 0.05 reads 5%. */
export const share: ValueKind<number, Worded<number>> = percent('share', 1);
/** How much of one thing another is, which may be more than all of it: 1.2 reads 120%. */
export const multiple: ValueKind<number, Worded<number>> = percent('multiple', 10);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day: 2024 年 8 月 31 日, 31 August 2024; `day` leaves the year out. */
export const date: ValueKind<CalendarDate, Worded<CalendarDate> & { day: Words }> = {
  name: 'date',
  schema: () => ({ type: 'string', format: 'date' }),
  said: (value) => {
    const [ofYear, ofMonth, day] = value.split('-').map(Number) as [number, number, number];
    const short = { zh: `${ofMonth} 月 ${day} 日`, en: `${day} ${MONTHS[ofMonth - 1]}` };
    return { zh: `${ofYear} 年 ${short.zh}`, en: `${short.en} ${ofYear}`, day: short, value };
  },
  lines: (value) => [plain(value)],
};

/** Several things in a row. */
export const listed = (all: readonly Words[]): Words => ({
  zh: all.map(({ zh }) => zh).join('、'),
  en: all.map(({ en }) => en).join(', '),
});

/** Any one of some things. */
export const anyOf = (all: readonly Words[]): Words => joined(all, '或', ' or ');

const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items, minItems: 1 });

/** Words as the notice has them: a name, a document. */
export const text: ValueKind<string, Worded<string>> = worded(
  'text',
  () => ({ type: 'string' }),
  (value: string) => plain(value),
);

/** The name of a document in both languages. */
export const document: ValueKind<Words, Worded<Words>> = worded(
  'document',
  () => ({
    type: 'object',
    properties: { zh: { type: 'string' }, en: { type: 'string' } },
    required: ['zh', 'en'],
    additionalProperties: false,
  }),
  (value: Words) => value,
);

/** A value that an edition may leave out. */
export const optional = <Value, Said>(
  kind: ValueKind<Value, Said>,
): ValueKind<Value | undefined, Said | undefined> => ({
  ...kind,
  name: `optional ${kind.name}`,
  optional: true,
  said: (value, nameOf) => (value === undefined ? undefined : kind.said(value, nameOf)),
  lines: (value, nameOf) => (value === undefined ? [] : kind.lines(value, nameOf)),
});

/** A name, or several any one of which will do. */
export const nameOrNames: ValueKind<string | string[], Worded<string | string[]>> = worded(
  'name-or-names',
  () => ({ type: ['string', 'array'], minLength: 1, items: { type: 'string', minLength: 1 }, minItems: 1 }),
  (value) => anyOf([value].flat().map(plain)),
);

/**
 * A value that tells what the notice's words mean, such as which categories there are: an edition that leaves it out takes it
 * from the product's own edition.
 */
export const definition = <Kind extends AnyKind>(kind: Kind): Kind => ({ ...kind, isDefinition: true });

/** Names in a row. */
export const names: ValueKind<string[], Worded<string[]>> = worded(
  'names',
  () => listOf({ type: 'string' }),
  (all) => listed(all.map(plain)),
);

/** Names in a row, each with the others that it may be written by. */
export const alternatives: ValueKind<string[][], Worded<string[][]> & { each: Words[] }> = {
  name: 'alternatives',
  schema: () => ({ type: 'array', items: listOf({ type: 'string' }), minItems: 1 }),
  said: (value) => {
    const each = value.map((all) => plain(all.join('/')));
    return { each, value, ...listed(each) };
  },
  lines: (value) => value.map((all) => listed(all.map(plain))),
};

/** A code that may stand at a path of a record: its Chinese twin; in English the code itself. */
export const code = (kind: Kind, path: string): ValueKind<string, Worded<string>> =>
  worded(
    `code ${kind} ${path}`,
    () => oneOf(closedCodesAt(kind, path)),
    (value) => nameOfCode(kind, path, value),
  );

type InARow = ValueKind<string[], Worded<string[]> & { each: Words[] }>;

const inARow = (name: string, allowed: () => readonly string[], named: (value: string) => Words): InARow => ({
  name,
  schema: () => listOf(oneOf(allowed())),
  said: (value) => {
    const each = value.map(named);
    return { each, value, ...listed(each) };
  },
  lines: (value) => [listed(value.map(named))],
});

/** Any text, or one of some where there are any. */
const oneOf = (allowed: readonly string[]): JsonSchema => ({
  type: 'string',
  ...(allowed.length > 0 ? { enum: allowed } : {}),
});

/** Codes that may stand in a list at a path, in a row. */
export const codes = (kind: Kind, path: string): InARow =>
  inARow(
    `codes ${kind} ${path}`,
    () => closedCodesAt(kind, path),
    (value) => nameOfCode(kind, path, value),
  );

/** Keys of the object at a path, in a row; of those alone whose values are of a type where one is given. */
export const keys = (kind: Kind, path: string, type?: KeyType): InARow =>
  inARow(
    `keys ${kind} ${path} ${type ?? ''}`.trim(),
    () => keysAt(kind, path, type).map(({ name }) => name),
    (value) => ({ zh: keysAt(kind, path).find(({ name }) => name === value)?.title ?? value, en: value }),
  );

/** One of some words that the product knows, by how each reads. */
export const choice = <const Code extends string>(names: Record<Code, Words>): ValueKind<Code, Worded<Code>> =>
  worded(
    `choice ${Object.keys(names).join(' ')}`,
    () => ({ type: 'string', enum: Object.keys(names) }),
    (value) => names[value],
  );

/** The code by which an edition's other values name a category of sessions. */
export const categoryCode: ValueKind<string, Worded<string>> = worded(
  'category-code',
  () => ({ type: 'string', minLength: 1 }),
  (value: string) => plain(value),
);

/** What stands for every category that has no row of its own. */
export const ANY_OTHER = 'any';

const OTHERS: Words = { zh: '其他各类', en: 'any other' };

/** A category of the edition's sessions; or what stands for those without a row. */
export const category: ValueKind<string, Worded<string>> = worded('category', categoryCode.schema, (value, nameOf) =>
  value === ANY_OTHER ? OTHERS : nameOf(value),
);

/** Categories of the edition's sessions in a row. */
export const categories: ValueKind<string[], Worded<string[]>> = worded(
  'categories',
  () => listOf(category.schema()),
  (value, nameOf) => listed(value.map(nameOf)),
);

/** A clause locator that a row carries of its own. */
export const locator: ValueKind<string, Worded<string>> = worded(
  'locator',
  () => ({ type: 'string', minLength: 1 }),
  (value: string) => plain(value),
);

/** A column of a table: its kind, what it is called, and whether a row may leave it out. */
export interface Column extends Words {
  kind: AnyKind;
  optional?: true;
}

type Columns = Record<string, Column>;
type Given<Table extends Columns> = {
  [Name in keyof Table as Table[Name] extends { optional: true } ? never : Name]: Name;
};
type Left<Table extends Columns> = {
  [Name in keyof Table as Table[Name] extends { optional: true } ? Name : never]: Name;
};
export type RowOf<Table extends Columns> = {
  [Name in keyof Given<Table>]: ValueOf<Table[Name & keyof Table]['kind']>;
} & { [Name in keyof Left<Table>]?: ValueOf<Table[Name & keyof Table]['kind']> };
type SaidRowOf<Table extends Columns> = {
  [Name in keyof Given<Table>]: SaidOf<Table[Name & keyof Table]['kind']>;
} & { [Name in keyof Left<Table>]?: SaidOf<Table[Name & keyof Table]['kind']> };

/** A table's rows, each cell as it reads in a sentence, and the table itself. */
export interface SaidTable<Table extends Columns> {
  rows: SaidRowOf<Table>[];
  value: RowOf<Table>[];
}

/** A table: rows of named columns. */
export function table<const Table extends Columns>(
  columns: Table,
): ValueKind<RowOf<Table>[], SaidTable<Table>> & {
  columns: Table;
} {
  const cellsOf = (row: RowOf<Table>): [string, unknown][] => Object.entries(row).filter(([name]) => name in columns);
  return {
    columns,
    name: `table ${Object.entries(columns).map(([name, { kind }]) => `${name}: ${kind.name}`)}`,
    schema: () => ({
      type: 'array',
      items: {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(columns).map(([name, { zh, en, kind }]) => [
            name,
            { title: zh, description: en, ...kind.schema() },
          ]),
        ),
        required: Object.keys(columns).filter((name) => !columns[name]?.optional),
        additionalProperties: false,
      },
      minItems: 1,
    }),
    said: (value, nameOf) => ({
      rows: value.map(
        (row) =>
          Object.fromEntries(
            cellsOf(row).map(([name, cell]) => [name, columns[name]?.kind.said(cell, nameOf)]),
          ) as SaidRowOf<Table>,
      ),
      value,
    }),
    lines: (value, nameOf) =>
      value.map((row) => {
        const cells = cellsOf(row).map(([name, cell]) => {
          const { zh, en, kind } = present(columns[name], `column ${name}`);
          const [said = plain('')] = kind.lines(cell, nameOf);
          return { zh: `${zh} ${said.zh}`, en: `${en} ${said.en}` };
        });
        return { zh: cells.map(({ zh }) => zh).join('；'), en: cells.map(({ en }) => en).join('; ') };
      }),
  };
}
