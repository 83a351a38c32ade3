// CommonJS, by the package.json beside it: Node then starts without its loader of ES modules, which takes 4 ms.
const fs = require('node:fs');
const { dirname, join } = require('node:path');

// In the package's own folder: whoever can write there can change the program itself, so a cache adds nobody to trust.
const folder = join(__dirname, '../cache');

/**
 * The file in which the code cache of a bundle lies for the very Node that runs now. Two builds of one V8 take each
 * other's caches and crash on them, so the name holds the build itself: its release, platform, architecture and program
 * file. V8 refuses the cache of other flags, so it holds those that Node was started with too.
 *
 * @param {string} stamp tells one bundle from another
 * @returns {string | undefined} nothing where Node may not look at its own program file
 */
exports.fileFor = (stamp) => {
  try {
    const { size, mtimeMs } = fs.statSync(process.execPath);
    const node = [process.version, process.platform, process.arch, size, Math.trunc(mtimeMs)];
    const flags = [...process.execArgv, process.env.NODE_OPTIONS].join('').replace(/\W/g, '').slice(0, 100);
    return join(folder, [stamp, ...node, flags].join('-'));
  } catch {
    return undefined;
  }
};

/**
 * What the file holds; nothing where there is none, or where somebody else than the bundle's owner may have written it. It
 * is read into `memory` where it fits: a megabyte of fresh memory takes a millisecond to come by.
 *
 * @param {string | undefined} file
 * @param {string} bundle
 * @param {Buffer} memory
 */
exports.read = (file, bundle, memory) => {
  if (!file) return undefined;
  let opened;
  try {
    opened = fs.openSync(file, 'r');
    const { uid, mode, size } = fs.fstatSync(opened);
    const isTrusted = !process.getuid || ([process.getuid(), fs.statSync(bundle).uid].includes(uid) && !(mode & 0o022));
    if (!isTrusted) return undefined;
    return size > memory.length ? fs.readFileSync(opened) : memory.subarray(0, fs.readSync(opened, memory, 0, size, 0));
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) fs.closeSync(opened);
  }
};

/**
 * The flags of V8 at the start, by which it takes a cache; read once one is to be made.
 *
 * @type {number | undefined}
 */
let flags;

/**
 * Writes the cache of a script when the process ends, unless it failed or its flags are no longer those of the start.
 *
 * @param {string} file
 * @param {import('node:vm').Script} script
 */
exports.makeAtExit = (file, script) => {
  const { cachedDataVersionTag, setFlagsFromString } = require('node:v8');
  if (flags === undefined) {
    flags = cachedDataVersionTag();
    // A cache notes which functions V8 made simple machine code of, and every start, be it ever so short, makes that anew:
    // 6 ms with what a check of a folder notes.
    setFlagsFromString('--no-sparkplug');
    if (cachedDataVersionTag() !== flags) process.on('exit', () => setFlagsFromString('--sparkplug'));
  }
  process.on('exit', (code) => {
    if (code < 2 && cachedDataVersionTag() === flags) write(file, script.createCachedData());
  });
};

/**
 * Writes the file whole or not at all; a folder that can't be written to leaves the program to start without a cache.
 *
 * @param {string} file
 * @param {Buffer} data
 */
function write(file, data) {
  const part = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
    const opened = fs.openSync(part, 'wx', 0o644);
    try {
      fs.writeFileSync(opened, data);
      fs.fsyncSync(opened);
    } finally {
      fs.closeSync(opened);
    }
    fs.renameSync(part, file);
  } catch {
    try {
      fs.rmSync(part, { force: true });
    } catch {}
  }
}
