import { ruleIn } from '../engine/in-edition.ts';
import { same } from '../model/finding.ts';
import type { Edition } from '../notices/edition.ts';
import { suggest } from '../schema/vocabulary/suggest.ts';
import { pointerTo } from '../tree/yaml/positions.ts';
import type { Mistake } from './edition-text.ts';
import { rulesOf } from './values.ts';

/** Every clause that is cited is listed, and every one listed is judged by rules or has the reason why not. */
export function clauses(edition: Edition): Mistake[] {
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
export function judges(edition: Edition): Mistake[] {
  const { notice, rules, clauses: listed = [] } = edition;
  const own = rulesOf(notice);
  if (listed.length === 0) return [];
  const mistakes: Mistake[] = [];
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
