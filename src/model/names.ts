import type { Modality, Severity, Words } from './finding.ts';

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
