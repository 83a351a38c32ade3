import type { Language } from '../model/finding.ts';
import type { ObjectShape, Property, Shape } from '../schema/vocabulary/shape.ts';

/** A day as an example. */
export const EXAMPLE_DATE = '2024-05-08';

export const isDate = (shape: Shape): boolean => shape.type === 'text' && shape.format === 'date';

/** Examples of a value: its own, and of a date always one. */
export const examplesOf = ({ shape, examples }: Property): readonly unknown[] =>
  isDate(shape) ? [EXAMPLE_DATE] : examples;

/**
 * What an object asks for, in one language, as the body of a snippet: the keys that are required, those of the parts that
 * ask for keys of their own, and a place to fill in (`$1`, `${2:40}`, `${3|院级,省级|}`) for each value.
 */
export function skeleton(object: ObjectShape, lang: Language): Record<string, unknown> {
  let places = 0;
  const place = (inside: string) => {
    places += 1;
    return inside === '' ? `$${places}` : `\${${places}${inside}}`;
  };
  const keysOf = (shape: ObjectShape): Record<string, unknown> =>
    Object.fromEntries(
      shape.properties
        .filter((property) => property.required || asksForKeys(property.shape))
        .map((property) => [
          lang === 'zh' ? property.title : property.name,
          filledIn(property.shape, examplesOf(property)[0]),
        ]),
    );
  const filledIn = (shape: Shape, example?: unknown): unknown => {
    if (shape.type === 'object') return keysOf(shape);
    if (shape.type === 'array') return [filledIn(shape.items)];
    if (shape.type === 'text' && shape.codes.length > 0) {
      const forms = shape.codes.map(({ code, title }) => (lang === 'zh' ? title : code));
      return forms.length === 1 ? forms[0] : place(`|${forms.join(',')}|`);
    }
    return place(example === undefined ? '' : `:${example}`);
  };
  return keysOf(object);
}

const asksForKeys = (shape: Shape): boolean =>
  shape.type === 'object' && shape.properties.some(({ required }) => required);
