import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { CheckResult } from '../model/check-result.ts';
import { present } from '../model/present.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Destination } from './output.ts';

/**
 * The workbook that was checked, to be marked in an xlsx report: where it was the only file, and could be read. Throws a
 * UsageError where it is another by now, so that no mark stands at a cell that was not judged.
 */
export async function checkedWorkbook(
  { inputs, evidence }: CheckResult,
  destinations: readonly Destination[],
  cwd: string,
): Promise<Uint8Array | undefined> {
  const [file, ...others] = inputs;
  const target = destinations.find(({ format }) => format === 'xlsx');
  if (!target || file === undefined || others.length > 0 || !/\.xls[xm]$/i.test(file)) return undefined;
  const read = present(evidence, 'evidence of an xlsx report').sources.find((source) => source.file === file);
  if (!read?.sha256) return undefined;
  const [kind, wanted] = [extname(file).toLowerCase(), extname(target.file ?? file).toLowerCase()];
  if (wanted !== kind)
    throw new UsageError(
      `${file} 标注后还是 ${kind} 文件，请把 ${target.file} 的扩展名写成 ${kind}`,
      `${file} stays a ${kind} file when it is marked; give ${target.file} that extension`,
    );
  const { sha256Hex } = await import('../text/digest.ts');
  const bytes = readFileSync(resolve(cwd, file));
  if (sha256Hex(bytes) !== read.sha256)
    throw new UsageError(`${file} 在检查时改过了，请再检查一次`, `${file} changed during the check; check it again`);
  return bytes;
}
