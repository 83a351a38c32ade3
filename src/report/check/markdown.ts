import { counted, type Finding, type WaivedFinding } from '../../model/finding.ts';
import { severityNames } from '../../model/names.ts';
import { inline, table } from '../markdown.ts';
import { notJudgedLine } from '../not-judged.ts';
import { cellNamed, fileAndLine, placeIn } from '../place.ts';
import { approval, byFile, listed, notJudgedTold, type Reporter, summaryLines } from './report.ts';

/** Most rows of a table shown open; longer ones are folded. */
const OPEN_ROWS = 10;

/** For a comment on a pull request or the summary of a job: counts, then a table a file, then what was waived. */
export const markdown: Reporter = (result, options) => {
  const word = (zh: string, en: string) => (options.lang === 'zh' ? zh : en);
  const findings = listed(result.findings, options);
  const blocks = [
    word('## 培训合规检查', '## Compliance of training'),
    [
      ...notJudgedTold(result, options).map((each) => notJudgedLine(each, options.lang)),
      ...summaryLines(result, options),
    ]
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
            ...row(finding, approval(finding.waiver, options.lang)).with(0, fileAndLine(finding, options.lang)),
          ]),
        ),
      ),
    );
  }
  return `${blocks.join('\n\n')}\n`;

  function row(finding: Finding | WaivedFinding, last: string): string[] {
    const { lang } = options;
    const { severity, rule, clause, subject, message } = finding;
    return [
      finding.cell ? cellNamed(finding.cell, lang) : placeIn(finding, lang),
      severityNames[severity][lang],
      rule,
      clause ?? '',
      subject ?? '',
      message[lang],
      last,
    ];
  }
};

const folded = (title: string, rows: number, text: string): string =>
  rows > OPEN_ROWS ? `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>` : text;
