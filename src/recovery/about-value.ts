import type { Edit } from '../model/finding.ts';
import { isFreeText, itemShape, type Shape } from '../schema/vocabulary/shape.ts';
import { STOPS } from '../text/typography.ts';
import type { Passage } from './passage.ts';

/** Longest value that is looked at, in UTF-16 units. */
const LONGEST = 400;

const WIDE_BRACKETS = /^([【［〔])(.*)([】］〕])$/;
const ROUND_BRACKETS = /^([（(])(.*)([）)])$/;
const QUOTATION_MARKS = /^([“‘「『])([^“”‘’「」『』]*)([”’」』])$/;
const BEHIND = new RegExp(`(?<![${STOPS}])[${STOPS}]+$`);

/** Signs that part the items of a list as it is written by hand. */
const PARTING = /(?:(?<!\s)\s+)?[,，、;；]\s*/g;

/** What in a list cannot be told from a sign of YAML. */
const UNCLEAR = /[[\]{}"'#“”]|:(?:\s|$)/;

/**
 * Tells as slips what typing adds about a plain value and YAML takes for a part of it, as nothing but a text can mean it:
 * wide brackets, quotation marks of prose, a stop or comma behind it.
 */
export function readSignsAbout(passage: Passage, start: number, plain: string, shape: Shape | undefined): void {
  const items = itemShape(shape);
  if (!shape || items?.type === 'object' || isFreeText(shape) || plain.length > LONGEST) return;
  const isList = shape.type === 'array' && items?.type === 'text';
  const isCode = items?.type === 'text' && items.codes.length > 0;
  const [stops = ''] = isFreeText(items) ? [] : (BEHIND.exec(plain) ?? []);
  const value = plain.slice(0, plain.length - stops.length).trimEnd();
  if (value === '') return;
  if (stops !== '') passage.extraSign(start + plain.length - stops.length, start + plain.length, stops);
  const wide = WIDE_BRACKETS.exec(value) ?? (isCode ? ROUND_BRACKETS.exec(value) : null);
  const [, open = '', inner = '', close = ''] = wide ?? (isFreeText(items) ? null : QUOTATION_MARKS.exec(value)) ?? [];
  if (inner.trim() === '') return;
  const end = start + value.length;
  const about = (opening: string, closing: string): Edit[] => [
    { start, end: start + 1, text: opening },
    { start: end - 1, end, text: closing },
  ];
  if (!wide || !isList) passage.slip('extra-sign', start, end, about('', ''), 'certain', [open, close]);
  else if (!UNCLEAR.test(inner)) {
    const parting = [...inner.matchAll(PARTING)].map(({ 0: sign, index }) => {
      const at = start + 1 + index;
      return { start: at, end: at + sign.length, text: ', ' };
    });
    passage.slip('full-width', start, end, [...about('[', ']'), ...parting], 'certain', [open, close]);
  }
}
