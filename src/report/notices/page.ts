import { type RuleInEdition, ruleIn } from '../../engine/in-edition.ts';
import { counted, type Language, type Policy, policies, type Words } from '../../model/finding.ts';
import { modalityNames, noticeNames } from '../../model/names.ts';
import type { Clause } from '../../model/record-types.ts';
import { categoriesOf, type Edition, governedInWords } from '../../notices/edition.ts';
import { examplesOf } from '../../reference/examples.ts';
import { judgedParagraphsOf, NOT_ASKED, titleOf } from '../../reference/paragraphs.ts';
import { rules } from '../../rules/index.ts';
import { document } from '../html/document.ts';
import { html, type Markup } from '../html/markup.ts';

/**
 * The notices as one page to read: every paragraph in our own words beside the rules that judge it, or the reason why none
 * can; every rule with its numbers, its reading and an example. Needs no script.
 */
export const noticesPage = (
  editions: readonly Edition[],
  chosen: readonly Policy[] | undefined,
  lang: Language,
): string =>
  new NoticesPage(
    policies
      .filter((notice) => !chosen || chosen.includes(notice))
      .flatMap((notice) => editions.filter((edition) => edition.notice === notice)),
    lang,
  ).text();

class NoticesPage {
  readonly #editions: readonly Edition[];
  readonly #lang: Language;

  constructor(editions: readonly Edition[], lang: Language) {
    this.#editions = editions;
    this.#lang = lang;
  }

  text(): string {
    const title = this.#word('通知逐段对照', 'Every paragraph of the notices');
    const shown = document(
      {
        title,
        header: html`<h1>${title}</h1>
<p class="muted">${this.#word('每一段用我们自己的话写，不是通知原文；旁边是判定它的规则，或者机器判不了的原因。', 'Each paragraph in our own words, not those of the notice, beside the rules that judge it, or the reason why none can.')}</p>
<nav aria-label="${this.#word('通知', 'notices')}"><ul>${this.#editions.map((edition) => html`<li><a href="#${idOf(edition)}">${this.#named(edition)}</a></li>`)}</ul></nav>`,
        main: html`${this.#editions.map((edition) => this.#notice(edition))}`,
        footer: this.#word(
          '由 hn-gp 从规则和通知版本生成；以通知原文为准。',
          'Made by hn-gp from its rules and the editions; the notices themselves are what counts.',
        ),
      },
      this.#lang,
    );
    return String(shown);
  }

  #word(zh: string, en: string): string {
    return this.#lang === 'zh' ? zh : en;
  }

  #said(words: Words): string {
    return words[this.#lang];
  }

  #named({ notice, edition }: Edition): string {
    return this.#word(`${noticeNames[notice].zh}“${edition}”版`, `${noticeNames[notice].en}, edition ${edition}`);
  }

  #notice(edition: Edition): Markup {
    const id = idOf(edition);
    const paragraphs = judgedParagraphsOf(edition);
    const judged = paragraphs.filter(({ rules: own = [] }) => own.length > 0).length;
    const own = rules.filter(({ policy }) => policy === edition.notice).map((rule) => ruleIn(rule, edition));
    const governed = governedInWords(edition.governs);
    const facts = [
      edition.document,
      { zh: `${edition.issued} 印发`, en: `issued ${edition.issued}` },
      ...(governed.zh === '' ? [] : [{ zh: `管 ${governed.zh}`, en: `governs ${governed.en}` }]),
      {
        zh: `共 ${paragraphs.length} 段，${judged} 段由规则判定`,
        en: `${counted(paragraphs.length, 'paragraph')}, ${judged} judged by rules`,
      },
      ...(edition.drafts.length > 0
        ? [
            {
              zh: `草稿，有 ${edition.drafts.length} 项没有核对`,
              en: `a draft, ${counted(edition.drafts.length, 'thing')} not looked over`,
            },
          ]
        : []),
    ];
    return html`<section aria-labelledby="${id}"><h2 id="${id}">${this.#named(edition)}</h2>
<ul class="facts">${facts.map((fact) => html`<li>${this.#said(fact)}</li>`)}</ul>
<h3 id="${id}-paragraphs">${this.#word('逐段', 'Paragraph by paragraph')}</h3>
<div class="scroll" role="region" aria-labelledby="${id}-paragraphs" tabindex="0"><table class="law">
<thead><tr>${[this.#word('条款', 'clause'), this.#word('说的是什么', 'what it says'), this.#word('由谁落实', 'owed by'), this.#word('判定的规则，或判不了的原因', 'rules, or why none')].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${paragraphs.map((paragraph, index) => this.#paragraph(edition, paragraph, index))}</tbody></table></div>
<h3 id="${id}-rules">${this.#word('逐条规则', 'Rule by rule')}</h3>
${own.map((rule) => this.#rule(edition, rule, paragraphs))}
</section>
`;
  }

  #paragraph(edition: Edition, { clause, summary, owedBy, rules: own = [], reason }: Clause, index: number): Markup {
    const known = own.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
    return html`<tr id="${paragraphId(edition, index)}"><th scope="row">${clause}</th><td>${this.#said(summary)}</td><td>${this.#said(owedBy)}</td><td>${
      known.length > 0
        ? html`<ul class="plain-list">${known.map((rule) => html`<li><a href="#${ruleId(edition, rule.id)}">${this.#said(ruleIn(rule, edition).words.title)}</a></li>`)}</ul>`
        : html`<span class="muted">${reason ? this.#said(reason) : ''}</span>`
    }</td></tr>
`;
  }

  #rule(edition: Edition, rule: RuleInEdition, paragraphs: readonly Clause[]): Markup {
    const { id } = rule.rule;
    const { title, asks, reading, verdict, remedy } = rule.words;
    const binding = rule.isOff || !rule.modality ? this.#said(NOT_ASKED) : this.#said(modalityNames[rule.modality]);
    const standing = paragraphs.flatMap(({ clause, rules: own = [] }, index) =>
      own.includes(id) ? [{ clause, index }] : [],
    );
    const part = (name: string, content: Markup | string | undefined) =>
      content === undefined ? '' : html`<dt>${name}</dt><dd>${content}</dd>`;
    const { pass, fail } = examplesOf(id);
    const example = fail ?? pass;
    return html`<article class="finding" id="${ruleId(edition, id)}"><h4>${this.#said(title)} <code>${id}</code></h4>
<dl>${part(
      this.#word('条款', 'clause'),
      standing.length > 0
        ? html`${standing.map(({ clause, index }, place) => html`${place > 0 && this.#word('、', ', ')}<a href="#${paragraphId(edition, index)}">${clause}</a>`)}${this.#word('（', ' (')}${binding}${this.#word('）', ')')}`
        : binding,
    )}${part(this.#word('要求', 'asks'), this.#said(asks))}${part(this.#word('数字', 'numbers'), this.#numbers(edition, rule))}${part(this.#word('理解', 'reading'), reading && this.#said(reading))}${part(this.#word('说明', 'note'), rule.note && this.#said(rule.note))}${part(this.#word('判定', 'verdict'), verdict && this.#said(verdict))}${part(this.#word('改法', 'remedy'), this.#said(remedy))}</dl>
${example && html`<details class="more"><summary>${fail ? this.#word('不通过的例子', 'An example that fails') : this.#word('通过的例子', 'An example that passes')}<span class="vh"> ${id}</span></summary><pre tabindex="0">${example.text.trimEnd()}</pre></details>`}
</article>
`;
  }

  #numbers(edition: Edition, { rule }: RuleInEdition): Markup | undefined {
    const values = Object.entries(rule.reads).flatMap(([name, kind]) => {
      const held = edition.values[name];
      if (held?.value === undefined || held.clause === '') return [];
      const lines = kind
        .lines(held.value, (code) => categoriesOf(edition).nameOf(code))
        .map((line) => this.#said(line));
      const label = `${this.#said(titleOf(edition, name))}${this.#word('（', ' (')}${held.clause}${this.#word('）', ')')}`;
      return [
        html`<li>${label}${this.#word('：', ': ')}${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</li>`,
      ];
    });
    return values.length > 0 ? html`<ul class="plain-list">${values}</ul>` : undefined;
  }
}

/** Ids that links lead to; names of editions may hold anything, an id no blanks. */
const idOf = ({ notice, edition }: Edition): string => `${notice}-${edition.replace(/\s+/g, '_')}`;
const paragraphId = (edition: Edition, index: number): string => `${idOf(edition)}-p${index + 1}`;
const ruleId = (edition: Edition, rule: string): string => `${idOf(edition)}-${rule.slice(rule.indexOf('/') + 1)}`;
