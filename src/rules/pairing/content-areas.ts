import { defineRule, passing } from '../../engine/rule.ts';
import { reaches, shownRange } from '../../model/range.ts';
import { areasTable } from '../../notices/tables.ts';
import { listed } from '../../notices/value-kinds.ts';
import { countOf } from '../../records/counting.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';

export default defineRule({
  id: 'pairing/content-areas',
  clause: 'areas',
  modality: 'must',
  reads: { areas: areasTable },
  subject: 'pairing',
  on: ({ pairing: { tasks } }, { areas }) =>
    tasks && areas.map(({ area }) => ({ area, label: nameOfCode('pairing', '/tasks/0/area', area), tasks })),
  judge: ({ area, label, tasks }) => {
    const ofArea = countOf(tasks, (task) => task.area === area);
    if (!reaches(ofArea, 1)) return { missing: '/tasks', label, fills: '/tasks/-' };
    return passing(() => ({ expected: '≥ 1', actual: shownRange(ofArea) }));
  },
  hints: ({ areas }) => {
    const all = listed(areas.rows.map(({ area }) => area));
    return { '/tasks': { zh: `每个领域都要有任务：${all.zh}`, en: `a task in each area: ${all.en}` } };
  },
  words: ({ areas }) => {
    const all = listed(areas.rows.map(({ area }) => area));
    return {
      title: { zh: '各项帮扶内容都有任务', en: 'Tasks in every area of help' },
      asks: {
        zh: `帮扶内容有${all.zh}，任务清单里每项至少要有一条任务。`,
        en: `Help covers these areas: ${all.en}; the task list has at least one task in each.`,
      },
      verdict: {
        zh: '写了任务清单的每对帮扶，每个领域各判一次，有一项任务即通过。',
        en: 'For each pairing with tasks, each area is judged; one task passes.',
      },
      missing: { zh: '任务清单里还没有这几项的任务：{items}', en: 'No task in: {items}' },
      remedy: { zh: '每项至少补一条任务', en: 'Add at least one task in each' },
    };
  },
});
