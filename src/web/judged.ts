import type { Config } from '../load/config.ts';
import type { CheckResult } from '../model/check-result.ts';

/** What a check came to, and by what. */
export interface Judged {
  result: CheckResult;
  config: Config;
}
