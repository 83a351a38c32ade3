import { readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import type { PairingRecord } from '../../model/record-types.ts';

type Task = NonNullable<PairingRecord['tasks']>[number];

/** What of a task's id and title can be read. */
const namesOf = (task: Task): string[] => [() => task.id, () => task.title].flatMap((name) => readOr(name, []));

/** A task in a sentence: by its id, else its title, else its place in the list. */
export function nameOf(task: Task, index: number): Words {
  const [name] = namesOf(task);
  return name === undefined ? placeOf(index) : { zh: `任务 ${name} `, en: `Task ${name}` };
}

/** A task by its id and title, or by its place in the list where neither can be read. */
export function labelOf(task: Task, index: number): Words {
  const names = namesOf(task);
  return names.length === 0 ? placeOf(index) : same(names.join(' '));
}

const placeOf = (index: number): Words => ({ zh: `第 ${index + 1} 项任务`, en: `Task no. ${index + 1}` });
