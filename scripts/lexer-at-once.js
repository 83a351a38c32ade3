import { readFileSync } from 'node:fs';

/**
 * Bundles yaml's lexer with plain methods that collect the lexemes of a text, where the package has generators that hand
 * each lexeme up through five others. V8 takes every such step for a run of the whole method, and optimises them in the
 * middle of the first small plan, which costs more than all the rest of checking it.
 *
 * @type {import('esbuild').Plugin}
 */
export const lexerAtOnce = {
  name: 'lexer-at-once',
  setup({ onLoad }) {
    onLoad({ filter: /yaml.browser.dist.parse.lexer\.js$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replaceAll(/\/\*.*?\*\//gs, '')
        .replace('constructor() {', '$& this.lexemes = [];')
        .replace('next = yield* this.parseNext(next);', '$& return this.lexemes;')
        .replaceAll(/^ +\*(?=\w+\()/gm, '')
        .replaceAll('yield* ', '')
        .replaceAll(/\byield ([^;]+);/g, 'this.lexemes.push($1);');
      const isWhole = contents.includes('this.lexemes = []') && contents.includes('return this.lexemes');
      if (!isWhole || /yield|^ *\*/m.test(contents)) throw new Error(`${path} is written in another way than it was`);
      return { contents };
    });
  },
};
