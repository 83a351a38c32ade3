import type { Modality, Outcome, Policy, Severity, Words } from './finding.ts';

/** Names of severities. */
export const severityNames: Record<Severity, Words> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

/** Names of modalities. */
export const modalityNames: Record<Modality, Words> = {
  must: { zh: '必须', en: 'must' },
  'in-principle': { zh: '原则上', en: 'in principle' },
  target: { zh: '力争', en: 'target' },
  guide: { zh: '参照', en: 'guide' },
  note: { zh: '说明', en: 'note' },
};

/** Short names of the notices. */
export const noticeNames: Record<Policy, Words> = {
  training: { zh: '年度培训', en: 'Training' },
  pairing: { zh: '结对帮扶', en: 'Pairing' },
  haikou: { zh: '激励方案', en: 'Haikou scheme' },
};

/** Names of verdicts. */
export const outcomeNames: Record<Outcome, Words> = {
  pass: { zh: '通过', en: 'pass' },
  fail: { zh: '不通过', en: 'fail' },
  pending: { zh: '未到期', en: 'pending' },
  unknown: { zh: '无法判断', en: 'unknown' },
  waived: { zh: '已豁免', en: 'waived' },
};

/** A sign for each verdict, so that none depends on colour. */
export const outcomeSigns: Record<Outcome, string> = { pass: '✓', fail: '✕', pending: '…', unknown: '?', waived: '◇' };
