import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The rooms that may use what Node.js alone has. */
const ON_NODE = ['src/disk/', 'src/cli/'];

/** Names that only Node.js knows. */
const GLOBALS = new Set(['process', 'Buffer', 'require', '__dirname', '__filename']);

/** The rooms from CONTRIBUTING's table of the house, in order. */
const rooms = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| `((?:src|schemas|notices)\/[^`]*)` \|/gm)].map(
  ([, room]) => room as string,
);

/** What a file asks of others: modules imported in any way, types included, and names of Node.js alone. */
interface Asked {
  modules: string[];
  globals: string[];
}

function askedBy(file: string, text: string): Asked {
  const modules = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const globals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && !isNameOfMember(node)) globals.push(node.text);
    ts.forEachChild(node, visit);
  };
  // Parsing takes its time, and few files have such a word.
  if ([...GLOBALS].some((name) => text.includes(name)))
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return { modules, globals };
}

const isNameOfMember = ({ parent, pos }: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(parent) && parent.name.pos === pos) ||
  ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name.pos === pos);

/** What is wrong with the imports of some files, given by their text. */
function faultsIn(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const imports = new Map<string, string[]>();
  for (const [file, text] of files) {
    const room = roomOf(file);
    if (room === -1) faults.push(`${file} lies in no room`);
    const { modules, globals } = askedBy(file, text);
    const own = modules.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(file), name));
    imports.set(file, own);
    for (const target of own) if (roomOf(target) > room || roomOf(target) === -1) faults.push(`${file} -> ${target}`);
    if (ON_NODE.some((folder) => file.startsWith(folder))) continue;
    for (const name of [...modules.filter(isBuiltin), ...globals]) faults.push(`${file} uses ${name}`);
  }
  return [...faults, ...circlesIn(imports)];
}

/** The place of a file's room, which is the smallest around it. */
function roomOf(file: string): number {
  const around = rooms.filter((room) => file.startsWith(room));
  return rooms.indexOf(around.sort((one, other) => other.length - one.length)[0] ?? '');
}

function circlesIn(imports: ReadonlyMap<string, string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (done.has(file) || way.includes(file)) return;
    for (const next of imports.get(file) ?? []) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  return circles;
}

test('each room imports from those before it alone, none in a circle, and two alone use Node.js', () => {
  const files = globSync('src/**/*.{ts,tsx,js}').map((file) => [file, readFileSync(file, 'utf8')] as const);
  expect(files.length).toBeGreaterThan(200);
  expect(faultsIn(new Map(files))).toEqual([]);
});

test.each([
  ["import { judge } from '../engine/judge.ts';", 'src/load/made.ts -> src/engine/judge.ts'],
  ["import type { Rule } from '../engine/rule.ts';", 'src/load/made.ts -> src/engine/rule.ts'],
  ["import { type Rule } from '../engine/rule.ts';", 'src/load/made.ts -> src/engine/rule.ts'],
  ["export * from '../rules/index.ts';", 'src/load/made.ts -> src/rules/index.ts'],
  ["const rule = await import('../rules/index.ts');", 'src/load/made.ts -> src/rules/index.ts'],
  ["type Rule = import('../engine/rule.ts').Rule;", 'src/load/made.ts -> src/engine/rule.ts'],
  ["import { made } from '../../test/made.ts';", 'src/load/made.ts -> test/made.ts'],
])('%s in a lower room is a fault', (text, fault) => {
  expect(faultsIn(new Map([['src/load/made.ts', text]]))).toEqual([fault]);
});

test.each([
  ["import { join } from 'node:path';", 'node:path'],
  ["import { join } from 'path';", 'path'],
  ["const { join } = await import('node:path');", 'node:path'],
  ['const folder = process.cwd();', 'process'],
  ["const bytes = Buffer.from('');", 'Buffer'],
])('%s is a fault outside two rooms', (text, name) => {
  expect(faultsIn(new Map([['src/text/made.ts', text]]))).toEqual([`src/text/made.ts uses ${name}`]);
  expect(faultsIn(new Map([['src/disk/made.ts', text]]))).toEqual([]);
});

test('a circle of types is a fault, and so is a file in no room', () => {
  const files = [
    ['src/engine/one.ts', "import type { Two } from './two.ts';"],
    ['src/engine/two.ts', "import type { Three } from './three.ts';"],
    ['src/engine/three.ts', "import type { One } from './one.ts';"],
    ['src/attic/old.ts', ''],
  ] as const;
  expect(faultsIn(new Map(files))).toEqual([
    'src/attic/old.ts lies in no room',
    'src/engine/one.ts -> src/engine/two.ts -> src/engine/three.ts -> src/engine/one.ts',
  ]);
});
