import { readFileSync } from 'node:fs';

/**
 * Bundles js-yaml's reader with its state written out, where the package spreads options into it. V8 of Node.js 20 gives each
 * object that is spread so a hidden class of its own: every access to the state is then looked up anew, and reading takes
 * three times as long.
 *
 * @type {import('esbuild').Plugin}
 */
export const stateOfOneClass = {
  name: 'state-of-one-class',
  setup({ onLoad }) {
    onLoad({ filter: /js-yaml.dist.js-yaml\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace(
        /(function parseEvents\(input, options\) \{\s+const length = input\.length;\s+const state = \{)\s+\.\.\.DEFAULT_PARSER_OPTIONS,\s+\.\.\.options,/,
        '$1 filename: options.filename ?? DEFAULT_PARSER_OPTIONS.filename, maxDepth: options.maxDepth ?? DEFAULT_PARSER_OPTIONS.maxDepth,',
      );
      const hasOthers = !/DEFAULT_PARSER_OPTIONS = \{\s+filename: "",\s+maxDepth: 100\s+\};/.test(text);
      if (contents === text || hasOthers) throw new Error(`${path} is written in another way than it was`);
      return { contents };
    });
  },
};
