// The library's type declarations: those of its entry and of the source files whose types it shows.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const options = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  isolatedDeclarations: true,
};

/**
 * The declarations by file name, `index.d.ts` first.
 *
 * @param {string} entry path of the entry's source
 */
export function declarationsOf(entry) {
  /** @type {Map<string, string>} */
  const declarations = new Map();
  /** @param {string} source */
  const add = (source) => {
    const name = relative(dirname(entry), source).replaceAll('\\', '/').replace(/\.ts$/, '.d.ts');
    if (declarations.has(name)) return;
    const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(source, 'utf8'), {
      fileName: source,
      compilerOptions: options,
      reportDiagnostics: true,
    });
    if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost(options)));
    declarations.set(name, outputText.replace(/(from '\.[^']*)\.ts'/g, "$1.js'"));
    for (const [, imported = ''] of outputText.matchAll(/from '(\.[^']*)'/g)) add(join(dirname(source), imported));
  };
  add(entry);
  return declarations;
}
