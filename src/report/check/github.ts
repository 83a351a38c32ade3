import type { Severity } from '../../model/finding.ts';
import { inert, visible } from '../../text/visible.ts';
import { notJudgedIn } from '../not-judged.ts';
import { withCell } from '../place.ts';
import { details, listed, notJudgedTold, type Reporter, summaryLines } from './report.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

// The runner undoes exactly these.
const escapedMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** For GitHub Actions: an annotation each, what was not judged before all else, then worst first since only the first ten of a kind are shown; then the counts. */
export const github: Reporter = (result, options) => {
  const { lang } = options;
  const findings = listed(result.findings, options);
  const unjudged = notJudgedTold(result, options).map((each) => {
    const place = `file=${escapedProperty(visible(each.file))},line=${each.line},title=${each.rule}`;
    return `::${each.isFailure ? 'error' : 'notice'} ${place}::${escapedMessage(notJudgedIn(each, lang))}`;
  });
  const lines = (Object.keys(commands) as Severity[]).flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => {
        const { file, line, column, endLine, endColumn, rule, clause } = finding;
        const { asked, remedy } = details(finding, lang);
        const properties: Record<string, string | number | undefined> = {
          file: visible(file) || undefined,
          line,
          endLine,
          // The runner refuses columns of a stretch over several lines.
          ...(line === endLine ? { col: column, endColumn } : {}),
          title: clause === null ? rule : `${rule} ${clause}`,
        };
        const written = Object.entries(properties)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
        const text = [withCell(finding, lang), asked, remedy].filter((part) => part !== '').join('\n');
        return `::${commands[severity]} ${written.join(',')}::${escapedMessage(text)}`;
      }),
  );
  // What is a command already is not read as another.
  return `${[...unjudged, ...lines, inert(summaryLines(result, options).join('\n'))].join('\n')}\n`;
};
