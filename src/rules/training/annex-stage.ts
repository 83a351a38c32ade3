import { defineRule } from '../../engine/rule.ts';
import { annexTable } from '../../notices/tables.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';
import { annexRowOf } from '../common/annex-row.ts';

export default defineRule({
  id: 'training/annex-stage',
  clause: 'annex',
  modality: 'guide',
  reads: { annex: annexTable },
  subject: 'session',
  on: (session, { annex }, { canonicalName }) => {
    const row = annexRowOf(session, annex, canonicalName);
    return (
      session.session.audience === 'faculty' && session.session.stages && row && { session, main: row.stages ?? [] }
    );
  },
  judge: ({ session, main }) => {
    const stages: string[] = session.session.stages ?? [];
    return main.length === 0 || main.some((stage) => stages.includes(stage))
      ? 'pass'
      : {
          fail: session.at('stages'),
          message: { zh: '师资类别里没有附件注明的主要对象', en: 'The stages do not include the annex’s main group' },
          expected: {
            zh: main.map((stage) => nameOfCode('session', '/stages', stage).zh).join('或'),
            en: main.join(' or '),
          },
          actual: {
            zh: stages.map((stage) => nameOfCode('session', '/stages', stage).zh).join('、'),
            en: stages.join(', '),
          },
        };
  },
  words: {
    title: { zh: '师资类别与附件一致', en: 'The faculty are those of the annex' },
    asks: {
      zh: '附件备注写明每期师资班以哪类师资为主：一般以骨干为主，全科以新进和到期师资为主。',
      en: 'The annex says whom each faculty session is mainly for: backbone teachers, in general practice new and expiring ones.',
    },
    verdict: {
      zh: '只看由附件指定单位承办、写了师资类别的师资班，含有任一主要类别即通过。',
      en: 'Applies to a faculty session that states its stages and is held by its category’s annex host; any one of the main groups passes.',
    },
    remedy: { zh: '在“师资类别”里加上附件注明的主要对象', en: 'Add the annex’s main group to "stages"' },
  },
});
