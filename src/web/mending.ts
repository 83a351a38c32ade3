import { patchOf } from '../fix/diff.ts';
import type { Fixed } from '../fix/fix.ts';
import type { Language } from '../model/finding.ts';
import { visible } from '../text/visible.ts';
import type { Mending } from './requests.ts';

/** What of a file can be mended unasked, as it is shown before it is done. */
export function mendingOf(file: string, fixed: Fixed, lang: Language): Mending {
  const { before = '', after = '', encoding = null, bytes = null, mended, rewritten, remaining } = fixed;
  const placed = ({ line, column }: { line: number; column: number }, said: string) =>
    `${line}:${column}  ${visible(said)}`;
  return {
    file,
    before,
    after,
    hunks: patchOf(before, after).hunks.map(({ oldStart, newStart, lines }) => ({
      oldStart,
      newStart,
      lines: lines.map((line) => ({ sign: line.charAt(0) as ' ' | '-' | '+', text: visible(line.slice(1)) })),
    })),
    mended: [
      ...mended.map((each) => placed(each, each.message[lang])),
      ...rewritten.map((each) =>
        placed(each, lang === 'zh' ? `“${each.written}”写成“${each.first}”` : `"${each.written}" as "${each.first}"`),
      ),
    ],
    remaining: remaining.filter(({ severity }) => severity === 'error').map((each) => placed(each, each.message[lang])),
    encoding,
    bytes,
  };
}
