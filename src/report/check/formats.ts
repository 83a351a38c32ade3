import type { LongText } from '../../text/long-text.ts';
import type { Reporter } from './report.ts';

/** A format of a check's report. */
export interface Format {
  /** Loads its reporter, which happens only when it is asked for. */
  load(): Promise<Reporter<string | LongText | Uint8Array>>;
  /** Whether it needs every verdict, not only the failures. */
  everyVerdict: boolean;
  /** Whether it needs what a compliance record shows besides. */
  evidence: boolean;
  /** Whether its lines are commands to a log. */
  isForLog: boolean;
}

const format = (load: Format['load'], everyVerdict = false, evidence = false, isForLog = false): Format => ({
  load,
  everyVerdict,
  evidence,
  isForLog,
});

/** The formats by name. */
export const formats: Record<string, Format> = {
  text: format(async () => (await import('./text.ts')).text),
  table: format(async () => (await import('./table.ts')).table),
  csv: format(async () => (await import('./csv.ts')).csv),
  xlsx: format(async () => (await import('./xlsx.ts')).xlsx, true, true),
  json: format(async () => (await import('./json.ts')).json),
  markdown: format(async () => (await import('./markdown.ts')).markdown),
  html: format(async () => (await import('./html.ts')).html, true, true),
  sarif: format(async () => (await import('./sarif.ts')).sarif),
  junit: format(async () => (await import('./junit.ts')).junit, true),
  github: format(async () => (await import('./github.ts')).github, false, false, true),
  gitlab: format(async () => (await import('./gitlab.ts')).gitlab),
};
