// Writes the TypeScript types of the records from schemas/; `--check` fails when the committed ones have drifted.
import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import { KEYWORDS, readSchemas } from './schemas.js';

const root = new URL('../', import.meta.url);
const typesFile = new URL('src/model/record-types.ts', root);
const schemas = readSchemas();

/** One TypeScript source with a type for every schema and for every named definition. */
async function typesFromSchemas() {
  const names = Object.keys(schemas).filter((name) => name !== 'common');
  /** @type {Record<string, import('json-schema-to-typescript').JSONSchema>} */
  const definitions = {};
  /**
   * @param {any} node
   * @returns {any}
   */
  const inlined = (node) => {
    if (Array.isArray(node)) return node.map(inlined);
    if (node === null || typeof node !== 'object') return node;
    const { unevaluatedProperties, ...rest } = node;
    if (node['x-or-list']) {
      const one = inlined(node.else);
      return { anyOf: [one, { type: 'array', items: one }] };
    }
    const entries = Object.entries(rest)
      .filter(([key]) => !['$id', '$schema', '$defs', ...KEYWORDS, 'if', 'then'].includes(key))
      .map(([key, value]) => {
        if (key === '$ref') return [key, `#/$defs/${value.split('/').pop()}`];
        if (key === 'title' || key === 'description') return typeof value === 'string' ? [] : [key, inlined(value)];
        return [key, inlined(value)];
      })
      .filter((entry) => entry.length > 0);
    const plain = Object.fromEntries(entries);
    if (plain.$ref) return { $ref: plain.$ref };
    return plain;
  };
  for (const schema of Object.values(schemas)) {
    for (const [name, definition] of Object.entries(schema.$defs ?? {})) definitions[name] = inlined(definition);
  }
  /** @param {string} name */
  const title = (name) => name.replace(/(^|-)(\w)/g, (_, __, /** @type {string} */ letter) => letter.toUpperCase());
  for (const name of names)
    definitions[`${name}-record`] = { ...inlined(schemas[name]), title: `${title(name)}Record` };
  for (const [name, definition] of Object.entries(definitions)) definition.title ??= title(name);
  const source = await compile(
    { title: 'Everything', $defs: definitions, type: 'object', additionalProperties: false },
    'Everything',
    {
      additionalProperties: false,
      unreachableDefinitions: true,
      ignoreMinAndMaxItems: true,
      bannerComment: '// Generated from schemas/ by `npm run generate`; do not edit.',
      style: { singleQuote: true, printWidth: 120 },
    },
  );
  return source
    .replace(/\/\*\*[\s\S]*?\*\/\n/g, '')
    .replace(/export interface Everything \{\}\n/, '')
    .replace(/\n{3,}/g, '\n\n');
}

const types = await typesFromSchemas();
if (process.argv.includes('--check')) {
  if (readFileSync(typesFile, 'utf8') !== types) {
    console.error('src/model/record-types.ts has drifted from schemas/: run `npm run generate` and commit the result.');
    process.exit(1);
  }
} else {
  writeFileSync(typesFile, types);
}
