import type { Edit, Severity } from '../../model/finding.ts';
import { applyEdits } from '../../text/edits.ts';
import {
  appendEdit,
  attributeEdit,
  childOf,
  childrenOf,
  type PlacedElement,
  prefixOf,
  rootOf,
  sourceOf,
} from './elements.ts';

/** The fills of marked cells, by how bad what is found is; no office program offers just these, so a mark is known again. */
const COLOURS: Record<Severity, string> = { error: 'FFFFC7CF', warning: 'FFFFEB9D', info: 'FFDDEBF8' };

/** Looks of a new sheet's cells. */
export type Look = 'title' | 'line' | 'plain' | 'header' | 'figure-header' | 'link' | Severity;

/**
 * The styles of a workbook, to which those of marked cells are added: like the cell's own but for the fill. The cell's own
 * fill is kept as the second colour of the mark, which nobody sees, so that it can be given back.
 */
export class MarkedStyles {
  readonly #source: string;
  readonly #root: PlacedElement;
  readonly #prefix: string;
  readonly #styles: PlacedElement[];
  readonly #fills: PlacedElement[];
  /** Sources to be added. */
  readonly #newStyles: string[] = [];
  readonly #newFills: string[] = [];
  readonly #newFonts: string[] = [];
  readonly #known = new Map<string, number>();

  /** From the part of the styles; undefined where a workbook has none. */
  constructor(part: string = NO_STYLES) {
    const source = complete(part);
    this.#source = source;
    this.#root = rootOf(source);
    this.#prefix = prefixOf(source, this.#root);
    this.#styles = childrenOf(childOf(this.#root, 'cellXfs'), 'xf');
    this.#fills = childrenOf(childOf(this.#root, 'fills'), 'fill');
  }

  /** Whether a style is one of a marked cell. */
  isMarked(style: number): boolean {
    return this.#colourOf(style) !== undefined;
  }

  /** The style of a cell like one of a style, marked; or without its mark where no severity is given. */
  styled(style: number, severity: Severity | undefined): number {
    const colour = severity && COLOURS[severity];
    if (this.#colourOf(style) === colour) return style;
    return this.#once(`${style} ${colour}`, () => {
      const own = this.#ownFill(style);
      const fill = colour ? this.#fill(colour, own) : own === undefined ? 0 : this.#fillOf(own);
      return this.#addStyle(style, { fillId: String(fill), applyFill: '1' });
    });
  }

  /** The style of a new sheet's cells. */
  look(look: Look): number {
    return this.#once(look, () => {
      const base = this.#styles.length > 0 ? 0 : undefined;
      const colour = isHeader(look) ? 'FFEAF1F8' : look in COLOURS ? COLOURS[look as Severity] : undefined;
      const fill = colour === undefined ? 0 : this.#fill(colour, undefined);
      return this.#addStyle(
        base,
        {
          numFmtId: '0',
          fontId: String(this.#font(look)),
          fillId: String(fill),
          borderId: '0',
          applyFont: '1',
          applyFill: '1',
          applyAlignment: '1',
        },
        {
          vertical: 'top',
          wrapText: look === 'title' || look === 'line' ? '0' : '1',
          ...(look === 'figure-header' ? { horizontal: 'right' } : {}),
        },
      );
    });
  }

  /** The part with what was added. */
  text(): string {
    const grown = (name: string, sources: readonly string[]): Edit[] => {
      const list = childOf(this.#root, name);
      if (sources.length === 0 || !list) return [];
      return [
        appendEdit(this.#source, list, sources.join('')),
        ...attributeEdit(this.#source, list, 'count', String(list.children.length + sources.length)),
      ];
    };
    return applyEdits(this.#source, [
      ...grown('fonts', this.#newFonts),
      ...grown('fills', this.#newFills),
      ...grown('cellXfs', this.#newStyles),
    ]);
  }

  #once(key: string, make: () => number): number {
    const known = this.#known.get(key) ?? make();
    this.#known.set(key, known);
    return known;
  }

  /** Adds a style like another, but for some attributes and, for a new sheet, its alignment; returns its number. */
  #addStyle(base: number | undefined, attributes: Record<string, string>, alignment?: Record<string, string>): number {
    const like = base === undefined ? undefined : this.#styles[base];
    const whole = like ? sourceOf(this.#source, like) : `<${this.#prefix}xf/>`;
    const source = alignment ? whole.replace(/^(<[^>]*?)\/?>[\s\S]*$/, '$1/>') : whole;
    const root = rootOf(source);
    let edits = Object.entries(attributes).flatMap(([name, value]) => attributeEdit(source, root, name, value));
    // Attributes that are new stand in one place.
    const added = edits.filter(({ start, end }) => start === end);
    edits = [
      ...edits.filter(({ start, end }) => start !== end),
      ...(added[0] ? [{ ...added[0], text: added.map(({ text }) => text).join('') }] : []),
    ];
    if (alignment) {
      const written = Object.entries(alignment).map(([name, value]) => ` ${name}="${value}"`);
      edits.push(appendEdit(source, root, `<${this.#prefix}alignment${written.join('')}/>`));
    }
    return this.#numberOf(applyEdits(source, edits), this.#styles, this.#newStyles);
  }

  /** The number of a source in its list, where it is added if none is like it. */
  #numberOf(source: string, known: readonly PlacedElement[], added: string[]): number {
    const at = known.findIndex((each) => sourceOf(this.#source, each) === source);
    if (at >= 0) return at;
    if (!added.includes(source)) added.push(source);
    return known.length + added.indexOf(source);
  }

  #prefixed(source: string): string {
    return source.replace(/<(\/?)(?=\w)/g, `<$1${this.#prefix}`);
  }

  #fillIn(style: number): PlacedElement | undefined {
    return childOf(this.#fills[Number(this.#styles[style]?.attributes.fillId ?? 0)], 'patternFill');
  }

  /** The colour by which a style is marked. */
  #colourOf(style: number): string | undefined {
    const colour = childOf(this.#fillIn(style), 'fgColor')?.attributes.rgb?.toUpperCase();
    return Object.values(COLOURS).find((each) => each === colour);
  }

  /** The colour with which a style's cells were filled before any mark, as the attributes of its element; undefined for none. */
  #ownFill(style: number): string | undefined {
    const fill = this.#fillIn(style);
    if (fill?.attributes.patternType !== 'solid') return undefined;
    const colour = childOf(fill, this.isMarked(style) ? 'bgColor' : 'fgColor');
    if (!colour || colour.attributes.indexed === NO_COLOUR) return undefined;
    return Object.entries(colour.attributes)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('');
  }

  #fillOf(own: string): number {
    return this.#addFill(`<fgColor${own}/><bgColor indexed="${NO_COLOUR}"/>`);
  }

  #fill(colour: string, own = ` indexed="${NO_COLOUR}"`): number {
    return this.#addFill(`<fgColor rgb="${colour}"/><bgColor${own}/>`);
  }

  #addFill(colours: string): number {
    return this.#once(colours, () => {
      const source = `<fill><patternFill patternType="solid">${colours}</patternFill></fill>`;
      return this.#numberOf(this.#prefixed(source), this.#fills, this.#newFills);
    });
  }

  #font(look: Look): number {
    const inside = look === 'title' ? '<b/><sz val="14"/>' : isHeader(look) ? '<b/><sz val="10"/>' : '<sz val="10"/>';
    const colour = look === 'link' ? '<u/><sz val="10"/><color rgb="FF0563C1"/>' : inside;
    return this.#once(`font ${colour}`, () => {
      const source = `<font>${colour}<name val="微软雅黑"/></font>`;
      return this.#numberOf(this.#prefixed(source), childrenOf(childOf(this.#root, 'fonts'), 'font'), this.#newFonts);
    });
  }
}

const isHeader = (look: Look): boolean => look === 'header' || look === 'figure-header';

/** The system's own colour, which stands where none was chosen. */
const NO_COLOUR = '64';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const NO_STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}"/>`;

/** Lists that a style refers to by number, in the order of the part, and what they hold at the least. */
const LISTS: Record<string, string> = {
  fonts: '<fonts count="1"><font><sz val="11"/></font></fonts>',
  fills:
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  borders: '<borders count="1"><border/></borders>',
  cellXfs: '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>',
};

/** A part of styles with each list that it lacks. */
function complete(source: string): string {
  const root = rootOf(source);
  const prefix = prefixOf(source, root);
  const missing = Object.keys(LISTS).filter((name) => !childOf(root, name));
  if (missing.length === 0) return source;
  const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'];
  const kept = order.flatMap((name) => {
    const child = childOf(root, name);
    const own = child ? sourceOf(source, child) : LISTS[name]?.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
    return own ?? [];
  });
  const rest = root.children.filter(({ name }) => !order.includes(name)).map((child) => sourceOf(source, child));
  const tag = source.slice(0, root.inner).replace(/\/>$/, '>');
  return `${tag}${[...kept, ...rest].join('')}</${prefix}${root.name}>`;
}
