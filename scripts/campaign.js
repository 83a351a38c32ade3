// Tries the laws over verdicts on many more sets than the tests do: `npm run campaign`, or `npm run campaign -- 5000`. It goes
// on where it was left; `--anew` begins again.
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const TRIES = 100_000;

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const folder = path('../node_modules/.cache/hn-gp/');
const [state, bundle] = [`${folder}campaign.json`, `${folder}campaign.cjs`];
mkdirSync(folder, { recursive: true });
const { positionals, values } = parseArgs({ allowPositionals: true, options: { anew: { type: 'boolean' } } });
if (values.anew) rmSync(state, { force: true });
await build({
  entryPoints: [path('../test/laws/campaign.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: bundle,
  logLevel: 'error',
});
const { campaign } = createRequire(import.meta.url)(bundle);
const holds = await campaign(Number(positionals[0] ?? TRIES), state, console.log);
process.exitCode = holds ? 0 : 1;
