// CommonJS, by the package.json beside it: Node then starts without its loader of ES modules, which takes 4 ms.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const v8 = require('node:v8');
const { Script } = require('node:vm');

// Five times V8's own budget before it optimises a function: a check of one plan ends sooner than that pays. The code
// cache holds for these flags alone, so they are set for making it too. Measured on Node 20; a V8 that has lost the flag
// would complain on standard error.
if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString('--interrupt-budget=700000');

const bundle = join(__dirname, '../dist/cli.cjs');

/** Where the code cache of the bundle lies. */
exports.cacheFile = `${bundle}.cache`;

/** The bundle as a script; V8 itself refuses a code cache of another version, and compiles as if there were none. */
exports.compile = (cachedData) => new Script(readFileSync(bundle, 'latin1'), { filename: bundle, cachedData });

/** Runs the command line with the process's arguments. */
exports.run = (script) => script.runInThisContext()(createRequire(bundle), bundle);
