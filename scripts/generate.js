// Derives from schemas/ and notices/: the TypeScript types (committed; `--check` fails when they have drifted),
// and into src/generated, never committed: the ahead-of-time validators, the notice editions, the rules' examples from
// test/rules, the calendar of working days and the traditional characters.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import chineseDays from 'chinese-days';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import traditional from 'opencc-js/dict/TSCharacters';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));

/** Whether what is committed is only compared, or written anew. */
const checking = process.argv.includes('--check');

/** Keeps a committed file the same as what it is derived from. */
function derive(name, text) {
  const file = new URL(name, root);
  if (readFileSync(file, 'utf8') === text) return;
  if (!checking) return writeFileSync(file, text);
  console.error(`${name} has drifted from what it is derived from: run \`npm run generate\` and commit the result.`);
  process.exit(1);
}

/** A module of the product, bundled on the fly; what is yet to be generated counts as empty. */
async function productModule(name) {
  const { outputFiles } = await build({
    entryPoints: [path(name)],
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'not-yet-generated',
        setup: ({ onLoad }) => onLoad({ filter: /src.generated.*\.json$/ }, () => ({ contents: '[]', loader: 'json' })),
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The list of rules: every file of the folders, in order of the ids. */
const ruleIds = globSync('src/rules/{data,haikou,pairing,training}/*.ts', { cwd: path('') })
  .map((name) => name.replaceAll('\\', '/').slice('src/rules/'.length, -'.ts'.length))
  .sort();
const constantOf = (id) => id.replace(/[/-](\w)/g, (_, letter) => letter.toUpperCase());
derive(
  'src/rules/index.ts',
  `// Generated from the folder by \`npm run generate\`; do not edit.
import type { Rule } from '../engine/rule.ts';
${ruleIds.map((id) => `import ${constantOf(id)} from './${id}.ts';`).join('\n')}

/** Every rule, in order of the ids. */
export const rules: readonly Rule[] = [
${ruleIds.map((id) => `  ${constantOf(id)},`).join('\n')}
];
`,
);

/** What an edition of each notice must hold: what the rules read. */
const { rules } = await productModule('src/rules/index.ts');
const valuesSchema = (notice) => {
  const kinds = new Map();
  for (const { id, policy, reads } of rules.filter(({ policy }) => (policy ?? 'training') === notice)) {
    for (const [name, kind] of Object.entries(reads)) {
      const known = kinds.get(name);
      if (known && known.name !== kind.name)
        throw new Error(
          `${id} reads ${name} as ${kind.name}, ${policy === null ? '' : 'another rule as '}${known.name}`,
        );
      kinds.set(name, kind);
    }
  }
  const names = [...kinds.keys()].sort();
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => [
        name,
        {
          type: 'object',
          properties: {
            value: kinds.get(name).schema(),
            clause: { $ref: '#/$defs/locator' },
            title: { $ref: '#/$defs/words' },
          },
          required: ['value', 'clause'],
          additionalProperties: false,
        },
      ]),
    ),
    required: names,
    additionalProperties: false,
  };
};
const editionSchema = JSON.parse(readFileSync(new URL('schemas/edition.schema.json', root), 'utf8'));
for (const notice of editionSchema.properties.notice.enum) editionSchema.$defs[notice] = valuesSchema(notice);
derive('schemas/edition.schema.json', `${JSON.stringify(editionSchema, null, 2)}\n`);

const schemas = Object.fromEntries(
  readdirSync(new URL('schemas/', root))
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => [
      name.replace('.schema.json', ''),
      JSON.parse(readFileSync(new URL(`schemas/${name}`, root), 'utf8')),
    ]),
);

/** One TypeScript source with a type for every schema and for every named definition. */
async function typesFromSchemas() {
  const names = Object.keys(schemas).filter((name) => name !== 'common');
  const definitions = {};
  const inlined = (node) => {
    if (Array.isArray(node)) return node.map(inlined);
    if (node === null || typeof node !== 'object') return node;
    const { unevaluatedProperties, ...rest } = node;
    const entries = Object.entries(rest)
      .filter(([key]) => !['$id', '$schema', '$defs', 'x-titles', 'x-units', 'if', 'then'].includes(key))
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
  const title = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
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
derive('src/model/record-types.ts', types);

// The product's own calendar check, so that schemas, rules and options agree on what a date is.
const { isCalendarDate } = await productModule('src/calendar/date.ts');
const ajv = new Ajv2020({
  allErrors: true,
  strictRequired: false,
  inlineRefs: false,
  messages: false,
  code: { source: true, esm: true, formats: _`formats` },
});
ajv.addVocabulary(['x-titles', 'x-units']);
ajv.addFormat('date', isCalendarDate);
for (const schema of Object.values(schemas)) ajv.addSchema(schema);
mkdirSync(new URL('src/generated/', root), { recursive: true });
for (const name of Object.keys(schemas).filter((name) => name !== 'common')) {
  // Ajv joins lists of errors by copying them, which takes hours where a hundred thousand items are wrong.
  const code = standaloneCode(ajv, ajv.getSchema(schemas[name].$id)).replace(
    /vErrors\.concat\((\w+\.errors)\)/g,
    '($1.forEach((error) => vErrors.push(error)), vErrors)',
  );
  await build({
    stdin: {
      contents: `import { isCalendarDate } from '../calendar/date.ts';\nconst formats = { date: isCalendarDate };\n${code}`,
      resolveDir: path('src/generated/'),
    },
    bundle: true,
    external: ['../calendar/date.ts'],
    format: 'esm',
    outfile: path(`src/generated/validate-${name}.js`),
    banner: { js: '// Compiled from schemas/ by `npm run generate`.' },
  });
}
const validateEdition = ajv.getSchema(schemas.edition.$id);
const editions = readdirSync(new URL('notices/', root))
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => {
    const edition = parse(readFileSync(new URL(`notices/${name}`, root), 'utf8'));
    if (!validateEdition(edition)) throw new Error(`notices/${name}: ${ajv.errorsText(validateEdition.errors)}`);
    return edition;
  });
const { locatorsByRule } = await productModule('src/notices/locators.ts');
const untitled = ({ title, ...value }) => value;
// The paragraphs and titles apart from the numbers: a check never reads them.
writeFileSync(
  new URL('src/generated/editions.json', root),
  `${JSON.stringify(
    editions.map(({ clauses, values, ...rest }) => ({
      ...rest,
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, untitled(value)])),
      locators: locatorsByRule(clauses),
    })),
    null,
    1,
  )}\n`,
);
writeFileSync(
  new URL('src/generated/clauses.json', root),
  `${JSON.stringify(
    editions.map(({ notice, edition, clauses = [], values }) => ({
      notice,
      edition,
      clauses,
      titles: Object.fromEntries(Object.entries(values).map(([name, { title }]) => [name, title])),
    })),
    null,
    1,
  )}\n`,
);

/** The examples of each rule: its fixtures pass.yaml and fail.yaml without the comments in which they state what to expect. */
const examples = {};
for (const name of globSync('test/rules/*/*/{pass,fail}.yaml', { cwd: path('') }).sort()) {
  const text = readFileSync(new URL(name, root), 'utf8');
  const [, id, outcome] = /^test\/rules\/(.*)\/(pass|fail)\.yaml$/.exec(name);
  examples[id] ??= {};
  examples[id][outcome] = {
    text: text
      .replace(/^# (verdicts:.*|duties:.*|as-of:.*|complete)\n/gm, '')
      .replace(/^# says .*\n(# {3}.*\n)*/gm, '')
      .replace(/[ \t]*# !\S*/g, ''),
    asOf: /^# as-of: *(\S+)/m.exec(text)?.[1] ?? null,
    complete: /^# complete$/m.test(text),
  };
}
writeFileSync(new URL('src/generated/examples.json', root), `${JSON.stringify(examples, null, 1)}\n`);

const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
writeFileSync(new URL('src/generated/version.json', root), `${JSON.stringify({ version })}\n`);

// The State Council's calendar as plain lists: the package builds its tables anew at every start, which costs a cold
// start several milliseconds.
const holidays = [];
const makeUpDays = [];
let lastYear = 0;
for (let day = new Date('2019-01-01T00:00:00Z'); day.getUTCFullYear() < 2100; day.setUTCDate(day.getUTCDate() + 1)) {
  const date = day.toISOString().slice(0, 10);
  const isWeekday = day.getUTCDay() >= 1 && day.getUTCDay() <= 5;
  const isWorkday = chineseDays.isWorkday(date);
  if (isWorkday === isWeekday) continue;
  (isWorkday ? makeUpDays : holidays).push(date);
  lastYear = day.getUTCFullYear();
}
writeFileSync(new URL('src/generated/calendar.json', root), `${JSON.stringify({ lastYear, holidays, makeUpDays })}\n`);

// Of the characters that the schemas use, each traditional one that is written for one of them, with that one.
const used = new Set(JSON.stringify(schemas));
const simplified = traditional
  .split('|')
  .map((pair) => pair.split(' '))
  .filter(([own, simple]) => used.has(simple) && !used.has(own));
writeFileSync(new URL('src/generated/simplified.json', root), `${JSON.stringify(Object.fromEntries(simplified))}\n`);
