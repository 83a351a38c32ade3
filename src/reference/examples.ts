import type { CalendarDate } from '../calendar/date.ts';
import generated from '../generated/examples.json' with { type: 'json' };

/** A tested file that shows a rule passing or failing. */
export interface Example {
  text: string;
  /** The day as of which it is judged, where that matters. */
  asOf: CalendarDate | null;
  /** Whether it is judged as the whole province. */
  complete: boolean;
}

const examples: Record<string, { pass?: Example; fail?: Example }> = generated;

/** The examples of a rule; either may be missing while the rule is being written. */
export const examplesOf = (rule: string): { pass?: Example; fail?: Example } => examples[rule] ?? {};
