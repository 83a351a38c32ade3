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

/** Whether an error is such a call. By its name, since each part of the bundle has a class of its own. */
export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError';
