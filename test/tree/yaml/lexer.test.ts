import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lexer } from 'yaml';
import { lexerAtOnce } from '../../../scripts/lexer-at-once.js';
import { changed } from '../../campaigns/changed-texts.ts';
import { keptTexts } from '../../kept-texts.ts';
import { drawing } from '../../laws/judging.ts';

/** Texts tried; LAWS multiplies it. */
const RUNS = 500 * Number(process.env.LAWS ?? 1);

const root = join(import.meta.dirname, '../../..');
const { outputFiles } = await build({
  entryPoints: [join(root, 'node_modules/yaml/browser/dist/parse/lexer.js')],
  bundle: true,
  format: 'esm',
  write: false,
  plugins: [lexerAtOnce],
});
const bundled: { Lexer: new () => { lex(text: string): Iterable<string> } } = await import(
  `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`
);

test('the lexer as it is bundled gives the lexemes of the package', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keptTexts), drawing, fc.nat(4), (whole, draw, changes) => {
      let text = whole;
      for (let change = 0; change < changes; change += 1) text = changed(text, draw);
      expect([...new bundled.Lexer().lex(text)]).toEqual([...new Lexer().lex(text)]);
    }),
    { numRuns: RUNS, seed: 18 },
  );
});
