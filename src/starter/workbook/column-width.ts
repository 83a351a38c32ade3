import type { Language } from '../../model/finding.ts';
import { width } from '../../text/width.ts';
import { choicesOf, type Slot, slotsOf, styleOf, valueShape } from './slots.ts';

/** Widths of columns for what is usually written into them, in characters of Latin letters. */
const TEXT = 16;
const DAY = 12;
const NUMBER = 10;
const TICK = 9;

/** Room for the arrow of a drop-down, and for what parts a text from the lines around it. */
const ARROW = 4;

/** Lines that what a notice asks of a field may take above its header, and the widest column for it. */
const MOST_LINES = 6;
const WIDEST = 40;

/** The width of a slot's column: for what is written below, the header, and what the notice asks above it. */
export function columnWidth(slot: Slot, header: string, asked: string, keys: Language): number {
  // In smaller letters, over all slots of the field.
  const above = Math.min(WIDEST, Math.ceil((width(asked) * 0.85) / MOST_LINES)) / slotsOf(slot.field).length;
  return Math.max(roomBelow(slot, keys), slot.code ? longestWord(header) : headerRoom(header), Math.ceil(above));
}

/** The width of a column of any texts. */
export const textWidth = (header: string): number => Math.max(TEXT, headerRoom(header));

function roomBelow(slot: Slot, keys: Language): number {
  const style = styleOf(slot);
  if (style === 'tick') return TICK;
  if (style === 'date') return DAY;
  if (style === 'number') return NUMBER;
  const { shape, several } = valueShape(slot.field);
  const isChosen = shape.type === 'boolean' || (shape.type === 'text' && shape.closed);
  if (!isChosen || several) return TEXT;
  return Math.max(NUMBER, ...choicesOf(slot.field, keys).map((choice) => width(choice) + ARROW));
}

/** The width of a column in which headers stand below one another, each on one line. */
export const namesWidth = (headers: readonly string[]): number => Math.max(24, ...headers.map(width)) + 2;

/** Room for a header, on two lines where it is long, but with its words whole. */
const headerRoom = (header: string): number => Math.max(Math.ceil(width(header) / 2) + 4, longestWord(header));

/** Room for the longest stretch of Latin letters and signs, within which no line should end. */
const longestWord = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/[!-,.-~]+-?/g)].map(([found]) => found.length)) + 2;
