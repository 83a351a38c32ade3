import { strToU8, zipSync } from 'fflate';
import { xmlText } from '../../text/xml.ts';
import { columnLetters } from '../../tree/workbook/cells.ts';
import type { NewSheet } from './new-sheet.ts';
import { MAIN, OFFICE, xmlHead } from './part.ts';
import { sheetParts } from './sheet-parts.ts';
import { stylesPart } from './styles-part.ts';

/** The sheets as an .xlsx workbook (ECMA-376), the same bytes for the same sheets. */
export function writeXlsx(sheets: readonly NewSheet[]): Uint8Array {
  const all = sheets.map(sheetParts);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(all),
    '_rels/.rels': relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbookPart(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': stylesPart(),
  };
  for (const [index, { sheet, notes, shapes }] of all.entries()) {
    const number = index + 1;
    parts[`xl/worksheets/sheet${number}.xml`] = sheet;
    if (notes === undefined || shapes === undefined) continue;
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relations([
      { type: 'vmlDrawing', target: `../drawings/vmlDrawing${number}.vml` },
      { type: 'comments', target: `../comments${number}.xml` },
    ]);
    parts[`xl/comments${number}.xml`] = notes;
    parts[`xl/drawings/vmlDrawing${number}.vml`] = shapes;
  }
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { mtime: NEVER });
}

// The first day that the archive format knows; its fields are read in local time.
const NEVER = new Date(1980, 0, 1);

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Relations of a part to others; they are called rId1 and so on. */
const relations = (all: readonly { type: string; target: string }[]): string =>
  xmlText({
    ...xmlHead,
    Relationships: {
      '@xmlns': `${PACKAGE}/relationships`,
      Relationship: all.map(({ type, target }, index) => ({
        '@Id': `rId${index + 1}`,
        '@Type': `${OFFICE}/${type}`,
        '@Target': target,
      })),
    },
  });

function contentTypes(sheets: readonly ReturnType<typeof sheetParts>[]): string {
  const override = (name: string, type: string) => ({
    '@PartName': name,
    '@ContentType': `${SPREADSHEET}.${type}+xml`,
  });
  return xmlText({
    ...xmlHead,
    Types: {
      '@xmlns': `${PACKAGE}/content-types`,
      Default: [
        { '@Extension': 'rels', '@ContentType': 'application/vnd.openxmlformats-package.relationships+xml' },
        { '@Extension': 'xml', '@ContentType': 'application/xml' },
        { '@Extension': 'vml', '@ContentType': 'application/vnd.openxmlformats-officedocument.vmlDrawing' },
      ],
      Override: [
        override('/xl/workbook.xml', 'sheet.main'),
        override('/xl/styles.xml', 'styles'),
        ...sheets.flatMap(({ notes }, index) => [
          override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
          ...(notes === undefined ? [] : [override(`/xl/comments${index + 1}.xml`, 'comments')]),
        ]),
      ],
    },
  });
}

/** The list of sheets, and what of each is on every page of it in print. */
function workbookPart(sheets: readonly NewSheet[]): string {
  const titles = sheets.flatMap(({ name, frozen: { rows, columns } }, index) => {
    const quoted = `'${name.replaceAll("'", "''")}'`;
    const parts = [
      ...(columns > 0 ? [`${quoted}!$A:$${columnLetters(columns)}`] : []),
      ...(rows > 0 ? [`${quoted}!$1:$${rows}`] : []),
    ];
    return parts.length === 0
      ? []
      : { '@name': '_xlnm.Print_Titles', '@localSheetId': String(index), '#text': parts.join(',') };
  });
  return xmlText({
    ...xmlHead,
    workbook: {
      '@xmlns': MAIN,
      '@xmlns:r': OFFICE,
      sheets: {
        sheet: sheets.map(({ name }, index) => ({
          '@name': name,
          '@sheetId': String(index + 1),
          '@r:id': `rId${index + 1}`,
        })),
      },
      ...(titles.length > 0 ? { definedNames: { definedName: titles } } : {}),
    },
  });
}
