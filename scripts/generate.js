// Derives the list of rules and what an edition must hold (committed; `--check` fails when they have drifted), into
// src/schema/compiled the ahead-of-time validators, and into src/generated the schemas' vocabulary, the notice editions, the rules' examples from
// test/rules, records that are filled in well, the registry of bases, the directory of specialties, the calendar of working days, the traditional
// characters and those that Chinese is misread as; neither folder is ever committed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import chineseDays from 'chinese-days';
import { build } from 'esbuild';
import traditional from 'opencc-js/dict/TSCharacters';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import { KEYWORDS, readSchemas } from './schemas.js';
import { shapesModule } from './shapes.js';

const root = new URL('../', import.meta.url);
/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, root));

/** Whether what is committed is only compared, or written anew. */
const checking = process.argv.includes('--check');

/**
 * Keeps a committed file the same as what it is derived from.
 *
 * @param {string} name
 * @param {string} text
 */
function derive(name, text) {
  const file = new URL(name, root);
  if (readFileSync(file, 'utf8') === text) return;
  if (!checking) return writeFileSync(file, text);
  console.error(`${name} has drifted from what it is derived from: run \`npm run generate\` and commit the result.`);
  process.exit(1);
}

for (const folder of ['src/generated/', 'src/schema/compiled/']) {
  rmSync(new URL(folder, root), { recursive: true, force: true });
  mkdirSync(new URL(folder, root), { recursive: true });
}
const schemas = readSchemas();
// Before any module of the product is made, for most of them need it; notices/ is proved by its schemas below.
const { specialties } = parse(readFileSync(new URL('notices/specialties.yaml', root), 'utf8'));
writeFileSync(
  new URL('src/generated/shapes.js', root),
  shapesModule(['plan', 'session', 'province', 'pairing', 'city-program'], schemas, specialties),
);

/**
 * A module of the product, bundled on the fly; what is yet to be generated counts as empty.
 *
 * @param {string} name
 */
async function productModule(name) {
  const { outputFiles } = await build({
    entryPoints: [path(name)],
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'not-yet-generated',
        setup: ({ onResolve, onLoad }) => {
          const namespace = 'not-yet-generated';
          onResolve({ filter: /\/generated\/.*\.json$/ }, ({ path }) => ({ path, namespace }));
          onLoad({ filter: /./, namespace }, () => ({ contents: '[]', loader: 'json' }));
        },
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`);
}

/** The list of rules: every file of the folders, in order of the ids. */
const ruleIds = globSync('src/rules/{data,haikou,pairing,training}/*.ts', { cwd: path('') })
  .map((name) => name.replaceAll('\\', '/').slice('src/rules/'.length, -'.ts'.length))
  .sort();
/** @param {string} id */
const constantOf = (id) => id.replace(/[/-](\w)/g, (_, /** @type {string} */ letter) => letter.toUpperCase());
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

/** @type {{ rules: import('../src/engine/rule.ts').Rule[] }} */
const { rules } = await productModule('src/rules/index.ts');
/**
 * What an edition of a notice must hold: what the rules read.
 *
 * @param {string} notice
 */
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
            draft: { $ref: '#/$defs/draft' },
            value: kinds.get(name).schema(),
            clause: { $ref: '#/$defs/locator' },
            document: { $ref: '#/$defs/ofDocument' },
            title: { $ref: '#/$defs/words' },
          },
          required: ['value', 'clause'],
          additionalProperties: false,
        },
      ]),
    ),
    additionalProperties: false,
  };
};
/** The names of values of any notice that tell what its words mean. */
const definitions = new Set(
  rules.flatMap(({ reads }) => Object.keys(reads).filter((name) => reads[name]?.isDefinition)),
);
/**
 * The rules of a notice, and those that read each value which an edition has to hold unless they are off in it.
 *
 * @param {string} notice
 */
const readersIn = (notice) => {
  const own = rules.filter(({ policy }) => (policy ?? 'training') === notice);
  /** @type {Record<string, string[]>} */
  const readers = {};
  for (const { id, reads } of own)
    for (const [name, kind] of Object.entries(reads))
      if (!kind.optional && !kind.isDefinition) readers[name] = [...(readers[name] ?? []), id];
  return { rules: own.flatMap(({ id, policy }) => (policy === null ? [] : id)), readers };
};
const editionSchema = JSON.parse(readFileSync(new URL('schemas/edition.schema.json', root), 'utf8'));
for (const notice of editionSchema.properties.notice.enum) editionSchema.$defs[notice] = valuesSchema(notice);
derive('schemas/edition.schema.json', `${JSON.stringify(editionSchema, null, 2)}\n`);

/** What other schemas refer to, and the schemas of what is read here alone. */
const NOT_COMPILED = ['common', 'bases', 'specialties'];

// The product's own calendar checks, so that schemas, rules and options agree on what a date is.
const { isCalendarDate } = await productModule('src/calendar/date.ts');
const { isSpan } = await productModule('src/calendar/span.ts');
/** @param {object[]} all */
const ajvOf = (all) => {
  const ajv = new Ajv2020({
    allErrors: true,
    strictRequired: false,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, formats: _`formats` },
  });
  ajv.addVocabulary(KEYWORDS);
  ajv.addFormat('date', isCalendarDate);
  ajv.addFormat('span', isSpan);
  for (const schema of all) ajv.addSchema(schema);
  return ajv;
};
const ajv = ajvOf(Object.values(schemas));
const ANNOTATIONS = new Set(['title', 'description', 'examples', ...KEYWORDS]);
/**
 * A schema, or what stands in one, without what only tells people of it: compiled code would carry it along.
 *
 * @param {any} schema
 * @returns {any}
 */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  /** @param {[string, any][]} entries */
  const each = (entries) => Object.fromEntries(entries.map(([key, value]) => [key, bare(value)]));
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !ANNOTATIONS.has(key))
      // The keys of these are names of an author's.
      .map(([key, value]) => [key, ['properties', '$defs'].includes(key) ? each(Object.entries(value)) : bare(value)]),
  );
}
const compiling = ajvOf(Object.values(schemas).map(bare));
/**
 * What Ajv writes, without what nobody asks for, and with each error told of in one line. It also joins lists of errors by copying them,
 * which takes hours where a hundred thousand items are wrong.
 *
 * @param {string} code
 */
const slim = (code) =>
  code
    .replace(/schemaPath:\s*(?:"(?:[^"\\]|\\.)*"|[\w.]+),/g, '')
    .replace(/,\s*parentData:[^{}]*?,\s*dynamicAnchors(?=\})/g, '')
    .replace(
      /const (err\d+) = (\{.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}/gs,
      '(vErrors ??= []).push($2);',
    )
    .replace(
      /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g,
      'vErrors = both(vErrors, $1.errors)',
    );
for (const name of Object.keys(schemas).filter((name) => !NOT_COMPILED.includes(name))) {
  // A notice's days are known; in a record one may be known to its month alone.
  const isDate = ['edition', 'config'].includes(name) ? 'isCalendarDate' : 'isDay';
  const code = slim(standaloneCode(compiling, compiling.getSchema(schemas[name].$id)));
  await build({
    stdin: {
      contents: `import { isCalendarDate } from '../../calendar/date.ts';
import { isDay } from '../../calendar/day.ts';
import { isSpan } from '../../calendar/span.ts';
const formats = { date: ${isDate}, span: isSpan };
const both = (all, more) => all === null ? more : (more.forEach((error) => all.push(error)), all);
${code}`,
      resolveDir: path('src/schema/compiled/'),
    },
    bundle: true,
    external: ['../../calendar/date.ts', '../../calendar/day.ts', '../../calendar/span.ts'],
    format: 'esm',
    outfile: path(`src/schema/compiled/validate-${name}.js`),
    banner: { js: '// Compiled from schemas/ by `npm run generate`.' },
  });
}
/**
 * A file of notices/ that is as its schema says.
 *
 * @param {string} name
 * @param {string} schema
 * @returns {any}
 */
function notice(name, schema) {
  const data = parse(readFileSync(new URL(`notices/${name}`, root), 'utf8'));
  if (!ajv.validate(schemas[schema].$id, data)) throw new Error(`notices/${name}: ${ajv.errorsText()}`);
  return data;
}
const REGISTERS = ['bases', 'specialties'];
const editions = readdirSync(new URL('notices/', root))
  .filter((name) => name.endsWith('.yaml') && !REGISTERS.some((register) => name === `${register}.yaml`))
  .sort()
  .map((name) => notice(name, 'edition'));
const registers = REGISTERS.map((register) => ({ register, data: notice(`${register}.yaml`, register)[register] }));
for (const { register, data } of registers)
  writeFileSync(new URL(`src/generated/${register}.json`, root), `${JSON.stringify(data, null, 1)}\n`);
writeFileSync(
  new URL('src/generated/readers.json', root),
  `${JSON.stringify(
    Object.fromEntries(
      editionSchema.properties.notice.enum.map((/** @type {string} */ each) => [each, readersIn(each)]),
    ),
    null,
    1,
  )}\n`,
);
const { locatorsByRule, owersByRule } = await productModule('src/notices/locators.ts');
/** @param {{ title?: unknown }} value */
const untitled = ({ title, ...value }) => value;
// The paragraphs and titles apart from the numbers: a check never reads them.
writeFileSync(
  new URL('src/generated/editions.json', root),
  `${JSON.stringify(
    editions.map(({ clauses, values, ...rest }) => ({
      ...rest,
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, untitled(value)])),
      definitions: Object.keys(values).filter((name) => definitions.has(name)),
      locators: locatorsByRule(clauses),
      owers: owersByRule(clauses),
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
/** @type {Record<string, Record<string, { text: string; asOf: string | null; complete: boolean }>>} */
const examples = {};
for (const name of globSync('test/rules/*/*/{pass,fail}.yaml', { cwd: path('') }).sort()) {
  const text = readFileSync(new URL(name, root), 'utf8');
  const [, id = '', outcome = ''] = /^test\/rules\/(.*)\/(pass|fail)\.yaml$/.exec(name) ?? [];
  const example = {
    text: text
      .replace(/^# (verdicts:.*|duties:.*|as-of:.*|complete)\n/gm, '')
      .replace(/^# (?:says|decides) .*\n(# {3}.*\n)*/gm, '')
      .replace(/[ \t]*# !\S*/g, ''),
    asOf: /^# as-of: *(\S+)/m.exec(text)?.[1] ?? null,
    complete: /^# complete$/m.test(text),
  };
  examples[id] = { ...examples[id], [outcome]: example };
}
writeFileSync(new URL('src/generated/examples.json', root), `${JSON.stringify(examples, null, 1)}\n`);

/** A record of each kind that is filled in well, as it is written; new workbooks show it. */
const FILLED = {
  plan: 'residency/plan',
  session: 'sessions-apart/sessions/03-provincial-gp',
  province: 'province/plan',
  pairing: 'pairings/halfway',
  'city-program': 'haikou/2020',
};
const filled = Object.entries(FILLED).map(([kind, name]) => [
  kind,
  parse(readFileSync(new URL(`examples/${name}.yaml`, root), 'utf8')),
]);
writeFileSync(new URL('src/generated/filled.json', root), `${JSON.stringify(Object.fromEntries(filled), null, 1)}\n`);

const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
writeFileSync(new URL('src/generated/version.json', root), `${JSON.stringify({ version })}\n`);

// The State Council's calendar as plain lists: the package builds its tables anew at every start, which costs a cold
// start several milliseconds.
/** @type {string[]} */
const holidays = [];
/** @type {string[]} */
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

// What the first two of the three bytes of a Chinese character or sign in UTF-8 are in GBK, of which a decoder takes long to make.
const firstTwo = [0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xef].flatMap((first) =>
  Array.from({ length: 64 }, (_, second) => [first, 0x80 + second]).flat(),
);
const characters = new TextDecoder('gbk').decode(Uint8Array.from(firstTwo));
writeFileSync(new URL('src/generated/misread.json', root), `${JSON.stringify({ characters })}\n`);

// Of the characters that the schemas and the registers use, each traditional one that is written for one of them, with that one.
const used = new Set(JSON.stringify([schemas, registers]));
/** @type {string[][]} */
const pairs = traditional.split('|').map((/** @type {string} */ pair) => pair.split(' '));
const simplified = pairs.filter(([own = '', simple = '']) => used.has(simple) && !used.has(own));
writeFileSync(new URL('src/generated/simplified.json', root), `${JSON.stringify(Object.fromEntries(simplified))}\n`);
