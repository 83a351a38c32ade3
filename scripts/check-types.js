// Checks the types as tsc does, and in the same programs, which take seconds to make, that no cast hides undefined.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { hidingCasts } from './casts.js';

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');
const src = `${root}src/`;
const format = { getCanonicalFileName: String, getCurrentDirectory: () => root, getNewLine: () => '\n' };

let faults = 0;
let checked = 0;
// What runs in a browser is a program of its own: it knows other names than what runs on Node.js.
for (const file of ['tsconfig.json', 'src/web/tsconfig.json']) {
  const { config } = ts.readConfigFile(root + file, ts.sys.readFile);
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(root + file));
  const program = ts.createProgram(fileNames, options);
  const diagnostics = [...errors, ...ts.getPreEmitDiagnostics(program)];
  process.stderr.write(ts.formatDiagnostics(diagnostics, format));
  const own = new Set(fileNames.filter((name) => name.startsWith(src)));
  const casts = hidingCasts(program, (name) => own.has(name));
  for (const cast of casts) process.stderr.write(`${cast.slice(root.length)} hides that the value may be missing\n`);
  faults += diagnostics.length + casts.length;
  checked += own.size;
}
if (checked < 200) throw new Error(`Only ${checked} files to check in ${src}`);
process.exitCode = faults > 0 ? 1 : 0;
