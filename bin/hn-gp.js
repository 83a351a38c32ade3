#!/usr/bin/env node
// CommonJS, by the package.json beside it: Node then starts without its loader of ES modules, which takes 4 ms.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '../dist/cli.cjs');

/** V8's code cache of the bundle; V8 itself refuses one made by another version, and compiles as if there were none. */
function codeCache() {
  try {
    return readFileSync(`${bundle}.cache`);
  } catch {
    return undefined;
  }
}

const script = new Script(readFileSync(bundle, 'latin1'), { filename: bundle, cachedData: codeCache() });
script.runInThisContext()(createRequire(bundle), bundle);
