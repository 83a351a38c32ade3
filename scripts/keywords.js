/** What the schemas say beyond JSON Schema: names, units, and the keys that are kept and not read. */
export const KEYWORDS = ['x-titles', 'x-synonyms', 'x-units', 'x-keeps', 'x-kept'];
