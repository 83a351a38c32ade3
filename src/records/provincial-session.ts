import type { CalendarDate } from '../calendar/date.ts';
import type { Day } from '../calendar/day.ts';
import { inOrder } from '../load/loaded.ts';
import type { CannotTell } from '../model/cannot-tell.ts';
import { present } from '../model/present.ts';
import { some } from './counting.ts';
import type { SessionSubject } from './session.ts';

/** Sessions taken to be one. */
export type Copies = [SessionSubject, ...SessionSubject[]];

/** Why it cannot be told whether a session is a copy of sessions of other records. */
export interface Doubt {
  why: CannotTell;
  /** What it may be a copy of, or what may be a copy of it. */
  others: readonly SessionSubject[];
  /** Whether it may be none of its own. */
  isOfItself: boolean;
}

/** One provincial session, in one or several copies; each figure is that of the copy that comes first and gives it. */
export class ProvincialSession {
  /** The copies, those of the province's record before those of the host's own, and these before others; of those alike the one that stands first. */
  readonly copies: readonly SessionSubject[];
  readonly #doubt: Doubt | undefined;

  constructor(copies: Copies, doubt?: Doubt) {
    this.#doubt = doubt;
    this.copies = [...copies].sort((one, other) => rank(one) - rank(other) || inOrder(one, other));
  }

  /** The copy whose figures count before all others'. */
  get first(): SessionSubject {
    return present(this.copies[0], 'copy of a session');
  }

  /**
   * A figure from the first copy that gives it; throws CannotTell where that one cannot be read, or where what may be a
   * copy too would count before it and says otherwise.
   */
  figure<Value extends number | boolean>(of: (copy: SessionSubject) => Value | undefined): Value | undefined {
    const others = this.#doubt?.others ?? [];
    for (const copy of this.copies) {
      const value = of(copy);
      if (value === undefined) continue;
      for (const other of others) if (rank(other) <= rank(copy)) this.#agree(value, of(other));
      return value;
    }
    for (const other of others) this.#agree(undefined, of(other));
    return undefined;
  }

  #agree(value: number | boolean | undefined, other: number | boolean | undefined): void {
    if (this.#doubt && other !== undefined && other !== value) throw this.#doubt.why;
  }

  /** Whether it is one of the province's; one that may be a copy of another may be none of its own. */
  get provincial(): boolean {
    if (this.#doubt?.isOfItself) throw this.#doubt.why;
    return this.first.provincial;
  }

  isFor(audience: 'managers' | 'faculty'): boolean {
    return this.figure((copy) => copy.isFor(audience)) === true;
  }

  isOf(category: string): boolean {
    return this.figure((copy) => copy.isOf(category)) === true;
  }

  /** Whether any copy has usable dates. */
  get hasDates(): boolean {
    return some(this.copies, (copy) => copy.hasDates);
  }

  /** Whether it starts on a day or before. */
  startsBy(day: Day): boolean {
    return this.figure((copy) => (copy.hasDates ? copy.startsBy(day) : undefined)) === true;
  }

  get completed(): boolean {
    return this.copies.some((copy) => copy.completed);
  }

  /** Whether it is marked as done, or its first day has come. */
  hasBegun(asOf: CalendarDate): boolean {
    return this.completed || this.startsBy(asOf);
  }

  /** Whether it is marked as done, or its last day has passed. */
  isOver(asOf: CalendarDate): boolean {
    return this.completed || this.figure((copy) => copy.isOver(asOf)) === true;
  }

  get headcount(): number | undefined {
    return this.figure(({ session }) => session.headcount);
  }

  get managersCount(): number | undefined {
    return this.figure(({ session }) => session.managersCount);
  }

  get facultyCount(): number | undefined {
    return this.figure(({ session }) => session.facultyCount);
  }

  /** Whether its offline part leaves the province. */
  get fieldVisit(): boolean {
    return this.figure(({ offline }) => offline?.outOfProvince) === true;
  }
}

/** Whose figures count before those of others: the least comes first. */
const rank = (copy: SessionSubject): number => (copy.record.kind === 'province' ? 0 : isOfHost(copy) ? 1 : 2);

const isOfHost = ({ holder, hosts }: SessionSubject): boolean => holder !== undefined && hosts.includes(holder);
