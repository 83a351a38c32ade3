// Makes the code caches; a start that finds one does without this file, which takes a millisecond to load.
const fs = require('node:fs');
const { dirname } = require('node:path');

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
