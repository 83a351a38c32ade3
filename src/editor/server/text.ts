import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range as Stretch } from '../../model/finding.ts';
import { Lines } from '../../text/lines.ts';

/**
 * A text as the editor holds it, where lines and characters count from 0, characters in UTF-16 units; and as a check reads
 * it, without a byte-order mark and with columns in code points.
 */
export class EditorText {
  /** The text as a check reads it; offsets of findings and edits count in it. */
  readonly read: string;
  readonly #mark: number;
  readonly #document: TextDocument;
  #lines: Lines | undefined;

  constructor(text: string) {
    this.#mark = text.startsWith('\ufeff') ? 1 : 0;
    this.read = text.slice(this.#mark);
    this.#document = TextDocument.create('', 'yaml', 0, text);
  }

  /** Offsets of a stretch. */
  offsets({ line, column, endLine, endColumn }: Stretch): [start: number, end: number] {
    this.#lines ??= new Lines(this.read);
    return [this.#lines.offsetAt(line, column), this.#lines.offsetAt(endLine, endColumn)];
  }

  /** The editor's range between two offsets. */
  range(start: number, end: number): Range {
    return {
      start: this.#document.positionAt(start + this.#mark),
      end: this.#document.positionAt(end + this.#mark),
    };
  }

  /** The offset of the editor's position. */
  offsetAt(position: Position): number {
    return Math.max(0, this.#document.offsetAt(position) - this.#mark);
  }
}
