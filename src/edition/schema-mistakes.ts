import type { ErrorObject } from 'ajv';
import { type Policy, policies, same, type Words } from '../model/finding.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { badDate, outOfRange, quotesRemedy, typeNames } from '../schema/words.ts';
import { pointerTo, segmentsOf, valueAt } from '../tree/yaml/positions.ts';
import type { Mistake } from './edition-text.ts';
import { keysAt } from './shape.ts';
import { readersOf, titleOfValue } from './values.ts';

/** A mistake; of a misspelt key, what is missing because of it: the path of its object and the key. */
export type SchemaMistake = Mistake & { stands?: string | undefined };

/** What the schema of editions finds wrong, one a place. */
export function schemaMistakes(data: unknown, errors: readonly ErrorObject[]): SchemaMistake[] {
  const notice = policies.find((policy) => policy === valueAt(data, '/notice'));
  const mistakes = new Map<string, SchemaMistake>();
  for (const error of errors) {
    const mistake = mistakeOf(data, notice, error);
    if (!mistake) continue;
    // Of an object each key that it lacks is a mistake of its own.
    const key = `${mistake.path} ${error.params.missingProperty ?? ''}`;
    // What is of another type altogether has no limits.
    if (!mistakes.has(key) || error.keyword === 'type') mistakes.set(key, mistake);
  }
  // What is only misspelt is not missing as well.
  const misspelt = new Set([...mistakes.values()].flatMap(({ stands }) => stands ?? []));
  return [...mistakes.entries()].filter(([key]) => !misspelt.has(key)).map(([, mistake]) => mistake);
}

/** What a place of an edition is called in a message: its keys, of a row or paragraph with its number. */
function nameAt(path: string): Words {
  const [list, ...rest] = segmentsOf(path);
  const shown = (list === 'values' && rest.length > 0 ? rest : [list, ...rest]).filter(
    (each, index) => each !== 'value' || index === 0,
  );
  const named = (row: (number: number) => string) =>
    shown.map((each) => (/^\d+$/.test(String(each)) ? row(Number(each) + 1) : each)).join(' ');
  return { zh: named((number) => `第 ${number} 项`), en: named((number) => `#${number}`) };
}

function mistakeOf(
  data: unknown,
  notice: Policy | undefined,
  { keyword, instancePath: path, params }: ErrorObject,
): SchemaMistake | undefined {
  const name = nameAt(path);
  const value = valueAt(data, path);
  const actual = value === null || value === undefined ? { zh: '空的', en: 'nothing' } : said(value);
  switch (keyword) {
    case 'required':
      return missing(notice, path, params.missingProperty);
    case 'additionalProperties':
      return unknown(notice, path, params.additionalProperty);
    case 'type': {
      const expected = typesSaid([params.type].flat());
      return {
        rule: 'schema/type',
        path,
        message: {
          zh: `“${name.zh}”要写${expected.zh}，现在是${actual.zh}`,
          en: `"${name.en}" asks for ${expected.en}, found ${actual.en}`,
        },
        remedy: quotesRemedy(params.type, value) ?? { zh: `改成${expected.zh}`, en: `Write ${expected.en}` },
        expected,
        actual,
      };
    }
    case 'enum': {
      const known: string[] = params.allowedValues.map(String);
      const near = suggest(String(value), known);
      return {
        rule: 'schema/enum',
        path,
        message: { zh: `“${name.zh}”不能写${actual.zh}`, en: `"${name.en}" cannot be ${actual.en}` },
        remedy: near
          ? { zh: `是不是想写“${near}”？`, en: `Did you mean "${near}"?` }
          : { zh: `这里可以写：${known.join('、')}`, en: `What can stand here: ${known.join(', ')}` },
        expected: { zh: known.join('、'), en: known.join(', ') },
        actual,
      };
    }
    case 'const':
      if (!path.endsWith('/draft')) return undefined;
      return {
        rule: 'schema/enum',
        path,
        message: {
          zh: `“draft”只有 true 一种写法，现在是${actual.zh}`,
          en: `"draft" is true or not there, found ${actual.en}`,
        },
        remedy: { zh: '核对完了，就删去这一行', en: 'Delete it once you have looked the thing over' },
        expected: same('true'),
        actual,
      };
    case 'format': {
      const { message, remedy, expected, actual: found } = badDate(name.zh, String(value), 'day');
      return {
        rule: 'schema/date',
        path,
        message,
        remedy,
        ...(expected ? { expected } : {}),
        ...(found ? { actual: found } : {}),
      };
    }
    case 'minimum':
    case 'maximum': {
      const { message, remedy, expected } = outOfRange(name.zh, params.comparison, params.limit, String(value));
      return { rule: 'schema/range', path, message, remedy, ...(expected ? { expected } : {}), actual };
    }
    case 'minLength':
    case 'minItems':
      return {
        rule: 'schema/range',
        path,
        message: { zh: `“${name.zh}”是空的`, en: `"${name.en}" is empty` },
        remedy: {
          zh: '写上内容；通知没有这一项的，连键一起删去',
          en: 'Fill it in; where the notice has none, delete the key too',
        },
      };
    case 'maxItems':
      return {
        rule: 'schema/range',
        path,
        message: { zh: `“${name.zh}”最多 ${params.limit} 项`, en: `"${name.en}" has at most ${params.limit} items` },
        remedy: { zh: '去掉多的', en: 'Take out what is too many' },
      };
    default:
      // An error of a branch (if, allOf) says no more than those in it.
      return undefined;
  }
}

export function missing(notice: Policy | undefined, path: string, key: string): Mistake {
  if (path !== '/values' || !notice)
    return {
      rule: 'schema/required',
      path,
      atKey: true,
      message: {
        zh: path === '' ? `缺“${key}”` : `“${nameAt(path).zh}”缺“${key}”`,
        en: path === '' ? `"${key}" is missing` : `"${nameAt(path).en}" lacks "${key}"`,
      },
      remedy: { zh: `补上“${key}: …”`, en: `Add "${key}: …"` },
      expected: same(key),
    };
  const readers = readersOf(notice, key);
  const rules = readers.map(({ id }) => id);
  // Of no notice, and therefore never off.
  const always = readers.filter(({ policy }) => policy === null).map(({ id }) => id);
  const add = {
    zh: `照通知补上“${key}: { value: …, clause: … }”`,
    en: `Add "${key}: { value: …, clause: … }" from the notice`,
  };
  const title = titleOfValue(notice, key);
  return {
    rule: 'schema/required',
    path,
    atKey: true,
    message: {
      zh: `缺“${key}”（${title.zh}），这些规则就无从判定：${rules.join('、')}`,
      en: `"${key}" (${title.en}) is missing, and these rules cannot judge without it: ${rules.join(', ')}`,
    },
    remedy:
      always.length > 0
        ? {
            zh: `${add.zh}；${always.join('、')} 查资料总要用它，不能不写`,
            en: `${add.en}; ${always.join(', ')} needs it always`,
          }
        : {
            zh: `${add.zh}；通知不再要求的，把这些规则的 modality 写成 off`,
            en: `${add.en}; where the notice no longer asks it, put these rules off`,
          },
    expected: same(key),
  };
}

function unknown(notice: Policy | undefined, path: string, key: string): SchemaMistake {
  const near = suggest(key, keysAt(notice, path));
  const isValue = path === '/values';
  return {
    stands: near && `${path} ${near}`,
    rule: 'schema/unknown-key',
    path: pointerTo(path, key),
    atKey: true,
    message: isValue
      ? { zh: `没有规则读“${key}”`, en: `No rule reads "${key}"` }
      : { zh: `没有“${key}”这一项`, en: `There is no key "${key}" here` },
    remedy: near
      ? { zh: `是不是想写“${near}”？`, en: `Did you mean "${near}"?` }
      : isValue
        ? {
            zh: '删去它；通知里新的要求，要先写一条新规则',
            en: 'Delete it; a duty of a new kind asks for a rule first',
          }
        : {
            zh: `删去它；这里可以有：${keysAt(notice, path).join('、')}`,
            en: `Delete it; here may stand: ${keysAt(notice, path).join(', ')}`,
          },
  };
}

function typesSaid(types: readonly string[]): Words {
  const names: Record<string, Words> = typeNames;
  const all = types.map((type) => names[type] ?? same(type));
  return { zh: all.map(({ zh }) => zh).join('或'), en: all.map(({ en }) => en).join(' or ') };
}

/** Longest value that a message repeats, in UTF-16 units. */
const LONGEST = 60;

function said(value: unknown): Words {
  if (Array.isArray(value))
    return value.length === 0 ? { zh: '空列表', en: 'an empty list' } : { zh: '几项', en: 'several items' };
  if (typeof value === 'object') return typeNames.object;
  const text = String(value);
  const brief = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return { zh: `“${brief}”`, en: `"${brief}"` };
}
