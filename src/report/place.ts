import type { Cell, Finding, Language, Location } from '../model/finding.ts';
import { onOneLine, withoutStar } from '../text/lines.ts';
import { visible } from '../text/visible.ts';
import { columnOf } from '../tree/workbook/cells.ts';

/** A cell as it is named on its workbook: `培训班!F7`, with the others that are to be filled in at once. */
export const addressOf = ({ sheet, address, others = [] }: Cell, lang: Language): string =>
  visible(`${sheet}!${inRanges([address, ...others]).join(lang === 'zh' ? '、' : ', ')}`);

/** Fewest cells beside or below one another that are named as a range. */
const LEAST_IN_RANGE = 3;

/** Addresses of cells, with those in a row or column as a range: `F7:M7`. */
function inRanges(addresses: readonly string[]): string[] {
  const places = addresses.map((address) => ({
    address,
    column: columnOf(address) ?? 0,
    row: Number(/(?<!\d)\d+$/.exec(address)?.[0]),
  }));
  const runs: (typeof places)[] = [];
  for (const place of places) {
    const run = runs.at(-1) ?? [];
    const [last, before = last] = [run.at(-1), run.at(-2)];
    const isNext =
      last &&
      place.column - last.column + place.row - last.row === 1 &&
      (place.column === last.column || place.row === last.row);
    const isStraight = isNext && (before === last || before?.row === place.row || before?.column === place.column);
    if (isStraight) run.push(place);
    else runs.push([place]);
  }
  return runs.flatMap((run) =>
    run.length < LEAST_IN_RANGE ? run.map(({ address }) => address) : `${run[0]?.address}:${run.at(-1)?.address}`,
  );
}

/** A cell with its header: `培训班!F7（线下·学时）`, or with the one to add; empty where there is no cell. */
export function cellNamed(cell: Cell | undefined, lang: Language): string {
  if (!cell) return '';
  const header = headerNamed(cell, lang);
  const [open, close] = lang === 'zh' ? ['（', '）'] : [' (', ')'];
  return `${addressOf(cell, lang)}${header && open + header + close}`;
}

/** A cell's header, that it is one, or that it is to be added; empty where it has none. */
export function headerNamed({ header, lacksHeader }: Cell, lang: Language): string {
  const shown = onOneLine(visible(header));
  if (!lacksHeader || shown === '') return shown;
  return lang === 'zh' ? `要加“${shown}”` : `add "${shown}"`;
}

/** Whether a cell is a header itself. */
export const isHeader = ({ header, content }: Cell): boolean => header !== '' && withoutStar(content) === header;

/** A cell as programs are told of it: its sheet, address and header; nothing where there is no cell. */
export const cellJson = ({ cell }: Pick<Location, 'cell'>): { sheet?: string; cell?: string; header?: string } =>
  cell ? { sheet: cell.sheet, cell: cell.address, header: cell.header } : {};

/** A message led by the cell that it is about, where there is one. */
export function withCell({ cell, message }: Pick<Finding, 'cell' | 'message'>, lang: Language): string {
  const said = visible(message[lang]);
  return cell ? `${cellNamed(cell, lang)}${lang === 'zh' ? '：' : ': '}${said}` : said;
}

/** Where something stands in its file: line and column, or the cell. */
export const placeIn = ({ cell, line, column }: Pick<Location, 'cell' | 'line' | 'column'>, lang: Language): string =>
  cell ? addressOf(cell, lang) : `${line}:${column}`;

/** A file with the line, or the cell, in which something stands. */
export const fileAndLine = ({ file, cell, line }: Pick<Location, 'file' | 'cell' | 'line'>, lang: Language): string =>
  cell ? `${visible(file)} ${addressOf(cell, lang)}` : `${visible(file)}:${line}`;
