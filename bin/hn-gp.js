#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const bundle = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

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
