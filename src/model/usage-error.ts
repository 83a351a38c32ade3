import type { Words } from './finding.ts';

/** A call that cannot be carried out as given: said in one line, exit code 2. */
export class UsageError extends Error {
  readonly words: Words;

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(en, options);
    this.name = 'UsageError';
    this.words = { zh, en };
  }

  /** One that another error told of. */
  static by(cause: unknown, zh: string, en: string): UsageError {
    return new UsageError(zh, en, { cause });
  }
}

/** Whether an error is such a call. By its name, since each part of the bundle has a class of its own. */
export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError';
