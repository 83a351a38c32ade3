import type { Words } from '../../model/finding.ts';

/** The parts of a session, as said in messages. */
export const partNames: Record<'offline' | 'online', Words> = {
  offline: { zh: '线下', en: 'offline' },
  online: { zh: '线上', en: 'online' },
};
