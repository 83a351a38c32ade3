import { readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import type { PairingRecord } from '../../model/record-types.ts';

/** A task by its id and title, as far as these can be read. */
export const nameOfTask = (task: NonNullable<PairingRecord['tasks']>[number]): Words =>
  same(`${readOr(() => task.id, '')} ${readOr(() => task.title, '')}`.trim());
