import { counted, type Finding, type WaivedFinding } from '../../model/finding.ts';
import { severityNames } from '../../model/names.ts';
import { visible } from '../../text/visible.ts';
import { placeIn } from '../place.ts';
import { approval, byFile, listed, type Reporter, summaryLines } from './report.ts';

/** Most rows of a table shown open; longer ones are folded. */
const OPEN_ROWS = 10;

// A sign alone, or a word or a short number with its punctuation. Whatever else is ASCII may be markup, a link, a mention, a reference to
// an issue or commit, an emoji or a formula on one platform or another.
const PLAIN = /^(?:[,.;:?!%()"'+=/-]|[("']*(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,6}(?:[.,:-]\d{1,2})*%?)[)"'.,;:!?]*)$/;
const LINK_OR_COMMIT = /^\W*(?:www\.|[a-f]{7,}\W*$)/i;

/** For a comment on a pull request or the summary of a job: counts, then a table a file, then what was waived. */
export const markdown: Reporter = (result, options) => {
  const word = (zh: string, en: string) => (options.lang === 'zh' ? zh : en);
  const findings = listed(result.findings, options);
  const blocks = [
    word('## 培训合规检查', '## Compliance of training'),
    summaryLines(result, options)
      .map((line) => `- ${inline(line)}`)
      .join('\n'),
  ];
  if (findings.length === 0) blocks.push(word('没有列出的问题。', 'No findings to list.'));
  for (const [file, own] of byFile(findings)) {
    blocks.push(
      `### ${inline(file)}`,
      folded(
        word(`${own.length} 个问题`, counted(own.length, 'finding')),
        own.length,
        table(
          word('位置 级别 规则 条款 对象 问题 改法', 'place severity rule clause subject message remedy').split(' '),
          own.map((finding) => row(finding, finding.remedy[options.lang])),
        ),
      ),
    );
  }
  if (!options.quiet && result.waived.length > 0) {
    blocks.push(
      word('### 已豁免', '### Waived'),
      folded(
        word(`${result.waived.length} 个豁免`, `${result.waived.length} waived`),
        result.waived.length,
        table(
          word('位置 级别 规则 条款 对象 问题 豁免', 'place severity rule clause subject message waiver').split(' '),
          result.waived.map((finding) => [
            ...row(finding, approval(finding.waiver, options.lang)).with(0, `${finding.file}:${finding.line}`),
          ]),
        ),
      ),
    );
  }
  return `${blocks.join('\n\n')}\n`;

  function row(finding: Finding | WaivedFinding, last: string): string[] {
    const { lang } = options;
    const { severity, rule, clause, subject, message } = finding;
    return [placeIn(finding), severityNames[severity][lang], rule, clause ?? '', subject ?? '', message[lang], last];
  }
};

/** A table whose cells hold plain text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((cells) => line(cells.map(inline)))].join('\n');
}

const folded = (title: string, rows: number, text: string): string =>
  rows > OPEN_ROWS ? `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>` : text;

/** A text in which nothing is markup: words as they are, everything doubtful as code, so that it can be copied unchanged. */
export const inline = (text: string): string =>
  visible(text).replace(/[!-~]+/g, (run) =>
    PLAIN.test(run) && !LINK_OR_COMMIT.test(run)
      ? run
      : // A pipe would end the table's cell, even in code.
        run.split('|').map(code).join('&#124;'),
  );

function code(text: string): string {
  if (text === '') return '';
  const ticks = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...ticks) + 1);
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${blank}${text}${blank}${fence}`;
}
