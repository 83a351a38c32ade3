import type { Language, Words } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Edition } from '../../notices/edition.ts';
import { type Field, layoutOf, type SheetLayout } from '../../workbook/layout.ts';
import { guidance } from '../guidance.ts';
import type { Tree } from '../layout.ts';
import type { Speech } from './entry.ts';
import { headerOf, type Slot } from './slots.ts';

/** What a new workbook is for. */
export interface NewWorkbook {
  kind: Kind;
  /** The record as far as it is known, with English names and codes. */
  known: Tree;
  /** What to say of single fields of the record and of items of its lists, by JSON pointer. */
  remarks: ReadonlyMap<string, Words>;
  /** What to say of the whole. */
  notes: readonly Words[];
  /** The edition whose numbers the notes quote; none where no notice governs. */
  edition: Edition | undefined;
  /** Language of sheets, headers and choices. */
  keys: Language;
  /** Language of the notes and the guide. */
  lang: Language;
}

/** A new workbook in the making: what all its sheets are made from, and the words in its languages. */
export class Making {
  readonly asked: NewWorkbook;
  readonly layout: readonly SheetLayout[];
  readonly speech: Speech;
  /** What stands below each page. */
  readonly footer: string;
  readonly #hints: ReadonlyMap<string, Words>;

  constructor(asked: NewWorkbook) {
    this.asked = asked;
    this.layout = layoutOf(asked.kind);
    this.speech = { keys: asked.keys, lang: asked.lang, hasYear: asked.kind !== 'pairing' };
    this.footer = this.said({ zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' });
    this.#hints = guidance(asked.kind, asked.edition);
  }

  /** What the notice asks of a field or of a sheet's list. */
  hint({ pointer }: Field | SheetLayout): Words | undefined {
    return this.#hints.get(pointer);
  }

  /** The same as it is said; empty where the notice asks nothing. */
  asks(of: Field | SheetLayout): string {
    const hint = this.hint(of);
    return hint ? this.said(hint) : '';
  }

  /** What there is to say of a place of the record, a JSON pointer. */
  remark(pointer: string): string[] {
    const remark = this.asked.remarks.get(pointer);
    return remark ? [this.said(remark)] : [];
  }

  /** The header of a slot, marked where it must be filled in. */
  header(slot: Slot): string {
    return this.named(headerOf(slot)) + (slot.field.required ? '*' : '');
  }

  /** A name in the language of sheets and headers. */
  named(words: Words): string {
    return words[this.asked.keys];
  }

  /** What is said, in the language of the notes. */
  said(words: Words): string {
    return words[this.asked.lang];
  }

  /** What parts sentences in one cell. */
  get between(): string {
    return this.said({ zh: '；', en: '; ' });
  }
}
