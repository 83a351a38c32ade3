import type { Config } from '../config/config.ts';
import type { Finding, Language } from '../finding.ts';
import type { AnyRecord } from '../records/kinds.ts';
import { explain, explainedBriefly } from '../reference/explanation.ts';
import { inline } from '../report/markdown.ts';
import { typeNames } from '../schema/words.ts';
import { guidance } from '../starter/guidance.ts';
import type { Code, Shape } from '../vocabulary/shape.ts';
import type { Field } from './field.ts';

/** What the rules of some findings ask, each rule once, in Markdown. */
export function aboutRules(findings: readonly Finding[], { editions }: Config, lang: Language): string[] {
  const rules = new Set(findings.map(({ rule }) => rule));
  return [...rules].map((rule) => {
    const { id, title, sections } = explainedBriefly(explain(rule, editions.all, lang));
    const blocks = sections.map(({ heading, paragraphs = [], items = [] }) =>
      [`**${heading}**`, ...paragraphs.map(inline), ...items.map(item)].join('\n\n'),
    );
    return [`**${inline(title)}** \`${id}\``, ...blocks].join('\n\n');
  });
}

/** An item of a list, with the lines of its own below it. */
const item = (text: string): string =>
  text
    .split('\n')
    .map((line, index) => {
      const [, mark = '', rest = ''] = /^(\s*- )?(.*)$/.exec(line) ?? [];
      return `${index === 0 ? '- ' : mark}${inline(rest)}`;
    })
    .join('\n');

/** What a key means and what may stand there, in Markdown. */
export function aboutField({ kind, path, property, record }: Field, { editions }: Config, lang: Language): string {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const { name, title, description, shape } = property;
  const edition = record.kind === undefined ? undefined : editions.governingRecord(record as AnyRecord);
  const hint = guidance(kind, edition).get(path);
  const items = shape.type === 'array' ? shape.items : shape;
  const codes = items.type === 'text' ? items.codes : [];
  return [
    `**${title}** · \`${name}\``,
    inline(description[lang]),
    ...(hint ? [inline(hint[lang])] : []),
    `${word('写法：', 'Value: ')}${typeOf(shape, lang)}`,
    ...(codes.length > 0
      ? [`${word('可以写：', 'Choices: ')}${codes.map((code) => choice(code)).join(word('、', ', '))}`]
      : []),
  ].join('\n\n');
}

function typeOf(shape: Shape, lang: Language): string {
  const name = (of: Shape) => typeNames[of.type === 'text' ? of.format : of.type]?.[lang] ?? '';
  return shape.type === 'array'
    ? `${name(shape)}${lang === 'zh' ? '，每项是' : ' of '}${name(shape.items)}`
    : name(shape);
}

const choice = ({ code, title }: Code): string => `${title} \`${code}\``;
