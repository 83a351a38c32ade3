import type { Counts } from '../../../model/counts.ts';
import type { RuleSummary } from '../../../model/evidence.ts';
import type { Finding, Language, Outcome, Policy, Severity, WaivedFinding, Words } from '../../../model/finding.ts';
import { counted, outcomes } from '../../../model/finding.ts';
import { modalityNames, noticeNames, outcomeNames, outcomeSigns, severityNames } from '../../../model/names.ts';
import { present } from '../../../model/present.ts';
import type { LongText } from '../../../text/long-text.ts';
import { stateOf } from '../../deadlines/deadlines.ts';
import { document } from '../../html/document.ts';
import { escaped, html, Markup } from '../../html/markup.ts';
import { cellNamed, headerNamed, isHeader, placeIn } from '../../place.ts';
import { aboutIn, type ComplianceRecord, type Entry, foundIn, type OwnerRecord, requiredBy } from '../record.ts';
import { dataErrorName, dataErrorSign, ownerKinds, preamble, waiverInWords } from '../words.ts';
import { script } from './script.ts';
import { startOf, timeline } from './timeline.ts';

/** The record as one HTML page that needs nothing else: no network, no files; the same bytes for the same record. */
export const page = (record: ComplianceRecord, lang: Language): LongText => new Page(record, lang).text();

class Page {
  readonly #record: ComplianceRecord;
  readonly #lang: Language;
  readonly #ids: ReadonlyMap<OwnerRecord, string>;

  constructor(record: ComplianceRecord, lang: Language) {
    this.#record = record;
    this.#lang = lang;
    this.#ids = new Map(record.owners.map((own, at) => [own, `o${at + 1}`]));
  }

  text(): LongText {
    const { facts, warnings } = preamble(this.#record);
    const title = this.#word('培训合规记录', 'Record of training compliance');
    return document(
      {
        title: `${title} ${this.#record.asOf}`,
        header: html`<h1>${title}</h1>
<ul class="facts">${facts.map((fact) => html`<li>${this.#said(fact)}</li>`)}</ul>`,
        main: { [Symbol.iterator]: () => this.#main(warnings) },
        footer: this.#word(
          '由 hn-gp 按通知条款自动判定，通知里机器判不了的要求不在其中。未到期、无法判断的都不算通过。',
          'Judged by hn-gp from the clauses of the notices; what no machine can judge is not in it. Pending and unknown are not passes.',
        ),
        script,
      },
      this.#lang,
    );
  }

  /** What the page shows, one owner after the other: thousands of them are never held as one text. */
  *#main(warnings: Words[]): Generator<Markup> {
    const { owners, ownerless, byNotice } = this.#record;
    yield html`${this.#overview(warnings)}\n${this.#summary()}\n`;
    for (const { notice } of byNotice) yield this.#matrix(notice);
    yield html`\n${this.#details()}\n<div id="owners">`;
    for (const own of owners) yield this.#owner(own, owners.length === 1);
    if (ownerless.length > 0) yield this.#ownerless(ownerless);
    yield html`</div>\n</section>\n${this.#waivers()}\n${this.#rules()}\n${this.#sources()}`;
  }

  #word(zh: string, en: string): string {
    return this.#lang === 'zh' ? zh : en;
  }

  #said(words: Words): string {
    return words[this.#lang];
  }

  #sign(outcome: Outcome): Markup {
    return html`<i class="sign ${outcome}" aria-hidden="true">${outcomeSigns[outcome]}</i>`;
  }

  #dataErrorSign(): Markup {
    return html`<i class="sign flawed" aria-hidden="true">${dataErrorSign}</i>`;
  }

  #overview(warnings: Words[]): Markup {
    const { counts, severities, dataErrors } = this.#record;
    return html`<section aria-labelledby="overview"><h2 id="overview" class="vh">${this.#word('总体情况', 'Overview')}</h2>
<ul class="cards">${outcomes.map((outcome) => html`<li>${this.#sign(outcome)} ${this.#said(outcomeNames[outcome])}<b>${counts[outcome]}</b>${outcome === 'fail' && html`<small>${this.#problems(severities)}</small>`}</li>`)}<li>${this.#dataErrorSign()} ${this.#said(dataErrorName)}<b>${dataErrors}</b></li></ul>
${warnings.length > 0 && html`<div class="warn"><strong>${this.#word('注意', 'Mind')}</strong><ul>${warnings.map((warning) => html`<li>${this.#said(warning)}</li>`)}</ul></div>`}
</section>`;
  }

  #problems(severities: Record<Severity, number>): string {
    const said = (['error', 'warning', 'info'] as const)
      .filter((severity) => severities[severity] > 0)
      .map((severity) =>
        this.#lang === 'zh'
          ? `${severities[severity]} 个${severityNames[severity].zh}`
          : counted(severities[severity], severityNames[severity].en),
      );
    return said.length > 0 ? said.join(this.#word('、', ', ')) : this.#word('没有问题', 'no findings');
  }

  #summary(): Markup {
    const head = (text: string, numeric: boolean) =>
      html`<th scope="col"${numeric && html` class="n"`}><button type="button">${text}</button></th>`;
    return html`<section aria-labelledby="summary"><h2 id="summary">${this.#word('各单位一览', 'By base')}</h2>
<div class="scroll" role="region" aria-labelledby="summary" tabindex="0"><table class="summary">
<thead><tr>${head(this.#word('名称', 'name'), false)}${head(this.#word('通知', 'notice'), false)}${outcomes.map((outcome) => head(this.#said(outcomeNames[outcome]), true))}${head(this.#said(dataErrorName), true)}<th scope="col">${this.#word('比例', 'share')}</th></tr></thead>
<tbody>${this.#record.owners.map((own) => this.#summaryRow(own))}</tbody></table></div></section>`;
  }

  #summaryRow(own: OwnerRecord): Markup {
    const { owner, kind, notice, counts, dataErrors } = own;
    const figure = (count: number, shown: string) =>
      html`<td class="n" data-value="${count}">${count === 0 ? html`<span class="zero">0</span>` : html`<span class="${shown}">${count}</span>`}</td>`;
    return html`<tr><th scope="row"><a href="#${this.#ids.get(own)}">${owner}</a> <span class="muted">${this.#said(ownerKinds[kind])}</span></th><td>${this.#said(noticeNames[notice])}</td>${outcomes.map((outcome) => figure(counts[outcome], outcome === 'pass' ? 'few' : `chip ${outcome}`))}${figure(dataErrors.length, 'chip flawed')}<td>${bar(counts)}</td></tr>`;
  }

  #matrix(notice: Policy): Markup {
    const rules = this.#record.rules.filter(({ policy }) => policy === notice);
    const owners = this.#record.owners.filter(
      (own) => own.notice === notice && own.entries.length + own.dataErrors.length > 0,
    );
    const id = `matrix-${notice}`;
    // 二（一） and 二（二） stand together under 二.
    const groups = grouped(rules, ({ clause }) => /^[^（,]*/.exec(clause)?.[0] ?? '');
    return html`<section class="matrix" aria-labelledby="${id}"><h2 id="${id}">${this.#said(noticeNames[notice])}${this.#word('：逐条判定', ': rule by rule')}</h2>
<ul class="legend">${outcomes.map((outcome) => html`<li>${this.#sign(outcome)} ${this.#said(outcomeNames[outcome])}</li>`)}<li>${this.#dataErrorSign()} ${this.#said(dataErrorName)}</li><li class="muted">${this.#word('数字是几处不通过，空白表示不适用', 'figures count failures; blank where a rule does not apply')}</li></ul>
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr><th scope="col" rowspan="2">${this.#word('名称', 'name')}</th><th scope="col" rowspan="2" class="data"><span class="up">${this.#said(dataErrorName)}</span></th>${[...groups].map(([clause, group]) => html`<th scope="colgroup" colspan="${group.length}">${clause}</th>`)}</tr>
<tr>${rules.map(({ id: rule, title }) => html`<th scope="col"><span class="up"><a href="#${rule}">${this.#said(title)}</a></span></th>`)}</tr></thead>
<tbody>${owners.map((own) => this.#matrixRow(own, rules))}</tbody></table></div></section>`;
  }

  #matrixRow(own: OwnerRecord, rules: readonly RuleSummary[]): Markup {
    const byRule = grouped(own.entries, ({ rule }) => rule.id);
    const cells = rules.map(({ id }) => {
      const entries = byRule.get(id);
      if (!entries) return html`<td></td>`;
      const outcome = present(
        outcomes.find((one) => entries.some(({ verdict }) => verdict.verdict === one)),
        'outcome',
      );
      const several = entries.filter(({ verdict }) => verdict.verdict === 'fail').length;
      const shown = html`${outcomeSigns[outcome]}${several > 1 && html`<small>${several}</small>`}<span class="vh">${this.#said(outcomeNames[outcome])}</span>`;
      return outcome === 'fail'
        ? html`<td class="fail"><a href="#${this.#ids.get(own)}">${shown}</a></td>`
        : html`<td class="${outcome}">${shown}</td>`;
    });
    const { length: errors } = own.dataErrors;
    const data =
      errors === 0
        ? html`<td></td>`
        : html`<td class="flawed"><a href="#${this.#ids.get(own)}">${dataErrorSign}${errors > 1 && html`<small>${errors}</small>`}<span class="vh">${this.#said(dataErrorName)}</span></a></td>`;
    return html`<tr><th scope="row">${own.owner}</th>${data}${cells}</tr>`;
  }

  #details(): Markup {
    const { owners, byNotice } = this.#record;
    const option = (value: string, text: string) => html`<option value="${value}">${text}</option>`;
    const select = (name: string, label: string, options: Markup[], all: string | false = this.#word('全部', 'all')) =>
      html`<label>${label}<select name="${name}">${all !== false && option('', all)}${options}</select></label>`;
    const severities: Severity[] = ['error', 'warning', 'info'];
    return html`<section aria-labelledby="details"><h2 id="details">${this.#word('问题和逐项记录', 'Findings and records')}</h2>
<form hidden role="search" aria-label="${this.#word('筛选', 'filter')}">
${select(
  'base',
  this.#word('单位', 'base'),
  owners.map((own) => option(this.#ids.get(own) ?? '', own.owner)),
)}
${select(
  'notice',
  this.#word('通知', 'notice'),
  byNotice.map(({ notice }) => option(notice, this.#said(noticeNames[notice]))),
)}
${select(
  'verdict',
  this.#word('判定', 'verdict'),
  outcomes.map((outcome) => option(outcome, this.#said(outcomeNames[outcome]))),
)}
${select(
  'severity',
  this.#word('级别', 'severity'),
  severities.map((severity) => option(severity, this.#said(severityNames[severity]))),
)}
<label>${this.#word('文字', 'text')}<input type="search" name="text" autocomplete="off"></label>
${select(
  'sort',
  this.#word('排序', 'sort'),
  [
    option('place', this.#word('按名称和位置', 'name and place')),
    option('problems', this.#word('问题多的在前', 'most findings first')),
    option('severity', this.#word('严重的在前', 'most severe first')),
    option('rule', this.#word('按规则', 'rule')),
  ],
  false,
)}
<div class="tools"><button class="plain" type="reset">${this.#word('清除筛选', 'Clear')}</button><output id="shown" class="muted" data-words="${this.#word('列出 {n} 条', '{n} listed')}"></output></div>
</form>`;
  }

  #ownerless(findings: Finding[]): Markup {
    const title = this.#word('读不懂的记录', 'Records that cannot be read');
    return html`<details class="owner" id="unread" data-name="${title}" data-problems="${weight(findings)}"><summary><h3>${title}</h3><span class="chips"><span class="chip fail">${outcomeSigns.fail} ${this.#word(`问题 ${findings.length} 个`, counted(findings.length, 'finding'))}</span></span></summary>
<div class="body"><ul class="items">${findings.map((finding) => this.#finding(finding))}</ul></div></details>`;
  }

  #owner(own: OwnerRecord, open: boolean): Markup {
    const { owner, kind, notice, counts, findings, dataErrors, waived, activities } = own;
    const years = [...new Set(activities.map(({ year }) => year))].sort();
    const chips = outcomes
      .filter((outcome) => counts[outcome] > 0)
      .map(
        (outcome) =>
          html`<span class="chip ${outcome}">${outcomeSigns[outcome]} ${this.#said(outcomeNames[outcome])} ${counts[outcome]}</span>`,
      );
    if (dataErrors.length > 0)
      chips.push(
        html`<span class="chip flawed">${dataErrorSign} ${this.#said(dataErrorName)} ${dataErrors.length}</span>`,
      );
    const cards = [...findings, ...waived];
    return html`<details class="owner" id="${this.#ids.get(own)}" data-notice="${notice}" data-name="${owner}" data-problems="${weight(findings)}"${open && html` open`}>
<summary><h3>${owner} <span class="muted">${this.#said(ownerKinds[kind])}</span></h3><span class="chips">${chips}</span></summary>
<div class="body">
${years.map((year) => this.#year(own, year))}
${cards.length > 0 ? html`<div class="group"><h4>${this.#word(`问题 ${findings.length} 个`, counted(findings.length, 'finding'))}${waived.length > 0 && this.#word(`，豁免 ${waived.length} 个`, `, ${waived.length} waived`)}</h4><ul class="items">${cards.map((finding) => this.#finding(finding))}</ul></div>` : html`<p class="muted">${this.#word('没有问题。', 'No findings.')}</p>`}
${this.#openVerdicts(own)}
${this.#passes(own)}
</div></details>
`;
  }

  #year(own: OwnerRecord, year: number): Markup {
    const { asOf } = this.#record;
    const activities = own.activities
      .filter((activity) => activity.year === year)
      .sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
    const parts = (activity: (typeof activities)[number], name: string) =>
      activity.parts
        .filter((part) => part.name === name)
        .map(({ start, end }) => html`${start}${start !== end && html` – ${end}`}`);
    const levels = {
      hospital: this.#word('院级', 'hospital'),
      provincial: this.#word('省级', 'provincial'),
      'out-of-province': this.#word('省外', 'out of province'),
    };
    const key = (name: string, text: string) => html`<li><span class="key ${name}"></span>${text}</li>`;
    const due = (state: string, text: string) =>
      html`<li><svg class="due due-${state}" viewBox="-8 -8 16 16" aria-hidden="true"><path d="M0-6L6 0L0 6L-6 0Z"/></svg>${text}</li>`;
    const title = this.#word(`${own.owner} ${year} 年日程`, `${own.owner}: calendar of ${year}`);
    const overdue = own.deadlines.filter((deadline) => stateOf(deadline, asOf) === 'overdue').length;
    const pending = own.deadlines.filter((deadline) => stateOf(deadline, asOf) === 'pending').length;
    return html`<h4>${this.#word(`${year} 年日程`, `Calendar of ${year}`)}</h4>
<figure aria-label="${title}"><div class="rows" role="region" aria-label="${title}" tabindex="0">${timeline(own, year, asOf, this.#lang)}</div>
<figcaption><ul class="legend">${key('offline', this.#word('线下', 'offline'))}${key('online', this.#word('线上', 'online'))}${key('batch', this.#word('省外培训', 'out of province'))}${due('pending', this.#word(`期限未到（${pending} 项）`, `due later (${pending})`))}${due('overdue', this.#word(`已逾期（${overdue} 项）`, `overdue (${overdue})`))}${due('done', this.#word('已完成', 'done'))}</ul></figcaption></figure>
<details class="more"><summary>${this.#word('日程列表', 'As a list')}</summary><div class="rows" role="region" aria-label="${title}" tabindex="0"><table><thead><tr>${[this.#word('编号', 'id'), this.#word('名称', 'title'), this.#word('层级', 'level'), this.#word('线下', 'offline'), this.#word('线上', 'online')].map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>${activities.map((activity) => html`<tr><th scope="row">${activity.id ?? ''}</th><td>${activity.title}</td><td>${levels[activity.level]}</td><td>${parts(activity, 'offline')}${parts(activity, 'batch')}</td><td>${parts(activity, 'online')}</td></tr>`)}</tbody></table></div></details>`;
  }

  #finding(finding: Finding | WaivedFinding): Markup {
    const { rule, severity, message, remedy, expected, actual, clause, modality, subject, file } = finding;
    const waiver = 'waiver' in finding ? finding.waiver : undefined;
    const row = (name: string, value: string | Markup | null | undefined | false) =>
      value && html`<dt>${name}</dt><dd>${value}</dd>`;
    const tag = waiver
      ? html`<span class="tag waived">${outcomeSigns.waived} ${this.#said(outcomeNames.waived)}</span>`
      : html`<span class="tag ${severity}">${severity === 'error' ? outcomeSigns.fail : '!'} ${this.#said(severityNames[severity])}</span>`;
    return html`<li class="item finding ${waiver ? 'waived' : severity}" data-severity="${severity}" data-verdict="${waiver ? 'waived' : 'fail'}" data-rule="${rule}">
<p class="message">${tag}${this.#said(message)}</p>
${excerpt(finding, this.#lang)}<dl>${row(this.#word('要求', 'asked'), expected && this.#said(expected))}${row(this.#word('实际', 'found'), actual && this.#said(actual))}${waiver ? row(this.#word('豁免', 'waived'), waiverInWords(waiver, this.#lang)) : html`<dt>${this.#word('改法', 'remedy')}</dt><dd class="remedy">${this.#said(remedy)}</dd>`}${row(this.#word('条款', 'clause'), clause && modality && `${clause}${this.#word('（', ' (')}${this.#said(modalityNames[modality])}${this.#word('）', ')')}`)}${row(this.#word('对象', 'subject'), subject)}${row(this.#word('位置', 'place'), html`<code>${finding.cell ? `${file} ${cellNamed(finding.cell, this.#lang)}` : `${file}:${placeIn(finding, this.#lang)}`}</code>　<code>${rule}</code>`)}</dl></li>`;
  }

  /** What is pending or unknown. */
  #openVerdicts({ owner, entries }: OwnerRecord): Markup | false {
    const open = entries.filter(({ verdict: { verdict } }) => verdict === 'unknown' || verdict === 'pending');
    if (open.length === 0) return false;
    return html`<div class="group"><h4>${this.#word(`未到期和无法判断 ${open.length} 项`, `Pending and unknown: ${open.length}`)}</h4>${this.#verdictTable(open, owner, true)}</div>`;
  }

  #passes({ owner, entries }: OwnerRecord): Markup | false {
    const passed = entries.filter(({ verdict: { verdict } }) => verdict === 'pass');
    if (passed.length === 0) return false;
    return html`<details class="more group"><summary>${this.#word(`通过 ${passed.length} 项`, `Passed: ${passed.length}`)}</summary>${this.#verdictTable(passed, owner, false)}</details>`;
  }

  /** Verdicts, those of a rule that ask and find the same in one row; where all are passes, which the heading says, without what each is. */
  #verdictTable(entries: readonly Entry[], owner: string, differ: boolean): Markup {
    const groups = grouped(entries, (entry) => {
      const { rule, verdict } = entry;
      return JSON.stringify([rule.id, verdict.verdict, requiredBy(entry).zh, foundIn(verdict)?.zh]);
    });
    const label = this.#word('判定', 'verdicts');
    const all = this.#word('判定 内容 条款 对象 要求 实际', 'verdict duty clause subjects asked found').split(' ');
    const head = differ ? all : all.slice(1);
    return html`<div class="rows" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody${!differ && html` data-verdict="pass"`}>${[...groups.values()].map((group) => this.#verdictRow(group, owner, differ))}</tbody></table></div>`;
  }

  #verdictRow(group: readonly Entry[], owner: string, differ: boolean): Markup {
    const [first] = group as [Entry, ...Entry[]];
    const { rule, verdict } = first;
    const about = [...new Set(group.map((entry) => aboutIn(entry.verdict, owner, this.#lang)))].filter(Boolean);
    const found = foundIn(verdict);
    const outcome =
      differ && html`<td>${this.#sign(verdict.verdict)} ${this.#said(outcomeNames[verdict.verdict])}</td>`;
    return html`<tr class="item"${differ && html` data-verdict="${verdict.verdict}"`}>${outcome}<td><a href="#${rule.id}">${this.#said(rule.title)}</a></td><td>${verdict.clause ?? rule.clause}</td><td>${about.join(this.#word('、', ', '))}</td><td>${this.#said(requiredBy(first))}</td><td>${found && this.#said(found)}</td></tr>`;
  }

  #waivers(): Markup | false {
    const { waived } = this.#record;
    if (waived.length === 0) return false;
    const head = this.#word('对象 规则 理由 批准人 到期 位置', 'subject rule reason approver expires place').split(' ');
    return html`<section aria-labelledby="waivers"><h2 id="waivers">${this.#word('豁免', 'Waivers')}</h2><div class="scroll" role="region" aria-labelledby="waivers" tabindex="0"><table><thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>${waived.map(({ subject, rule, waiver, file, line }) => html`<tr><th scope="row">${subject ?? ''}</th><td><code>${rule}</code></td><td>${waiver.reason}</td><td>${waiver.approvedBy}</td><td>${waiver.expires ?? this.#word('未写', 'not given')}</td><td><code>${file}:${line}</code></td></tr>`)}</tbody></table></div></section>`;
  }

  #rules(): Markup {
    const { rules, counts } = this.#record;
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const head = this.#word('内容 条款 约束力 要求 规则', 'duty clause modality asked rule').split(' ');
    return html`<section aria-labelledby="rules"><details class="group"><summary><h2 id="rules">${this.#word('规则和要求', 'Rules and what they ask')}</h2> <span class="muted">${this.#word(`${rules.length} 条规则，${total} 项判定`, `${counted(rules.length, 'rule')}, ${counted(total, 'verdict')}`)}</span></summary><div class="scroll" role="region" aria-labelledby="rules" tabindex="0"><table><thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>${rules.map(({ id, title, clause, modality, asks }) => html`<tr id="${id}"><th scope="row">${this.#said(title)}</th><td>${clause}</td><td>${this.#said(modality)}</td><td>${this.#said(asks)}</td><td><code>${id}</code></td></tr>`)}</tbody></table></div></details></section>`;
  }

  #sources(): Markup {
    const { sources } = this.#record;
    const roles = {
      record: this.#word('记录', 'records'),
      config: this.#word('配置', 'config'),
      edition: this.#word('通知版本', 'edition'),
    };
    return html`<section aria-labelledby="sources"><details><summary><h2 id="sources">${this.#word('读取的文件', 'Files read')}</h2> <span class="muted">${this.#word(`${sources.length} 个，附 SHA-256，可核对内容没有改动`, `${sources.length}, with SHA-256 to tell that nothing was changed`)}</span></summary><div class="scroll" role="region" aria-labelledby="sources" tabindex="0"><table><thead><tr><th scope="col">${this.#word('文件', 'file')}</th><th scope="col">${this.#word('用途', 'role')}</th><th scope="col">SHA-256</th></tr></thead><tbody>${sources.map(({ file, role, sha256 }) => html`<tr><th scope="row">${file}</th><td>${roles[role]}</td><td class="hash">${sha256 ?? this.#word('太大，没有读', 'too large, not read')}</td></tr>`)}</tbody></table></div></details></section>`;
  }
}

/** How much attention findings ask for: errors first, then their number. */
const weight = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length * 100_000 + findings.length;

/** Items by a key, keys in the order in which they are met. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Shares of the outcomes as a bar; the figures stand beside it. */
function bar(counts: Counts): Markup {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0) || 1;
  let at = 0;
  const pieces = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => {
      const wide = (counts[outcome] / total) * 200;
      const piece = html`<rect class="${outcome}" x="${at.toFixed(1)}" y="0" width="${wide.toFixed(1)}" height="14"/>`;
      at += wide;
      return piece;
    });
  return html`<svg class="bar" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}

/** The source line with the stretch at fault marked; of a workbook the header and what the cell shows. */
function excerpt(finding: Finding, lang: Language): Markup | false {
  const { cell } = finding;
  if (cell) {
    const header = isHeader(cell) ? (lang === 'zh' ? '表头' : 'header') : headerNamed(cell, lang);
    if (header === '') return false;
    const between = lang === 'zh' ? '：' : ': ';
    return html`<pre tabindex="0"><code><span class="ln">${header}${between}</span><mark>${cell.content || ' '}</mark></code></pre>`;
  }
  const { source, line, column, endLine, endColumn } = finding.key ?? finding;
  if (source.trim() === '') return false;
  const characters = [...source];
  const end = endLine > line ? characters.length : Math.max(endColumn - 1, column);
  const [before, marked, after] = [
    characters.slice(0, column - 1).join(''),
    characters.slice(column - 1, end).join(''),
    characters.slice(end).join(''),
  ];
  return new Markup(
    `<pre tabindex="0"><code><span class="ln">${line} | </span>${escaped(before)}<mark>${escaped(marked)}</mark>${escaped(after)}</code></pre>`,
  );
}
