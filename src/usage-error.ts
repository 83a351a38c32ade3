import type { Words } from './finding.ts';

/** A call that cannot be carried out as given: said in one line, exit code 2. */
export class UsageError extends Error {
  readonly words: Words;

  constructor(zh: string, en: string) {
    super(en);
    this.name = 'UsageError';
    this.words = { zh, en };
  }
}
