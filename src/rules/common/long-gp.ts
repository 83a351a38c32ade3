import { codes, definition } from '../../notices/value-kinds.ts';

/** The stages of GP faculty whose provincial training is longer. */
export const longGpStages = definition(codes('session', '/stages'));
