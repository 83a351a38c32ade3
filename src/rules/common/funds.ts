import { codes, definition } from '../../notices/value-kinds.ts';

/** What bases pay for their training with, if it is no provincial session. */
export const baseFunds = definition(codes('session', '/funding/0/source'));
