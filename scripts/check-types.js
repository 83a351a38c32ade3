// Checks the types, and that no cast hides undefined.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { hidingCasts } from './casts.js';

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');
const src = `${root}src/`;
let isSound = true;

// By the native compiler, in a quarter of the time. What runs in a browser is a program of its own: it knows other names
// than what runs on Node.js.
for (const project of ['tsconfig.json', 'src/web/tsconfig.json', 'tsconfig.tools.json']) {
  const compiler = `${root}node_modules/typescript-native/bin/tsc`;
  const { status } = spawnSync(process.execPath, [compiler, '--project', project], { cwd: root, stdio: 'inherit' });
  isSound &&= status === 0;
}

// By the one that can be asked for the type of an expression, which looks at no more than the casts need.
const { config } = ts.readConfigFile(`${src}web/tsconfig.json`, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${src}web`);
const files = ts.sys.readDirectory(src, ['.ts', '.tsx']);
if (files.length < 200) throw new Error(`Only ${files.length} files to check in ${src}`);
const program = ts.createProgram(files, { ...options, types: ['node'] });
for (const cast of hidingCasts(program, (name) => name.startsWith(src))) {
  process.stderr.write(`${cast.slice(root.length)} hides that the value may be missing\n`);
  isSound = false;
}
process.exitCode = isSound ? 0 : 1;
