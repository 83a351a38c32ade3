import { present } from '../../model/present.ts';
import { visible } from '../../text/visible.ts';

/** A piece of HTML. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = Markup | string | number | undefined | null | false | readonly Value[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Texts of nothing but signs that stand for themselves, as most are: told at once, where to look for all others takes ten times as long. */
const PLAIN = /^[\w\u4e00-\u9fff、，；：。（）“”《》 .:/-]*$/;

/** A text as HTML shows it, in an element or a quoted attribute; nothing in it is markup. */
export const escaped = (text: string): string =>
  PLAIN.test(text) ? text : visible(text).replace(/[&<>"']/g, (sign) => present(entities[sign], `entity of ${sign}`));

/** HTML from a template: its own words are markup, what is put in is not, unless it is Markup itself. */
export function html(strings: readonly string[], ...values: Value[]): Markup {
  let text = strings[0] ?? '';
  for (const [at, value] of values.entries()) text += written(value) + strings[at + 1];
  return new Markup(text);
}

function written(value: Value): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escaped(String(value));
}
