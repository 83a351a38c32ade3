/**
 * A schema, or what stands in one.
 *
 * @typedef {Record<string, any>} Schema
 */

const BOUNDS = ['minimum', 'exclusiveMinimum', 'maximum'];

/**
 * The module that makes the shapes of the kinds of record (src/schema/vocabulary/shape.ts): what of the schemas translating
 * needs. To read them anew took each start as long as fifty rules.
 *
 * @param {readonly string[]} kinds
 * @param {Record<string, Schema>} schemas by name
 * @param {readonly { code: string; name: string; also?: string[] }[]} specialties the directory
 */
export function shapesModule(kinds, schemas, specialties) {
  const directory = Object.fromEntries(specialties.map(({ code, name, also = [] }) => [code, [name, ...also]]));
  /** @type {Map<string, string>} */
  const definitions = new Map();

  /**
   * @param {string} reference
   * @param {string} file the name of the schema that it stands in
   */
  function definitionOf(reference, file) {
    const [named = '', pointer = ''] = reference.split('#');
    const owner = named.replace('.schema.json', '') || file;
    const name = pointer.slice(pointer.lastIndexOf('/') + 1);
    const definition = schemas[owner]?.$defs[name];
    if (!definition) throw new Error(`${file}.schema.json: ${reference} leads nowhere`);
    return { definition, owner, name: `${owner}_${name}`.replaceAll('-', '_') };
  }

  /**
   * The code of what a schema says.
   *
   * @param {Schema} schema
   * @param {string} file
   * @returns {string}
   */
  function codeOf(schema, file) {
    if (schema.$ref) {
      const { definition, owner, name } = definitionOf(schema.$ref, file);
      if (!definitions.has(name)) definitions.set(name, codeOf(definition, owner));
      return `${name}()`;
    }
    if (schema['x-or-list']) return `orList(${codeOf(schema.else, file)})`;
    if (schema.type === 'object') return objectOf(schema, file);
    if (schema.type === 'array') return `{ type: 'array', items: ${codeOf(schema.items, file)} }`;
    if (schema.type === 'boolean') return `{ type: 'boolean' }`;
    const codes = codesOf(schema['x-directory'] ? directory : (schema['x-titles'] ?? {}));
    if (schema.type === 'string') {
      const format = schema.format === 'date' || schema.format === 'span' ? schema.format : 'text';
      return `text(${JSON.stringify(format)}, ${codes}, ${Boolean(schema.enum ?? schema.const)})`;
    }
    const type = [schema.type].flat().includes('integer') ? 'integer' : 'number';
    const limits = Object.fromEntries(BOUNDS.flatMap((bound) => (bound in schema ? [[bound, schema[bound]]] : [])));
    return `number(${[type, limits, schema['x-units'] ?? []].map((each) => JSON.stringify(each)).join(', ')}, ${codes})`;
  }

  /**
   * @param {Schema} schema
   * @param {string} file
   */
  function objectOf(schema, file) {
    /** @type {string[]} */
    const required = schema.required ?? [];
    const own = Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const described = property.description === undefined ? definitionOf(property.$ref, file).definition : property;
      const words = {
        name,
        title: property.title,
        synonyms: property['x-synonyms'] ?? [],
        description: wordsOf(described.description),
        examples: property.examples ?? [],
        required: required.includes(name),
        alternative: property['x-alternative'] === true,
      };
      return `${JSON.stringify(words).slice(0, -1)},"shape":${codeOf(property, file)}}`;
    });
    /** @type {Schema[]} */
    const parts = schema.allOf ?? [];
    const inherited = parts.map((part) => `...inherited(${codeOf(part, file)}, ${JSON.stringify(required)})`);
    return `object([${[...own, ...inherited].join(',\n')}], ${keeps(schema, file)})`;
  }

  /**
   * Whether an object keeps the values of some keys as they are.
   *
   * @param {Schema} schema
   * @param {string} file
   * @returns {boolean}
   */
  function keeps(schema, file) {
    if (schema['x-keeps']) return true;
    /** @type {Schema[]} */
    const parts = [...(schema.allOf ?? []), ...(schema.$ref ? [definitionOf(schema.$ref, file).definition] : [])];
    return parts.some((part) => keeps(part, file));
  }

  const read = kinds.map((kind) => ({ kind, schema: schemas[kind] ?? {} }));
  const made = read.map(({ kind, schema }) => `${JSON.stringify(kind)}: once(() => (${codeOf(schema, kind)}))`);
  /** @param {(schema: Schema) => unknown} told */
  const ofEach = (told) => JSON.stringify(Object.fromEntries(read.map(({ kind, schema }) => [kind, told(schema)])));
  return `/** What each kind is called in Chinese. */
export const titles = ${ofEach(({ title }) => title)};
/** What each kind is. */
export const descriptions = ${ofEach(({ description }) => wordsOf(description))};
/** The keys whose values an object keeps as they are, with their titles. */
export const kept = ${JSON.stringify(schemas.common?.['x-kept'])};
/**
 * The shape of each kind, made of its parts when first asked for.
 *
 * @param {import('../schema/vocabulary/shape.ts').Makers} makers
 */
export const shapesOf = ({ once, object, orList, inherited, text, number }) => {
${Array.from(definitions, ([name, code]) => `const ${name} = once(() => (${code}));`).join('\n')}
return { ${made.join(',\n')} };
};
`;
}

/**
 * The codes of an enum with their titles, the first the one that is shown.
 *
 * @param {Record<string, string | string[]>} titled
 */
const codesOf = (titled) =>
  JSON.stringify(
    Object.entries(titled).map(([code, titles]) => {
      const [title = code, ...synonyms] = [titles].flat();
      return { code, title, synonyms };
    }),
  );

/**
 * A description of a schema, which is written `中文 / English`.
 *
 * @param {string} description
 */
function wordsOf(description) {
  const [zh, en] = description.split(/ \/ (.*)/s);
  return { zh, en };
}
