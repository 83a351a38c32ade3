import { readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The regular expressions written in a file, with their lines. */
function expressionsIn(file: string, text: string): { place: string; source: string; flags: string }[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: ReturnType<typeof expressionsIn> = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      const end = node.text.lastIndexOf('/');
      found.push({
        place: `${file}:${line + 1} ${node.text}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Whether there is a text that takes more than linear time, by going back within it or by beginning at each of its characters. */
const isSlow = ({ source, flags }: { source: string; flags: string }): boolean =>
  analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } }).reports.length > 0;

test('every regular expression takes time in proportion to the text', () => {
  const files = globSync('src/**/*.ts', { ignore: ['src/schema/compiled/**', 'src/generated/**'] }).sort();
  const expressions = files.flatMap((file) => expressionsIn(file, readFileSync(file, 'utf8')));
  expect(expressions.length).toBeGreaterThan(200);
  expect(expressions.filter(isSlow).map(({ place }) => place)).toEqual([]);
});

test.each([
  ['going back', '/^\\s*-?\\s*$/'],
  ['going back without end', '/^(?:a+)*$/'],
  ['beginning anywhere', '/a+$/'],
])('%s is found', (_, written) => {
  expect(expressionsIn('a.ts', `const a = ${written};`).map(isSlow)).toEqual([true]);
});
