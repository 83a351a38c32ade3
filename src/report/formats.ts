import type { Reporter } from './report.ts';

/** The formats of a check's report, each loaded only when asked for. */
export const formats: Record<string, () => Promise<Reporter>> = {
  text: async () => (await import('./text.ts')).text,
  table: async () => (await import('./table.ts')).table,
  csv: async () => (await import('./csv.ts')).csv,
  json: async () => (await import('./json.ts')).json,
};
