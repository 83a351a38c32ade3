import type { Edit } from '../../model/finding.ts';
import { applyEdits } from '../../text/edits.ts';
import { needed } from './archive.ts';
import { appendEdit, attributeEdit, childOf, childrenOf, type PlacedElement, prefixOf, rootOf } from './elements.ts';
import { relationAttribute, relationOf } from './relations.ts';

/** Names by which a workbook knows the sheets that an earlier call put in, however they are called now. */
const OWN = '_hn_gp_sheet_';

/** A sheet of a workbook: its name, and the id of the relation that leads to its part. */
interface Listed {
  name: string;
  relation: string;
}

/** The part of a workbook that lists its sheets, to which others can be added. */
export class SheetList {
  readonly #source: string;
  readonly #root: PlacedElement;
  readonly #list: PlacedElement;
  readonly #prefix: string;
  /** What is put in, in the order in which it stands there. */
  readonly #first: string[] = [];
  readonly #last: string[] = [];
  readonly #defined: string[] = [];
  readonly #taken: Set<string>;
  #highestId: number;
  readonly sheets: readonly Listed[];

  /** Throws an ArchiveProblem where the text is no XML. */
  constructor(source: string) {
    this.#source = source;
    this.#root = rootOf(source);
    this.#prefix = prefixOf(source, this.#root);
    this.#list = needed(childOf(this.#root, 'sheets'));
    const elements = childrenOf(this.#list, 'sheet');
    this.sheets = elements.map((each) => ({ name: each.attributes.name ?? '', relation: relationOf(each) }));
    this.#taken = new Set(this.sheets.map(({ name }) => name.toLowerCase()));
    this.#highestId = Math.max(0, ...elements.map(({ attributes }) => Number(attributes.sheetId ?? 0)));
  }

  /** The namespace of the workbook's own elements, which differs in strict workbooks. */
  get namespace(): string {
    const prefix = this.#prefix.slice(0, -1);
    return this.#root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? '';
  }

  /** The place of the sheet at which the workbook opens, from 0. */
  get active(): number {
    return Number(this.#view?.attributes.activeTab ?? 0);
  }

  /** The sheets that an earlier call put in: by which one of them it is, its name now. */
  get own(): ReadonlyMap<number, string> {
    return new Map(
      this.#names
        .filter(({ attributes }) => attributes.name?.startsWith(OWN))
        .map(({ attributes, text }) => {
          const name = /^'?(.*?)'?!\$?A\$?1$/.exec(text)?.[1] ?? '';
          return [Number(attributes.name?.slice(OWN.length)), name.replaceAll("''", "'")] as const;
        }),
    );
  }

  /** Adds a sheet, the first of them (0) before all that there are, the others behind them; one of its name keeps it. */
  add(index: number, wanted: string, relation: string): void {
    let name = wanted;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`;
    this.#taken.add(name.toLowerCase());
    this.#highestId += 1;
    const link = relationAttribute(childOf(this.#list, 'sheet')?.attributes);
    const source = `<${this.#prefix}sheet name="${name}" sheetId="${this.#highestId}" ${link}="${relation}"/>`;
    (index === 0 ? this.#first : this.#last).push(source);
    this.#defined.push(
      `<${this.#prefix}definedName name="${OWN}${index}" hidden="1">'${name}'!$A$1</${this.#prefix}definedName>`,
    );
  }

  /** The part with what was added, so that the workbook opens at its first sheet. */
  text(): string {
    return applyEdits(this.#source, [...this.#added(), ...this.#named(), ...this.#opened()]);
  }

  get #names(): PlacedElement[] {
    return childrenOf(childOf(this.#root, 'definedNames'), 'definedName');
  }

  get #view(): PlacedElement | undefined {
    return childOf(childOf(this.#root, 'bookViews'), 'workbookView');
  }

  #added(): Edit[] {
    const [first, last] = [this.#first.join(''), this.#last.join('')];
    const start = childOf(this.#list, 'sheet')?.start;
    if (start === undefined) return first + last === '' ? [] : [appendEdit(this.#source, this.#list, first + last)];
    return [
      ...(first === '' ? [] : [{ start, end: start, text: first }]),
      ...(last === '' ? [] : [appendEdit(this.#source, this.#list, last)]),
    ];
  }

  #named(): Edit[] {
    if (this.#defined.length === 0) return [];
    const names = childOf(this.#root, 'definedNames');
    const defined = this.#defined.join('');
    if (names) return [...this.#shifted(), appendEdit(this.#source, names, defined)];
    const before = ['sheets', 'functionGroups', 'externalReferences'];
    const after = this.#root.children.filter(({ name }) => before.includes(name)).at(-1)?.end ?? this.#list.end;
    const text = `<${this.#prefix}definedNames>${defined}</${this.#prefix}definedNames>`;
    return [{ start: after, end: after, text }];
  }

  /** Names that are of one sheet tell it by its place. */
  #shifted(): Edit[] {
    if (this.#first.length === 0) return [];
    return this.#names.flatMap((each) => {
      const { localSheetId } = each.attributes;
      if (localSheetId === undefined) return [];
      return attributeEdit(this.#source, each, 'localSheetId', String(Number(localSheetId) + this.#first.length));
    });
  }

  #opened(): Edit[] {
    const view = this.#view;
    if (!view) return [];
    return ['activeTab', 'firstSheet'].flatMap((name) => attributeEdit(this.#source, view, name, undefined));
  }
}
