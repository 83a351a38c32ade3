import { defineRule } from '../../engine/rule.ts';
import { owedOnceOver } from '../common/once-over.ts';

export default defineRule({
  id: 'training/archive',
  clause: '七（三）',
  modality: 'must',
  reads: ['archiveItems'],
  subject: 'session',
  on: (session, _, { asOf }) => {
    const over = session.isOver(asOf);
    return over !== undefined && { session, over };
  },
  judge: ({ session, over }, { archiveItems }) => {
    const kept: string[] = session.session.summary?.archive ?? [];
    const path = session.at('summary', 'archive');
    const lacking = archiveItems.filter((item) => !kept.includes(item)).map((code) => ({ missing: path, code }));
    return owedOnceOver(session, over, path, lacking);
  },
  words: {
    title: { zh: '总结和资料存档', en: 'Summary and material are archived' },
    asks: {
      zh: '办班总结（名单、考勤、考核、评价、保障、经验、不足、建议）和培训资料（课程安排、授课PPT）都要存档。',
      en: 'The summary (attendees, attendance, exam, evaluation, support, experience, shortcomings, suggestions) and the material (schedule, slides) are archived.',
    },
    verdict: {
      zh: '每期培训班各判一次。各项齐全即通过；没有齐的，结束前算未到期，结束后不通过。',
      en: 'Each session is judged. It passes when every item is there; what is missing is pending until the session is over and fails afterwards.',
    },
    missing: { zh: '存档资料还缺：{items}', en: 'The archive lacks: {items}' },
    remedy: { zh: '补齐资料后写进“总结”的“存档”', en: 'Complete the archive and list it under "archive" of "summary"' },
  },
});
