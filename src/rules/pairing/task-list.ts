import { defineRule, passing } from '../../engine/rule.ts';
import { reaches, shownRange } from '../../model/range.ts';
import { lengthOf } from '../../records/counting.ts';

export default defineRule({
  id: 'pairing/task-list',
  modality: 'must',
  subject: 'pairing',
  on: (pairing) => pairing,
  judge: ({ pairing: { tasks } }) =>
    tasks && reaches(lengthOf(tasks), 1)
      ? passing(() => ({ expected: '≥ 1', actual: shownRange(lengthOf(tasks)) }))
      : { missing: '/tasks' },
  words: () => ({
    title: { zh: '任务清单', en: 'Task list' },
    asks: {
      zh: '双方商议制定任务清单，逐项销号。',
      en: 'Both sides settle a list of tasks, to be closed one by one.',
    },
    verdict: {
      zh: '每对帮扶各判一次。至少一项任务即通过，没有当即不通过。',
      en: 'Each pairing is judged. One task passes; none fails at once.',
    },
    missing: { zh: '没有任务清单', en: 'There is no task list' },
    remedy: {
      zh: '补上“任务清单”，每条写明编号、名称、领域和期限',
      en: 'Add "tasks", each with id, title, area and due',
    },
  }),
});
