import { classHoursIn } from '../notices/edition.ts';
import { importedFrom } from '../workbook/imported-from.ts';
import type { SourceFile } from './files.ts';
import { load } from './load.ts';
import type { LoadedFile } from './loaded.ts';
import { mostBytes } from './not-text.ts';

type Bytes = Omit<SourceFile, 'path'> & { bytes: Uint8Array };

/** Reads one file's bytes, with their SHA-256 where that is wanted; not where they are but the beginning of a file too large. */
export async function loadBytes({ file, bytes, fingerprint = false, classHours }: Bytes): Promise<LoadedFile> {
  const loaded = await load(file, bytes, classHours && classHoursIn(classHours));
  const from = loaded.workbook ? undefined : importedFrom(loaded.text());
  if (from) loaded.importedFrom = from;
  if (fingerprint && bytes.length <= mostBytes(file))
    loaded.sha256 = (await import('../text/digest.ts')).sha256Hex(bytes);
  return loaded;
}
