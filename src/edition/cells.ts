import { type Severity, same, type Words } from '../model/finding.ts';
import type { Bases } from '../notices/bases.ts';
import { categoriesOf, type Edition } from '../notices/edition.ts';
import { ANY_OTHER, type AnyKind } from '../notices/value-kinds.ts';
import { codesAt } from '../schema/vocabulary/code-name.ts';
import { kinds } from '../schema/vocabulary/shape.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import type { Mistake } from './edition-text.ts';
import { columnsOf, kindsOf } from './values.ts';

/** A cell of a table, or a value by itself, with its kind and where it stands. */
interface Cell {
  kind: AnyKind;
  name: string;
  value: unknown;
  path: string;
}

/** Everything that an edition's values hold, the cells of tables one by one. */
function cellsOf({ notice, values }: Edition): Cell[] {
  const kinds = kindsOf(notice);
  return Object.entries(values).flatMap(([name, { value }]): Cell[] => {
    const kind = kinds[name];
    const path = `/values/${name}/value`;
    if (!kind || value === undefined) return [];
    const columns = columnsOf(kind);
    if (!columns || !Array.isArray(value)) return [{ kind, name, value, path }];
    return value.flatMap((row: Record<string, unknown>, index) =>
      Object.entries(columns).flatMap(([column, { kind: ofCell }]) =>
        row[column] === undefined
          ? []
          : [{ kind: ofCell, name: `${name}.${column}`, value: row[column], path: `${path}/${index}/${column}` }],
      ),
    );
  });
}

/** The cells that name bases, which are asked of the registry. */
const WITH_BASES = new Set(['annex.host', 'pairs.helper', 'pairs.helped']);

/** Each thing that a cell holds, with its place. */
const each = ({ value, path }: Cell): [string, string][] =>
  Array.isArray(value) ? value.map((one, index) => [String(one), pointerTo(path, index)]) : [[String(value), path]];

/** Names of bases are known ones. */
export function bases(edition: Edition, registry: Bases): Mistake[] {
  const named = cellsOf(edition).filter(({ name }) => WITH_BASES.has(name));
  return named.flatMap(each).flatMap(([name, path]): Mistake[] => {
    if (registry.knows(name)) return [];
    const near = registry.near(name) ?? suggest(name, registry.names);
    return [
      {
        rule: 'edition/base',
        severity: near === undefined ? 'info' : 'warning',
        path,
        message: {
          zh: `名称登记、配置和别的版本里都没有“${name}”`,
          en: `Neither the registry nor the config nor another edition knows "${name}"`,
        },
        remedy: near
          ? {
              zh: `是不是想写“${near}”？确实是另一家的，不用改`,
              en: `Did you mean "${near}"? If it is another one, leave it so`,
            }
          : {
              zh: '对照通知核对全称；是新的单位，不用改',
              en: 'Compare the full name with the notice; a new one may stay so',
            },
        actual: same(name),
      },
    ];
  });
}

/** The kinds of cells and values that name categories of sessions. */
const WITH_CATEGORIES = new Set(['category', 'categories']);

/** Tables with a row for each category, and what they are called. */
const BY_CATEGORY = ['annex', 'appropriations'];

/** Every category that is named is one of the edition's, has one row in each table, and one in the annex where the notice asks for a session of it. */
export function categories(edition: Edition): Mistake[] {
  const known = categoriesOf(edition);
  const own = known.all.map(({ code }) => code);
  const mistakes: Mistake[] = [];
  const add = (path: string, severity: Severity, message: Words, remedy: Words) =>
    mistakes.push({ rule: 'edition/category', severity, path, message, remedy });
  const cells = cellsOf(edition).filter(({ kind }) => WITH_CATEGORIES.has(kind.name));
  for (const [code, path] of cells.flatMap(each)) {
    if (code === ANY_OTHER || known.find(code)) continue;
    const near = suggest(code, own);
    add(
      path,
      'error',
      { zh: `categories 里没有“${code}”这一类`, en: `"categories" has no category "${code}"` },
      near
        ? {
            zh: `是不是想写“${near}”？新增的类别，先在 categories 里补上`,
            en: `Did you mean "${near}"? Add a new category to "categories" first`,
          }
        : {
            zh: `先在 categories 里补上；已有：${own.join('、')}`,
            en: `Add it to "categories" first; there are: ${own.join(', ')}`,
          },
    );
  }
  for (const table of BY_CATEGORY) {
    const met = new Map<string, number>();
    for (const { name, value, path } of cells) {
      if (name !== `${table}.category`) continue;
      const first = met.get(String(value));
      if (first !== undefined)
        add(
          path,
          'warning',
          {
            zh: `“${value}”这一类前面已有一行（第 ${first} 行）`,
            en: `There is a row for "${value}" before (row ${first})`,
          },
          { zh: '只留一行；几家承办的，写成 host: [甲, 乙]', en: 'Keep one; several hosts are written host: [A, B]' },
        );
      else met.set(String(value), met.size + 1);
    }
  }
  const annexed = new Set(cells.flatMap(({ name, value }) => (name === 'annex.category' ? String(value) : [])));
  for (const { path, value } of cells.filter(({ name }) => name === 'provinceCategories'))
    for (const [code, at] of each({ path, value } as Cell))
      if (annexed.size > 0 && !annexed.has(code))
        add(
          at,
          'warning',
          {
            zh: `要办的“${code}”这一类，附件（annex）里没有一行`,
            en: `A session of "${code}" is asked for, but the annex has no row for it`,
          },
          {
            zh: '对照附件补上；附件确实没有的，不用改',
            en: 'Add it from the annex; if the annex has none, leave it so',
          },
        );
  return mistakes;
}

/** Codes that records may write otherwise too are those of the product, or new ones: one that is near a known one is most likely a slip. */
export function codes(edition: Edition): Mistake[] {
  return cellsOf(edition).flatMap((cell): Mistake[] => {
    const [, kind, path] = /(?:^| )codes? (\S+) (\S+)$/.exec(cell.kind.name) ?? [];
    const place = kinds.find(({ code }) => code === kind)?.code;
    if (place === undefined || path === undefined) return [];
    const known = codesAt(place, path);
    return each(cell)
      .filter(([code]) => known.length > 0 && !known.includes(code))
      .map(([code, at]): Mistake => {
        const near = suggest(code, known);
        return {
          rule: 'edition/code',
          severity: near === undefined ? 'info' : 'warning',
          path: at,
          message: {
            zh: `“${code}”不在已知的写法里，计划里要写得一模一样才对得上`,
            en: `"${code}" is no known code; a plan meets it only where it is written just so`,
          },
          remedy: near
            ? { zh: `是不是想写“${near}”？`, en: `Did you mean "${near}"?` }
            : { zh: `已知的写法：${known.join('、')}`, en: `Known codes: ${known.join(', ')}` },
          actual: same(code),
        };
      });
  });
}
