import { defineRule } from '../../engine/rule.ts';
import { areasTable } from '../../notices/tables.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';

export default defineRule({
  id: 'pairing/content-areas',
  clause: 'areas',
  modality: 'must',
  reads: { areas: areasTable },
  subject: 'pairing',
  on: ({ pairing: { tasks } }, { areas }) => tasks && areas.map(({ area }) => ({ area, tasks })),
  judge: ({ area, tasks }) =>
    tasks.some((task) => task.area === area)
      ? 'pass'
      : { missing: '/tasks', label: nameOfCode('pairing', '/tasks/0/area', area) },
  words: {
    title: { zh: '五项帮扶内容都有任务', en: 'Tasks in all five areas' },
    asks: {
      zh: '帮扶内容有学科建设、管理体系、激励机制、教学活动、师资队伍五项，任务清单里每项至少要有一条任务。',
      en: 'Help covers five areas: department, management, incentive, teaching and faculty; the task list has at least one task in each.',
    },
    verdict: {
      zh: '写了任务清单的每对帮扶，五个方面各判一次，有一项任务即通过。',
      en: 'For each pairing with tasks, each of the five areas is judged; one task passes.',
    },
    missing: { zh: '任务清单里还没有这几项的任务：{items}', en: 'No task in: {items}' },
    remedy: { zh: '每项至少补一条任务', en: 'Add at least one task in each' },
  },
});
