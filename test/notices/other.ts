import type { Kind } from '../../src/model/kinds.ts';
import type { Edition } from '../../src/notices/edition.ts';
import { locatorsByRule, owersByRule } from '../../src/notices/locators.ts';
import type { AnyKind, Column } from '../../src/notices/value-kinds.ts';
import { rules } from '../../src/rules/index.ts';
import { codesAt, type KeyType, keysAt } from '../../src/schema/vocabulary/code-name.ts';

/** The kind of each value of a notice, by name. */
export const kindsOf = (notice: Edition['notice']): Record<string, AnyKind> =>
  Object.assign({}, ...rules.filter(({ policy }) => (policy ?? 'training') === notice).map(({ reads }) => reads));

/** Gives each thing that is asked for another, never the same twice. */
class Others {
  #prime = 211;
  #share = 0.17;
  #year = 1949;
  #name = 0;
  #day = 0;

  number(): number {
    do this.#prime += 2;
    while ([...Array(Math.floor(Math.sqrt(this.#prime))).keys()].some((n) => n > 1 && this.#prime % n === 0));
    return this.#prime;
  }

  share(): number {
    this.#share = Math.round((this.#share + 0.02) * 100) / 100;
    return this.#share;
  }

  /** Before any record, and later each time. */
  year(): number {
    this.#year += 2;
    return this.#year;
  }

  date(): string {
    const days = ['03-13', '05-17', '07-19', '09-23', '11-27'];
    this.#day += 1;
    return `2024-${days[this.#day % days.length]}`;
  }

  name(): string {
    this.#name += 1;
    return `别家医院${String.fromCharCode(0x4e10 + this.#name)}`;
  }

  locator(): string {
    this.#name += 1;
    return `九十九（${String.fromCharCode(0x5e10 + this.#name)}）`;
  }
}

/** Others that may stand there; where there are none, half of these. */
function otherOf(all: readonly string[], old: readonly string[]): string[] {
  const unused = all.filter((code) => !old.includes(code));
  return unused.length > 0 ? unused : old.slice(Math.ceil(old.length / 2));
}

function other(kind: AnyKind, value: unknown, others: Others): unknown {
  const [name = '', ...rest] = kind.name.split(' ');
  const list = value as string[];
  switch (name) {
    case 'share':
    case 'multiple':
      return others.share();
    case 'year':
      return others.year();
    case 'month-span': {
      const months = [value as number | number[]].flat().map((month) => (month % 12) + 1);
      return Array.isArray(value) ? months : months[0];
    }
    case 'name-or-names':
      return Array.isArray(value) ? value.map(() => others.name()) : others.name();
    // Other values name categories by it.
    case 'category-code':
    case 'category':
      return value;
    case 'date':
      return others.date();
    case 'text':
      return others.name();
    case 'optional':
      return other({ ...kind, name: rest.join(' ') }, value, others);
    case 'document':
      return { zh: others.name(), en: others.name() };
    case 'names':
      return list.map(() => others.name());
    case 'alternatives':
      return list.map(() => [others.name()]);
    case 'locator':
      return others.locator();
    case 'code':
      return otherOf(codesAt(rest[0] as Kind, rest[1] ?? ''), [value as string])[0] ?? value;
    case 'codes':
      return otherOf(codesAt(rest[0] as Kind, rest[1] ?? ''), list);
    case 'keys': {
      const keys = keysAt(rest[0] as Kind, rest[1] ?? '', rest[2] as KeyType | undefined);
      return otherOf(
        keys.map((key) => key.name),
        list,
      );
    }
    case 'choice':
      return (kind.schema().enum as string[]).find((code) => code !== value) ?? value;
    case 'categories':
      return list.slice(Math.ceil(list.length / 2));
    case 'table': {
      const { columns = {} } = kind as AnyKind & { columns?: Record<string, Column> };
      return (value as Record<string, unknown>[]).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, cell]) => [key, other(columns[key]?.kind as AnyKind, cell, others)]),
        ),
      );
    }
    case 'count':
    case 'yearly-count':
    case 'divisor':
    case 'rate':
    case 'marks':
    case 'days':
    case 'days-after':
    case 'window-days':
    case 'working-days':
    case 'months':
    case 'years':
    case 'hours':
    case 'hours-of-day':
    case 'money':
      return others.number();
    default:
      throw new Error(`no other value of kind ${name}`);
  }
}

/** An edition of the same notice, issued on the same day, in which every number, date, list and locator is another. */
export function otherEdition(edition: Edition): Edition {
  const others = new Others();
  const kinds = kindsOf(edition.notice);
  const summary = { zh: '别的要求', en: 'Something else' };
  const owedBy = { zh: '别的单位', en: 'another body' };
  const clauses = Object.keys(edition.locators).map((id) => ({
    clause: others.locator(),
    summary,
    owedBy,
    rules: [id],
  }));
  return {
    ...edition,
    edition: '别版',
    document: { zh: '别的通知', en: 'Another notice' },
    values: Object.fromEntries(
      Object.entries(edition.values).map(([name, { value }]) => [
        name,
        { value: other(kinds[name] as AnyKind, value, others), clause: others.locator() },
      ]),
    ),
    locators: locatorsByRule(clauses),
    owers: owersByRule(clauses),
    rules: Object.fromEntries(Object.keys(edition.rules).map((id) => [id, { clause: others.locator() }])),
    clauses,
  };
}
