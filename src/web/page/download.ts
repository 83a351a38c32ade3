import type { Made } from '../requests.ts';

/** How long the bytes of a download are kept for the browser to take, in milliseconds. */
const KEPT = 60_000;

/** Hands bytes to the browser to be saved. */
export function download({ name, type, bytes }: Made): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
