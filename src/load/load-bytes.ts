import type { Unreadable } from '../model/finding.ts';
import { classHoursIn } from '../notices/edition.ts';
import { importedFrom } from '../workbook/imported-from.ts';
import type { Read, SourceFile } from './files.ts';
import { load } from './load.ts';
import type { LoadedFile } from './loaded.ts';
import { loadTooLarge, mostBytes } from './not-text.ts';

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

/** Reads one file as it was had, be it too large or not to be had at all. */
export async function loadRead(source: SourceFile, read: Read | Unreadable): Promise<LoadedFile | Unreadable> {
  if ('reason' in read) return read;
  return 'size' in read ? loadTooLarge(source.file, read.size) : loadBytes({ ...source, bytes: read.bytes });
}
