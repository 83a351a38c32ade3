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

/** A text as HTML shows it, in an element or a quoted attribute; nothing in it is markup. */
export const escaped = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (sign) => present(entities[sign], `entity of ${sign}`));

/** HTML from a template: its own words are markup, what is put in is not, unless it is Markup itself. */
export const html = (strings: readonly string[], ...values: Value[]): Markup =>
  new Markup(strings.map((string, at) => string + (at < values.length ? written(values[at]) : '')).join(''));

function written(value: Value): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escaped(String(value));
}
