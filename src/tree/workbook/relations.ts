import { partNamed } from './archive.ts';
import { childrenOf, type PlacedElement } from './elements.ts';

/** A relation of a part: what kind of thing it refers to (the last word of its type), under which address that type stands, and the name of that part. */
export interface Relation {
  id: string;
  type: string;
  namespace: string;
  target: string;
}

/** The part that holds the relations of a part, of the whole archive where its name is empty. */
export function relationsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** What a part refers to inside the archive, by the root element of its relations; nothing where it has none. */
export function relationsIn(root: PlacedElement | undefined, part: string): Relation[] {
  return childrenOf(root, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => {
      const end = Type.lastIndexOf('/');
      return {
        id: Id,
        type: Type.slice(end + 1),
        namespace: Type.slice(0, Math.max(0, end)),
        target: partNamed(folderOf(part), Target),
      };
    });
}

/** The id of the relation by which an element refers to another part; empty where it refers to none. */
export const relationOf = ({ attributes }: PlacedElement): string => attributes[relationAttribute(attributes)] ?? '';

/** The attribute that holds it, with the prefix that its text uses. */
export const relationAttribute = (attributes: PlacedElement['attributes'] = {}): string =>
  Object.keys(attributes).find((name) => /:id$/.test(name)) ?? 'r:id';

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
