// Bundles into dist/: the command line, one script that bin/hn-gp.js compiles; the library with its type declarations; the
// worker that reads large sets, for both; the check as a page; and the licences of all that is bundled.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cellsWithoutLog } from './cells-without-log.js';
import { declarationsOf } from './declarations.js';
import { lexerAtOnce } from './lexer-at-once.js';
import { licencesOf } from './licences.js';
import { pageOf } from './page.js';
import { provenanceOf } from './provenance.js';

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** @satisfies {import('esbuild').BuildOptions} */
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
  plugins: [cellsWithoutLog, lexerAtOnce],
  alias: {
    // The package's ES modules, so that what is not used is left out; under `node` it offers CommonJS only.
    yaml: path('node_modules/yaml/browser/dist/index.js'),
    // commander loads it for commands that are programs of their own; there are none, and loading it takes 4 ms.
    'node:child_process': path('scripts/no-child-process.js'),
  },
};
/** @satisfies {import('esbuild').BuildOptions} */
const script = {
  ...common,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__bundle.url' },
};
// Large parts that a check of a plan does not need, each in a file of its own beside the script: a start reads less. Only
// plain data may pass between them and the script, since each has its own copy of what both use.
/** @type {Record<string, string>} */
const apart = {
  'src/cli/changes.ts': 'changes.cjs',
  'src/cli/completion/scripts.ts': 'completion.cjs',
  'src/report/deadlines/calendar.ts': 'calendar.cjs',
  'src/fix/diff.ts': 'diff.cjs',
  'src/schema/compiled/validate-city-program.js': 'validate-city-program.cjs',
  'src/schema/compiled/validate-edition.js': 'validate-edition.cjs',
  'src/schema/compiled/validate-pairing.js': 'validate-pairing.cjs',
  'src/schema/compiled/validate-province.js': 'validate-province.cjs',
  'src/schema/compiled/validate-session.js': 'validate-session.cjs',
  'src/cli/language-server.ts': 'lsp.cjs',
  'src/reference/examples.ts': 'examples.cjs',
  'src/reference/paragraphs.ts': 'clauses.cjs',
  'src/starter/starter.ts': 'starter.cjs',
  'src/tree/workbook/read-xlsx.ts': 'xlsx.cjs',
  'src/workbook/import.ts': 'import.cjs',
  'src/starter/workbook/starter-workbook.ts': 'workbook.cjs',
  'src/tree/workbook/mark.ts': 'mark.cjs',
};
/** @type {import('esbuild').Plugin} */
const keptApart = {
  name: 'kept-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path: imported, resolveDir, kind }) => {
      const file = relative(path(''), join(resolveDir, imported)).replaceAll('\\', '/');
      const name = kind === 'entry-point' ? undefined : apart[file];
      return name ? { path: `./${name}`, external: true } : undefined;
    });
  },
};
// Told when asked for, which few calls do.
const url = "const __bundle = { get url() { return require('node:url').pathToFileURL(__filename).href; } };";
const results = await Promise.all([
  // The bundle is one function expression, which bin/hn-gp.js compiles and calls. It gives what starts a further call.
  build({
    ...script,
    entryPoints: { cli: path('src/cli/start.ts') },
    banner: { js: `(function (require, __filename, module = {}) {${url}` },
    footer: { js: 'return module.exports;})' },
    plugins: [...common.plugins, keptApart],
  }),
  build({
    ...script,
    entryPoints: Object.entries(apart).map(([file, name]) => ({ in: path(file), out: basename(name, '.cjs') })),
    banner: { js: url },
  }),
  build({
    ...script,
    entryPoints: { 'load-worker': path('src/disk/load-worker.ts') },
    banner: { js: url },
    plugins: [...common.plugins, keptApart],
  }),
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

/**
 * Tells a bundle from every other: its code cache must be its own.
 *
 * @param {string} text
 */
const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** @type {Set<string>} */
const written = new Set();
/**
 * @param {string} name
 * @param {string} text
 */
const write = (name, text) => {
  written.add(name.replace(/\/.*/, ''));
  mkdirSync(dirname(path(`dist/${name}`)), { recursive: true });
  writeFileSync(path(`dist/${name}`), text);
};
/** What bin/hn-gp.js compiles. */
const cached = new Set(['cli.cjs', ...Object.values(apart)]);
for (const { path: file, text } of results.flatMap(({ outputFiles }) => outputFiles)) {
  // Nothing but ASCII, so that V8 keeps the source as one byte a character. Strings are escaped already; this takes the
  // regular expressions.
  const ascii = text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const name = basename(file);
  write(name, cached.has(name) ? `/*${hashOf(ascii)}*/${ascii}` : ascii);
}
const page = await pageOf(path);
write('hn-gp.html', page.text);
for (const [name, text] of declarationsOf(path('src/index.ts'))) write(name, text);
// The generated validators hold code of ajv, the generated calendar is data of chinese-days, the
// generated characters are data of opencc-js.
const inputs = [...results.flatMap(({ metafile }) => Object.keys(metafile.inputs)), ...page.inputs];
write('THIRD-PARTY-LICENSES', licencesOf(inputs, ['ajv', 'chinese-days', 'opencc-js'], path('')));
const outputs = [
  ...results.flatMap(({ metafile }) =>
    Object.entries(metafile.outputs).map(([file, output]) => [basename(file), output]),
  ),
  ...page.outputs,
];
write('PROVENANCE.csv', provenanceOf(Object.fromEntries(outputs), path('')));
for (const name of readdirSync(path('dist'))) if (!written.has(name)) rmSync(path(`dist/${name}`), { recursive: true });
// Code caches of former bundles.
rmSync(path('cache'), { recursive: true, force: true });
