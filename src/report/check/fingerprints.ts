import type { CheckResult } from '../../model/check-result.ts';
import type { Finding } from '../../model/finding.ts';
import { sha256Hex } from '../../text/digest.ts';

/** A line number after the name of a file, as in `plan.yaml:12`. */
const LINE_NUMBER = /(?<=\S):\d+/g;

/**
 * A name for each finding that stays when lines move and in either language: a digest of its rule, file, subject, path
 * and message without line numbers. Findings that agree in all of these are told apart by their order.
 */
export function fingerprints({ findings, waived }: CheckResult): Map<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    [...findings, ...waived].map((finding) => {
      const { rule, file, subject, path, message } = finding;
      const key = JSON.stringify([rule, file, subject, path, message.zh.replace(LINE_NUMBER, '')]);
      const earlier = seen.get(key) ?? 0;
      seen.set(key, earlier + 1);
      return [finding, sha256Hex(`${key}${earlier}`)];
    }),
  );
}
