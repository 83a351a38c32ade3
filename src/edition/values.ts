import type { Rule } from '../engine/rule.ts';
import type { Policy, Words } from '../model/finding.ts';
import { categoriesOf, type Edition, isAsked } from '../notices/edition.ts';
import type { AnyKind, Column, NameOf } from '../notices/value-kinds.ts';
import { titleOf } from '../reference/paragraphs.ts';
import { rules } from '../rules/index.ts';

/** The rules that read the values of a notice's editions, those of sound data among them. */
const rulesReading = (notice: Policy): Rule[] => rules.filter(({ policy }) => (policy ?? 'training') === notice);

/** The rules of a notice, in order of the ids. */
export const rulesOf = (notice: Policy): Rule[] => rules.filter(({ policy }) => policy === notice);

/** The kind of each value that the rules read in editions of a notice, by name. */
export const kindsOf = (notice: Policy): Record<string, AnyKind> =>
  Object.assign({}, ...rulesReading(notice).map(({ reads }) => reads));

/** The rules that read a value of a notice's editions. */
export const readersOf = (notice: Policy, name: string): Rule[] =>
  rulesReading(notice).filter(({ reads }) => name in reads);

/** Whether a rule reads a value that the edition asks; of what no rule asks the edition may still hold the number. */
export const isRead = (edition: Edition, name: string): boolean =>
  readersOf(edition.notice, name).some(({ id }) => isAsked(edition, id));

/** What an edition calls its categories of sessions. */
export const namesIn =
  (edition: Edition): NameOf =>
  (code) =>
    categoriesOf(edition).nameOf(code);

/** How a value of an edition reads by itself: one line, or one for each row of a table. */
export function linesOf(edition: Edition, name: string): Words[] {
  const value = edition.values[name]?.value;
  return value === undefined ? [] : (kindsOf(edition.notice)[name]?.lines(value, namesIn(edition)) ?? []);
}

/** The places of an edition's clauses in the order of the notice, by their locators; what it does not list comes last. */
export function orderOfClauses(locators: readonly string[]): (locator: string) => number {
  const places = new Map([...new Set(locators)].map((locator, place) => [locator, place]));
  return (locator) => places.get(locator) ?? places.size;
}

/** What a value is called in the product's own editions of a notice. */
export const titleOfValue = (notice: Policy, name: string): Words => titleOf({ notice, values: {} }, name);

/** The columns of a kind of table; undefined for any other kind. */
export const columnsOf = (kind: AnyKind): Record<string, Column> | undefined =>
  'columns' in kind ? (kind.columns as Record<string, Column>) : undefined;
