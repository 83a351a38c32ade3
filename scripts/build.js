// Bundles the command line into dist/: one script, compiled once while it checks an example so that V8's code cache can
// lie beside it, and the worker that reads large sets.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: !process.env.NOMIN,
  legalComments: 'linked',
  write: false,
  outdir: path('dist'),
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__bundleUrl' },
  alias: {
    // The package's ES modules, so that what is not used is left out; under `node` it offers CommonJS only.
    yaml: path('node_modules/yaml/browser/dist/index.js'),
    // commander loads it for commands that are programs of their own; there are none, and loading it takes 4 ms.
    'node:child_process': path('scripts/no-child-process.js'),
  },
};
const url = "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;";
const results = await Promise.all([
  // The bundle is one function expression, which bin/hn-gp.js compiles and calls.
  build({
    ...common,
    entryPoints: { cli: path('src/cli/start.ts') },
    banner: { js: `(function (require, __filename) {${url}` },
    footer: { js: '})' },
  }),
  build({ ...common, entryPoints: { 'load-worker': path('src/records/load-worker.ts') }, banner: { js: url } }),
]);

mkdirSync(path('dist'), { recursive: true });
const written = new Set(['cli.cjs.cache']);
for (const { path: file, text } of results.flatMap(({ outputFiles }) => outputFiles)) {
  const name = file.slice(path('dist').length + 1);
  written.add(name);
  // Nothing but ASCII, so that V8 keeps the source as one byte a character. Strings are escaped already; this takes the
  // regular expressions.

  const ascii = text.replace(
    /[^\p{ASCII}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(file, name.endsWith('.cjs') ? ascii : text);
}
for (const name of readdirSync(path('dist'))) if (!written.has(name)) rmSync(path(`dist/${name}`), { recursive: true });

const warmUp = spawnSync(process.execPath, [
  path('scripts/cache.js'),
  path('dist/cli.cjs'),
  path('scripts/warm-up.yaml'),
]);
if (warmUp.status !== 0) throw new Error(`The warm-up run failed: ${warmUp.stderr}`);
