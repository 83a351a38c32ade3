import Builder from 'fast-xml-builder';

// Characters that XML 1.0 cannot hold, in any form, and that `visible` leaves.
const FORBIDDEN = /[\ud800-\udfff\ufffe\uffff]/gu;
const allowed = (_name: string, value: unknown): string =>
  String(value).replace(FORBIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

const builderOf = (format: boolean) =>
  new Builder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format,
    attributeValueProcessor: allowed,
    tagValueProcessor: allowed,
  });
const [compact, indented] = [builderOf(false), builderOf(true)];

/** Elements as XML text: attributes led by `@`, text as `#text`, children by name in their order, several of a name as a list. */
export const xmlText = (elements: object, { isIndented = false } = {}): string =>
  (isIndented ? indented : compact).build(elements);
