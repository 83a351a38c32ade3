import { isLarge } from '../disk/large-set.ts';
import type { Files } from '../load/files.ts';

/** Flags of V8, each with what takes it back. */
type Flags = readonly (readonly [flag: string, back: string])[];

/** Fewer files than this are read before telling V8 anything pays: loading what tells it takes 2 ms. */
const FEW = 20;

/**
 * V8 takes functions into those that it optimises, up to 920 bytes in all. Compiling what grows so large, anew for each
 * thread, takes a third of the processor time of a set that is read within a second or two; the rest is no slower with less.
 */
const QUICK: Flags = [['--max-inlined-bytecode-size-cumulative=120', '--max-inlined-bytecode-size-cumulative=920']];

/**
 * After some thousand files, V8 takes lists that outlive one collection for lasting ones and leaves them lying; it makes up
 * its mind while the first are read, so it is told before. And it lets what is left lying grow to four times what lasts,
 * where a third more is enough.
 */
const SPARING: Flags = [
  ['--no-allocation-site-pretenuring', '--allocation-site-pretenuring'],
  ['--heap-growing-percent=30', '--heap-growing-percent=0'],
];

/** What V8 was told already: a watch reads its files time and again. */
const told = new Set<string>();

/**
 * Files that are read with V8 told what suits their number. Its flags are those of the whole process, so never set by the
 * library; at the end they are taken back, since a code cache that is made under others is refused at the next start.
 */
export const withV8Told = (files: Files): Files => ({
  ...files,
  async load(sources, onProgress) {
    const flags = [...(sources.length < FEW ? [] : QUICK), ...(isLarge(sources.length) ? SPARING : [])];
    for (const [flag, back] of flags) {
      if (told.has(flag)) continue;
      told.add(flag);
      const { setFlagsFromString } = await import('node:v8');
      setFlagsFromString(flag);
      process.prependOnceListener('exit', () => setFlagsFromString(back));
    }
    return files.load(sources, onProgress);
  },
});
