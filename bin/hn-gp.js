#!/usr/bin/env node
// CommonJS, by the package.json beside it: Node then starts without its loader of ES modules, which takes 4 ms.
const fs = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** @param {string} name */
const path = (name) => join(__dirname, '../dist', name);

// In the package's own folder: whoever can write there can change the program itself, so a cache adds nobody to trust.
const cacheFolder = join(__dirname, '../cache');

/**
 * The file in which the code cache of a bundle lies for the very Node that runs now. Two builds of one V8 take each
 * other's caches and crash on them, so the name holds the build itself: its release, platform, architecture and program
 * file. V8 refuses the cache of other flags, so it holds those that Node was started with too.
 *
 * @param {string} stamp tells one bundle from another
 * @returns {string | undefined} nothing where Node may not look at its own program file
 */
function cacheFileFor(stamp) {
  try {
    const { size, mtimeMs } = fs.statSync(process.execPath);
    const node = [process.version, process.platform, process.arch, size, Math.trunc(mtimeMs)];
    const flags = [...process.execArgv, process.env.NODE_OPTIONS].join('').replace(/\W/g, '').slice(0, 100);
    return join(cacheFolder, [stamp, ...node, flags].join('-'));
  } catch {
    return undefined;
  }
}

/**
 * What the file of a code cache holds; nothing where there is none, or where somebody else than the bundle's owner may have
 * written it. It is read into `memory` where it fits: a megabyte of fresh memory takes a millisecond to come by.
 *
 * @param {string | undefined} file
 * @param {string} bundle
 * @param {Buffer} memory
 */
function readCache(file, bundle, memory) {
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
}

/**
 * The function that a script of the build is, compiled with the script's own code cache where there is one.
 *
 * @param {string} name
 * @param {(source: string) => string} functionOf
 */
function compiled(name, functionOf) {
  const bundle = path(name);
  const bytes = fs.readFileSync(bundle);
  const source = bytes.toString('latin1');
  // The build puts a hash of the bundle first: V8 itself compares nothing but the length of a source.
  const file = cacheFileFor(source.slice('/*'.length, source.indexOf('*/')));
  const script = new Script(functionOf(source), { filename: bundle, cachedData: readCache(file, bundle, bytes) });
  // A check that judged something compiles what is used most; the cache of anything else would stay poor.
  if (file && script.cachedDataRejected !== false && process.argv[2] === 'check')
    require('./code-cache.js').makeAtExit(file, script);
  return script.runInThisContext();
}

/** @type {Map<string, object>} */
const parts = new Map();

/**
 * What a module exports: for a part of the build that lies beside the script, with its code cache.
 *
 * @param {string} name
 */
function requirePart(name) {
  if (!name.startsWith('./')) return require(name);
  const known = parts.get(name);
  if (known) return known;
  const module = { exports: {} };
  compiled(name, (source) => `(function (require, __filename, module, exports) {${source}\n})`)(
    require,
    path(name),
    module,
    module.exports,
  );
  parts.set(name, module.exports);
  return module.exports;
}

// With nothing left to do, so that all is written: Node would free piece by piece what the system takes back at once, 5 ms.
process.on('beforeExit', () => process.exit());

compiled('cli.cjs', (source) => source)(requirePart, path('cli.cjs'));
