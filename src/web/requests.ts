import type { Counts } from '../model/counts.ts';
import type { Activity } from '../model/evidence.ts';
import type { Language, Modality, Outcome, Policy, Severity, Words } from '../model/finding.ts';
import type { Kind } from '../model/kinds.ts';

/** A file that the page was given: dropped, chosen, or made by it. */
export interface GivenFile {
  /** Its name, led by the folders that it was given with: `2024/昌江.yaml`. Always with `/`. */
  file: string;
  /** What is in it; of a file too large to check the beginning alone, and `size` is that of the whole. */
  bytes: Uint8Array;
  size?: number;
  /** Whether it was chosen itself, and not only found in a folder. */
  isNamed: boolean;
}

/** How to judge: the options of `hn-gp check`. */
export interface Settings {
  lang: Language;
  /** The day to judge as of, `YYYY-MM-DD`. */
  asOf: string;
  /** Judge by these notices alone; by all where none is named. */
  policies: Policy[];
  /** Whether the files are the whole province. */
  complete: boolean;
  /** The given file that is the config; undefined for none. It is no record then, as are the editions that it names. */
  config?: string | undefined;
  /** Given files that are editions to judge by. */
  editions: string[];
}

/** How many of how many files were read. */
export interface Progress {
  done: number;
  total: number;
}

/** What came of a check, in the language that was asked for: texts are those of the command line, ready to be shown. */
export interface Checked {
  asOf: string;
  files: number;
  records: number;
  counts: Counts;
  severities: Record<Severity, number>;
  /** Counts, what the config changed, and that pending is no pass: the lines that end a report. */
  summary: string[];
  /** What the config and editions of one's own change, which the summary says too: a line each. */
  overrides: string[];
  /** Files and records that were not judged; the check fails where `isFailure`. */
  notJudged: NotJudgedShown[];
  /** What was left unread, or which files were passed over, and why: a line each. */
  notes: string[];
  /** Findings by whom and what they are about; the bases with the worst findings first, and the worst first in each. */
  owners: OwnerShown[];
  /** Files with slips that are certain to be mended, and how many. */
  mendable: { file: string; count: number }[];
  /** The files that were checked, and what they turned out to be. */
  read: FileRead[];
}

export interface FileRead {
  file: string;
  /** `leftOut`: not checked, as the config says. */
  role: 'record' | 'config' | 'edition' | 'leftOut';
  isWorkbook: boolean;
  /** Its worst finding; null where it has none. */
  worst: Severity | null;
}

export interface NotJudgedShown {
  file: string;
  line: number;
  isFailure: boolean;
  /** The whole line, led by its place. */
  text: string;
}

/** A base, pair, city or the province, with what was found of it. */
export interface OwnerShown {
  /** Its name; null for what belongs to a file alone, which then is the heading. */
  owner: string | null;
  heading: string;
  /** Short name of the notice under which it is judged; null for a file. */
  notice: string | null;
  severities: Record<Severity, number>;
  /** Of its rules' verdicts. */
  counts: Counts;
  /** By session, or whatever else the findings are about. */
  subjects: { subject: string | null; file: string; findings: FindingShown[] }[];
}

export interface FindingShown {
  /** Tells it from every other of this check, for ids in the page. */
  id: string;
  rule: string;
  severity: Severity;
  /** Whether an approved waiver lets it stand; `remedy` then tells of that. */
  isWaived: boolean;
  /** `错误`, `警告`, `提示` or `已豁免`. */
  label: string;
  modality: Modality | null;
  policy: Policy | null;
  /** Name of the session or other subject. */
  subject: string | null;
  file: string;
  line: number;
  column: number;
  /** `12:5`, or `培训班!F7`. */
  place: string;
  message: string;
  /** What was asked and what was found, a line; empty where neither is known. */
  asked: string;
  /** Clause and rule, a line. */
  basis: string;
  /** The clause alone, such as `三（二）`, and the number of its notice; ask `clause` for the paragraph. */
  clause: string | null;
  notice: string | null;
  /** `改法：…`, or the approval. */
  remedy: string;
  /** The source line; null where the file is a workbook, or no line shows it. */
  frame: Frame | null;
  /** The cell and those around it; null where the file is no workbook. */
  cells: CellTable | null;
  /** How it can be mended by the page, and how the line reads then. */
  fix: { isCertain: boolean; line: string | null } | null;
}

/** A source line in three pieces: the middle one is at fault, and may be empty where something is missing. */
export interface Frame {
  line: number;
  before: string;
  marked: string;
  after: string;
}

/** A piece of a sheet: a few columns and rows around a cell. */
export interface CellTable {
  sheet: string;
  /** `F7` */
  address: string;
  /** The header above or beside the cell. */
  header: string;
  /** Whether the header is yet to be added to the sheet. */
  lacksHeader: boolean;
  /** Letters of the columns. */
  columns: string[];
  rows: { row: number; cells: { text: string; isMarked: boolean }[] }[];
}

/** Bytes to download. */
export interface Made {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What can be taken away of the last check. */
export type Taken =
  | { what: 'findings'; format: 'json' | 'csv' | 'xlsx' | 'markdown' }
  /** A workbook with its cells marked. */
  | { what: 'marked'; file: string }
  | { what: 'record'; format: 'html' | 'csv' | 'markdown' }
  | { what: 'deadlines'; format: 'ics' | 'csv' | 'json' };

/** What the page can mend in a file by itself. */
export interface Mending {
  file: string;
  /** The text before and after; both empty where nothing changes or the file is no text. */
  before: string;
  after: string;
  /** The same as pieces of lines, each with three lines around what changes. */
  hunks: { oldStart: number; newStart: number; lines: { sign: ' ' | '-' | '+'; text: string }[] }[];
  /** What is mended, and what is left for the author, each led by its place. */
  mended: string[];
  remaining: string[];
  /** The encoding that it was in, where it becomes UTF-8. */
  encoding: string | null;
  /** The file as mended; null where nothing changes. Give it back by `hold` to put it in place. */
  bytes: Uint8Array | null;
}

/** What a starter is asked for. */
export interface StarterAsked {
  kind: Kind;
  as: 'xlsx' | 'yaml';
  lang: Language;
  /** Left out, or empty, where not known; what the kind has no use for is passed over. */
  base?: string | undefined;
  year?: number | undefined;
  start?: string | undefined;
}

/** What the forms offer. */
export interface Choices {
  /** Today in Hainan. */
  today: string;
  version: string;
  bases: string[];
  /** The kinds of records, and which of base, year and first day a starter of each has use for. */
  kinds: { kind: Kind; title: Words; takes: { base: boolean; year: boolean; start: boolean } }[];
  /** The years that a notice governs. */
  years: number[];
}

/** A rule explained: paragraphs, lists and examples under headings. */
export interface Explained {
  id: string;
  title: string;
  sections: { heading: string; brief: boolean; paragraphs: string[]; items: string[]; code: string | null }[];
}

/** A paragraph of a notice in our words. */
export interface ParagraphShown {
  notice: Policy;
  edition: string;
  document: string;
  clause: string;
  summary: string;
  rules: string[];
}

/** A duty of the year. */
export interface DutyShown {
  due: string;
  /** Where the day is not known yet, the last that it may be. */
  latest: string | null;
  daysLeft: number;
  state: 'done' | 'pending' | 'overdue';
  stateName: string;
  owner: string;
  owedBy: string;
  subject: string;
  duty: string;
  rule: string;
  clause: string | null;
  file: string;
  line: number;
  /** File and line, or cell. */
  place: string;
}

export interface Timeline {
  asOf: string;
  duties: DutyShown[];
  activities: Activity[];
  milestones: { year: number; date: string; label: string }[];
}

/** A verdict of a rule on a subject. */
export interface VerdictShown {
  owner: string;
  notice: Policy;
  outcome: Outcome;
  outcomeName: string;
  /** Title of the rule. */
  title: string;
  rule: string;
  clause: string | null;
  /** Whom it is about, where that is not the owner itself; else empty. */
  about: string;
  asked: string;
  found: string;
  file: string;
  place: string;
}

/** What the page asks its worker, and what that answers. `take` and `timeline` are about the last check. */
export interface Requests {
  choices: { asked: undefined; answer: Choices };
  check: { asked: Settings; answer: Checked };
  take: { asked: Taken & { lang: Language }; answer: Made };
  timeline: { asked: { lang: Language }; answer: Timeline };
  /** Every verdict, by notice, base and clause. */
  verdicts: { asked: { lang: Language }; answer: VerdictShown[] };
  mend: { asked: { file: string; style: boolean; lang: Language }; answer: Mending };
  starter: { asked: StarterAsked; answer: Made & { notes: string[] } };
  explain: { asked: { rule: string; lang: Language }; answer: Explained };
  /** The paragraphs of the editions in use that a rule goes by. */
  clause: { asked: { rule: string; lang: Language }; answer: ParagraphShown[] };
}

export type RequestName = keyof Requests;

/** Why a request came to nothing: `usage` is for the person, `fault` one of the tool's own, `cancelled` what was asked for. */
export interface Failure {
  kind: 'usage' | 'fault' | 'cancelled';
  words: Words;
}
