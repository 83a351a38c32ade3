/** How every part of a workbook begins. */
export const xmlHead = { '?xml': { '@version': '1.0', '@encoding': 'UTF-8', '@standalone': 'yes' } };

/** The namespaces of sheets and of what refers to other parts. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
