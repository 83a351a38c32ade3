import { isCalendarDate } from './calendar/date.ts';
import { check as checkRecords } from './check/check.ts';
import { requireRules } from './check/rule-ids.ts';
import type { CheckOptions, CheckResult } from './model/check-result.ts';
import type { Language } from './model/finding.ts';
import { UsageError } from './model/usage-error.ts';
import { formats as reporters } from './report/check/formats.ts';
import { plain } from './report/check/report.ts';

export type { CheckOptions, CheckResult } from './model/check-result.ts';
export type { Activity, Evidence, Milestone, Owner, SourceRead } from './model/evidence.ts';
export type {
  Deadline,
  Finding,
  Language,
  Location,
  Modality,
  Outcome,
  Policy,
  Range,
  Severity,
  Stretch,
  Unreadable,
  Verdict,
  WaivedFinding,
  Words,
} from './model/finding.ts';
export { UsageError } from './model/usage-error.ts';
export { version } from './model/version.ts';

/** Checks records against the notices. Reads files and nothing else; throws a UsageError where the call cannot be carried out. */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const { asOf, rules = [] } = options;
  if (!isCalendarDate(asOf))
    throw new UsageError(
      `asOf 要写日历上有的日期，例如 2024-03-20，现在是“${asOf}”`,
      `asOf takes a calendar date such as 2024-03-20, found "${asOf}"`,
    );
  for (const pattern of rules) requireRules(pattern, 'rules');
  return checkRecords(options);
}

/** How a report is written. */
export interface ReportOptions {
  /** Language of the report, `zh` by default. */
  lang?: Language;
  /** Whether to leave out everything below an error; the counts stay. */
  quiet?: boolean;
  /** The bytes of the one workbook that was checked, which an `xlsx` report then marks. */
  workbook?: Uint8Array;
}

/** Names of the formats of a report. */
export const formats: readonly string[] = Object.keys(reporters);

/**
 * A result as a report in one of the `formats`, without colours: a text, or bytes for `xlsx`. Throws a UsageError where there is no such format, or
 * where the check did not gather what the format shows: every verdict for `junit`, evidence for `html` and `xlsx`.
 */
export async function report<Name extends string>(
  result: CheckResult,
  format: Name,
  options: ReportOptions = {},
): Promise<Name extends 'xlsx' ? Uint8Array : string> {
  const asked = Object.hasOwn(reporters, format) ? reporters[format] : undefined;
  if (!asked) throw new UsageError(`没有“${format}”这种报告格式`, `there is no report format "${format}"`);
  const lacking =
    (asked.evidence && !result.evidence && 'evidence') || (asked.everyVerdict && !result.verdicts && 'verdicts');
  if (lacking)
    throw new UsageError(
      `${format} 报告要用 ${lacking}: true 检查`,
      `a ${format} report asks to check with ${lacking}: true`,
    );
  const reporter = await asked.load();
  const { lang = 'zh', quiet = false, workbook } = options;
  const written = reporter(result, { lang, quiet, workbook, paint: plain });
  return (written instanceof Uint8Array ? written : String(written)) as Name extends 'xlsx' ? Uint8Array : string;
}
