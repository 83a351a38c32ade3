import * as XLSX from 'xlsx';

/** A zip archive of parts. */
export function zip(parts: Record<string, string>): Uint8Array {
  const archive = XLSX.CFB.utils.cfb_new();
  for (const [name, text] of Object.entries(parts)) XLSX.CFB.utils.cfb_add(archive, name, Buffer.from(text));
  return new Uint8Array(XLSX.CFB.write(archive, { fileType: 'zip', type: 'buffer' }) as Buffer);
}

/** Relations of a part, all inside the archive. */
export const relations = (...all: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** The parts of a workbook whose only sheet, 年度计划, has the given content. */
export const parts = (sheet: string, more: Record<string, string> = {}): Record<string, string> => ({
  '/_rels/.rels': relations(['r1', 'officeDocument', 'xl/workbook.xml']),
  '/xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="年度计划" sheetId="1" r:id="r1"/></sheets></workbook>',
  '/xl/_rels/workbook.xml.rels': relations(['r1', 'worksheet', '/xl/worksheets/first.xml']),
  '/xl/worksheets/first.xml': `<worksheet>${sheet}</worksheet>`,
  ...more,
});

/** A cell with a text, the row of headers, and a row with a year. */
export const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
export const head = `<row r="1">${text('A1', '项目')}${text('B1', '填写内容')}</row>`;
export const year = `<row r="2">${text('A2', '年度')}<c r="B2"><v>2024</v></c></row>`;
