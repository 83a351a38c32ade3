import type { Language } from '../../model/finding.ts';
import type { LongText } from '../../text/long-text.ts';
import type { ComplianceRecord } from './record.ts';

/** Writes a record of compliance; pure, the same bytes for the same record. */
export type RecordFormat = (record: ComplianceRecord, lang: Language) => string | LongText;

/** The formats of a record of compliance, each loaded only when asked for. */
export const recordFormats: Record<string, () => Promise<RecordFormat>> = {
  text: async () => (await import('./text.ts')).text,
  csv: async () => (await import('./csv.ts')).csv,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html/page.ts')).page,
};
