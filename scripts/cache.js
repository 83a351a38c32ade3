// Checks a plan with the bundled command line and writes V8's code cache of everything that this compiled.
import { writeFileSync } from 'node:fs';
import { cacheFile, compile, run } from '../bin/script.js';

const [plan] = process.argv.slice(2);
const script = compile();
process.argv = [
  ...process.argv.slice(0, 2),
  'check',
  plan,
  '--no-config',
  '--as-of',
  '2024-06-01',
  '--fail-on',
  'never',
];
run(script);
process.on('exit', () => writeFileSync(cacheFile, script.createCachedData()));
