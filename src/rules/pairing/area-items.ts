import { defineRule, passing } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { PairingRecord } from '../../model/record-types.ts';
import { areasTable } from '../../notices/tables.ts';
import { listed } from '../../notices/value-kinds.ts';
import { candidates, lackingIn, some } from '../../records/counting.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';

type Tasks = NonNullable<PairingRecord['tasks']>;

interface Area {
  /** The area's first task. */
  path: string;
  label: Words;
  clause: string;
  items: string[];
  tasks: Tasks;
  first: Tasks[number];
  /** Whether a task is of the area. */
  isOfArea(task: Tasks[number]): boolean;
}

export default defineRule({
  id: 'pairing/area-items',
  clause: ({ clause }: Area) => clause,
  modality: 'guide',
  reads: { areas: areasTable },
  subject: 'pairing',
  on: ({ pairing: { tasks = [] } }, { areas }): Area[] =>
    areas.flatMap(({ area, items, clause }) => {
      const isOfArea = (task: Tasks[number]) => task.area === area;
      const [first] = candidates(tasks, isOfArea);
      return first
        ? [
            {
              path: `/tasks/${first.index}`,
              label: nameOfCode('pairing', '/tasks/0/area', area),
              clause,
              items,
              tasks,
              first: first.member,
              isOfArea,
            },
          ]
        : [];
    }),
  judge: ({ path, items, tasks, first, isOfArea }) => {
    // Whether there is a task of the area at all.
    if (!some(tasks, isOfArea)) return [];
    const at = readOr(() => first.items, []) ? `${path}/items` : `${path}/area`;
    const named = tasks.map((task) => () => (task.items && isOfArea(task) ? task.items : undefined));
    const nameOf = (item: string) => nameOfCode('pairing', `${path}/items`, item);
    const lacking = lackingIn(items, ...named);
    if (lacking.length > 0)
      return lacking.map((item) => ({ missing: at, label: nameOf(item), fills: `${path}/items` }));
    const all = listed(items.map(nameOf));
    return passing(() => ({ expected: all, actual: all }));
  },
  hints: ({ areas }) => ({
    '/tasks/*/items': areas.rows.map(({ area, items, clause }) => ({
      zh: `${area.zh}要列全：${items.zh}`,
      en: `${area.en} names all of: ${items.en}`,
      of: { clause: clause.value },
    })),
  }),
  words: () => ({
    title: { zh: '任务覆盖各项要点', en: 'Tasks cover every item of their area' },
    asks: {
      zh: '通知在每项帮扶内容下列了要点，这一项的各条任务合起来要覆盖全部要点。',
      en: 'The notice lists items under each area; the tasks of an area together cover them all.',
    },
    reading: {
      zh: '只算本领域的要点，写在其他领域任务里的不算；一条任务都没有的领域由 pairing/content-areas 提出。',
      en: 'An item counts only in a task of its own area; an area without any task is left to pairing/content-areas.',
    },
    verdict: {
      zh: '每个已有任务的领域各判一次，该领域的任务合起来写全各项要点即通过，缺的当即不通过；写了别的领域的要点不算数。',
      en: 'Each area with a task is judged. It passes when its tasks together name every item; an item of another area counts for nothing.',
    },
    missing: { zh: '这一领域的任务还没有覆盖：{items}', en: 'The tasks of this area do not cover: {items}' },
    remedy: {
      zh: '把这一领域任务的“要点”补全，或另加任务',
      en: 'Add them to "items" of a task of this area, or add a task',
    },
  }),
});
