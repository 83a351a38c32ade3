// CommonJS, by the package.json beside it: Node then starts without its loader of ES modules, which takes 4 ms.
const { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } = require('node:fs');
const { statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const v8 = require('node:v8');

// In the package's own folder: whoever can write there can change the program itself, so a cache adds nobody to trust.
const folder = join(__dirname, '../cache');

/**
 * The file in which the code cache of a bundle lies for the very Node that runs now. Two builds of one V8 take each
 * other's caches and crash on them, so the name holds the build itself: its release, platform, architecture and program
 * file, and V8's word for its version, flags and processor. `stamp` tells one bundle from another.
 */
exports.fileFor = (stamp) => {
  const { size, mtimeMs } = statSync(process.execPath);
  const node = [process.version, process.platform, process.arch, size, Math.trunc(mtimeMs), v8.cachedDataVersionTag()];
  return join(folder, [stamp, ...node].join('-'));
};

/** What the file holds; nothing where there is none, or where somebody else than the bundle's owner may have written it. */
exports.read = (file, bundle) => {
  let opened;
  try {
    opened = openSync(file, 'r');
    const { uid, mode } = fstatSync(opened);
    const isTrusted = !process.getuid || ([process.getuid(), statSync(bundle).uid].includes(uid) && !(mode & 0o022));
    return isTrusted ? readFileSync(opened) : undefined;
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
};

/** Writes the file whole or not at all; a folder that can't be written to leaves the program to start without a cache. */
exports.write = (file, data) => {
  const part = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
    const opened = openSync(part, 'wx', 0o644);
    try {
      writeFileSync(opened, data);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(part, file);
  } catch {
    try {
      rmSync(part, { force: true });
    } catch {}
  }
};
