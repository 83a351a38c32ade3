import type { Config } from '../load/config.ts';
import type { CheckResult } from '../model/check-result.ts';

/** What a check came to, and the config by which it was made. */
export interface Judged {
  result: CheckResult;
  config: Config;
  /** Whether the config lies in a folder, of which its `include` and `exclude` say what is checked; else they are passed over. */
  isPlaced: boolean;
  /** The given files that it leaves out. */
  leftOut: readonly string[];
}
