import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, stringify, type YAMLMap } from 'yaml';
import type { Kind } from '../model/kinds.ts';
import { readCode } from '../schema/values/code.ts';
import { readYesNo } from '../schema/values/yes-no.ts';
import { itemShape, type Shape, shapeOfKind } from '../schema/vocabulary/shape.ts';
import type { Tree } from '../tree/yaml/parse.ts';

/** A record of a workbook as YAML, with keys and codes in one language; what is not known stays as it is written. */
export function transcript({ contents }: Tree, kind: Kind, keys: 'zh' | 'en'): string {
  return isMap(contents) ? linesOf(contents as YAMLMap, shapeOfKind(kind), keys, '').join('') : '';
}

function linesOf(map: YAMLMap, shape: Shape | undefined, keys: 'zh' | 'en', indent: string): string[] {
  return (map.items as Pair<Scalar, Node>[]).flatMap(({ key, value }) => {
    const written = String(key.value);
    const property = shape?.type === 'object' ? shape.keys.get(written) : undefined;
    const name = keyLine(property ? (keys === 'zh' ? property.title : property.name) : ownKey(written, shape));
    const inner = itemShape(property?.shape);
    if (isMap(value)) return [`${indent}${name}:\n`, ...linesOf(value, inner, keys, `${indent}  `)];
    if (isSeq<YAMLMap | Scalar>(value) && value.items.every((item) => isMap(item)))
      return [
        `${indent}${name}:\n`,
        ...value.items.flatMap((item) =>
          linesOf(item as YAMLMap, inner, keys, `${indent}    `).map(asItem(`${indent}  - `)),
        ),
      ];
    const text = isSeq<Scalar>(value)
      ? `[${value.items.map((item) => inBrackets(String(inKeys(item, inner, keys)))).join(', ')}]`
      : isScalar(value)
        ? afterKey(inKeys(value, inner, keys))
        : '';
    return [`${indent}${name}: ${text}\n`];
  });
}

/** A key that is not known, as one of the author's own. */
const ownKey = (written: string, shape: Shape | undefined): string =>
  written.startsWith('x-') || isKnown(written, shape) ? written : `x-${written}`;

/** Whether an object may have a key, be it another word for one of its own. */
export const isKnown = (key: string, shape: Shape | undefined): boolean =>
  shape?.type === 'object' && (shape.keys.has(key) || shape.kept.has(key));

/** Puts the dash of a list's item before its first line. */
const asItem = (dash: string) => (line: string, index: number) => (index === 0 ? dash + line.slice(dash.length) : line);

/** A value as it is to stand in YAML: figures as such, and under English keys codes in English. */
function inKeys({ value, type }: Scalar, shape: Shape | undefined, keys: 'zh' | 'en'): string | number | boolean {
  const text = String(value ?? '');
  if (shape?.type === 'boolean') return readYesNo(text)?.value ?? text;
  if (shape?.type === 'number' || shape?.type === 'integer') {
    const isFigure = type === 'PLAIN' || /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text);
    return isFigure && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  }
  return keys === 'en' && shape?.type === 'text' ? (readCode(text, shape.forms)?.value ?? text) : text;
}

// Line breaks, control characters that YAML does not take raw, and what could hide other text.
const UNSAFE = /[\n\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

/** A text in double quotes, on one line and visible whatever it holds. */
const inQuotes = (text: string): string =>
  JSON.stringify(text).replace(
    new RegExp(UNSAFE, 'g'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A text, number or boolean as it stands after a key. */
const afterKey = (value: string | number | boolean): string =>
  typeof value === 'string' && UNSAFE.test(value)
    ? inQuotes(value)
    : stringify({ _: value }, { lineWidth: 0 }).trimEnd().slice('_: '.length);

/** A text as it stands in a list between brackets. */
const inBrackets = (text: string): string =>
  UNSAFE.test(text)
    ? inQuotes(text)
    : stringify([text], { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd().slice(1, -1);

// A header of an author's own with a full-width colon in it would be taken for a key and its value.
const PLAIN_KEY = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}·_ -]*$/u;

/** A key as it stands before its colon. */
const keyLine = (key: string): string =>
  PLAIN_KEY.test(key)
    ? stringify({ [key]: 0 })
        .trimEnd()
        .slice(0, -': 0'.length)
    : inQuotes(key);
