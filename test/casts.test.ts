import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { hidingCasts } from '../scripts/casts.js';

test.each([
  ['number | undefined', 'number', true],
  ['number | null', 'number', true],
  ['number | null | undefined', 'number | undefined', true],
  ['number | undefined', 'unknown', false],
  ['number | undefined', '1 | undefined', false],
  ['number', '1', false],
])('%s as %s hides a missing value: %s', (written, cast, hides) => {
  const text = `declare const value: ${written};\nconst other = value as ${cast};\n`;
  const file = resolve('made.ts');
  const options = { strict: true, noLib: true, types: [] };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([file], options, {
    ...host,
    getSourceFile: (name, version) => (name === file ? ts.createSourceFile(file, text, version, true) : undefined),
  });
  const found = hidingCasts(program, (name) => name === file);
  expect(found).toEqual(hides ? [`${file}:2 value as ${cast}`] : []);
});
