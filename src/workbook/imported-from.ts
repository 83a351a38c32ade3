/** The workbook that a YAML file was imported from, and the language of the keys that it was imported into. */
export interface ImportedFrom {
  /** Its path from the folder of the YAML file, with `/`. */
  workbook: string;
  /** The SHA-256 of its bytes; none in files of older versions. */
  sha256: string | undefined;
  keys: 'zh' | 'en';
}

/** The head of a YAML file that was imported from a workbook, by its path from the folder of the file. */
export const headComment = (file: string, sha256: string, keys: 'zh' | 'en'): string =>
  keys === 'zh'
    ? `# 由 hn-gp import 从 ${file} 导入\n# SHA-256: ${sha256}\n`
    : `# Imported by hn-gp import from ${file}\n# SHA-256: ${sha256}\n`;

/** The workbook that the head of a YAML file names; undefined where it names none. */
export function importedFrom(text: string): ImportedFrom | undefined {
  const [, chinese, english, rest = ''] =
    /^\ufeff?# (?:由 hn-gp import 从 (.+?\.xls[xm]) 导入|Imported (?:by hn-gp import )?from (.+?\.xls[xm])(?: by hn-gp import)?)([^\n]*\n#[^\n]*)?/i.exec(
      text,
    ) ?? [];
  const workbook = chinese ?? english;
  if (workbook === undefined) return undefined;
  return { workbook, sha256: /SHA-256: ([0-9a-f]{64})/.exec(rest)?.[1], keys: chinese === undefined ? 'en' : 'zh' };
}

/** The YAML file that a workbook is imported into where no other is named. */
export const importedInto = (workbook: string): string => `${workbook.replace(/(?<=[^/\\])\.[^./\\]*$/, '')}.yaml`;
