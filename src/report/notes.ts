import type { CheckResult } from '../model/check-result.ts';
import type { Words } from '../model/finding.ts';

/** What is told beside a report, a line each: editions among the records, which were not read as such, and what else was left unread. */
export const notesOn = ({ editionFiles, notes }: Pick<CheckResult, 'editionFiles' | 'notes'>): Words[] => [
  ...editionFiles.map((file) => ({
    zh: `${file} 是通知版本，不是记录，没有检查；要按它判定，写进配置的 editions，或用 --edition`,
    en: `${file} is an edition of a notice, not a record, and was passed over; to judge by it, name it in the config's editions or with --edition`,
  })),
  ...notes.map(({ file, reason }) => ({ zh: `${file}：${reason.zh}`, en: `${file}: ${reason.en}` })),
];
