import type { Counts } from './counts.ts';
import type { Evidence } from './evidence.ts';
import type {
  Cell,
  Deadline,
  Finding,
  Policy,
  Severity,
  Unreadable,
  Verdict,
  WaivedFinding,
  Words,
} from './finding.ts';

/** What to check, and how to judge it. */
export interface CheckOptions {
  /** Files, folders and globs, relative to `cwd`; none: what the config includes, else its folder, else `cwd`. */
  paths?: readonly string[];
  /** Working folder; reported paths are relative to it. */
  cwd: string;
  /** Records given as bytes, such as standard input, with the name they are reported by. */
  texts?: readonly { file: string; bytes: Uint8Array }[];
  /** Day to judge as of, `YYYY-MM-DD`. */
  asOf: string;
  /** Whether the set is the whole province. */
  complete?: boolean;
  /** Judge by these notices alone. */
  policies?: readonly Policy[];
  /** Report these rules alone; a trailing `*` is a wildcard. */
  rules?: readonly string[];
  /** Whether certain slips of typing, which are warnings else, are errors. */
  strict?: boolean;
  /** Whether to list every verdict. */
  verdicts?: boolean;
  /** Whether to list every duty with a due date. */
  deadlines?: boolean;
  /** Whether to gather what a compliance record shows besides; verdicts and deadlines are then listed too. */
  evidence?: boolean;
  /** A config file, or `false` for none; by default the nearest `hn-gp.config.yaml` upward from `cwd`. */
  config?: string | false;
  /** Files of editions to judge by besides those that the config names, relative to `cwd`; drafts too. */
  editions?: readonly string[];
  /** Told how many of how many files were read. */
  onProgress?(done: number, total: number): void;
}

/** Where a record stands that was not judged. */
export interface RecordPlace {
  file: string;
  /** 0-based; only where the file holds several, as of findings. */
  record?: number;
  line: number;
  /** Of a workbook: the cell. */
  cell?: Cell;
}

/** A record that was not judged, and why: what stands in its way, and where. */
export interface Unjudged extends RecordPlace {
  reason: Words;
}

/** A record of a year that is over in which nothing is written of what was done, as a starter leaves it. */
export interface UntouchedRecord {
  file: string;
  /** 0-based; only where the file holds several, as of findings. */
  record?: number;
  year: number;
}

/** An edition that the config, or the call itself, adds to those of the product. */
export interface AddedEdition {
  /** Its file as reported. */
  file: string;
  /** Whether the call names it, and not the config. */
  isFromCall: boolean;
  notice: Policy;
  edition: string;
  document: Words;
  governs: { from?: number; to?: number; cities?: string[] };
  /** How much of it nobody has compared with the notice yet. */
  drafts: number;
  /** The product's own editions whose place it takes for some of their years or cities. */
  replaces: string[];
  /** Whether records of the set were judged by it. */
  judged: boolean;
}

/** What came of a check. */
export interface CheckResult {
  asOf: string;
  /** Files that were given to check, as reported, read or not. */
  inputs: string[];
  files: number;
  records: number;
  /** Records that were not judged: they cannot be read, no edition governs them, or another is the same; by file and place. Never a pass. */
  unjudged: Unjudged[];
  /** Records that were read, about which no rule of the notices and rules chosen was asked; by file and place. */
  unasked: RecordPlace[];
  unreadable: Unreadable[];
  /** Files that are no records but editions of a notice, and were passed over; those in use are not among them. */
  editionFiles: string[];
  /** What was left unread of files, or which files were left out, and why. */
  notes: Unreadable[];
  /** By file, line, column, rule. */
  findings: Finding[];
  waived: WaivedFinding[];
  /** Records of a year that is over in which nothing is written of what was done. */
  untouched: UntouchedRecord[];
  /** Every verdict, where asked for. */
  verdicts: Verdict[] | undefined;
  /** Every duty with a due date, where asked for; in no order. */
  deadlines: Deadline[] | undefined;
  /** Findings that keep deadlines from being told, whatever the config makes of them, where deadlines are asked for. */
  hidingDeadlines: Finding[] | undefined;
  /** What a compliance record shows besides, where asked for. */
  evidence: Evidence | undefined;
  counts: Counts;
  severities: Record<Severity, number>;
  /** Rules that the config switched off or gave another severity, and editions that it or the call added; `config` is null where there is none. */
  overrides:
    | { config: string | null; rules: { rule: string; severity: Severity | 'off' }[]; editions: AddedEdition[] }
    | undefined;
}
