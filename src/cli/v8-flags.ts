import { isLarge } from '../disk/large-set.ts';
import { type Files, RECORD } from '../load/files.ts';

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

/** More files than this are read with no more room for what is new than there was: it takes a tenth to a fifth longer. */
const MANY = 10_000;

/**
 * V8 doubles the room for what is new, up to 32 MB, each time that as much has outlived a collection as there is room for. Of
 * so many files something always does, their list to begin with.
 */
const GROWING = '--semi-space-growth-factor=2';
const STEADY: Flags = [['--semi-space-growth-factor=1', GROWING]];

/** What V8 was told, which is taken back at the end: a code cache that is made under other flags is refused at the next start. */
const told = new Set<string>();

async function tell(flags: Flags): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  for (const [flag, back] of flags) {
    setFlagsFromString(flag);
    if (!told.has(flag)) process.prependOnceListener('exit', () => setFlagsFromString(back));
    told.add(flag);
  }
}

/**
 * Files that are found and read with V8 told what suits their number. Its flags are those of the whole process, so never set
 * by the library.
 */
export const withV8Told = (files: Files): Files => ({
  ...files,
  async find(where) {
    if (where.paths.every((path) => RECORD.test(path))) return files.find(where);
    await tell(STEADY);
    const found = await files.find(where);
    if (found.files.length <= MANY) await tell([[GROWING, GROWING]]);
    return found;
  },
  async load(sources, onProgress) {
    if (sources.length < FEW) return files.load(sources, onProgress);
    await tell(isLarge(sources.length) ? [...QUICK, ...SPARING] : QUICK);
    if (sources.length <= MANY) return files.load(sources, onProgress);
    return files.load(sources, (done) => {
      // Each thread that starts sets it to what it is by itself.
      void tell(STEADY);
      onProgress(done);
    });
  },
});
