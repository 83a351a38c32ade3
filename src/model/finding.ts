/** A text in both languages. Chinese is written first everywhere because it is read first. */
export interface Words {
  zh: string;
  en: string;
}

export type Language = keyof Words;

/** Weight of a finding. */
export type Severity = 'error' | 'warning' | 'info';

/** Severities, the worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** How strictly a clause binds: 应/不少于, 原则上, 力争/可适当, an open list, a remark. */
export type Modality = 'must' | 'in-principle' | 'target' | 'guide' | 'note';

/** What a rule says of one subject. */
export type Outcome = 'pass' | 'fail' | 'pending' | 'unknown' | 'waived';

/** Outcomes from the one that asks for most attention to the one that asks for none. */
export const outcomes: readonly Outcome[] = ['fail', 'unknown', 'pending', 'waived', 'pass'];

/** The notices, by the name their rules carry before the slash. */
export const policies = ['training', 'pairing', 'haikou'] as const;

export type Policy = (typeof policies)[number];

/** A stretch of a file; lines and columns count from 1, columns in code points; the end is exclusive. */
export interface Range {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A range with the first source line of it, as written. */
export interface Stretch extends Range {
  source: string;
}

/**
 * A cell of a workbook in which something stands, or in which what is missing is to be filled in. Its row and column are the
 * line and column of the range.
 */
export interface Cell {
  /** Name of the sheet, and its place among all sheets of the workbook, counted from 0. */
  sheet: string;
  tab: number;
  /** Its address on the sheet, such as `F7`. */
  address: string;
  /** The header above it, or beside it where a sheet has a value to a line; empty where it has none. */
  header: string;
  /** What it shows, with the unit that its header gives it; empty where it is to be filled in. */
  content: string;
  /** Given where the header is not on the sheet yet and is to be added; the cell is then the first of the row. */
  lacksHeader?: true;
  /** Addresses on the same sheet of what is to be filled in besides. */
  others?: readonly string[];
}

/** Where something stands: the file, the record within it, the JSON pointer with English names, and the stretch. */
export interface Location extends Stretch {
  file: string;
  /** The cell, where the file is a workbook; `source` is empty then. */
  cell?: Cell;
  /** 0-based; given only where the file holds several records. */
  record?: number;
  path: string;
  subject: string | null;
  /** The key of a value that goes over several lines, which shows better what is meant. */
  key?: Stretch;
}

/** A replacement in a file's text; offsets count UTF-16 units of the text as decoded, without a byte-order mark. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** How sure a fix is: nothing else can have been meant, so that `hn-gp fix` may apply it unasked; or it most likely was. */
export type Applicability = 'certain' | 'likely';

/** How a mistake can be mended. */
export interface Fix {
  /** In order, apart from one another. */
  edits: Edit[];
  applicability: Applicability;
  /** How the line reads when mended, where that can be shown. */
  line?: string;
}

/** One mistake. */
export interface Finding extends Location {
  rule: string;
  severity: Severity;
  policy: Policy | null;
  clause: string | null;
  /** The notice that the clause is of, by its number; not given for rules of no notice. */
  notice?: Words | undefined;
  modality: Modality | null;
  message: Words;
  remedy: Words;
  expected: Words | null;
  actual: Words | null;
  fix?: Fix;
}

/** A finding that an approved waiver lets stand. */
export interface WaivedFinding extends Finding {
  waiver: { reason: string; approvedBy: string; expires?: string };
}

/** What one rule says of one subject, and where that subject stands. */
export interface Verdict extends Location {
  rule: string;
  verdict: Outcome;
  policy: Policy | null;
  clause: string | null;
  /** The base, pair, city or province whose record of compliance it belongs to. */
  owner: string;
  /** Which it is, where a rule gives a subject several: a category, a hospital, a part. */
  label: Words | null;
  /** For pending and unknown: the last day left, or what the file does not say. */
  reason: Words | null;
  /** Weight of a failure of its rule. */
  severity: Severity;
  /** For a failure, waived or not: what is wrong and how to mend it; for a pass what to know. */
  message: Words | null;
  remedy: Words | null;
  /** For a failure, and for a pass about a figure or a day: what was asked and what was found. */
  expected: Words | null;
  actual: Words | null;
  /** For a failure, waived or not: where its finding stands, such as the cell to fill. */
  foundAt: Location | null;
  /** For a waived one: the approval that lets it stand. */
  waiver: WaivedFinding['waiver'] | null;
}

/** A duty with a due date, where it is or will be shown in the file, and what the file says of it. */
export interface Deadline extends Location {
  rule: string;
  policy: Policy | null;
  clause: string | null;
  /** The base, pair, city or province whose record of compliance it belongs to. */
  owner: string;
  /** Whose duty it is: that owner, unless the notice names another, such as the centre. */
  owedBy: Words;
  /** The session's title. */
  title: string | null;
  /** What is to be done. */
  duty: Words;
  /** The last day that is in time, `YYYY-MM-DD`. */
  due: string;
  /** Where the day is not known yet, the last that it may be; `due` is then the first. */
  latest?: string;
  done: boolean;
  /** Whether it was done after the due day. */
  late: boolean;
  /** What to know about the due date. */
  note: Words | null;
  /** The same for the same duty whenever and wherever it is asked for, whatever its due date becomes. */
  id: string;
}

/** A file that could not be read, and why. */
export interface Unreadable {
  file: string;
  reason: Words;
}

/** A number of things in English: 1 session, 2 sessions. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The same text in both languages: figures, dates, names. */
export const same = (text: string | number): Words => ({ zh: String(text), en: String(text) });

/** Several words as one, each once. */
export function joined(words: readonly Words[], zh: string, en: string): Words {
  const [only] = words;
  if (only && words.length === 1) return { zh: only.zh, en: only.en };
  return {
    zh: [...new Set(words.map((word) => word.zh))].join(zh),
    en: [...new Set(words.map((word) => word.en))].join(en),
  };
}
