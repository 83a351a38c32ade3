import { readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import type { PairingRecord } from '../../model/record-types.ts';

type Task = NonNullable<PairingRecord['tasks']>[number];

/** The id of a task; empty where it cannot be read. */
export const idOf = (task: Task): string => readOr(() => task.id, '');

/** A task by its id and title, as far as these can be read. */
export const nameOfTask = (task: Task): Words => same(`${idOf(task)} ${readOr(() => task.title, '')}`.trim());
