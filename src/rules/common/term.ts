import type { Day } from '../../calendar/day.ts';
import { type Period, periodOf } from '../../records/period.ts';

/** The term of an agreement; undefined where one of its ends is not stated, or they are the wrong way round. */
export const termOf = ({ start, end }: { start?: Day; end?: Day } = {}): Period | undefined =>
  start === undefined || end === undefined ? undefined : periodOf({ start, end });
