import { codes, definition } from '../../notices/value-kinds.ts';

/** What bases pay for their training with; every other fund is for provincial sessions alone. */
export const baseFunds = definition(codes('session', '/funding/0/source'));
