import {
  type CodeAction,
  CodeActionKind,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Finding, Fix, Language } from '../../model/finding.ts';
import { apart, mendedLine } from '../../text/edits.ts';
import { visible } from '../../text/visible.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { EditorText } from './text.ts';

/** The kind of the action that mends all that is certain. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.hn-gp`;

/** Longest stretch of the file that a title shows, in code points. */
const LONGEST_TITLE = 40;

type Fixable = Finding & { fix: Fix };

/** What the editor may do about the findings of a document; `only` are the kinds of action that it asks for. */
export function codeActions(
  findings: readonly Finding[],
  text: EditorText,
  range: Range,
  only: readonly string[] | undefined,
  lang: Language,
  editOf: (edits: TextEdit[]) => WorkspaceEdit,
): CodeAction[] {
  const wanted = (kind: string) => !only || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const fixable = findings.filter((finding): finding is Fixable => finding.fix !== undefined);
  const textEdits = (edits: readonly Edit[]) =>
    edits.map(({ start, end, text: newText }) => ({ range: text.range(start, end), newText }));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of fixable) {
      const diagnostic = diagnosticOf(finding, text, lang);
      if (!touches(diagnostic.range, range)) continue;
      actions.push({
        title: titleOf(finding, text, lang),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: finding.fix.applicability === 'certain',
        edit: editOf(textEdits(finding.fix.edits)),
      });
    }
  }
  const certain = apart(fixable.flatMap(({ fix }) => (fix.applicability === 'certain' ? fix.edits : [])));
  if (wanted(FIX_ALL) && certain.length > 0) {
    actions.push({
      title: lang === 'zh' ? '改正这份文件里所有能确定的写法' : 'Mend all that is certain in this file',
      kind: FIX_ALL,
      edit: editOf(textEdits(certain)),
    });
  }
  return actions;
}

/** What will stand there: in place of the key or value at fault, else in its line. */
function titleOf({ fix: { edits }, ...finding }: Fixable, text: EditorText, lang: Language): string {
  const [first] = edits as [Edit, ...Edit[]];
  const [start, end] = text.offsets(finding);
  const whole = edits.length === 1 && first.start === start && first.end === end && /[\p{L}\p{N}]/u.test(first.text);
  const characters = [...visible(whole ? first.text : mendedLine(text.read, first.start, edits)).trim()];
  if (characters.length === 0) return lang === 'zh' ? '删去' : 'Delete it';
  const shown = characters.slice(0, LONGEST_TITLE).join('') + (characters.length > LONGEST_TITLE ? '…' : '');
  return lang === 'zh' ? `改成 ${shown}` : `Change to ${shown}`;
}

const touches = (one: Range, other: Range): boolean => isWithin(one.start, other) || isWithin(other.start, one);

/** Whether a position lies in a range, at its ends too. */
export const isWithin = (position: Position, { start, end }: Range): boolean =>
  !isBefore(position, start) && !isBefore(end, position);

const isBefore = (one: Position, other: Position): boolean =>
  one.line < other.line || (one.line === other.line && one.character < other.character);
