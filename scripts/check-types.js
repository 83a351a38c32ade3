// Checks the types as tsc does, and in the same program, which takes seconds to make, that no cast hides undefined.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { hidingCasts } from './casts.js';

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');
const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(fileNames, options);
const diagnostics = [...errors, ...ts.getPreEmitDiagnostics(program)];
const format = { getCanonicalFileName: String, getCurrentDirectory: () => root, getNewLine: () => '\n' };
process.stderr.write(ts.formatDiagnostics(diagnostics, format));

const src = `${root}src/`;
const own = new Set(fileNames.filter((file) => file.startsWith(src)));
if (own.size < 200) throw new Error(`Only ${own.size} files to check in ${src}`);
const casts = hidingCasts(program, (file) => own.has(file));
for (const cast of casts) process.stderr.write(`${cast.slice(root.length)} hides that the value may be missing\n`);
process.exitCode = diagnostics.length + casts.length > 0 ? 1 : 0;
