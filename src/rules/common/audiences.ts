import type { Words } from '../../model/finding.ts';

/** Whom sessions are for, as said in messages. */
export const audienceNames: Record<'managers' | 'faculty', Words> = {
  managers: { zh: '管理人员', en: 'managers' },
  faculty: { zh: '师资', en: 'faculty' },
};
