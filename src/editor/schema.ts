import type { Language, Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';
import { present } from '../model/present.ts';
import type { Named } from '../schema/vocabulary/named.ts';
import { noneUnder } from '../schema/vocabulary/none-under.ts';
import {
  itemShape,
  kindDescription,
  kinds,
  type ObjectShape,
  type Property,
  type Shape,
  shapeOfKind,
  type TextShape,
  titleOf,
} from '../schema/vocabulary/shape.ts';
import { valueTypeOf } from '../schema/vocabulary/value-type.ts';
import { typeNames } from '../schema/words.ts';
import { joinedPattern, patterns } from './forms.ts';
import { EXAMPLE_DATE, examplesOf, skeleton } from './skeleton.ts';

/** In which language keys and values may be written. */
export type Keys = Language | 'both';

/** A schema, or a part of one. */
export type JsonSchema = Record<string, unknown>;

/**
 * The JSON Schema of a kind, or of any record, for editors. It refers to no other file, takes the keys and values that a
 * check takes, and explains them in both languages, `lang` first. It is written in draft 7, the one most editors know, with
 * the keywords `errorMessage`, `enumDescriptions` and `defaultSnippets` of VS Code and the YAML language server.
 */
export function editorSchema(kind: Kind | undefined, keys: Keys, lang: Language): JsonSchema {
  return new Writing(keys, lang).run(kind);
}

/** The days of the calendar: of months with 31 days and 30 days, of February, and its 29th in leap years. */
const DATE =
  '^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))' +
  '|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$';

/**
 * Tells an alternative from the others: hover of the YAML language server takes those with the same title, description and
 * properties, or none, for one, and then repeats the title.
 */
const APART = { description: '' };

/** What has codes, and what they may be written as. */
type Coded = Pick<TextShape, 'codes' | 'forms'>;

const KIND: Named = { title: '文种', name: 'kind' };

class Writing {
  readonly #keys: Keys;
  readonly #languages: Language[];
  readonly #lang: Language;
  readonly #definitions: Record<string, JsonSchema> = {};
  /** The names of definitions by what they say, so that nothing is said twice. */
  readonly #names = new Map<string, string>();

  constructor(keys: Keys, lang: Language) {
    this.#keys = keys;
    this.#languages = keys === 'both' ? ['zh', 'en'] : [keys];
    this.#lang = lang;
  }

  run(kind: Kind | undefined): JsonSchema {
    return {
      $schema: 'http://json-schema.org/draft-07/schema#',
      ...(kind ? this.#record(kind) : this.#anyRecord()),
      definitions: this.#definitions,
    };
  }

  /** A record of whatever kind it says it is. */
  #anyRecord(): JsonSchema {
    // The kinds keep their names: a key may be named as one of them (the plan of a pairing).
    for (const { code } of kinds) this.#definitions[code] = {};
    for (const { code } of kinds) this.#definitions[code] = this.#record(code);
    const kindIs = (value: JsonSchema) => Object.fromEntries(this.#forms(KIND).map((name) => [name, value]));
    const forms = new Map(kinds.flatMap(({ code, title }) => [[title, code] as const, [code, code] as const]));
    const snippets = kinds.flatMap((kind) =>
      this.#snippets(shapeOfKind(kind.code as Kind) as ObjectShape, { title: kind.title, name: kind.code }),
    );
    return {
      title: this.#word({ zh: 'hn-gp 记录', en: 'hn-gp record' }),
      type: 'object',
      properties: kindIs({
        title: this.#twins(KIND),
        description: this.#both({ zh: '这份记录是什么（必填）', en: 'What this record is (required)' }),
        ...this.#codes({ codes: kinds, forms }),
      }),
      allOf: [
        this.#required(KIND, snippets),
        ...kinds.map(({ code, title }) => ({
          if: {
            // An `enum` here would be listed by hover once more.
            properties: kindIs({ type: 'string', pattern: oneOf(this.#forms({ title, name: code })) }),
            anyOf: this.#forms(KIND).map((name) => ({ required: [name] })),
          },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: reference(code),
        })),
      ],
    };
  }

  #record(kind: Kind): JsonSchema {
    const title = titleOf(kind);
    return {
      description: this.#both(kindDescription(kind)),
      ...this.#object(shapeOfKind(kind) as ObjectShape, { title, name: kind }, [kind]),
    };
  }

  #object(shape: ObjectShape, named: Named, path: readonly string[]): JsonSchema {
    const properties: JsonSchema = {};
    const dependencies: JsonSchema = {};
    const required: JsonSchema[] = [];
    const patternProperties: JsonSchema = { '^x-': true };
    if (shape.kept.size > 0) patternProperties[oneOf([...shape.kept.keys()])] = true;
    for (const property of shape.properties) {
      const at = [...path, property.name];
      const defined = this.#define(at, this.#property(property, at, noneUnder(property, shape)));
      for (const form of this.#forms(property)) properties[form] = defined;
      // What else a key is called is taken, and not offered.
      if (property.synonyms.length > 0) patternProperties[oneOf(property.synonyms)] = defined;
      if (this.#keys === 'both') dependencies[property.title] = this.#notTwice(property);
      if (property.required)
        required.push(this.#required(property, required.length === 0 ? this.#snippets(shape, named) : []));
    }
    return {
      title: this.#twins(named),
      type: 'object',
      properties,
      patternProperties,
      additionalProperties: false,
      ...(required.length > 0 && { allOf: required }),
      ...(this.#keys === 'both' && { dependencies }),
    };
  }

  /** A key that must be there in one language or the other; while it is not, the snippets are offered. */
  #required(key: Named, snippets: JsonSchema[]): JsonSchema {
    const forms = this.#forms(key);
    const missing: JsonSchema = {
      type: 'object',
      required: forms.slice(-1),
      errorMessage: this.#word({ zh: `缺必填项：${forms[0]}`, en: `Required but missing: ${forms[0]}` }),
      ...(snippets.length > 0 && { defaultSnippets: snippets }),
    };
    return [...forms, ...(key.synonyms ?? [])].reduceRight(
      (otherwise, form) => ({ if: { required: [form] }, else: otherwise }),
      missing,
    );
  }

  /** Refuses a key under its English name where it stands under its Chinese name already. */
  #notTwice({ title, name }: Named): JsonSchema {
    const errorMessage = this.#word({
      zh: `“${title}”和“${name}”是同一项，只留一处`,
      en: `"${title}" and "${name}" are the same key: keep one of them`,
    });
    return { properties: { [name]: false }, errorMessage };
  }

  #snippets(shape: ObjectShape, { title, name }: Named): JsonSchema[] {
    return this.#languages.map((lang) => ({
      label: `+ ${lang === 'zh' ? title : name}`,
      description: this.#word({ zh: '填上必填的各项', en: 'Puts in the required keys' }),
      body: skeleton(shape, lang),
    }));
  }

  /** What stands under a key; where it must be there, no text that is `none`. */
  #property(property: Property, path: readonly string[], none: RegExp | undefined): JsonSchema {
    const { shape } = property;
    const examples = examplesOf(property);
    const description = this.#description(property);
    const given =
      shape.type === 'array'
        ? this.#list(shape.items, property, description, path, none)
        : this.#given(shape, property, path);
    return {
      title: this.#twins(property),
      description,
      ...(examples.length > 0 && { examples }),
      ...(isOpen(shape) && this.#offers(shape)),
      ...(property.required && isOpen(itemShape(shape)) && this.#notBlank(none)),
      ...either(property.required ? given : [...given, this.#empty()]),
    };
  }

  #description({ description, shape, required }: Property): string {
    const unit = 'units' in shape ? shape.units[0] : undefined;
    const unitWords = unit === undefined || description.zh.includes(unit) ? '' : `，单位：${unit}`;
    const words = {
      zh: `${description.zh}${unitWords}${required ? '（必填）' : ''}`,
      en: `${description.en}${required ? ' (required)' : ''}`,
    };
    // Editors list the codes of a single value themselves.
    const listed = shape.type === 'array' ? shape.items : isOpen(shape) ? shape : undefined;
    if (listed?.type !== 'text' || listed.codes.length === 0) return this.#both(words);
    const codes = listed.codes.map(({ code, title }) => this.#name({ title, name: code }));
    return `${this.#both(words)}\n${this.#word({ zh: `可以写：${codes.join('、')}`, en: `Choices: ${codes.join(', ')}` })}`;
  }

  /** A list, or one of its values where they are single ones: a list of one may be written so. */
  #list(
    items: Shape,
    property: Property,
    description: string,
    path: readonly string[],
    none: RegExp | undefined,
  ): JsonSchema[] {
    const given = this.#define([...path, 'item'], either(this.#given(items, property, path)));
    if (items.type === 'object') return [this.#oneOrList(property, given)];
    const list = {
      type: 'array',
      description,
      errorMessage: this.#asks('array'),
      items: { ...this.#unlessEmpty(given), ...(items.type === 'text' && this.#offers(items)) },
      ...(property.required && { contains: { not: this.#empty(), ...(none && { pattern: unless(none) }) } }),
    };
    // Several in one text.
    const joined = items.type === 'text' &&
      items.closed && { ...APART, type: 'string', pattern: joinedPattern(items.forms.keys()) };
    return [given, list, ...(joined ? [joined] : [])];
  }

  /** What a value may be, the likeliest first: where none fits, editors show what is wrong by the first. */
  #given(shape: Shape, named: Named, path: readonly string[]): JsonSchema[] {
    switch (shape.type) {
      case 'object': {
        const one = this.#object(shape, named, path);
        if (!shape.orList) return [one];
        return [this.#oneOrList(named, this.#define([...path, 'item'], one))];
      }
      case 'array':
        throw new Error(`${path.join('.')}: a list of lists has no place in a record`);
      case 'text':
        if (shape.closed) return [this.#codes(shape)];
        if (shape.format !== 'text') return [...this.#date(), this.#otherForm(shape)];
        return [{ type: 'string', minLength: 1, errorMessage: this.#asks('text') }, this.#numberOrBoolean()];
      case 'boolean':
        return [{ type: 'boolean', errorMessage: this.#asks('boolean') }, this.#otherForm(shape)];
      default:
        return [
          { type: shape.type, ...shape.limits, errorMessage: this.#asks(shape.type) },
          this.#otherForm(shape),
          ...(shape.codes.length > 0 ? [{ ...APART, ...this.#codes(shape) }] : []),
        ];
    }
  }

  /** One object, or a list of them. Its title tells it apart as `APART` does. */
  #oneOrList(named: Named, one: JsonSchema): JsonSchema {
    return {
      title: this.#twins(named),
      if: { type: 'object' },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: one,
      else: { type: 'array', errorMessage: this.#asks('array'), items: this.#unlessEmpty(one) },
    };
  }

  /** An item of a list, which may be empty. With `anyOf` editors would offer, inside [ ] too, items that begin with a dash. */
  #unlessEmpty(item: JsonSchema): JsonSchema {
    return { if: this.#empty(), else: item };
  }

  /** Codes with all their forms, each explained by its twin. */
  #codes(shape: Coded): JsonSchema {
    const written = this.#written(shape);
    return { enum: written.map(({ form }) => form), enumDescriptions: written.map(({ twin }) => twin) };
  }

  /** The codes as something to choose from where other text may be written too, and in lists. */
  #offers(shape: TextShape): JsonSchema {
    const written = this.#written(shape);
    return written.length === 0
      ? {}
      : { defaultSnippets: written.map(({ form, twin }) => ({ label: form, description: twin, body: form })) };
  }

  /** Every form of every code, in the languages of the schema, and what it is called in the other one. */
  #written({ codes, forms }: Coded): { form: string; twin: string }[] {
    const titles = new Map(codes.map(({ code, title }) => [code, title]));
    return this.#languages.flatMap((lang) =>
      [...forms]
        .filter(([form, code]) => (form === code) === (lang === 'en'))
        .map(([form, code]) => ({ form, twin: lang === 'en' ? present(titles.get(code), `title of ${code}`) : code })),
    );
  }

  /** A date as it stands first among its forms, and in eight digits, which YAML takes for a number. */
  #date(): JsonSchema[] {
    const errorMessage = this.#word({
      zh: `日期写成“年-月-日”，例如 ${EXAMPLE_DATE}`,
      en: `Write the date as YYYY-MM-DD, such as ${EXAMPLE_DATE}`,
    });
    const digits = { ...APART, type: 'integer', minimum: 10_000_101, maximum: 99_991_231 };
    const date = this.#define(['date'], { type: 'string', format: 'date', pattern: DATE, errorMessage });
    return [date, this.#define(['date-in-digits'], digits)];
  }

  /** A value in one of the other forms of its type. */
  #otherForm(shape: Shape): JsonSchema {
    const type = present(valueTypeOf(shape), 'type of a value');
    return this.#define([`form-of-${type}`], { ...APART, type: 'string', pattern: patterns[type] });
  }

  /** A value that counts as not given. */
  #empty(): JsonSchema {
    return this.#define(['empty'], {
      ...APART,
      not: { type: ['boolean', 'number', 'object'] },
      maxLength: 0,
      maxItems: 0,
    });
  }

  /** A text that is not of blanks alone, nor says in words that there is none: where a name or a reason must stand, these are none. */
  #notBlank(none: RegExp | undefined): JsonSchema {
    if (!none) return { pattern: '\\S', errorMessage: this.#asks('text') };
    const errorMessage = this.#word({
      zh: '这里要写文字，写“无”“/”之类等于没写',
      en: 'This asks for text; "无", "/" and the like say nothing',
    });
    return { pattern: `${unless(none)}[\\s\\S]*\\S`, errorMessage };
  }

  /** What stands for text and is taken as it is written, such as 007. Naming these types would make editors offer true and false. */
  #numberOrBoolean(): JsonSchema {
    return this.#define(['as-written'], { ...APART, not: { type: ['null', 'string', 'array', 'object'] } });
  }

  /** Refers to a definition, named by as much of its path as tells it from the others. */
  #define(path: readonly string[], schema: JsonSchema): JsonSchema {
    const text = JSON.stringify(schema);
    let name = this.#names.get(text);
    if (name === undefined) {
      const names = path.map((_, index) => path.slice(-1 - index).join('.'));
      name = present(
        names.find((each) => !(each in this.#definitions)),
        'name of a definition',
      );
      this.#names.set(text, name);
      this.#definitions[name] = schema;
    }
    return reference(name);
  }

  #asks(type: keyof typeof typeNames): string {
    const { zh, en } = typeNames[type];
    return this.#word({ zh: `这里要写${/^[a-z]/.test(zh) ? ' ' : ''}${zh}`, en: `This asks for ${en}` });
  }

  /** The names under which a key or code may be written. */
  #forms({ title, name }: Named): string[] {
    return this.#languages.map((lang) => (lang === 'zh' ? title : name));
  }

  #word(words: Words): string {
    return words[this.#lang];
  }

  /** How a code is to be written: one way, or either. */
  #name(named: Named): string {
    return this.#keys === 'both' ? this.#twins(named) : present(this.#forms(named)[0], `form of ${named.name}`);
  }

  #twins({ title, name }: Named): string {
    return this.#lang === 'zh' ? `${title} ${name}` : `${name} ${title}`;
  }

  #both({ zh, en }: Words): string {
    return this.#lang === 'zh' ? `${zh}\n${en}` : `${en}\n${zh}`;
  }
}

/** Text with recognised codes where any other may be written too. */
const isOpen = (shape: Shape): shape is TextShape => shape.type === 'text' && !shape.closed;

/** A pattern for one of several words and nothing else. */
const oneOf = (words: readonly string[]): string => `^(?:${words.join('|')})$`;

/** The beginning of a pattern for texts that are not of another. */
const unless = ({ source }: RegExp): string => `^(?!${source})`;

const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

function either(alternatives: JsonSchema[]): JsonSchema {
  const [only, ...others] = alternatives;
  return only && others.length === 0 ? only : { anyOf: alternatives };
}
