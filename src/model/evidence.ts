import type { Counts } from './counts.ts';
import type { Finding, Policy, WaivedFinding, Words } from './finding.ts';

/** Whose record of compliance something belongs to: a base, pair, city or the province, under one notice; null where a record cannot be read. */
export interface Owner {
  owner: string | null;
  notice: Policy | null;
}

/** A file that was read: records, the config or an edition of a site's own. */
export interface SourceRead {
  file: string;
  role: 'record' | 'config' | 'edition';
  /** Of the bytes as read, in hexadecimal; null for a file too large to read. */
  sha256: string | null;
}

/** A session or an out-of-province batch on the calendar; days as `YYYY-MM-DD`. */
export interface Activity {
  owner: string;
  year: number;
  /** The session's id; null for a batch. */
  id: string | null;
  title: string;
  level: 'hospital' | 'provincial' | 'out-of-province';
  /** Where it stands, so that its deadlines can be told from those of a namesake. */
  file: string;
  parts: { name: 'offline' | 'online' | 'batch'; start: string; end: string }[];
}

/** A day (`YYYY-MM-DD`) of a year that a notice sets for everybody. */
export interface Milestone {
  year: number;
  date: string;
  label: Words;
}

/** A rule as the editions that judged have it. */
export interface RuleSummary {
  id: string;
  policy: Policy;
  clause: string;
  /** How strictly it binds. */
  modality: Words;
  title: Words;
  asks: Words;
}

/** How the verdicts on one owner under one notice came out. */
export interface OwnerCounts {
  policy: Policy;
  owner: string;
  counts: Counts;
}

/** What a compliance record shows besides verdicts, findings and deadlines. */
export interface Evidence {
  sources: SourceRead[];
  /** The editions that govern the records of the set. */
  editions: { notice: Policy; edition: string; document: Words; issued: string }[];
  /** The rules of those editions' notices. */
  rules: RuleSummary[];
  counts: OwnerCounts[];
  activities: Activity[];
  milestones: Milestone[];
  /** Findings and waived ones, in the result's order, each with its owner. */
  findings: (Finding & Owner)[];
  waived: (WaivedFinding & Owner)[];
}
