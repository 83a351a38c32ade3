// Bundles into dist/: the command line, one script, compiled once while it checks an example so that V8's code cache can
// lie beside it; the library with its type declarations; the worker that reads large sets, for both; and the licences of
// all that is bundled.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { declarationsOf } from './declarations.js';
import { licencesOf } from './licences.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: !process.env.NOMIN,
  legalComments: 'none',
  metafile: true,
  absWorkingDir: path(''),
  write: false,
  outdir: path('dist'),
  alias: {
    // The package's ES modules, so that what is not used is left out; under `node` it offers CommonJS only.
    yaml: path('node_modules/yaml/browser/dist/index.js'),
    // commander loads it for commands that are programs of their own; there are none, and loading it takes 4 ms.
    'node:child_process': path('scripts/no-child-process.js'),
  },
};
const script = {
  ...common,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__bundleUrl' },
};
// Large parts that a check of a plan does not need, each in a file of its own beside the script: a start reads less. Only
// plain data may pass between them and the script, since each has its own copy of what both use.
const apart = {
  'src/cli/changes.ts': 'changes.cjs',
  'src/cli/completion/scripts.ts': 'completion.cjs',
  'src/report/record/html/svg.ts': 'svg.cjs',
  'src/report/deadlines/calendar.ts': 'calendar.cjs',
  'src/fix/diff.ts': 'diff.cjs',
  'src/generated/validate-edition.js': 'validate-edition.cjs',
  'src/editor/server/server.ts': 'lsp.cjs',
  'src/reference/examples.ts': 'examples.cjs',
  'src/reference/paragraphs.ts': 'clauses.cjs',
  'src/starter/starter.ts': 'starter.cjs',
  'src/workbook/import.ts': 'import.cjs',
  'src/starter/workbook/template.ts': 'workbook.cjs',
};
const keptApart = {
  name: 'kept-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path: imported, resolveDir, kind }) => {
      const file = relative(path(''), join(resolveDir, imported)).replaceAll('\\', '/');
      const name = kind === 'entry-point' ? undefined : apart[file];
      return name && { path: `./${name}`, external: true };
    });
  },
};
const url = "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;";
const results = await Promise.all([
  // The bundle is one function expression, which bin/script.js compiles and calls.
  build({
    ...script,
    entryPoints: { cli: path('src/cli/start.ts') },
    banner: { js: `(function (require, __filename) {${url}` },
    footer: { js: '})' },
    plugins: [keptApart],
  }),
  build({
    ...script,
    entryPoints: Object.entries(apart).map(([file, name]) => ({ in: path(file), out: basename(name, '.cjs') })),
    banner: { js: url },
  }),
  build({ ...script, entryPoints: { 'load-worker': path('src/load/load-worker.ts') }, banner: { js: url } }),
  build({
    ...common,
    format: 'esm',
    entryPoints: { index: path('src/index.ts') },
    // For bundled CommonJS that asks for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  }),
]);

const written = new Set(['cli.cjs.cache']);
const write = (name, text) => {
  written.add(name.split('/')[0]);
  mkdirSync(dirname(path(`dist/${name}`)), { recursive: true });
  writeFileSync(path(`dist/${name}`), text);
};
for (const { path: file, text } of results.flatMap(({ outputFiles }) => outputFiles)) {
  // Nothing but ASCII, so that V8 keeps the source as one byte a character. Strings are escaped already; this takes the
  // regular expressions.
  const ascii = text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  write(basename(file), ascii);
}
for (const [name, text] of declarationsOf(path('src/index.ts'))) write(name, text);
// The generated validators hold code of ajv, the generated calendar is data of chinese-days, the
// generated characters are data of opencc-js.
const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
write('THIRD-PARTY-LICENSES', licencesOf(inputs, ['ajv', 'chinese-days', 'opencc-js'], path('')));
for (const name of readdirSync(path('dist'))) if (!written.has(name)) rmSync(path(`dist/${name}`), { recursive: true });

const warmUp = spawnSync(process.execPath, [path('scripts/cache.js'), path('scripts/warm-up.yaml')]);
if (warmUp.status !== 0) throw new Error(`The warm-up run failed: ${warmUp.stderr}`);
