// Writes docs/rules from the rules, the notices and the fixtures; `--check` fails when the pages there have drifted.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const folder = new URL('docs/rules/', root);

const bundle = await build({
  entryPoints: [fileURLToPath(new URL('src/reference/docs.ts', root))],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(process.argv[1]);",
  },
});
/** @type {{ referencePages: () => Map<string, string> }} */
const { referencePages } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0]?.contents ?? '').toString('base64')}`
);

const pages = referencePages();
mkdirSync(folder, { recursive: true });
const spare = readdirSync(folder).filter((name) => !pages.has(name));
if (process.argv.includes('--check')) {
  /** @param {string} name */
  const written = (name) => {
    try {
      return readFileSync(new URL(name, folder), 'utf8');
    } catch {
      return undefined;
    }
  };
  const drifted = [...spare, ...[...pages].filter(([name, text]) => written(name) !== text).map(([name]) => name)];
  if (drifted.length > 0) {
    console.error(`docs/rules has drifted (${drifted.join(', ')}): run \`npm run docs\` and commit the result.`);
    process.exit(1);
  }
} else {
  for (const name of spare) rmSync(new URL(name, folder));
  for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
}
