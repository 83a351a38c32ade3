import { stringify } from 'yaml';
import { ruleIn } from '../engine/in-edition.ts';
import type { Language, Words } from '../model/finding.ts';
import { modalityNames } from '../model/names.ts';
import type { Edition } from '../notices/edition.ts';
import { paragraphsOf, titleOf } from '../reference/paragraphs.ts';
import { argument } from '../text/command.ts';
import { visible } from '../text/visible.ts';
import { linesOf, orderOfClauses, rulesOf } from './values.ts';

/** What stands for the number and title of a document that nobody has filled in. */
export const unnamed = (year: number): Words => ({
  zh: `${year}年通知（文号和标题待填）`,
  en: `Notice of ${year} (number and title to be filled in)`,
});

/**
 * An edition of a notice to begin from: what the last one says, with a comment at each thing that says where and what it was,
 * and a mark at each that nobody has compared with the new notice. Dates stay as they were.
 */
export const beginning = (last: Edition, year: number, file: string, lang: Language): string =>
  new Beginning(last, year, file, lang).text();

class Beginning {
  readonly #last: Edition;
  readonly #year: number;
  readonly #file: string;
  readonly #lang: Language;

  constructor(last: Edition, year: number, file: string, lang: Language) {
    this.#last = last;
    this.#year = year;
    this.#file = file;
    this.#lang = lang;
  }

  text(): string {
    const { notice, names } = this.#last;
    return `${[
      ...this.#introduction(),
      `notice: ${notice}`,
      ...this.#heading(),
      ...(names.length > 0 ? [`names: ${flow(names)}`] : []),
      ...this.#values(),
      ...this.#rules(),
      ...this.#clauses(),
    ].join('\n')}\n`;
  }

  #word(zh: string, en: string): string {
    return this.#lang === 'zh' ? zh : en;
  }

  #remark(zh: string, en: string): string {
    return `# ${visible(this.#word(zh, en))}`;
  }

  #introduction(): string[] {
    const { edition, document } = this.#last;
    // The file may go to other systems; double quotes serve on all of them.
    const file = argument(this.#file, 'cmd');
    return [
      this.#remark(
        `${this.#year} 年的通知版本，底稿是 ${edition} 年版：${document.zh}`,
        `The edition of ${this.#year}, begun from that of ${edition}: ${document.en}`,
      ),
      this.#remark(
        '对着新通知从头看到尾：# 后面是上一版的条款和内容，不同的改下一行；看完一项，就删去它的 draft: true。',
        'Go through it with the new notice: after # stands what the last edition says and in which clause; change what differs, and delete draft: true of each thing when you have looked it over.',
      ),
      this.#remark(
        '日期没有替您改，还是上一版的。条款挪了位置的，改 clause。新通知不再要求的，把规则的 modality 写成 off。',
        'Dates are still those of the last edition. Where a clause has moved, change clause. What the notice no longer asks is off: modality: off.',
      ),
      this.#remark(
        `随时可以看还剩多少、有没有写错：hn-gp edition check ${file}`,
        `What is left, and what is wrong: hn-gp edition check ${file}`,
      ),
    ];
  }

  #heading(): string[] {
    const { issued, governs, document } = this.#last;
    return [
      'draft: true',
      `edition: ${flow(String(this.#year))}`,
      this.#remark(`文号和标题。上一版：${document.zh}`, `Number and title. The last edition: ${document.en}`),
      'document:',
      `  zh: ${flow(unnamed(this.#year).zh)}`,
      `  en: ${flow(unnamed(this.#year).en)}`,
      this.#remark(`印发日期。上一版：${issued}`, `Date of issue. The last edition: ${issued}`),
      `issued: ${flow(issued)}`,
      this.#remark(
        '适用的年度（从 from 到 to，没有 to 就一直适用）',
        'The years that it governs (from, to; without "to" it goes on)',
      ),
      `governs: ${flow(governedFrom(governs, this.#year))}`,
    ];
  }

  #values(): string[] {
    const { values } = this.#last;
    const place = this.#order();
    const sorted = Object.entries(values).sort(([, one], [, other]) => place(one.clause) - place(other.clause));
    return [
      'values:',
      ...sorted.flatMap(([name, { value, clause }]) => {
        const title = titleOf(this.#last, name);
        const lines = linesOf(this.#last, name).map((line) => line[this.#lang]);
        const said = lines.length === 1 ? this.#word(`：${lines[0]}`, `: ${lines[0]}`) : '';
        return [
          this.#asBefore(`${clause} ${title.zh}`, `${clause} ${title.en}`, said),
          ...(lines.length > 1 ? lines.map((line) => `#   ${visible(line)}`) : []),
          `${name}:`,
          '  draft: true',
          ...valueLines(value),
          `  clause: ${flow(clause)}`,
          `  title: ${flow(title)}`,
        ].map(indented);
      }),
    ];
  }

  #rules(): string[] {
    const place = this.#order();
    const rules = rulesOf(this.#last.notice).map((rule) => ruleIn(rule, this.#last));
    rules.sort((one, other) => place(one.clauses[0] ?? '') - place(other.clauses[0] ?? ''));
    return [
      this.#remark(
        '每条规则的约束力：must 必须（应、不少于）、in-principle 原则上、target 力争、guide 参照、note 说明、off 不再要求。',
        'How strictly each rule binds: must, in-principle, target, guide, note, or off where the notice no longer asks it.',
      ),
      'rules:',
      ...rules.flatMap((rule) => {
        const { clause, note } = this.#last.rules[rule.rule.id] ?? {};
        const modality = rule.isOff ? 'off' : rule.modality;
        const clauses = rule.clauses.join(this.#word('、', ', '));
        const binding = rule.isOff || !rule.modality ? { zh: '不再要求', en: 'off' } : modalityNames[rule.modality];
        return [
          this.#asBefore(
            `${clauses} ${rule.words.title.zh}`,
            `${clauses} ${rule.words.title.en}`,
            this.#word(`：${binding.zh}`, `: ${binding.en}`),
          ),
          `${rule.rule.id}:`,
          '  draft: true',
          `  modality: ${modality}`,
          ...(clause === undefined ? [] : [`  clause: ${flow(clause)}`]),
          ...(note === undefined ? [] : words('note', note).map(indented)),
        ].map(indented);
      }),
    ];
  }

  #clauses(): string[] {
    return [
      this.#remark(
        '通知的每一段：由哪些规则判定（rules），或者为什么机器判不了（reason）。新增的段落照样子补，删掉的段落删去。',
        'Every paragraph of the notice: the rules that judge it, or the reason why none can. Add those that are new, take out those that are gone.',
      ),
      'clauses:',
      ...paragraphsOf(this.#last).flatMap(({ clause, summary, owedBy, rules = [], reason }) => [
        indented(this.#asBefore(clause, clause, '')),
        // The mark on a line of its own, which can be deleted whole.
        `  - clause: ${flow(clause)}`,
        ...[
          'draft: true',
          ...words('summary', summary),
          `owedBy: ${flow(owedBy)}`,
          ...(rules.length > 0 ? [`rules: ${flow(rules)}`] : []),
          ...(reason ? words('reason', reason) : []),
        ].map((line) => `    ${line}`),
      ]),
    ];
  }

  #asBefore(zh: string, en: string, said: string): string {
    return this.#remark(`${this.#last.edition} 年版 ${zh}${said}`, `${this.#last.edition}: ${en}${said}`);
  }

  #order(): (locator: string) => number {
    return orderOfClauses(paragraphsOf(this.#last).map(({ clause }) => clause));
  }
}

/** The years that the next edition governs: its own where the last has one of its own, else from then on. */
function governedFrom({ from, to, cities }: Edition['governs'], year: number): Edition['governs'] {
  const years = from === undefined ? {} : from === to ? { from: year, to: year } : { from: year };
  return { ...years, ...(cities ? { cities } : {}) };
}

const indented = (line: string): string => `  ${line}`;

const flow = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trimEnd();

/** A value on one line; a table a line each row. */
function valueLines(value: unknown): string[] {
  const isTable = Array.isArray(value) && value.some((row) => typeof row === 'object' && row !== null);
  return isTable ? ['  value:', ...value.map((row) => `    - ${flow(row)}`)] : [`  value: ${flow(value)}`];
}

const words = (key: string, { zh, en }: Words): string[] => [`${key}:`, `  zh: ${flow(zh)}`, `  en: ${flow(en)}`];
