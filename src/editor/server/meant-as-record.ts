import type { Kind } from '../../model/kinds.ts';
import { kinds, shapeOfKind } from '../../schema/vocabulary/shape.ts';
import { suggest } from '../../schema/vocabulary/suggest.ts';

// Read line by line and not as YAML, since a text that is being typed is often none: a colon may be full-width or missing.
const KIND = /^\ufeff?[ \t]*(?:---[ \t]+)?(?:\{[ \t]*)?["']?文种(?![\p{L}\p{N}])/mu;
const KEYS =
  /^\ufeff?(?:---[ \t]+)?(?:\{[ \t]*)?["']?([\w\p{Script=Han}]+)["']?(?:[ \t]*[:：]|[ \t])[ \t]*["']?([^\s"'#,}]*)/gmu;

/** How many Chinese keys of a record tell that a text without a kind is to become one. */
const ENOUGH_KEYS = 2;

/**
 * Whether a YAML text is meant as a record: it gives a kind, misspelt or not, or keys that records have in Chinese.
 * `kind: Deployment` of another program is none, and neither are English keys alone, which many programs share.
 */
export function isMeantAsRecord(text: string): boolean {
  if (KIND.test(text)) return true;
  const chinese = new Set<string>();
  for (const [, key = '', value = ''] of text.matchAll(KEYS)) {
    if (key === 'kind' && isNearKind(value)) return true;
    if (recordKeys().has(key)) chinese.add(key);
  }
  return chinese.size >= ENOUGH_KEYS;
}

// Other programs' kinds begin with a capital letter, or are far from these.
const isNearKind = (value: string): boolean =>
  value === value.toLowerCase() &&
  suggest(
    value,
    kinds.flatMap(({ code, title }) => [code, title]),
  ) !== undefined;

let known: Set<string> | undefined;

function recordKeys(): Set<string> {
  known ??= new Set(
    kinds.flatMap(({ code }) => {
      const shape = shapeOfKind(code as Kind);
      return shape.type === 'object' ? shape.properties.map(({ title }) => title) : [];
    }),
  );
  return known;
}
