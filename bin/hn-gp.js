#!/usr/bin/env node
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const codeCache = require('./code-cache.js');

/** @param {string} name */
const path = (name) => join(__dirname, '../dist', name);

/**
 * The function that a script of the build is, compiled with the script's own code cache where there is one.
 *
 * @param {string} name
 * @param {(source: string) => string} functionOf
 */
function compiled(name, functionOf) {
  const bundle = path(name);
  const bytes = readFileSync(bundle);
  const source = bytes.toString('latin1');
  // The build puts a hash of the bundle first: V8 itself compares nothing but the length of a source.
  const [, hash = ''] = /^\/\*(\w+)\*\//.exec(source.slice(0, 100)) ?? [];
  const file = codeCache.fileFor(hash);
  const script = new Script(functionOf(source), { filename: bundle, cachedData: codeCache.read(file, bundle, bytes) });
  // A check that judged something compiles what is used most; the cache of anything else would stay poor.
  if (file && script.cachedDataRejected !== false && process.argv[2] === 'check') codeCache.makeAtExit(file, script);
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
process.once('beforeExit', () => process.exit());

compiled('cli.cjs', (source) => source)(requirePart, path('cli.cjs'));
