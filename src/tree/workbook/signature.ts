// The comment of an archive by which a report is known that nobody has changed: programs leave it out where they save.
const SIGNATURE = Uint8Array.from('hn-gp', (sign) => sign.charCodeAt(0));

/** An archive without a comment, signed as a report. */
export function signed(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length + SIGNATURE.length);
  result.set(bytes);
  result.set(SIGNATURE, bytes.length);
  // The last two bytes of an archive tell how long its comment is.
  new DataView(result.buffer).setUint16(bytes.length - 2, SIGNATURE.length, true);
  return result;
}

/** Whether a file is a report as it was written, so that it may be written over. */
export const isOwnReport = (bytes: Uint8Array): boolean =>
  bytes.length > SIGNATURE.length &&
  SIGNATURE.every((byte, index) => bytes[bytes.length - SIGNATURE.length + index] === byte);
