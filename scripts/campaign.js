// Tries far more than the tests do: `npm run campaign -- texts`, or `npm run campaign -- texts 5000` for so many tries. A
// campaign is a module of test/campaigns/. It goes on where it was left; `--anew` begins again.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const names = readdirSync(path('test/campaigns'))
  .filter((name) => readFileSync(path(`test/campaigns/${name}`), 'utf8').includes('export async function trySeed'))
  .map((name) => name.replace('.ts', ''));
const { positionals, values } = parseArgs({ allowPositionals: true, options: { anew: { type: 'boolean' } } });
const [name = '', count] = positionals;
if (!names.includes(name)) {
  console.error(`npm run campaign -- ${names.join('|')} [count] [--anew]`);
  process.exit(2);
}

const folder = path('node_modules/.cache/hn-gp/');
const [kept, bundle] = [`${folder}campaign-${name}.json`, `${folder}campaign-${name}.mjs`];
mkdirSync(folder, { recursive: true });
if (values.anew) rmSync(kept, { force: true });
// In one file, which starts in a second; its packages are found from where it stands.
await build({
  entryPoints: [path(`test/campaigns/${name}.ts`)],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
});
/** @type {{ TRIES: number, trySeed: (seed: number, broke: (what: string) => void) => Promise<number> }} */
const { TRIES, trySeed } = await import(pathToFileURL(bundle).href);

/** @type {{ seed: number, tried: number, broken: number, seconds: number }} */
const state = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : { seed: 0, tried: 0, broken: 0, seconds: 0 };
while (state.tried < Number(count ?? TRIES)) {
  const before = process.cpuUsage().user;
  state.tried += await trySeed(state.seed, (what) => {
    state.broken += 1;
    console.log(`seed ${state.seed}: ${what}\n`);
  });
  state.seconds += (process.cpuUsage().user - before) / 1e6;
  state.seed += 1;
  writeFileSync(kept, `${JSON.stringify(state)}\n`);
  console.log(
    `${state.tried} tried, ${state.broken} broken, ${Math.round(state.tried / state.seconds)} a second of processor time`,
  );
}
process.exitCode = state.broken > 0 ? 1 : 0;
