import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FILTER = /js-yaml.dist.js-yaml\.mjs$/;

/** What the product uses of js-yaml: its reader of events. */
const READER = `export { COLLECTION_STYLE, EVENT_ID, parseEvents, SCALAR_STYLE } from 'js-yaml';`;

/** A variable that the package sets up at its start, with its value; numbers cost nothing. */
const VARIABLE = /^(var [\w$]+) = (?!-?\d+;)(.*?);$(?=\n\S)/gms;

/**
 * What is changed in the package, each once, so that reading a text makes and asks for less:
 *
 * - Its reader's state is written out, where the package spreads options into it: V8 of Node.js 20 gives each object that is
 *   spread so a hidden class of its own, every access to the state is then looked up anew, and reading takes three times as
 *   long.
 * - A text is looked through once for what cannot be printed, and its values again only where there is something.
 * - Chinese characters, which are no signs of YAML, are passed over in values.
 * - A place to come back to is kept where a tag or an anchor may begin, not at every value.
 *
 * @type {readonly (readonly [was: RegExp, is: string])[]}
 */
const CHANGES = [
  [
    /(?<=function parseEvents\(input, options\) \{\s+const length = input\.length;\s+const state = \{)\s+\.\.\.DEFAULT_PARSER_OPTIONS,\s+\.\.\.options,/g,
    'filename: options.filename ?? DEFAULT_PARSER_OPTIONS.filename, maxDepth: options.maxDepth ?? DEFAULT_PARSER_OPTIONS.maxDepth, isPrintable: !PATTERN_NON_PRINTABLE.test(input),',
  ],
  [/(?<=function checkPrintable\(state, start, end\) \{)/g, 'if (state.isPrintable) return;'],
  [
    /(?<=let multiline = false;\s+while \(ch !== 0\) \{)(?=\s+if \(testDocumentBoundary\(state\)\) break;\s+if \(ch === 58\))/g,
    'if (ch > 0x7f && ch !== 0xfeff) { ch = state.input.charCodeAt(++state.position); end = state.position; continue; }',
  ],
  [/(?<=const propertyState = )snapshotState\(state\)(?=;)/g, 'ch === 33 || ch === 38 ? snapshotState(state) : null'],
];

/**
 * The package's text with what is changed, and what it sets up marked as needless where nobody asks for it.
 *
 * @param {string} path
 */
function changed(path) {
  let text = readFileSync(path, 'utf8');
  for (const [was, is] of CHANGES) {
    if (text.match(was)?.length !== 1) throw new Error(`${path} is written in another way than it was: ${was}`);
    text = text.replace(was, is);
  }
  if (!/DEFAULT_PARSER_OPTIONS = \{\s+filename: "",\s+maxDepth: 100\s+\};/.test(text))
    throw new Error(`${path} has other options than it had`);
  return text.replace(VARIABLE, '$1 = /* @__PURE__ */ (() => ($2))();');
}

/**
 * Bundles js-yaml's reader of events alone, with a state of one class. Within a bundle that sets modules up when they are
 * asked for, the whole package would stand there, and every start would make its tables.
 *
 * @type {import('esbuild').Plugin}
 */
export const jsYamlReader = {
  name: 'js-yaml-reader',
  setup({ onResolve, onLoad }) {
    // By itself, for whoever bundles no other package.
    onResolve({ filter: /^js-yaml$/ }, () => ({ path: fileURLToPath(import.meta.resolve('js-yaml')) }));
    onLoad({ filter: FILTER }, async ({ path }) => {
      const { outputFiles } = await build({
        stdin: { contents: READER, resolveDir: dirname(path) },
        bundle: true,
        format: 'esm',
        write: false,
        plugins: [
          {
            name: 'js-yaml-changed',
            setup: ({ onLoad }) => onLoad({ filter: FILTER }, ({ path }) => ({ contents: changed(path) })),
          },
        ],
      });
      return { contents: outputFiles[0]?.text ?? '' };
    });
  },
};
