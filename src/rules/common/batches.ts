import { same, type Words } from '../../model/finding.ts';
import type { PartSubject } from '../../records/part.ts';

/** What to know of class hours of which not all that are written count; nothing where all do. */
export const longestCounts = ({ hasBatches }: PartSubject): Words =>
  hasBatches
    ? {
        zh: '（日期重叠的几段算同时进行的几批，只计最长的一段）',
        en: ' (of parts whose dates overlap the longest counts)',
      }
    : same('');
