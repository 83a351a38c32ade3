/** Text read from bytes, with the encoding it was in; or the reason why it is no text. */
export type Decoded =
  | { text: string; encoding: 'utf-8' | 'gb18030' }
  | { problem: 'binary' | 'utf-16' | 'neither' | OtherFile }
  | { problem: 'damaged'; line: number };

/** A file of another program that was only named like a text. */
export type OtherFile = 'excel' | 'word' | 'office' | 'pdf' | 'zip' | 'web' | 'rtf';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const lenientUtf8 = new TextDecoder('utf-8');
const oneByteEach = new TextDecoder('latin1');

/**
 * Reads bytes as UTF-8 (a byte-order mark is dropped), else as GB18030, of which GBK is a part. GB18030 accepts almost
 * any byte pair, so a UTF-8 file with a few damaged bytes would pass as nonsense Chinese: where more multi-byte
 * characters are valid UTF-8 than not, the file is reported as damaged instead.
 */
export function decode(bytes: Uint8Array): Decoded {
  const other = otherFile(bytes);
  if (other) return { problem: other };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { problem: 'utf-16' };
  if (bytes.includes(0)) return { problem: 'binary' };
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    const lenient = lenientUtf8.decode(bytes);
    const damaged = lenient.match(/\ufffd+/g)?.length ?? 0;
    const intact = lenient.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
    if (intact > damaged)
      return { problem: 'damaged', line: lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length };
  }
  try {
    return { text: new TextDecoder('gb18030', { fatal: true }).decode(bytes), encoding: 'gb18030' };
  } catch {
    return { problem: 'neither' };
  }
}

/** What program a file belongs to, told from its first bytes and, in a zip, the names of the files within. */
function otherFile(bytes: Uint8Array): OtherFile | undefined {
  const start = latin1(bytes.subarray(0, 8));
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^\s*(?:<!DOCTYPE|<html|<\?xml|MIME-Version:)/i.test(latin1(bytes.subarray(0, 100)).replace(/^\xef\xbb\xbf/, '')))
    return 'web';
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'office';
  if (!start.startsWith('PK\x03\x04')) return undefined;
  const names = latin1(bytes);
  return names.includes('xl/workbook.xml') ? 'excel' : names.includes('word/document.xml') ? 'word' : 'zip';
}

const latin1 = (bytes: Uint8Array): string => oneByteEach.decode(bytes);
