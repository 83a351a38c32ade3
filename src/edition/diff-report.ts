import { counted, type Language, type Outcome, type Words } from '../model/finding.ts';
import { noticeNames, outcomeNames } from '../model/names.ts';
import type { Edition } from '../notices/edition.ts';
import { document } from '../report/html/document.ts';
import { html, type Markup } from '../report/html/markup.ts';
import { inline, table } from '../report/markdown.ts';
import { visible } from '../text/visible.ts';
import type { Change } from './diff.ts';
import type { VerdictChange, VerdictChanges } from './verdicts.ts';

/** Two editions of a notice compared: what they say otherwise and, where plans were given, what becomes of these. */
export interface Comparison {
  older: Edition;
  newer: Edition;
  changes: readonly Change[];
  verdicts: VerdictChanges | undefined;
}

/** The comparison in each format. */
export const diffFormats = { text, markdown, html: page };

class Said {
  readonly #lang: Language;
  readonly #comparison: Comparison;

  constructor(comparison: Comparison, lang: Language) {
    this.#comparison = comparison;
    this.#lang = lang;
  }

  word(zh: string, en: string): string {
    return this.#lang === 'zh' ? zh : en;
  }

  of(words: Words): string {
    return visible(words[this.#lang]);
  }

  get title(): string {
    const { older, newer } = this.#comparison;
    const notice = this.of(noticeNames[newer.notice]);
    return visible(
      this.word(
        `${notice}：“${older.edition}”版与“${newer.edition}”版的不同`,
        `${notice}: from the edition ${older.edition} to ${newer.edition}`,
      ),
    );
  }

  /** What the reader must know first: which documents, and what of them nobody has looked over. */
  get notes(): string[] {
    const { older, newer, changes } = this.#comparison;
    const drafts = [older, newer].filter(({ drafts }) => drafts.length > 0);
    return [
      this.word(`原来：${older.document.zh}`, `Old: ${older.document.en}`),
      this.word(`现在：${newer.document.zh}`, `New: ${newer.document.en}`),
      ...drafts.map(({ edition, drafts: { length } }) =>
        this.word(
          `“${edition}”版还是草稿，有 ${length} 项没有核对，下面的不同只作参考`,
          `The edition ${edition} is a draft with ${counted(length, 'thing')} not looked over; take what follows as a trial`,
        ),
      ),
      changes.length === 0
        ? this.word('两版没有不同', 'Nothing differs')
        : this.word(`共 ${changes.length} 处不同`, `${counted(changes.length, 'change')} in all`),
    ].map(visible);
  }

  get head(): string[] {
    return [this.word('事项', 'what'), this.word('原来', 'old'), this.word('现在', 'new'), this.word('条款', 'clause')];
  }

  name(change: Change): string {
    return this.of(change.title);
  }

  /** What it was or is; that nothing is there is said where only the other edition has it. */
  side(change: Change, side: 'old' | 'new'): string[] {
    const lines = change[side].map((line) => this.of(line));
    if (lines.length > 0) return lines;
    const clause = side === 'old' ? change.oldClause : change.newClause;
    const isMoved = change.old.length === 0 && change.new.length === 0;
    return isMoved
      ? [this.word('（内容不变）', '(the same)')]
      : clause === null
        ? [this.word('（没有）', '(none)')]
        : [];
  }

  /** What it was or is, each line led by which of the two it tells, unless it says so itself. */
  led(change: Change, side: 'old' | 'new'): string[] {
    const label = side === 'old' ? this.word('原来', 'old') : this.word('现在', 'new');
    return this.side(change, side).map((line, index) => (change[side][index]?.isItem ? line : `${label}  ${line}`));
  }

  clause({ oldClause, newClause }: Change): string {
    if (oldClause === newClause) return visible(oldClause ?? '');
    return visible(`${oldClause ?? this.word('无', 'none')} → ${newClause ?? this.word('无', 'none')}`);
  }

  get verdictHead(): string[] {
    return [
      this.word('单位', 'unit'),
      this.word('对象', 'subject'),
      this.word('规则', 'rule'),
      this.word('判定', 'verdict'),
      this.word('说明', 'message'),
    ];
  }

  verdict({ owner, subject, label, rule, old, new: now, message }: VerdictChange): string[] {
    const outcome = (each: Outcome | null) => (each ? this.of(outcomeNames[each]) : this.word('不适用', 'none'));
    const name = subject === owner || subject === null ? '' : subject;
    const about = [name, label ? this.of(label) : ''].filter((each) => each !== '').join(this.word('：', ': '));
    return [owner, about, rule, `${outcome(old)} → ${outcome(now)}`, message ? this.of(message) : ''].map(visible);
  }

  /** How the plans were judged, and how many verdicts stay. */
  verdictNotes({ changes, same: unchanged, records }: VerdictChanges): string[] {
    return [
      this.word(
        `${records} 份记录按两版各判一次：${changes.length} 项判定不同，${unchanged} 项相同。`,
        `${counted(records, 'record')} judged by both: ${counted(changes.length, 'verdict')} differ, ${unchanged} stay.`,
      ),
      this.word(
        '不论记录是哪一年的，都按这两版判；只管一年的版本，其中的日期换到记录的年度，例如 2025-08-31 用在 2024 年的计划上算 2024-08-31。',
        'Either edition judges every record, whatever its year; dates of an edition that governs a single year count in the year of the record: 2025-08-31 is 2024-08-31 for a plan of 2024.',
      ),
    ];
  }
}

function text(comparison: Comparison, lang: Language): string {
  const said = new Said(comparison, lang);
  const lines = [said.title, ...said.notes, ''];
  for (const change of comparison.changes) {
    const clause = said.clause(change);
    const [old, now] = [said.side(change, 'old'), said.side(change, 'new')];
    lines.push(`${said.name(change)}${clause && said.word(`（${clause}）`, ` (${clause})`)}`);
    const hasItems = [...change.old, ...change.new].some(({ isItem }) => isItem);
    if (!hasItems && old.length === 1 && now.length === 1 && [...old, ...now].join('').length < 60)
      lines.push(
        `  ${old[0] ?? ''}${old.join() === now.join() ? '' : `${old[0] ? ' ' : ''}→ ${now[0] ?? ''}`}`.trimEnd(),
      );
    else lines.push(...[...said.led(change, 'old'), ...said.led(change, 'new')].map((line) => `  ${line}`));
    if (change.rules.length > 0)
      lines.push(`  ${said.word('规则', 'rules')}  ${change.rules.join(said.word('、', ', '))}`);
    lines.push('');
  }
  if (comparison.verdicts) {
    lines.push(...said.verdictNotes(comparison.verdicts), '');
    for (const each of comparison.verdicts.changes) {
      const [owner, about, rule, verdict, message] = said.verdict(each);
      lines.push(`${owner}${about && `  ${about}`}  ${verdict}`, `  ${rule}`, ...(message ? [`  ${message}`] : []), '');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function markdown(comparison: Comparison, lang: Language): string {
  const said = new Said(comparison, lang);
  const cell = (lines: readonly string[]) => lines.map(inline).join('<br>');
  const row = (change: Change) =>
    `| ${[
      inline(said.name(change)),
      cell(said.side(change, 'old')),
      cell(said.side(change, 'new')),
      inline(said.clause(change)),
    ].join(' | ')} |`;
  const blocks = [`# ${inline(said.title)}`, said.notes.map((note) => `- ${inline(note)}`).join('\n')];
  if (comparison.changes.length > 0) blocks.push([table(said.head, []), ...comparison.changes.map(row)].join('\n'));
  if (comparison.verdicts) {
    const { verdicts } = comparison;
    blocks.push(`## ${said.word('对这些计划的影响', 'What it does to these plans')}`);
    blocks.push(
      said
        .verdictNotes(verdicts)
        .map((note) => `- ${inline(note)}`)
        .join('\n'),
    );
    if (verdicts.changes.length > 0)
      blocks.push(
        table(
          said.verdictHead,
          verdicts.changes.map((each) => said.verdict(each)),
        ),
      );
  }
  return `${blocks.join('\n\n')}\n`;
}

function page(comparison: Comparison, lang: Language): string {
  const said = new Said(comparison, lang);
  const lines = (all: readonly string[]): Markup[] => all.map((line, index) => html`${index > 0 && html`<br>`}${line}`);
  const head = (titles: readonly string[]) =>
    html`<thead><tr>${titles.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>`;
  const section = (id: string, title: string, notes: readonly string[], content: Markup) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${notes.map((note) => html`<p class="muted">${note}</p>`)}
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>${content}</table></div></section>`;
  const changes = section(
    'changes',
    said.word('不同之处', 'What changes'),
    [],
    html`${head(said.head)}
<tbody>${comparison.changes.map(
      (change) =>
        html`<tr><th scope="row">${said.name(change)}</th><td>${lines(said.side(change, 'old'))}</td><td>${lines(said.side(change, 'new'))}</td><td>${said.clause(change)}</td></tr>
`,
    )}</tbody>`,
  );
  const { verdicts } = comparison;
  const plans =
    verdicts &&
    section(
      'plans',
      said.word('对这些计划的影响', 'What it does to these plans'),
      said.verdictNotes(verdicts),
      html`${head(said.verdictHead)}
<tbody>${verdicts.changes.map(
        (each) => html`<tr>${said.verdict(each).map((cell) => html`<td>${cell}</td>`)}</tr>
`,
      )}</tbody>`,
    );
  return String(
    document(
      {
        title: said.title,
        header: html`<h1>${said.title}</h1>
<ul class="facts">${said.notes.map((note) => html`<li>${note}</li>`)}</ul>`,
        main: html`${comparison.changes.length > 0 && changes}
${plans}`,
        footer: said.word('由 hn-gp 从两个版本文件比较得出。', 'Compared by hn-gp from the two edition files.'),
      },
      lang,
    ),
  );
}
