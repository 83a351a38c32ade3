import type { CheckResult } from '../../model/check-result.ts';
import { counted, type Finding, type WaivedFinding } from '../../model/finding.ts';
import { visible } from '../../text/visible.ts';
import { wrapped } from '../../text/wrap.ts';
import type { ReportOptions } from './report.ts';

/** What the text report lists. */
export type Listed = Finding | WaivedFinding;

/** A text in lines that fit a terminal behind so many cells; one line where the report goes elsewhere. */
export const fitted = (text: string, behind: number, columns: number | undefined): string[] =>
  columns === undefined ? [text] : wrapped(text, columns - behind);

/** A record of a year that is over in which nothing is written of what was done, and what is found because of that. */
export interface Untouched {
  file: string;
  year: number;
  own: Listed[];
}

/** What is found of such records because it is not written at all; whatever else is found of them is listed. */
export function untouchedRecords(findings: readonly Listed[], { untouched }: CheckResult): Untouched[] {
  return untouched.flatMap(({ file, record, year }) => {
    const own = findings.filter(
      (each) =>
        each.file === file &&
        each.record === record &&
        !('waiver' in each) &&
        (each.policy === 'training' ? each.actual === null : UNTOUCHED.has(each.rule)),
    );
    return own.length > 0 ? { file, year, own } : [];
  });
}

/** Rules of data that such a record fails, session by session. */
const UNTOUCHED: ReadonlySet<string> = new Set(['data/stale-plan', 'data/no-dates']);

/** Once, what is the matter with such a record, and what to fill in first. */
export function untouchedLines(
  { file, year, own }: Untouched,
  asOf: string,
  { lang, paint, columns }: Pick<ReportOptions, 'lang' | 'paint' | 'columns'>,
): string[] {
  const words =
    lang === 'zh'
      ? [
          `${visible(file)} 是 ${year} 年度的，年度已经过去（判定日 ${asOf}），里面还没有写办了什么：有 ${own.length} 个问题都由此而来，没有逐项列出。`,
          '先给每期写上“状态”（已完成或已取消）和“线下”“线上”的日期、学时，再填“内容”“准备”“宣传”“总结”；填错了年度的，改“年度”。逐项列出加 --verbose。',
        ]
      : [
          `${visible(file)} is of the year ${year}, which is over (as of ${asOf}), and says nothing of what was done: ${counted(own.length, 'finding')} come of that and are not listed.`,
          'Give each session its "status" (completed or cancelled), dates and hours first, then "topics", "preparation", "publicity" and "summary"; if another year is meant, mend "year". --verbose lists them all.',
        ];
  const [head = [], more = []] = words.map((each) => fitted(each, 0, columns));
  return [...head.map((line) => paint.yellow(line)), ...more];
}
