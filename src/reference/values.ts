import schema from '../../schemas/edition.schema.json' with { type: 'json' };
import type { Language, Policy, Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { Category } from '../model/record-types.ts';
import type { Edition } from '../notices/edition.ts';
import { specialtyNames } from '../rules/common/categories.ts';
import { itemShape, propertyAt } from '../schema/vocabulary/shape.ts';

interface Described {
  title: string;
  description: string;
  properties?: Record<string, Described>;
  items?: Described;
}

/** Where the codes or keys stand that a value, or a field of one, names. */
const places: Record<string, readonly [Kind, string]> = {
  managersTopics: ['session', '/topics'],
  facultyTopics: ['session', '/topics'],
  earlyPreparation: ['session', '/preparation/early'],
  latePreparation: ['session', '/preparation/late'],
  expertReviews: ['session', '/preparation/expertReview'],
  noticeIssuer: ['session', '/preparation/notice/issuer'],
  archiveItems: ['session', '/summary/archive'],
  examQuestionTypes: ['session', '/exam/questions'],
  certificateIssuer: ['session', '/certification/issuer'],
  publicityLevels: ['session', '/publicity/0/level'],
  fund: ['session', '/funding/0/source'],
  stages: ['session', '/stages'],
  area: ['pairing', '/tasks/0/area'],
  items: ['pairing', '/tasks/0/items'],
  agreementContents: ['pairing', '/agreement/contents'],
  seat: ['pairing', '/leadingGroup'],
  post: ['pairing', '/leadingGroup/leader/post'],
  side: ['pairing', '/leadingGroup/leader/side'],
  assessmentIndicators: ['city-program', '/assessment/indicators'],
};

/** One number, date or list of an edition, in words. */
export interface ValueInWords {
  name: string;
  title: string;
  clause: string;
  /** One line; or one for each row of a table. */
  lines: string[];
}

/** The named value of an edition in words; undefined where the edition has none of that name. */
export function valueInWords(edition: Edition, name: string, lang: Language): ValueInWords | undefined {
  const held = edition.values[name];
  const described = describedValue(edition.notice, name);
  if (!held || !described) return undefined;
  const { value, clause } = held;
  const fields = described.properties?.value?.items?.properties;
  const lines =
    Array.isArray(value) && fields ? value.map((row) => rowInWords(row, fields, lang)) : [inWords(name, value, lang)];
  return { name, title: lang === 'zh' ? described.title : described.description, clause, lines };
}

function describedValue(notice: Policy, name: string): Described | undefined {
  return (schema.$defs[notice].properties as unknown as Record<string, Described>)[name];
}

function rowInWords(row: Record<string, unknown>, fields: Record<string, Described>, lang: Language): string {
  const cells = Object.entries(row).map(([name, value]) => {
    const { title, description } = fields[name] ?? {};
    const label = (lang === 'zh' ? title : description) ?? name;
    return `${label} ${inWords(name, value, lang)}`;
  });
  return cells.join(lang === 'zh' ? '；' : '; ');
}

function inWords(name: string, value: unknown, lang: Language): string {
  if (Array.isArray(value)) {
    return value.map((item) => inWords(name, item, lang)).join(lang === 'zh' ? '、' : ', ');
  }
  return typeof value === 'string' ? nameOf(name, value)[lang] : String(value);
}

function nameOf(name: string, code: string): Words {
  if (name === 'category' || name === 'provinceCategories') {
    if (code === 'any') return { zh: '其他各类', en: 'any other' };
    return specialtyNames[code as Category];
  }
  const place = places[name];
  const items = itemShape(place && propertyAt(...place)?.shape);
  const title =
    items?.type === 'text'
      ? items.codes.find((one) => one.code === code)?.title
      : items?.type === 'object'
        ? items.keys.get(code)?.title
        : undefined;
  return { zh: title ?? code, en: code };
}
