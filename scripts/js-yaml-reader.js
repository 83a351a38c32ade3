import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';

const FILTER = /js-yaml.dist.js-yaml\.mjs$/;

/** What the product uses of js-yaml: its reader of events. */
const READER = `export { COLLECTION_STYLE, EVENT_ID, parseEvents, SCALAR_STYLE } from 'js-yaml';`;

/** A variable that the package sets up at its start, with its value; numbers cost nothing. */
const VARIABLE = /^(var [\w$]+) = (?!-?\d+;)(.*?);$(?=\n\S)/gms;

/**
 * The package's text with its reader's state written out, where the package spreads options into it: V8 of Node.js 20 gives
 * each object that is spread so a hidden class of its own, every access to the state is then looked up anew, and reading
 * takes three times as long. What it sets up is marked as needless where nobody asks for it.
 *
 * @param {string} path
 */
function changed(path) {
  const text = readFileSync(path, 'utf8');
  const contents = text.replace(
    /(function parseEvents\(input, options\) \{\s+const length = input\.length;\s+const state = \{)\s+\.\.\.DEFAULT_PARSER_OPTIONS,\s+\.\.\.options,/,
    '$1 filename: options.filename ?? DEFAULT_PARSER_OPTIONS.filename, maxDepth: options.maxDepth ?? DEFAULT_PARSER_OPTIONS.maxDepth,',
  );
  const hasOthers = !/DEFAULT_PARSER_OPTIONS = \{\s+filename: "",\s+maxDepth: 100\s+\};/.test(text);
  if (contents === text || hasOthers) throw new Error(`${path} is written in another way than it was`);
  return contents.replace(VARIABLE, '$1 = /* @__PURE__ */ (() => ($2))();');
}

/**
 * Bundles js-yaml's reader of events alone, with a state of one class. Within a bundle that sets modules up when they are
 * asked for, the whole package would stand there, and every start would make its tables.
 *
 * @type {import('esbuild').Plugin}
 */
export const jsYamlReader = {
  name: 'js-yaml-reader',
  setup({ onLoad }) {
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
