import { same, type Words } from '../model/finding.ts';
import type { Bases } from '../notices/bases.ts';
import { type Edition, valuesOf } from '../notices/edition.ts';
import type { AnyKind } from '../notices/value-kinds.ts';
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

/** No list names one thing twice: what is counted would be one more than there is. */
export function doubles(edition: Edition): Mistake[] {
  return cellsOf(edition).flatMap((cell) => {
    const all = each(cell);
    return all.flatMap(([one, path], index): Mistake[] =>
      all.findIndex(([other]) => other === one) === index
        ? []
        : [
            {
              rule: 'edition/twice',
              severity: 'warning',
              path,
              message: { zh: `“${one}”在这里写了两遍`, en: `"${one}" stands here twice` },
              remedy: { zh: '留一个；原本是别的，照通知改', en: 'Keep one, or write what the notice has in its place' },
              actual: same(one),
            },
          ],
    );
  });
}

/** Each category has one row in the annex, which has one for each of which the notice asks for a session. */
export function annexRows({ values }: Edition): Mistake[] {
  const { annex = [], provinceCategories = [] } = valuesOf<'training'>(values);
  const mistake = (path: string, message: Words, remedy: Words): Mistake => ({
    rule: 'edition/category',
    severity: 'warning',
    path,
    message,
    remedy,
  });
  const rows = annex.map(({ category }) => category);
  const again = rows.flatMap((category, index): Mistake[] => {
    const first = rows.indexOf(category);
    if (first === index) return [];
    return [
      mistake(
        `/values/annex/value/${index}/category`,
        {
          zh: `“${category}”这一类前面已有一行（第 ${first + 1} 行）`,
          en: `There is a row for "${category}" before (row ${first + 1})`,
        },
        { zh: '只留一行；几家承办的，写成 host: [甲, 乙]', en: 'Keep one; several hosts are written host: [A, B]' },
      ),
    ];
  });
  const without = provinceCategories.flatMap((category, index): Mistake[] => {
    if (rows.length === 0 || rows.includes(category)) return [];
    return [
      mistake(
        `/values/provinceCategories/value/${index}`,
        {
          zh: `要办的“${category}”这一类，附件（annex）里没有一行`,
          en: `A session of "${category}" is asked for, but the annex has no row for it`,
        },
        { zh: '对照附件补上；附件确实没有的，不用改', en: 'Add it from the annex; if the annex has none, leave it so' },
      ),
    ];
  });
  return [...again, ...without];
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
