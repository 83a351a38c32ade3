import { inChinese, inEnglish, inWords, isWithin } from '../../calendar/day.ts';
import { defineRule, judged } from '../../engine/rule.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import { candidates } from '../../records/counting.ts';
import { labelOf, nameOf } from '../common/tasks.ts';
import { termOf } from '../common/term.ts';

const NOT_SAID: Words = {
  zh: '通知没有直接说任务期限，只说工作计划和任务清单配套，所以只作提醒。',
  en: 'The notice only sets the task list beside the work plan, so this is a reminder. ',
};

export default defineRule({
  id: 'pairing/task-in-term',
  modality: 'guide',
  subject: 'pairing',
  on: ({ pairing }) => {
    const term = attempt(() => termOf(pairing.agreement));
    if (!term) return undefined;
    return candidates(pairing.tasks, ({ due }) => due !== undefined).map(({ member, index }) => ({
      path: `/tasks/${index}`,
      label: labelOf(member, index),
      name: nameOf(member, index),
      task: member,
      term,
    }));
  },
  judge: ({ path, name, task, term }) => {
    if (term instanceof CannotTell) throw term;
    const { start, end } = term;
    const { due = '' } = task;
    return judged(isWithin(due, start, end), () => ({
      fail: `${path}/due`,
      message: {
        zh: `${name.zh}的期限 ${inChinese(due)} 不在帮扶期内（${inChinese(start)} 至 ${inChinese(end)}）`,
        en: `${name.en} is due on ${inEnglish(due)}, outside the term from ${inEnglish(start)} to ${inEnglish(end)}`,
      },
      expected: { zh: `${inChinese(start)} 至 ${inChinese(end)}`, en: `${inEnglish(start)} – ${inEnglish(end)}` },
      actual: inWords(due),
    }));
  },
  words: (_, { binds }) => ({
    title: { zh: '任务期限在帮扶期内', en: 'Tasks are due within the term' },
    asks: {
      zh: '任务清单安排的是帮扶期里的事，任务期限应落在帮扶期内。',
      en: 'The tasks are for the time of help, so they fall due within its term.',
    },
    reading: {
      zh: `${binds('guide', NOT_SAID).zh}帮扶期以协议的开始和结束为准。`,
      en: `${binds('guide', NOT_SAID).en}The term is the agreement’s.`,
    },
    verdict: {
      zh: '有协议期的帮扶，写了期限的任务各判一次，期限在协议期内即通过。',
      en: 'For a pairing with a term, each task with a due day is judged; a day within the term passes.',
    },
    remedy: { zh: '调整任务期限，或核对协议的起止日期', en: 'Move the due day, or check the agreement’s dates' },
  }),
});
