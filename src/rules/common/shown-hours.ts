import { classHoursOf, decimalClassHours } from '../../calendar/class-hours.ts';

const SHOWN = 100;

/** Minutes as class hours for messages: exactly, or to two places. What was found is rounded down, what is asked `up`. */
export function shownHours(minutes: number, towards: 'down' | 'up' = 'down'): string {
  const exact = decimalClassHours(minutes);
  if (exact !== undefined) return String(exact);
  const hours = classHoursOf(minutes) * SHOWN;
  return String((towards === 'down' ? Math.floor(hours) : Math.ceil(hours)) / SHOWN);
}
