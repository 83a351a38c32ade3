import { readFileSync } from 'node:fs';

/**
 * Bundles cli-table3's cells without a line of its log, which nobody reads: for that each cell is shortened, one character
 * after the other, each time that one of its lines is drawn. A name of 5,000 characters took seconds, one of 200,000 hours.
 *
 * @type {import('esbuild').Plugin}
 */
export const cellsWithoutLog = {
  name: 'cells-without-log',
  setup({ onLoad }) {
    onLoad({ filter: /cli-table3.src.cell\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace(
        /let content = utils\.truncate\(this\.content, 10, this\.truncate\);\s+if \(!lineNum\) \{\s+info\([^\n]*\);\s+\}/,
        'if (!lineNum) {}',
      );
      if (contents === text) throw new Error(`${path} is written in another way than it was`);
      return { contents };
    });
  },
};
