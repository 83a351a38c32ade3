import type { CalendarDate } from '../../calendar/date.ts';
import type { Config } from '../../load/config.ts';
import type { Finding, Language } from '../../model/finding.ts';
import type { AnyRecord } from '../../model/kinds.ts';
import { explain, explainedBriefly } from '../../reference/explanation.ts';
import { inline } from '../../report/markdown.ts';
import type { Shape } from '../../schema/vocabulary/shape.ts';
import { typeNames } from '../../schema/words.ts';
import { guidance } from '../../starter/guidance.ts';
import type { Field } from './field.ts';

/** What the rules of some findings ask, each rule once, in Markdown. */
export function aboutRules(findings: readonly Finding[], { editions }: Config, lang: Language): string[] {
  const rules = new Set(findings.map(({ rule }) => rule));
  return [...rules].map((rule) => {
    const { id, title, sections } = explainedBriefly(explain(rule, editions.judging, lang));
    const blocks = sections.map(({ heading, paragraphs = [], items = [] }) =>
      items.length > 0
        ? `**${heading}**\n${items.map(item).join('\n')}`
        : `**${heading}**${lang === 'zh' ? '：' : ': '}${paragraphs.map(inline).join(' ')}`,
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
export function aboutField(
  { kind, path, property, record }: Field,
  { editions }: Config,
  lang: Language,
  asOf: CalendarDate,
): string {
  const { name, title, description, shape } = property;
  const edition = record.kind === undefined ? undefined : editions.governingRecord(record as AnyRecord, asOf);
  const hint = guidance(kind, edition).get(path);
  return [
    `**${title}** · \`${name}\``,
    inline(description[lang]),
    ...(hint ? [inline(hint[lang])] : []),
    writingOf(shape, lang),
  ].join('\n\n');
}

/** What is to be written: the choices, where there are any, else the type with the unit of a number. */
function writingOf(shape: Shape, lang: Language): string {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const list = shape.type === 'array';
  const items = list ? shape.items : shape;
  const type = typeNames[items.type === 'text' ? items.format : items.type]?.[lang] ?? '';
  const choices = items.type === 'text' ? items.codes.map(({ code, title }) => `${title} \`${code}\``) : [];
  if (choices.length === 0) {
    // The schemas name units in Chinese alone; in English the description does.
    const unit = 'units' in items && items.units[0] ? word(`，单位是${items.units[0]}`, '') : '';
    return `${list ? word('写列表，每项是', 'A list, each item ') : word('写', 'Write ')}${type}${unit}`;
  }
  const closed = items.type === 'text' && items.closed;
  return [
    list ? word('写列表，每项', 'A list, each item ') : word('', 'Write '),
    closed ? word('写其中之一：', 'one of: ') : word(`写${type}，认得的有：`, `${type}; recognised: `),
    choices.join(word('、', ', ')),
  ].join('');
}
