import { plusYears } from '../calendar/date.ts';
import type { Config } from '../load/config.ts';
import type { Policy } from '../model/finding.ts';
import { Bases } from '../notices/bases.ts';
import { type Edition, Editions } from '../notices/edition.ts';
import { kindsOf } from './values.ts';

/**
 * The editions in use, but that one judges every record of its notice, whatever its year, city or day. Where it governs a
 * single year, its dates count in each record's own year, as if it had governed that.
 */
class EditionsAsIf extends Editions {
  readonly #edition: Edition;
  readonly #byYear = new Map<number, Edition>();

  constructor(inUse: Editions, edition: Edition) {
    super([edition, ...inUse.all.filter(({ notice }) => notice !== edition.notice)], []);
    this.#edition = edition;
  }

  override governing(notice: Policy, year?: number, city?: string): Edition | undefined {
    return notice === this.#edition.notice ? this.#inYear(year) : super.governing(notice, year, city);
  }

  override inForce(notice: Policy, day: string): Edition | undefined {
    return notice === this.#edition.notice ? this.#edition : super.inForce(notice, day);
  }

  #inYear(year: number | undefined): Edition {
    const { from, to } = this.#edition.governs;
    if (year === undefined || from === undefined || from !== to || year === from) return this.#edition;
    const made = this.#byYear.get(year) ?? moved(this.#edition, year - from);
    this.#byYear.set(year, made);
    return made;
  }
}

/** A config under which one edition judges every record of its notice. */
export function configAsIf(config: Config, edition: Edition): Config {
  const editions = new EditionsAsIf(config.editions, edition);
  return { ...config, editions, bases: new Bases(editions, config.settings.bases) };
}

/** An edition with its dates some years later. */
function moved(edition: Edition, years: number): Edition {
  const kinds = kindsOf(edition.notice);
  const isDate = (name: string) => kinds[name]?.schema().format === 'date';
  const values = Object.entries(edition.values).map(([name, value]) => [
    name,
    isDate(name) ? { ...value, value: plusYears(String(value.value), years) } : value,
  ]);
  // What was due before it was issued is due on that day.
  return { ...edition, issued: plusYears(edition.issued, years), values: Object.fromEntries(values) };
}
