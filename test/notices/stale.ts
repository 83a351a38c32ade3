import type { CalendarDate } from '../../src/calendar/date.ts';
import type { Edition } from '../../src/notices/edition.ts';
import { type AnyKind, type Column, date, share } from '../../src/notices/value-kinds.ts';
import { kindsOf } from './other.ts';

/** A clause locator with its part, 八（一）. Those of the other edition have none of these numerals. */
export const LOCATOR = /[一二三四五六七八九十]+（[一二三四五六七八九十]+）/g;

const IN_CHINESE =
  /[两二三四五六七八九十]+ ?(?:个月|天|日|期|次|批|篇|道|人|年|周|项|种|场)|一周|一个月|上半年|百分制/g;
const IN_ENGLISH =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|half|week|January|February|April|June|August|October|December)\b/g;

/** Numbers written as words, and what only the bundled editions call so. */
export const IN_WORDS = new RegExp(`${IN_CHINESE.source}|${IN_ENGLISH.source}`, 'g');

/** Numbers in words that are no notice's: of the product's own sentences, in a key and in names of hospitals. */
const OWN_WORDS = /两(?:天|期|次|种)|三年工作计划|第[三四]人民医院/g;

/** Figures that are no notice's: what tells two records of one session. */
const OWN_FIGURES = /相差不超过 60 天|within 60 days of each other/g;

/** A sign by which an edition is known in a text. */
export interface Telltale {
  name: string;
  pattern: RegExp;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const UNITS_ZH = '个月|个工作日|学时|天|期|人|批|条|道|分|元|年|次|名|家|月(?! ?\\d)';
const UNITS_EN = '(?:class |working )?(?:day|session|hour|month|year|batch|item|question|mark|people|time|survey)';

/** A number: from ten on as it is, below that with what it counts. */
const numeral = (value: number): string =>
  value >= 10 || !Number.isInteger(value)
    ? `(?<![\\d.-])${literal(String(value))}(?![\\d.]*\\d|,\\d{3}\\b)`
    : `(?<![\\d.:-]|第 ?)${value}(?: ?(?:${UNITS_ZH})|[ -]${UNITS_EN}|:\\d)`;

/** What a value reads as in texts: patterns, by what they are about. */
function signsOf(kind: AnyKind, value: unknown): string[] {
  const [name = ''] = kind.name.split(' ');
  switch (name) {
    case 'share':
    case 'multiple':
      return [numeral(value as number), `(?<![\\d.])${literal(share.said(value as number).zh)}`];
    case 'date': {
      const said = date.said(value as CalendarDate);
      return [said.value, said.value.slice(5), said.day.zh, said.day.en].map((text) => `(?<!\\d)${literal(text)}`);
    }
    case 'text':
    case 'locator':
      return [literal(value as string)];
    case 'names':
    case 'name-or-names':
      return [value as string | string[]].flat().map(literal);
    case 'alternatives':
      return (value as string[][]).flat().map(literal);
    case 'table': {
      const { columns = {} } = kind as AnyKind & { columns?: Record<string, Column> };
      return (value as Record<string, unknown>[]).flatMap((row) =>
        Object.entries(row).flatMap(([key, cell]) => signsOf(columns[key]?.kind as AnyKind, cell)),
      );
    }
    default:
      return typeof value === 'number' ? [numeral(value)] : [];
  }
}

const signs = ({ notice, values }: Edition): string[] =>
  Object.entries(kindsOf(notice)).flatMap(([name, kind]) => signsOf(kind, values[name]?.value));

/** By what one edition is known and another is not: its numbers, dates, names, locators, and its document. */
export function telltales(edition: Edition, next: Edition): Telltale[] {
  const others = new Set(signs(next));
  const bare = Object.values(edition.values)
    .map(({ clause }) => clause)
    .filter((clause) => clause.length > 1);
  const { document } = edition;
  const all = [
    ...signs(edition).filter((sign) => !others.has(sign)),
    ...bare.map(literal),
    ...[document.zh, document.en, document.zh.replace(/（.*$/, '')].map(literal),
    `版本 ${edition.edition}|edition ${edition.edition}|${edition.edition} 年版`,
  ];
  return [...new Set(all)].map((sign) => ({ name: `${edition.notice} ${sign}`, pattern: new RegExp(sign) }));
}

/**
 * What a text made under another edition still says of the one that telltales are of, and every number in Chinese words. `own` is
 * what would be said without any edition.
 */
export const staleIn = (said: string, own: string, of: readonly Telltale[]): string[] => {
  const text = said.replaceAll(OWN_FIGURES, '');
  return [
    ...of
      .filter(({ pattern }) => pattern.test(text) && !pattern.test(own))
      .map(({ name, pattern }) => `${name}: ${around(text, pattern)}`),
    ...(text.match(LOCATOR) ?? []).filter((sign) => !own.includes(sign)),
    ...(text.replaceAll(OWN_WORDS, '').match(IN_CHINESE) ?? []).filter((sign) => !own.includes(sign)),
  ];
};

const around = (text: string, pattern: RegExp): string => {
  const at = text.search(pattern);
  return text.slice(Math.max(0, at - 30), at + 30);
};
