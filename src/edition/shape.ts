import schema from '../../schemas/edition.schema.json' with { type: 'json' };
import type { Policy } from '../model/finding.ts';
import { segmentsOf } from '../tree/yaml/positions.ts';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
}

const root = schema as unknown as Schema;
const definitions = schema.$defs as unknown as Record<string, Schema>;

const resolved = (node: Schema | undefined): Schema | undefined =>
  node?.$ref === undefined ? node : definitions[node.$ref.slice('#/$defs/'.length)];

/** The keys that the object at a JSON pointer of an edition may have; none where it may have any. */
export function keysAt(notice: Policy | undefined, path: string): readonly string[] {
  let node: Schema | undefined = root;
  for (const segment of segmentsOf(path)) {
    const { properties = {}, additionalProperties, items }: Schema = node ?? {};
    const further = typeof additionalProperties === 'object' ? additionalProperties : items;
    node = resolved(properties[segment] ?? further);
    if (node === root.properties?.values && notice) node = definitions[notice];
  }
  return Object.keys(node?.properties ?? {});
}
