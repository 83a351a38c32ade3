import { fstatSync, statSync, writeSync } from 'node:fs';

/** The file descriptors of standard output and standard error. */
export const OUTPUT = 1;
export const ERROR = 2;
type Descriptor = typeof OUTPUT | typeof ERROR;

// Node's own stream is made when it is first asked for, by loading twenty modules: 4 ms of each start.
const streamOf = (to: Descriptor): NodeJS.WriteStream & { fd: 1 | 2 } =>
  to === OUTPUT ? process.stdout : process.stderr;

/** Whether a standard stream goes to a file, to another program or to nobody, so that it can be written to without Node's stream. */
function isPlain(to: Descriptor): boolean {
  // Windows has pipes that take nothing by a plain write.
  if (process.platform === 'win32') return false;
  const status = fstatSync(to);
  if (!status.isCharacterDevice()) return status.isFile() || status.isFIFO() || status.isSocket();
  return status.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

/** The terminal that a standard stream is; nothing where it is none. */
export function terminal(to: Descriptor): NodeJS.WriteStream | undefined {
  if (isPlain(to)) return undefined;
  const stream = streamOf(to);
  return stream.isTTY ? stream : undefined;
}

/** Whether a standard stream is a terminal that takes more than text: colours, and what clears a line. */
export const isScreen = (to: Descriptor): boolean => process.env.TERM !== 'dumb' && terminal(to) !== undefined;

/** Columns of the terminal that standard output is; nothing where it is none, or one that does not know, as those that a program opens. */
export const columns = (): number | undefined => terminal(OUTPUT)?.columns || undefined;

/** Writes to a standard stream, each piece once the one before is taken; gives the error that ends it, such as of a reader who is gone. */
export async function write(
  to: Descriptor,
  pieces: Iterable<string | Uint8Array>,
): Promise<NodeJS.ErrnoException | null | undefined> {
  for (const piece of pieces) {
    const error = await writePiece(to, Buffer.from(piece));
    if (error) return error;
  }
  return undefined;
}

async function writePiece(to: Descriptor, piece: Buffer): Promise<NodeJS.ErrnoException | null | undefined> {
  let rest = piece;
  try {
    if (isPlain(to)) while (rest.length > 0) rest = rest.subarray(writeSync(to, rest));
  } catch (error) {
    // A reader who is slow, at the other end of what does not wait: Node's stream does.
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return error as NodeJS.ErrnoException;
  }
  if (rest.length === 0) return undefined;
  const stream = streamOf(to);
  // The error comes with the callback; unheard, its event would end the program with a stack trace.
  if (stream.listenerCount('error') === 0) stream.on('error', () => {});
  return new Promise((done) => stream.write(rest, done));
}
