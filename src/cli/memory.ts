import { setFlagsFromString } from 'node:v8';
import { isLarge } from '../disk/large-set.ts';
import type { Files } from '../load/files.ts';

/**
 * Files that are read with memory spared where they are many. After some thousand, V8 takes lists that outlive one collection
 * for lasting ones and leaves them lying; it makes up its mind while the first are read, so it is told before. And it lets
 * what is left lying grow to four times what lasts, where a third more is enough. Flags of the whole process, so never
 * set by the library.
 */
export const sparingMemory = (files: Files): Files => ({
  ...files,
  load(sources, onProgress) {
    if (isLarge(sources.length)) for (const flag of SPARING) setFlagsFromString(flag);
    return files.load(sources, onProgress);
  },
});

const SPARING = ['--no-allocation-site-pretenuring', '--heap-growing-percent=30'];
