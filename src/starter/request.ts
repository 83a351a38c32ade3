import type { CalendarDate } from '../calendar/date.ts';
import type { Config } from '../load/config.ts';
import type { Language } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { Edition } from '../notices/edition.ts';

/** What a starter is asked for. */
export interface StarterRequest {
  kind: Kind;
  /** The year it is for; a pairing has none. */
  year: number;
  /** The first day of the first session, or of the pairing. */
  start: CalendarDate | undefined;
  /** Name of the base, as given. */
  base: string | undefined;
  /** The editions that govern the year. */
  editions: { training: Edition | undefined; pairing: Edition | undefined; haikou: Edition | undefined };
  config: Pick<Config, 'bases'>;
  keys: Language;
  lang: Language;
  /** Name of the file it will stand in, for the next step that its head tells, and what options that takes. */
  file: string;
  options?: readonly string[];
}
