import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin as BuildPlugin, build } from 'esbuild';
import type { Plugin } from 'vitest/config';

const source = fileURLToPath(new URL('../src', import.meta.url));
/** Under node_modules, whose files Vitest leaves to Node.js. */
const compiled = fileURLToPath(new URL('../node_modules/.compiled-source', import.meta.url));

const oneByOne: BuildPlugin = {
  name: 'one-by-one',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.[jt]s$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/ts$/, 'js'), external: true },
    );
  },
};

function compile() {
  // What is gone from the source must not be found here; and a copy of the packages may share its files with others.
  rmSync(compiled, { recursive: true, force: true });
  mkdirSync(compiled);
  // Otherwise Node.js tries each file as CommonJS first.
  writeFileSync(join(compiled, 'package.json'), '{ "type": "module" }');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file));
  return build({
    entryPoints: files.map((file) => join(source, file)),
    outdir: compiled,
    outbase: source,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    // For JSON, which each file that imports it holds.
    bundle: true,
    plugins: [oneByOne],
    packages: 'external',
  });
}

/**
 * Has Node.js load the program itself, compiled file by file. Vitest's own loader looks up an imported name at every use;
 * checks take a quarter longer then, and the start of each worker several times as long. Where Vitest watches, it needs
 * its loader to see what changes.
 */
export function compiledSource(): Plugin {
  let isWatching = false;
  return {
    name: 'compiled-source',
    enforce: 'pre',
    async configureVitest({ vitest }) {
      isWatching = vitest.config.watch;
      if (!isWatching) await compile();
    },
    async resolveId(path, importer) {
      if (isWatching || !path.startsWith('.')) return;
      const { id = '' } = (await this.resolve(path, importer, { skipSelf: true })) ?? {};
      const inside = relative(source, id);
      return inside.startsWith('..') || !/\.[jt]s$/.test(inside)
        ? undefined
        : join(compiled, inside.replace(/ts$/, 'js'));
    },
  };
}
