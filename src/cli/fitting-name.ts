import { basename, extname } from 'node:path';
import { present } from '../model/present.ts';
import { UsageError } from '../model/usage-error.ts';

/** The extensions of what is written, by its format, the usual one first; what is not among them is plain text. */
const EXTENSIONS: Record<string, readonly string[]> = {
  csv: ['.csv'],
  html: ['.html', '.htm'],
  ics: ['.ics'],
  json: ['.json'],
  junit: ['.xml'],
  gitlab: ['.json'],
  markdown: ['.md'],
  sarif: ['.sarif', '.json'],
  xlsx: ['.xlsx', '.xlsm'],
  yaml: ['.yaml', '.yml'],
};

const PLAIN_TEXT = ['.txt'];

/** Extensions of workbooks, which are no text; a program refuses to open a text that is named so. */
const WORKBOOKS = ['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.et'];

/** Extensions that promise something of a certain form, be it one that is never written here. */
const PROMISING = new Set([...Object.values(EXTENSIONS).flat(), ...WORKBOOKS, '.doc', '.docx', '.wps', '.pdf']);

/** Whether a file is named like a workbook. */
export const isNamedWorkbook = (file: string): boolean => WORKBOOKS.includes(extname(file).toLowerCase());

/**
 * Throws a UsageError where a file is named like something else than the format that is written into it, and says what to
 * name it; `choices` are the other formats that the call could have.
 */
export function requireFittingName(file: string | undefined, format: string, choices: readonly string[] = []): void {
  if (file === undefined) return;
  const extension = extname(file).toLowerCase();
  const own = EXTENSIONS[format] ?? PLAIN_TEXT;
  // Nothing opens a workbook by a name that promises nothing, and JSON is YAML.
  const isFitting = format === 'xlsx' ? extension === '' : !PROMISING.has(extension);
  if (isFitting || own.includes(extension) || (format === 'json' && EXTENSIONS.yaml?.includes(extension))) return;
  const name = basename(file);
  const stem = basename(file, extname(file));
  const fitting = `${stem}${present(own[0], `extension of ${format}`)}`;
  if (format === 'xlsx')
    throw new UsageError(
      `xlsx 格式是工作簿，存成 ${name} 就打不开；请存成 ${fitting}`,
      `xlsx is a workbook, which nothing opens as ${name}; write it into ${fitting}`,
    );
  if (isNamedWorkbook(file)) {
    const [zh, en] = choices.includes('csv')
      ? [`要用 Excel 看，把文件名改成 ${stem}.csv，格式写 csv`, `for Excel, write csv into ${stem}.csv`]
      : [`请存成 ${fitting}`, `write it into ${fitting}`];
    throw new UsageError(
      `${name} 是工作簿的扩展名，${format} 格式是文字，Excel 打不开；${zh}`,
      `${name} is named like a workbook, and ${format} is text, which Excel would refuse to open; ${en}`,
    );
  }
  const meant = choices.find((choice) => EXTENSIONS[choice]?.includes(extension));
  const [zh, en] =
    meant === undefined
      ? ['', '']
      : [`；要 ${meant} 格式，写 --format ${meant}`, `; for ${meant}, give --format ${meant}`];
  throw new UsageError(
    `${name} 的扩展名对不上，写进去的是 ${format} 格式，请存成 ${fitting}${zh}`,
    `${name} is not named for the ${format} that goes into it; write it into ${fitting}${en}`,
  );
}
