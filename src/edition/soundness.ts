import { isCalendarDate, yearOf } from '../calendar/date.ts';
import { ruleIn } from '../engine/in-edition.ts';
import { counted, same, type Words } from '../model/finding.ts';
import type { EditionRecord } from '../model/record-types.ts';
import { Bases, type ListedBase } from '../notices/bases.ts';
import { type Edition, Editions, editionFrom, governedInWords } from '../notices/edition.ts';
import type { AnyKind } from '../notices/value-kinds.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import { unnamed } from './begin.ts';
import type { Mistake } from './edition-text.ts';
import { columnsOf, kindsOf, rulesOf } from './values.ts';

/** What an edition is held against: the other editions in use besides the product's own, and the bases that the config lists. */
export interface Known {
  further: readonly Edition[];
  listed: readonly ListedBase[] | undefined;
}

/** What is wrong in an edition whose data are as the schema asks: what does not fit together, or does not fit the others. */
export const soundness = (data: EditionRecord, { further, listed }: Known): Mistake[] => {
  const edition = editionFrom(data);
  // One of the product's own, read from its file, is not held against itself.
  const others = new Editions([...further]);
  const isSame = (other: Edition) => other.notice === edition.notice && other.edition === edition.edition;
  const editions = others.all.filter((other) => !isSame(other));
  const bases = new Bases(others, listed);
  return [
    ...heading(edition, editions),
    ...years(edition),
    ...names(edition, bases),
    ...clauses(edition),
    ...judges(edition),
    ...drafts(edition),
  ];
};

/** The number, the date and the years: they are those of no other edition. */
function heading(edition: Edition, editions: readonly Edition[]): Mistake[] {
  const { document, issued, governs, notice } = edition;
  const year = governs.from ?? yearOf(issued);
  const mistakes: Mistake[] = [];
  const others = editions.filter((each) => each.notice === notice);
  const sameNumber = others.find((other) => other.document.zh === document.zh);
  if (document.zh === unnamed(year).zh || document.zh === unnamed(yearOf(issued)).zh || /待填/.test(document.zh))
    mistakes.push({
      rule: 'edition/heading',
      path: '/document',
      atKey: true,
      message: { zh: '文号和标题还没有填', en: 'The number and title of the document are not filled in' },
      remedy: {
        zh: '照新通知写，例如“某函〔2025〕1号（标题）”',
        en: 'Write them as the notice has them, such as "No. 1 [2025] (title)"',
      },
    });
  else if (sameNumber)
    mistakes.push({
      rule: 'edition/heading',
      severity: 'warning',
      path: '/document',
      atKey: true,
      message: {
        zh: `文号和标题与“${sameNumber.edition}”版一样`,
        en: `The number and title are those of the edition ${sameNumber.edition}`,
      },
      remedy: { zh: '照新通知改', en: 'Write those of the new notice' },
    });
  const sameDay = others.find((other) => other.issued === issued);
  if (sameDay)
    mistakes.push({
      rule: 'edition/heading',
      severity: 'warning',
      path: '/issued',
      message: {
        zh: `印发日期 ${issued} 与“${sameDay.edition}”版一样`,
        en: `It was issued on ${issued}, the day of the edition ${sameDay.edition}`,
      },
      remedy: {
        zh: '照新通知改；几个版本都管的年度，按印发日期最晚的判',
        en: 'Write that of the new notice; of editions that govern one year, the one issued last judges',
      },
    });
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = governs;
  if (from > to)
    mistakes.push({
      rule: 'edition/years',
      path: '/governs',
      message: {
        zh: `适用年度从 ${from} 到 ${to}，没有一年在内`,
        en: `It governs from ${from} to ${to}, which is no year at all`,
      },
      remedy: { zh: 'from 写开头一年，to 写最后一年', en: 'Write the first year as "from" and the last as "to"' },
    });
  // A pair is judged by the notice in force when its agreement was signed, whatever years editions name.
  const overlapping = notice === 'pairing' ? undefined : others.find((other) => overlaps(governs, other.governs));
  if (overlapping) {
    const [wins, loses] = issued >= overlapping.issued ? [edition, overlapping] : [overlapping, edition];
    const shared = governedInWords(shareOf(governs, overlapping.governs));
    mistakes.push({
      rule: 'edition/years',
      severity: 'warning',
      path: '/governs',
      message: {
        zh: `“${overlapping.edition}”版也管 ${shared.zh || '同样的年度'}；两版都管的，按印发晚的“${wins.edition}”版判，“${loses.edition}”版不起作用`,
        en: `The edition ${overlapping.edition} governs ${shared.en || 'the same years'} too; there the one issued later, ${wins.edition}, judges and ${loses.edition} does not`,
      },
      remedy: {
        zh: '是更正或代替那一版的，不用改；不是的，核对适用年度',
        en: 'If it corrects or replaces that one, leave it so; else check the years',
      },
    });
  }
  return mistakes;
}

type Governs = Edition['governs'];

const boundsOf = ({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Governs) => ({ from, to });

function overlaps(one: Governs, other: Governs): boolean {
  const [mine, theirs] = [boundsOf(one), boundsOf(other)];
  const isSamePlace = !one.cities || !other.cities || one.cities.some((city) => other.cities?.includes(city));
  return mine.from <= theirs.to && theirs.from <= mine.to && isSamePlace;
}

function shareOf(one: Governs, other: Governs): Governs {
  const from = Math.max(boundsOf(one).from, boundsOf(other).from);
  const to = Math.min(boundsOf(one).to, boundsOf(other).to);
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(to) ? { to } : {}) };
}

/** Dates lie in the years governed: one of last year that was overlooked would let everything pass or fail. */
function years({ governs, issued, values }: Edition): Mistake[] {
  const { from, to } = boundsOf(governs);
  if (from > to) return [];
  const governed = governedInWords(governs);
  const mistakes: Mistake[] = [];
  if (yearOf(issued) > to)
    mistakes.push({
      rule: 'edition/years',
      severity: 'warning',
      path: '/issued',
      message: {
        zh: `印发日期 ${issued} 在适用的 ${governed.zh}之后`,
        en: `It was issued on ${issued}, after the years that it governs: ${governed.en}`,
      },
      remedy: { zh: '核对印发日期和适用年度', en: 'Check the date and the years' },
    });
  for (const [name, { value }] of Object.entries(values)) {
    if (typeof value !== 'string' || !isCalendarDate(value)) continue;
    if (from <= yearOf(value) && yearOf(value) <= to) continue;
    mistakes.push({
      rule: 'edition/years',
      path: `/values/${name}/value`,
      message: {
        zh: `${value} 不在适用的 ${governed.zh}里，多半还是上一版的`,
        en: `${value} is not in ${governed.en}, which the edition governs; it is most likely still that of the last`,
      },
      remedy: { zh: '照新通知改', en: 'Write that of the new notice' },
      actual: same(value),
    });
  }
  return mistakes;
}

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

/** Names of bases, categories and codes are known ones. */
function names(edition: Edition, bases: Bases): Mistake[] {
  const cells = cellsOf(edition);
  const each = ({ value, path }: Cell): [string, string][] =>
    Array.isArray(value) ? value.map((one, index) => [String(one), pointerTo(path, index)]) : [[String(value), path]];
  const mistakes: Mistake[] = [];
  for (const cell of cells.filter(({ name }) => WITH_BASES.has(name))) {
    for (const [name, path] of each(cell)) {
      if (bases.knows(name)) continue;
      const near = bases.near(name) ?? suggest(name, bases.names);
      mistakes.push({
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
      });
    }
  }
  return mistakes;
}

/** Every clause that is cited is listed, and every one listed is judged by rules or has the reason why not. */
function clauses(edition: Edition): Mistake[] {
  const { values, rules, clauses: listed = [], notice } = edition;
  if (listed.length === 0)
    return [
      {
        rule: 'edition/clauses',
        path: '/clauses',
        atKey: true,
        message: { zh: '没有列出通知的段落（clauses）', en: 'The paragraphs of the notice (clauses) are not listed' },
        remedy: {
          zh: '逐段写上条款、内容、由谁落实，和判定的规则或判不了的原因；hn-gp edition new 写的底稿里有上一版的',
          en: 'List each with its locator, what it says, who owes it, and its rules or the reason why none judges it; hn-gp edition new begins with those of the last edition',
        },
      },
    ];
  const locators = new Set(listed.map(({ clause }) => clause));
  const mistakes: Mistake[] = [];
  const cite = (locator: string, path: string) => {
    if (locators.has(locator)) return;
    const near = suggest(locator, [...locators]);
    mistakes.push({
      rule: 'edition/clause',
      path,
      message: { zh: `clauses 里没有“${locator}”这一条`, en: `No paragraph in "clauses" is ${locator}` },
      remedy: near
        ? {
            zh: `是不是想写“${near}”？新增的条款，在 clauses 里补上这一段`,
            en: `Did you mean ${near}? If it is a new one, add its paragraph to "clauses"`,
          }
        : {
            zh: '核对条款；新增的，在 clauses 里补上这一段',
            en: 'Check the locator; if it is a new one, add its paragraph to "clauses"',
          },
      actual: same(locator),
    });
  };
  for (const [name, { value, clause }] of Object.entries(values)) {
    if (clause !== '') cite(clause, `/values/${name}/clause`);
    if (Array.isArray(value))
      for (const [index, row] of value.entries())
        if (typeof row?.clause === 'string') cite(row.clause, `/values/${name}/value/${index}/clause`);
  }
  for (const [id, { clause }] of Object.entries(rules))
    for (const locator of clause?.split(', ') ?? []) cite(locator, `${pointerTo('/rules', id)}/clause`);
  const ids = rulesOf(notice).map(({ id }) => id);
  for (const [index, { clause, rules: own = [], reason }] of listed.entries()) {
    const path = `/clauses/${index}`;
    for (const [place, id] of own.entries())
      if (!ids.includes(id)) mistakes.push(unknownRule(id, ids, `${path}/rules/${place}`));
    if (own.length === 0 && reason === undefined)
      mistakes.push({
        rule: 'edition/uncovered',
        path: `${path}/clause`,
        message: {
          zh: `“${clause}”这一段没有规则判定，也没有写原因`,
          en: `No rule judges this paragraph of ${clause}, and no reason is given`,
        },
        remedy: {
          zh: '在 rules 里写上判定的规则，或者在 reason 里写明机器为什么判不了',
          en: 'Name its rules under "rules", or say under "reason" why none can judge it',
        },
      });
    if (own.length > 0 && reason !== undefined)
      mistakes.push({
        rule: 'edition/uncovered',
        severity: 'warning',
        path: `${path}/reason`,
        message: {
          zh: `“${clause}”这一段既有规则判定，又写了判不了的原因`,
          en: `This paragraph of ${clause} has both rules and a reason why none judges it`,
        },
        remedy: { zh: '只留一样', en: 'Keep one of them' },
      });
  }
  return mistakes;
}

const unknownRule = (id: string, ids: readonly string[], path: string): Mistake => {
  const near = suggest(id, ids);
  return {
    rule: 'edition/rule',
    path,
    message: { zh: `这份通知没有“${id}”这条规则`, en: `The notice has no rule "${id}"` },
    remedy: near
      ? { zh: `是不是想写“${near}”？`, en: `Did you mean "${near}"?` }
      : { zh: '删去它；hn-gp rules 列出全部规则', en: 'Delete it; hn-gp rules lists them all' },
  };
};

/** Every rule of the notice stands with the paragraphs whose clause it goes by, unless it is off. */
function judges(edition: Edition): Mistake[] {
  const { notice, rules, clauses: listed = [] } = edition;
  const own = rulesOf(notice);
  const ids = own.map(({ id }) => id);
  const mistakes = Object.keys(rules)
    .filter((id) => !ids.includes(id))
    .map((id): Mistake => ({ ...unknownRule(id, ids, pointerTo('/rules', id)), atKey: true }));
  if (listed.length === 0) return mistakes;
  for (const rule of own.map((each) => ruleIn(each, edition))) {
    const { id } = rule.rule;
    const at = id in rules ? { path: pointerTo('/rules', id), atKey: true } : { path: '/clauses', atKey: true };
    const naming = listed.flatMap(({ clause, rules: judging = [] }, index) =>
      judging.includes(id) ? [{ clause, index }] : [],
    );
    if (rule.isOff) {
      for (const { index, clause } of naming)
        mistakes.push({
          rule: 'edition/rule',
          severity: 'warning',
          path: `/clauses/${index}/rules`,
          message: {
            zh: `“${clause}”这一段由 ${id} 判定，可是它已经关掉（off）`,
            en: `This paragraph of ${clause} is judged by ${id}, which is off`,
          },
          remedy: {
            zh: '从这一段的 rules 里删去，或者重新启用这条规则',
            en: 'Take it out of "rules" here, or switch the rule on again',
          },
        });
      continue;
    }
    if (naming.length === 0)
      mistakes.push({
        rule: 'edition/rule',
        severity: 'warning',
        ...at,
        message: { zh: `没有一段由 ${id} 判定`, en: `No paragraph is judged by ${id}` },
        remedy: {
          zh: `在它那一段的 rules 里写上；通知不再要求的，在 rules 里写 ${id}: { modality: off }`,
          en: `Name it under "rules" of its paragraph; where the notice no longer asks it, write ${id}: { modality: off } under "rules"`,
        },
      });
    const astray = rule.clauses.filter(
      (locator) => !naming.some(({ clause }) => clause === locator) && listed.some(({ clause }) => clause === locator),
    );
    if (naming.length > 0 && astray.length > 0)
      mistakes.push({
        rule: 'edition/rule',
        severity: 'warning',
        path: `/clauses/${naming[0]?.index}/rules`,
        message: {
          zh: `${id} 的条款是 ${astray.join('、')}，可是那里没有一段写它判定`,
          en: `${id} goes by ${astray.join(', ')}, but no paragraph there names it`,
        },
        remedy: {
          zh: '数字的条款（clause）和段落的规则（rules）对一对，改错的一处',
          en: 'Compare the clause of the value with the rules of the paragraphs, and mend the one that is wrong',
        },
      });
  }
  return mistakes;
}

/** How many of the things left are named. */
const MOST_NAMED = 5;

/** What nobody has compared with the notice yet. */
function drafts({ drafts: left }: Edition): Mistake[] {
  const [first] = left;
  if (first === undefined) return [];
  const named = left
    .slice(0, MOST_NAMED)
    .map((path): Words => (path === '' ? { zh: '抬头', en: 'the heading' } : same(path.slice(1))));
  const more = left.length > MOST_NAMED ? { zh: ' 等', en: ' …' } : same('');
  return [
    {
      rule: 'edition/draft',
      path: `${first}/draft`,
      atKey: true,
      message: {
        zh: `还有 ${left.length} 项没有核对：${named.map(({ zh }) => zh).join('、')}${more.zh}`,
        en: `${counted(left.length, 'thing')} not looked over: ${named.map(({ en }) => en).join(', ')}${more.en}`,
      },
      remedy: {
        zh: '对着新通知看一项，就删去它的 draft: true；都删完了，才能写进配置的 editions',
        en: 'Compare each with the notice and delete its draft: true; then the config may name the edition',
      },
    },
  ];
}
