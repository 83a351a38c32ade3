import { setFlagsFromString } from 'node:v8';
import { isLarge } from '../disk/large-set.ts';

let isSpared = false;

/**
 * Spares memory where a set has so many files: after some thousand, V8 takes lists that outlive one collection for lasting
 * ones and leaves them lying, a third of the memory at the peak. A flag of the whole process, so never set by the library.
 */
export function spareMemory(files: number): void {
  if (isSpared || !isLarge(files)) return;
  setFlagsFromString('--no-allocation-site-pretenuring');
  isSpared = true;
}
