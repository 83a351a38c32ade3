import { askedAmong, type RuleInEdition, ruleAcross, saidAcross } from '../engine/in-edition.ts';
import type { Rule } from '../engine/rule.ts';
import type { Language, Words } from '../model/finding.ts';
import { modalityNames, severityNames } from '../model/names.ts';
import { present } from '../model/present.ts';
import { categoriesOf, type Edition } from '../notices/edition.ts';
import { type FileRule, fileRules } from '../rules/file-rules.ts';
import { rules } from '../rules/index.ts';
import { visible } from '../text/visible.ts';
import { type Example, examplesOf } from './examples.ts';
import { titleOf } from './paragraphs.ts';

/** One rule explained in one language, before it is laid out as text or Markdown. */
export interface Explanation {
  id: string;
  title: string;
  sections: Section[];
}

/** A headed part: paragraphs, a list, or an example file. */
interface Section {
  /** Whether it says what the rule asks, rather than how it is judged and shown. */
  brief?: boolean;
  heading: string;
  paragraphs?: string[];
  items?: string[];
  code?: string;
}

/** Explains a rule by its id, which must be one of `allRuleIds`. */
export function explain(id: string, editions: readonly Edition[], lang: Language): Explanation {
  const rule = rules.find((each) => each.id === id);
  return rule
    ? explanationOf(rule, editions, lang)
    : fileRuleExplanation(
        present(
          fileRules().find((each) => each.id === id),
          `rule ${id}`,
        ),
        lang,
      );
}

function explanationOf(rule: Rule, editions: readonly Edition[], lang: Language): Explanation {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const all = ruleAcross(rule, editions);
  const asked = askedAmong(all);
  const title = saidAcross(all, ({ words }) => words.title);
  const asks = saidAcross(all, ({ words }) => words.asks);
  const reading = saidAcross(all, ({ words }) => words.reading);
  const verdict = saidAcross(all, ({ words }) => words.verdict);
  const remedy = saidAcross(all, ({ words }) => words.remedy);
  const note = saidAcross(all, (each) => each.note);
  const values = asked.flatMap(({ edition }) =>
    Object.entries(rule.reads).flatMap(([name, kind]) => {
      const held = edition?.values[name];
      if (!edition || !held) return [];
      const of = all.length > 1 ? `${edition.edition} ` : '';
      const lines = kind.lines(held.value, (code) => categoriesOf(edition).nameOf(code)).map((line) => line[lang]);
      return { of, title: titleOf(edition, name)[lang], clause: held.clause, lines };
    }),
  );
  const { pass, fail } = examplesOf(rule.id);
  return {
    id: rule.id,
    title: title[lang],
    sections: [
      {
        brief: true,
        heading: word('依据', 'Clause'),
        paragraphs:
          rule.policy === null
            ? [word('数据检查，不出自某一份通知。', 'Sound data, whatever the notice.')]
            : all.map(({ document, clauses, isOff }) =>
                isOff
                  ? `${document?.[lang]}${word('，没有这项要求', ', which does not ask it')}`
                  : `${document?.[lang]}${word('，', ', ')}${clauses.join(word('、', ', '))}`,
              ),
      },
      { ...said(word('要求', 'Asks'), asks, lang), brief: true },
      ...(reading ? [{ ...said(word('理解', 'Reading'), reading, lang), brief: true }] : []),
      ...(note ? [{ ...said(word('说明', 'Note'), note, lang), brief: true }] : []),
      ...(values.length > 0
        ? [
            {
              brief: true,
              heading: word('本版数字', 'Numbers of this edition'),
              items: values.map(({ of, title: name, clause, lines }) => {
                const at = clause === '' ? '' : `${word('（', ' (')}${clause}${word('）', ')')}`;
                const label = `${of}${name}${at}`;
                return lines.length === 1
                  ? `${label}${word('：', ': ')}${lines[0]}`
                  : [label, ...lines.map((line) => `  - ${line}`)].join('\n');
              }),
            },
          ]
        : []),
      {
        heading: word('约束力', 'Modality'),
        paragraphs: [
          asked.length > 0
            ? saidAcross(all, bindingOf)[lang]
            : word('没有这项要求，不判定。', 'Not asked, and not judged.'),
        ],
      },
      {
        heading: word('判定', 'Verdict'),
        paragraphs: verdict
          ? [verdict[lang]]
          : [word('只报问题，没有通过、不通过的判定。', 'Gives findings only, no verdicts.')],
      },
      said(word('改法', 'Remedy'), remedy, lang),
      ...exampleSections(pass, fail, lang),
    ],
  };
}

/** How strictly a rule binds, what a breach counts as, and whether it can be waived. */
function bindingOf({ modality, severity }: RuleInEdition): Words {
  const counts = severityNames[severity];
  const name = modality && modalityNames[modality];
  const canBeWaived = modality === 'in-principle';
  return {
    zh: `${name ? `${name.zh}，不符合` : ''}记为${counts.zh}，${canBeWaived ? '经批准并写明理由可以豁免' : '不能豁免'}。`,
    en: `${name ? `${name.en}; severity` : 'Severity'} ${counts.en}; ${canBeWaived ? 'can be waived with a reason and an approval' : 'cannot be waived'}.`,
  };
}

function fileRuleExplanation(rule: FileRule, lang: Language): Explanation {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return {
    id: rule.id,
    title: rule.title[lang],
    sections: [
      { ...said(word('要求', 'Asks'), rule.asks, lang), brief: true },
      {
        heading: word('级别', 'Severity'),
        paragraphs: [
          word(
            `记为${severityNames[rule.severity].zh}，不能豁免。${rule.cost.zh}`,
            `Severity ${severityNames[rule.severity].en}; cannot be waived. ${rule.cost.en}`,
          ),
        ],
      },
      said(word('改法', 'Remedy'), rule.remedy, lang),
      ...exampleSections(asExample(rule.examples?.pass), asExample(rule.examples?.fail), lang),
    ],
  };
}

/** An explanation without how the verdict comes about and the examples. */
export const explainedBriefly = (explanation: Explanation): Explanation => ({
  ...explanation,
  sections: explanation.sections.filter(({ brief }) => brief),
});

const said = (heading: string, words: Words, lang: Language): Section => ({ heading, paragraphs: [words[lang]] });

/** A text that shows a rule whenever and with whatever it is judged. */
const asExample = (text: string | undefined): Example | undefined =>
  text === undefined ? undefined : { text, asOf: null, complete: false };

function exampleSections(pass: Example | undefined, fail: Example | undefined, lang: Language): Section[] {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return [
    ...(pass ? [exampleSection(word('通过的例子', 'An example that passes'), pass, lang)] : []),
    ...(fail ? [exampleSection(word('不通过的例子', 'An example that fails'), fail, lang)] : []),
  ];
}

function exampleSection(heading: string, { text, asOf, complete }: Example, lang: Language): Section {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const judged = [
    ...(asOf ? [word(`判定日 ${asOf}`, `as of ${asOf}`)] : []),
    ...(complete ? [word('文件齐全（--complete）', 'with --complete')] : []),
  ];
  const suffix = judged.length > 0 ? `${word('（', ' (')}${judged.join(word('，', ', '))}${word('）', ')')}` : '';
  return { heading: `${heading}${suffix}`, code: text };
}

/** For a terminal. */
export function explanationText({ id, title, sections }: Explanation): string {
  const shown = (text: string) => text.split('\n').map(visible).join('\n');
  const indented = (text: string) => shown(text.trimEnd()).replace(/^(?=.)/gm, '  ');
  const blocks = sections.map(({ heading, paragraphs = [], items = [], code }) =>
    [
      heading,
      ...paragraphs.map(indented),
      ...items.map((item) => indented(`- ${item}`)),
      ...(code === undefined ? [] : [indented(code)]),
    ].join('\n'),
  );
  return `${[`${id}\n${shown(title)}`, ...blocks].join('\n\n')}\n`;
}

/** For the documentation, under a second-level heading. */
export function explanationMarkdown({ id, title, sections }: Explanation, lang: Language): string {
  const blocks = sections.map(({ heading, paragraphs = [], items = [], code }) => {
    const label = `**${heading}**`;
    if (code !== undefined) return `${label}\n\n\`\`\`yaml\n${code.trimEnd()}\n\`\`\``;
    if (items.length > 0) return `${label}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
    return `${label}${lang === 'zh' ? '：' : ': '}${paragraphs.join(' ')}`;
  });
  return `${[`## ${id}`, title, ...blocks].join('\n\n')}\n`;
}
