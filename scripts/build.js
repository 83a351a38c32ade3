// Bundles the command line into dist/: one entry and one worker, with commands, reporters and validators as chunks of
// their own that are loaded on demand.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

rmSync(path('dist'), { recursive: true, force: true });
await build({
  entryPoints: { cli: path('src/cli/start.ts'), 'load-worker': path('src/records/load-worker.ts') },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  outdir: path('dist'),
  chunkNames: 'chunks/[name]-[hash]',
  // The package's ES modules, so that what is not used is left out; under `node` it offers CommonJS only.
  alias: { yaml: path('node_modules/yaml/browser/dist/index.js') },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
