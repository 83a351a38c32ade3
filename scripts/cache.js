// Runs the bundled command line once and writes V8's code cache of everything that run compiled.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

const [bundle, plan] = process.argv.slice(2);
const script = new Script(readFileSync(bundle, 'latin1'), { filename: bundle });
process.argv = [process.execPath, bundle, 'check', plan, '--no-config', '--as-of', '2024-06-01', '--fail-on', 'never'];
script.runInThisContext()(createRequire(bundle), bundle);
process.on('exit', () => writeFileSync(`${bundle}.cache`, script.createCachedData()));
