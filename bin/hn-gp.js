#!/usr/bin/env node
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');
const codeCache = require('./code-cache.js');

const bundle = join(__dirname, '../dist/cli.cjs');
const source = readFileSync(bundle, 'latin1');
// The build puts a hash of the bundle first: V8 itself compares nothing but the length of a source.
const [, hash = ''] = /^\/\*(\w+)\*\//.exec(source) ?? [];
const file = codeCache.fileFor(hash);
const script = new Script(source, { filename: bundle, cachedData: codeCache.read(file, bundle) });
// A check compiles what is used most; the cache of another command would stay poor.
if (file && script.cachedDataRejected !== false && process.argv[2] === 'check')
  process.on('exit', () => codeCache.write(file, script.createCachedData()));
script.runInThisContext()(createRequire(bundle), bundle);
