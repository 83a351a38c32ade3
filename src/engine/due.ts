import type { Day } from '../calendar/day.ts';
import type { Words } from '../model/finding.ts';

/** Something owed by a day. It rides on the answer that judges it, so that verdicts and the list of deadlines share one due date. */
export interface Duty {
  /** The last day that is in time; where what it follows from is not known to the day, one of a stretch. */
  due: Day;
  /** Whether the file shows it done, in time or not. */
  done: boolean;
  /** Whether it was done after the due day. */
  late?: boolean;
  /** JSON pointer where the file says so, or would. */
  path: string;
  /** Which one it is, where a subject has several of a rule: a name that lasts when others come and go, and how it is shown. */
  part?: { id: string; label: Words };
  /** Whose duty it is, where not that of the base, pair, city or province whose record it stands in. */
  owedBy?: Words | undefined;
  /** What to know about the due date. */
  note?: Words | undefined;
}
