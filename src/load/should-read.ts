import { type Cell, counted, type Edit, type Finding, type Fix } from '../model/finding.ts';
import type { SchemaWords } from '../schema/words.ts';
import { mendedLine } from '../text/edits.ts';
import type { Lines } from '../text/lines.ts';

/** Longest line that a remedy writes out, in UTF-16 units. */
const LONGEST_SHOWN = 200;

/**
 * Says for each finding that can be mended how its line should read, with all that is certain put right; `lines` is
 * asked only where there is one.
 */
export function addMendedLines(findings: readonly Finding[], text: string, lines: () => Lines): void {
  const certain = new Map<number, Edit[]>();
  for (const edit of findings.flatMap(({ fix }) => (fix?.applicability === 'certain' ? fix.edits : []))) {
    const line = lines().lineAt(edit.start);
    const own = certain.get(line);
    if (own) own.push(edit);
    else certain.set(line, [edit]);
  }
  for (const finding of findings) {
    const { fix, remedy, rule } = finding;
    const [first] = fix?.edits ?? [];
    // What is only a guess is asked in the remedy.
    if (!fix || !first || (rule.startsWith('schema/') && fix.applicability !== 'certain')) continue;
    const { source } = finding;
    // A workbook is mended in its cells.
    if (finding.cell) continue;
    // The source of a line too long to show is empty.
    if (source === '' || source.length > LONGEST_SHOWN) continue;
    if (/\n/.test(first.text + text.slice(first.start, first.end))) continue;
    const edits = certain.get(lines().lineAt(first.start)) ?? [];
    const line = mendedLine(text, first.start, fix.applicability === 'certain' ? edits : [...edits, ...fix.edits]);
    const shown = line.trim();
    if (shown === '') continue;
    const indent = line.length - line.trimStart().length;
    const before = text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.end);
    const isMoved = /^-?$/.test(before.trim()) && first.text.trim() === '';
    finding.fix = { ...fix, line: shown };
    const [then, so] = remedy.en.endsWith('?') ? ['', ' The'] : ['；', '; the'];
    finding.remedy = {
      zh: `${remedy.zh}${then}这一行${isMoved ? `前面空 ${indent} 格，` : ''}写成 ${shown}`,
      en: `${remedy.en}${so} line should read ${shown}${isMoved ? ` after ${counted(indent, 'space')}` : ''}`,
    };
  }
}

/** The words of a finding as they are for one who mends it in a cell of a workbook; as they are where there is no cell. */
export function inCell(words: SchemaWords, cell: Cell | undefined, fix: Fix | undefined, text: string): SchemaWords {
  if (cell === undefined) return words;
  if (words.workbook) return { ...words, ...words.workbook };
  const [edit] = fix?.applicability === 'certain' ? fix.edits : [];
  if (!edit) return words;
  const bare = (value: string) => value.replace(/^["[](.*)["\]]$/, '$1');
  const [found, value] = [bare(text.slice(edit.start, edit.end)), bare(edit.text)];
  const remedy = {
    zh: `把“${found}”改成 ${value.replaceAll(', ', '、')}`,
    en: `Change "${found}" to ${value}`,
  };
  return { ...words, remedy };
}
