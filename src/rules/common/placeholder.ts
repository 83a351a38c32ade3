import type { Language, Words } from '../../model/finding.ts';

/** What a starter file writes where the name of a base is not known yet. */
export const placeholder = (what: Words, keys: Language): string =>
  keys === 'zh' ? `（请填写${what.zh}）` : `(fill in: ${what.en})`;

/** Whether a name is still the starter's. */
export const isPlaceholder = (name: string): boolean => /^(?:（请填写.*）|\(fill in: .*\))$/.test(name);
