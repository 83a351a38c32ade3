import { defineRule } from '../../engine/rule.ts';
import { codes } from '../../notices/value-kinds.ts';
import { hasAnEnd, owedOnceOver } from '../common/once-over.ts';
import { wholeList } from '../common/whole-list.ts';

const items = codes('session', '/summary/archive');

export default defineRule({
  id: 'training/archive',
  clause: 'archiveItems',
  modality: 'must',
  reads: { archiveItems: items },
  subject: 'session',
  on: (session) => hasAnEnd(session) && session,
  judge: (session, { archiveItems }, { asOf }) => {
    const path = session.at('summary', 'archive');
    const told = wholeList(items, archiveItems, () => session.session.summary?.archive, path);
    return owedOnceOver(session, asOf, path, told);
  },
  hints: ({ archiveItems }) => ({
    '/summary/archive': {
      zh: `结束后都要存齐：${archiveItems.zh}`,
      en: `all of them once the session is over: ${archiveItems.en}`,
    },
  }),
  words: ({ archiveItems }) => ({
    title: { zh: '总结和资料存档', en: 'Summary and material are archived' },
    asks: {
      zh: `办班总结和培训资料都要存档：${archiveItems.zh}。`,
      en: `The summary and the material are archived: ${archiveItems.en}.`,
    },
    verdict: {
      zh: '每期培训班各判一次。各项齐全即通过；没有齐的，结束前算未到期，结束后不通过。',
      en: 'Each session is judged. It passes when every item is there; what is missing is pending until the session is over and fails afterwards.',
    },
    missing: { zh: '存档资料还缺：{items}', en: 'The archive lacks: {items}' },
    remedy: { zh: '补齐资料后写进“总结”的“存档”', en: 'Complete the archive and list it under "archive" of "summary"' },
  }),
});
