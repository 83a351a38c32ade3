import { classHoursOf, decimalClassHours } from '../../calendar/class-hours.ts';
import type { Range } from '../../model/range.ts';

const SHOWN = 100;

/** Minutes as class hours for messages: exactly, or to two places. What was found is rounded down, what is asked `up`. */
export function shownHours(minutes: number, towards: 'down' | 'up' = 'down'): string {
  const exact = decimalClassHours(minutes);
  if (exact !== undefined) return String(exact);
  const hours = classHoursOf(minutes) * SHOWN;
  return String((towards === 'down' ? Math.floor(hours) : Math.ceil(hours)) / SHOWN);
}

/** Minutes between two as class hours for messages: `8`, `8–16` or `≥ 8`. */
export function shownMinutes({ least, most }: Range): string {
  if (least === most) return shownHours(most);
  return Number.isFinite(most) ? `${shownHours(least)}–${shownHours(most)}` : `≥ ${shownHours(least)}`;
}
