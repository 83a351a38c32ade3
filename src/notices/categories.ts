import directory from '../generated/specialties.json' with { type: 'json' };
import { same, type Words } from '../model/finding.ts';
import type { SpecialtiesRecord } from '../model/record-types.ts';
import { bareForm } from '../schema/values/code.ts';
import type { CategoryRow } from './tables.ts';

const byItself = ({ code, name }: SpecialtiesRecord['specialties'][number]): CategoryRow => ({
  code,
  name: { zh: `${name}师资`, en: code },
  audience: 'faculty',
  specialties: [code],
});

/** The categories of sessions of one edition; a specialty of the directory that none of them names is one by itself. */
export class Categories {
  readonly #byCode: ReadonlyMap<string, CategoryRow>;
  /** The codes of the categories that name a specialty, by its bare form. */
  readonly #naming = new Map<string, string[]>();
  readonly #met = new Map<string, readonly string[]>();
  /** The categories of managers that name roles. */
  readonly withRoles: readonly CategoryRow[];
  /** The categories of each audience for everybody else of it. */
  readonly #rest: Record<string, string[]>;

  constructor(rows: readonly CategoryRow[]) {
    this.#byCode = new Map(rows.map((row) => [row.code, row]));
    for (const { code, specialties = [] } of rows)
      for (const specialty of specialties) {
        const form = bareForm(specialty);
        this.#naming.set(form, [...(this.#naming.get(form) ?? []), code]);
      }
    this.withRoles = rows.filter(({ audience, roles }) => audience === 'managers' && roles);
    const restOf = (audience: string) =>
      rows.filter((row) => row.audience === audience && !row.roles && !row.specialties).map(({ code }) => code);
    this.#rest = { managers: restOf('managers'), faculty: restOf('faculty') };
  }

  /** Every category. */
  get all(): readonly CategoryRow[] {
    return [...this.#byCode.values()];
  }

  /** A category by its code. */
  find(code: string): CategoryRow | undefined {
    const own = this.#byCode.get(code);
    if (own || this.names(code) || this.rest('faculty').length > 0) return own;
    const specialty = (directory as SpecialtiesRecord['specialties']).find((each) => each.code === code);
    return specialty && byItself(specialty);
  }

  /** What the edition calls a category; one that it does not have, by its code. */
  nameOf(code: string): Words {
    return this.find(code)?.name ?? same(code);
  }

  /** The categories of an audience for those whom no other category of it takes in. */
  rest(audience: 'managers' | 'faculty'): readonly string[] {
    return this.#rest[audience] ?? [];
  }

  /** Whether a category names a specialty. */
  names(specialty: string): boolean {
    return this.#naming.has(bareForm(specialty));
  }

  /** The categories of faculty that a specialty falls into; by itself where none takes it in. */
  ofSpecialty(specialty: string): readonly string[] {
    const met = this.#met.get(specialty);
    if (met) return met;
    const rest = this.rest('faculty');
    const of = this.#naming.get(bareForm(specialty)) ?? (rest.length > 0 ? rest : [specialty]);
    this.#met.set(specialty, of);
    return of;
  }
}
