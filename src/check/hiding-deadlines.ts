import type { Finding } from '../model/finding.ts';

/** Rules about records that tell what keeps deadlines from being told; they are run whatever a config makes of them. */
export const RUN_ANYWAY: readonly string[] = ['data/date-order', 'data/no-dates'];

/** Whether what a finding says keeps deadlines from being told: a value that cannot be read, or dates that are not there. */
export const hidesDeadlines = ({ rule, severity, actual }: Finding): boolean =>
  (rule.startsWith('schema/') && severity !== 'info') ||
  rule === 'data/date-order' ||
  (rule === 'data/no-dates' && actual === null);
