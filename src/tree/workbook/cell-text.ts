/** The most that Excel takes in one cell. */
const LONGEST = 32_767;

/** A text as a cell or a note holds it: cut where it is too long, and what looks like one of Excel's own escapes taken as it stands. */
export const cellText = (text: string): string => text.slice(0, LONGEST).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
