// Tells whether the compiler notices a mutant: what is no sound type is no change that anybody could make.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

/** A check of one file with a text in its place. */
export function typeCheck() {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, process.cwd());
  const roots = ts.sys.readDirectory(resolve('src'), ['.ts']).filter((file) => !file.includes('/src/web/'));
  /** @type {Map<string, string>} */
  const changed = new Map();
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      ...options,
      // A mutant leaves much unused, and is none the better for it.
      ...{ noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true },
    }),
    getScriptFileNames: () => roots,
    getScriptVersion: (file) => (changed.has(file) ? `${version}` : ''),
    getScriptSnapshot: (file) => {
      const text = changed.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
  });
  return (/** @type {string} */ name, /** @type {string} */ text) => {
    const file = resolve(name).replaceAll('\\', '/');
    changed.set(file, text);
    version += 1;
    const isSound = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)].length === 0;
    changed.delete(file);
    return isSound;
  };
}

/** The text of a file with a mutant in it. */
export function mutated(/** @type {import('@stryker-mutator/api/core').Mutant} */ { fileName, location, replacement }) {
  const text = readFileSync(fileName, 'utf8');
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = (/** @type {{ line: number, column: number }} */ { line, column }) => (starts[line] ?? 0) + column;
  const [start, end] = [at(location.start), at(location.end)];
  return { was: text.slice(start, end), text: text.slice(0, start) + replacement + text.slice(end) };
}
