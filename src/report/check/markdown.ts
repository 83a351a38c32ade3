import { counted, type Finding, type WaivedFinding } from '../../model/finding.ts';
import { severityNames } from '../../model/names.ts';
import { inline, row as tableRow, tableWith } from '../markdown.ts';
import { notJudgedLine } from '../not-judged.ts';
import { cellNamed, fileAndLine, placeIn } from '../place.ts';
import { approval, byFile, listed, notJudgedTold, type Reporter, summaryLines } from './report.ts';

/** Most rows of a table shown open; longer ones are folded. */
const OPEN_ROWS = 10;

/** Most characters that a comment on GitHub takes, the smallest room that such a report has to fit into. */
const ROOM = 65_536;

/** Of these, what headings and the words about what is left out need. */
const FRAME = 1_000;

/** Most characters of the lines about what was not judged; the findings of the rest are to be seen too. */
const ROOM_FOR_UNJUDGED = 16_000;

/** One table: its heading, what it is called when it is folded, its columns and rows. */
interface Section {
  heading: string;
  titled(rows: number): string;
  columns: string[];
  rows: Row[];
}

interface Row {
  /** Errors first, what is waived last. */
  weight: number;
  text: string;
}

/**
 * For a comment on a pull request or the summary of a job: counts, then a table a file, then what was waived. It fits into
 * a comment: where there is too much, the worst is listed, and the rest is counted before all tables.
 */
export const markdown: Reporter = (result, options) => {
  const { lang, quiet } = options;
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const line = (text: string) => `- ${inline(text)}`;
  const findings = listed(result.findings, options);
  const sections: Section[] = byFile(findings).map(([file, own]) => ({
    heading: `### ${inline(file)}`,
    titled: (rows) => word(`${rows} 个问题`, counted(rows, 'finding')),
    columns: word('位置 级别 规则 条款 对象 问题 改法', 'place severity rule clause subject message remedy').split(' '),
    rows: own.map((finding) => ({
      weight: SEVERITIES.indexOf(finding.severity),
      text: tableRow(row(finding, finding.remedy[lang])),
    })),
  }));
  if (!quiet && result.waived.length > 0)
    sections.push({
      heading: word('### 已豁免', '### Waived'),
      titled: (rows) => word(`${rows} 个豁免`, `${rows} waived`),
      columns: word('位置 级别 规则 条款 对象 问题 豁免', 'place severity rule clause subject message waiver').split(
        ' ',
      ),
      rows: result.waived.map((finding) => ({
        weight: SEVERITIES.length,
        text: tableRow(row(finding, approval(finding.waiver, lang)).with(0, fileAndLine(finding, lang))),
      })),
    });
  const unjudged = notJudgedTold(result, options).map((each) => line(notJudgedLine(each, lang)));
  const told = fitting(unjudged, ROOM_FOR_UNJUDGED);
  const head = [...told, ...summaryLines(result, options).map(line)];
  const room = ROOM - FRAME - head.join('\n').length;
  const shown = worstFitting(sections, room);
  const left = sections.flatMap(({ rows }) => rows).length - shown.size;
  const cut = [
    ...(unjudged.length > told.length
      ? [
          word(
            `另有 ${unjudged.length - told.length} 份没有判定的没有列出。`,
            `${unjudged.length - told.length} more not judged.`,
          ),
        ]
      : []),
    ...(left > 0
      ? [
          word(
            `内容太多，下面先列最重的，另有 ${left} 个没有列出；全部用 --format html 或 csv 查看。`,
            `Too much to show: the worst come below, ${left} more are not listed; see all with --format html or csv.`,
          ),
        ]
      : []),
  ].map((text) => `- **${text}**`);
  const blocks = [word('## 培训合规检查', '## Compliance of training'), [...head, ...cut].join('\n')];
  if (findings.length === 0) blocks.push(word('没有列出的问题。', 'No findings to list.'));
  for (const { heading, titled, columns, rows } of sections) {
    const own = rows.filter((each) => shown.has(each)).map(({ text }) => text);
    if (own.length > 0) blocks.push(heading, folded(titled(own.length), own.length, tableWith(columns, own)));
  }
  return `${blocks.join('\n\n')}\n`;

  function row(finding: Finding | WaivedFinding, last: string): string[] {
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

const SEVERITIES = Object.keys(severityNames);

/** The first lines, as many as have room. */
function fitting(lines: readonly string[], room: number): string[] {
  let taken = 0;
  return lines.filter((line) => {
    if (taken + line.length + 1 > room) return false;
    taken += line.length + 1;
    return true;
  });
}

/** The rows that have room, the worst before the others, with what the tables around them need. */
function worstFitting(sections: readonly Section[], room: number): Set<Row> {
  const all = sections.flatMap((section) => section.rows.map((row) => ({ section, row })));
  const shown = new Set<Row>();
  const open = new Set<Section>();
  let left = room;
  for (const { section, row } of all.sort((one, other) => one.row.weight - other.row.weight)) {
    const frame = open.has(section) ? 0 : section.heading.length + tableWith(section.columns, []).length + FOLD;
    const needed = frame + row.text.length + 1;
    if (needed > left) continue;
    left -= needed;
    open.add(section);
    shown.add(row);
  }
  return shown;
}

/** What folding a table and parting it from others takes. */
const FOLD = 100;

const folded = (title: string, rows: number, text: string): string =>
  rows > OPEN_ROWS ? `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>` : text;
