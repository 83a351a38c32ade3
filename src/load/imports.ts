import type { Finding, Unreadable } from '../model/finding.ts';
import { argument } from '../text/command.ts';
import { type ImportedFrom, importedInto } from '../workbook/imported-from.ts';
import type { Files, SourceFile } from './files.ts';
import type { LoadedFile } from './loaded.ts';
import { isNamedWorkbook } from './not-text.ts';

/**
 * Settles which of a workbook and the YAML file that was imported from it counts: while the workbook is as it was, wherever it
 * lies in the set, the YAML file stands for it, and the workbook is left out and told of; once it has changed, the YAML
 * file has a finding that says so, whether the workbook is among the files or only lies beside it.
 */
export async function settleImports(
  files: Files,
  all: readonly LoadedFile[],
  sources: readonly SourceFile[],
): Promise<{ files: LoadedFile[]; notes: Unreadable[] }> {
  // In most sets nothing was imported, and to ask thousands of files for their real paths takes time.
  if (!all.some(({ importedFrom }) => importedFrom)) return { files: [...all], notes: [] };
  const { sha256Hex } = await import('../text/digest.ts');
  const digestOf = async (source: SourceFile) => {
    const read = await files.read(source);
    return 'bytes' in read ? sha256Hex(read.bytes) : undefined;
  };
  const paths = new Map(sources.map(({ file, path }) => [file, path]));
  const inSet = new Map(sources.map(({ file, path }) => [files.real(path), file]));
  const workbooksByDigest = async () => {
    const found = new Map<string | undefined, string>();
    for (const source of sources.filter(({ file }) => isNamedWorkbook(file))) {
      const digest = await digestOf(source);
      if (digest !== undefined) found.set(digest, source.file);
    }
    return found;
  };
  let byDigest: Map<string | undefined, string> | undefined;
  const replaced = new Map<string, string>();
  const stale = new Map<string, Finding>();
  for (const loaded of all) {
    const path = paths.get(loaded.file);
    const from = loaded.importedFrom;
    if (path === undefined || !from) continue;
    const name = files.nameOf(from.workbook);
    const workbook = files.resolve(files.folderOf(path), from.workbook);
    const file = inSet.get(files.real(workbook));
    const digest = file === undefined ? undefined : await digestOf({ path: workbook, file });
    if (file !== undefined && digest !== undefined && digest === from.sha256) {
      replaced.set(file, loaded.file);
      continue;
    }
    // One of the two was moved since, or the workbook has changed.
    byDigest ??= await workbooksByDigest();
    const same = byDigest.get(from.sha256);
    if (same !== undefined) replaced.set(same, loaded.file);
    else if (file !== undefined) stale.set(loaded.file, staleImport(loaded, from, name, file));
    else {
      // The path is from a file: outside the set, only what lies beside that file is looked at.
      const beside = files.resolve(files.folderOf(path), name);
      const besideIs = await digestOf({ path: beside, file: name });
      const shown = inSet.get(files.real(beside)) ?? loaded.file.slice(0, loaded.file.lastIndexOf('/') + 1) + name;
      if (besideIs !== undefined && besideIs !== from.sha256)
        stale.set(loaded.file, staleImport(loaded, from, name, shown));
    }
  }
  return {
    files: all
      .filter(({ file }) => !replaced.has(file))
      .map((loaded) => {
        // What was loaded may be kept for the next check, when this no longer holds.
        const finding = stale.get(loaded.file);
        return finding ? { ...loaded, findings: [...loaded.findings, finding] } : loaded;
      }),
    notes: [...replaced].map(([file, by]) => ({
      file,
      reason: {
        zh: `没有再查：它导入成的 ${by} 已经查了，工作簿之后没有改过`,
        en: `not checked again: ${by}, which was imported from it, stands for it, and it has not changed since`,
      },
    })),
  };
}

const staleImport = (
  { file, text }: LoadedFile,
  { sha256, keys }: ImportedFrom,
  name: string,
  workbook: string,
): Finding => {
  const [source = ''] = text().split(/\r?\n/, 1);
  // Quoted as no shell reads more into it: the name is from a file.
  const path = argument(workbook, 'posix');
  const output = importedInto(workbook) === file ? '' : ` -o ${argument(file, 'posix')}`;
  const again = `hn-gp import ${path}${output}${keys === 'en' ? ' --keys en' : ''} --force`;
  return {
    rule: 'data/stale-import',
    severity: 'warning',
    policy: null,
    clause: null,
    modality: null,
    message: sha256
      ? {
          zh: `${name} 在导入成这个文件以后改过，这里查的不是最新的内容`,
          en: `${name} has changed since it was imported into this file, which is out of date`,
        }
      : {
          zh: `这个文件是从 ${name} 导入的，没有记下当时的工作簿，不知道之后改过没有`,
          en: `This file was imported from ${name} without noting what that was like, and may be out of date`,
        },
    remedy: {
      zh: `直接检查工作簿：hn-gp check ${path}，把这个文件移走；要留 YAML，就重新导入：${again}`,
      en: `Check the workbook itself (hn-gp check ${path}) and move this file away; or import it again: ${again}`,
    },
    expected: null,
    actual: null,
    file,
    path: '',
    subject: null,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: [...source].length + 1,
    source,
  };
};
