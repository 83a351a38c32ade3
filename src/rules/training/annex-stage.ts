import { defineRule, judged } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import { reaches } from '../../model/range.ts';
import { annexTable, type SaidAnnex } from '../../notices/tables.ts';
import { listed } from '../../notices/value-kinds.ts';
import { allOf, includes, lengthOf, readable, some } from '../../records/counting.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';
import { hostedFiguresOf } from '../common/annex-row.ts';

/** Whom the sessions are mainly for: each group once, with its categories. */
function mainGroups({ rows }: SaidAnnex): Words {
  const groups = new Map<string, { stages: Words; categories: Words[] }>();
  for (const { category, stages } of rows) {
    if (!stages) continue;
    const group = groups.get(stages.zh) ?? { stages, categories: [] };
    groups.set(stages.zh, { stages, categories: [...group.categories, category] });
  }
  const said = [...groups.values()].map(({ stages, categories }) => {
    const of = listed(categories);
    return { zh: `${of.zh}以${stages.zh}为主`, en: `${stages.en} in ${of.en}` };
  });
  return { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join('; ') };
}

export default defineRule({
  id: 'training/annex-stage',
  clause: 'annex',
  modality: 'guide',
  reads: { annex: annexTable },
  subject: 'session',
  on: (session, { annex }, { canonicalName }) => {
    const groups = hostedFiguresOf(session, annex, canonicalName, ({ stages }) => stages);
    const isAsked = allOf(
      () => groups.length > 0,
      () => reaches(lengthOf(session.session.stages), 1),
    );
    return isAsked && { session, groups };
  },
  judge: ({ session, groups }) =>
    groups.map((groupsOf) => () => {
      const main = groupsOf().flat();
      const { stages = [] } = session.session;
      const names = main.map((stage) => nameOfCode('session', '/stages', stage).zh);
      const asked = { zh: names.join('或'), en: main.join(' or ') };
      const given = {
        zh: readable(stages)
          .map((stage) => nameOfCode('session', '/stages', stage).zh)
          .join('、'),
        en: readable(stages).join(', '),
      };
      return judged(
        some(main, (stage) => includes(stages, stage)),
        () => ({
          fail: session.at('stages'),
          message: {
            zh: `这一班应以“${asked.zh}”师资为主，师资类别写的是“${given.zh}”`,
            en: `The session is to be mainly for ${asked.en} faculty; its stages are ${given.en}`,
          },
          expected: asked,
          actual: given,
          // 骨干师资 is a word of the author's own, and the notice's all the same: only the code itself is read.
          remedy: {
            zh: `确有这类师资参加的，在“师资类别”里写“${names.join('”或“')}”这个词，前后不加字`,
            en: `Where such faculty take part, write just "${main.join('" or "')}" under "stages"`,
          },
        }),
      );
    }),
  hints: ({ annex }) => {
    const groups = mainGroups(annex);
    return {
      '/stages': {
        zh: `省级各班的主要对象：${groups.zh}`,
        en: `main groups of provincial sessions: ${groups.en}`,
        level: 'provincial',
      },
    };
  },
  words: ({ annex }, { clauses }) => ({
    title: { zh: `师资类别与${clauses.zh}一致`, en: 'The faculty are those the session is for' },
    asks: {
      zh: `${clauses.zh}写明每期师资班以哪类师资为主：${mainGroups(annex).zh}。`,
      en: `The notice says whom each faculty session is mainly for: ${mainGroups(annex).en}.`,
    },
    verdict: {
      zh: `只看由${clauses.zh}指定单位承办、写了师资类别的师资班，含有任一主要类别即通过。`,
      en: 'Applies to a faculty session that states its stages and is held by the host assigned to its category; any one of the main groups passes.',
    },
    remedy: {
      zh: '确有这类师资参加的，按通知的叫法写进“师资类别”',
      en: 'Where such faculty take part, name them under "stages" as the notice does',
    },
  }),
});
