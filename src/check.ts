import { type Config, loadConfig } from './config/config.ts';
import { judge } from './engine/judge.ts';
import { Locator } from './engine/locate.ts';
import type { Finding, Outcome, Policy, Severity, Verdict, WaivedFinding } from './finding.ts';
import { byPlace } from './order.ts';
import { loadSet, type Unreadable } from './records/load-set.ts';
import { RecordSet } from './records/set.ts';
import { rules } from './rules/index.ts';
import { findFiles } from './source/find.ts';

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
  /** Whether to list every verdict. */
  verdicts?: boolean;
  /** A config as loaded, a config file, `false` for none; by default the nearest one upward from `cwd`. */
  config?: Config | string | false;
  /** Told how many of how many files were read. */
  onProgress?(done: number, total: number): void;
}

/** What came of a check. */
export interface CheckResult {
  asOf: string;
  /** Files that were given to check, as reported, read or not. */
  inputs: string[];
  files: number;
  records: number;
  /** Records that no rule judged because of yaml or schema errors, by file and 0-based place. */
  unjudged: { file: string; record: number }[];
  unreadable: Unreadable[];
  /** By file, line, column, rule. */
  findings: Finding[];
  waived: WaivedFinding[];
  /** Every verdict, where asked for. */
  verdicts: Verdict[] | undefined;
  counts: Record<Outcome, number>;
  severities: Record<Severity, number>;
  /** Rules that the config switched off or gave another severity. */
  overrides: { config: string; rules: { rule: string; severity: Severity | 'off' }[] } | undefined;
}

/** Checks records against the notices. Reads files and nothing else; throws a UsageError where the call cannot be carried out. */
export async function check(options: CheckOptions): Promise<CheckResult> {
  const { cwd, asOf, texts = [], complete = false, verdicts = false, onProgress = () => {} } = options;
  const config = typeof options.config === 'object' ? options.config : await loadConfig(options.config, cwd);
  const [paths, from] = pathsToSearch(options, config);
  const sources = await findFiles(paths, from, cwd, config.settings.exclude ?? [], config.folder);
  const { files, unreadable, readText } = await loadSet(sources, texts, (done) => onProgress(done, sources.length));
  const { editions, severities, knownNames, canonicalName } = config;
  const set = new RecordSet(files, {
    complete: complete || config.settings.complete === true,
    canonicalName,
    isGoverned: (data) => editions.governingRecord(data) !== undefined,
  });
  const isReported = reportFilter(options.rules);
  const judged = judge({
    set,
    rules,
    editions,
    locator: new Locator(readText),
    asOf,
    policies: options.policies,
    severities,
    isReported,
    keepVerdicts: verdicts,
    knownNames,
    canonicalName,
    firstFile: files[0]?.file ?? '',
  });
  const read = files
    .flatMap((file) => file.findings)
    .filter(({ rule }) => isReported(rule) && severities.get(rule) !== 'off');
  const findings = [
    ...read.map((finding) => ({ ...finding, severity: severityOf(finding, severities) })),
    ...judged.findings,
  ].sort(byPlace);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    asOf,
    inputs: sources.map(({ file }) => file),
    files: files.length,
    records: files.reduce((sum, { recordCount }) => sum + recordCount, 0),
    unjudged: files.flatMap(({ file, unjudged }) => unjudged.map((record) => ({ file, record }))),
    unreadable,
    findings,
    waived: judged.waived.sort(byPlace),
    verdicts: verdicts ? judged.verdicts.sort(byPlace) : undefined,
    counts: judged.counts,
    severities: { error: count('error'), warning: count('warning'), info: count('info') },
    overrides:
      config.file !== undefined && severities.size > 0
        ? { config: config.file, rules: [...severities].map(([rule, severity]) => ({ rule, severity })) }
        : undefined,
  };
}

/** The paths to search, and the folder that they are relative to. */
function pathsToSearch(
  { paths = [], texts = [], cwd }: CheckOptions,
  config: Config,
): [paths: readonly string[], from: string] {
  if (paths.length > 0 || texts.length > 0) return [paths, cwd];
  if (config.file === undefined) return [['.'], cwd];
  return [config.settings.include ?? ['.'], config.folder];
}

function reportFilter(patterns: readonly string[] | undefined): (rule: string) => boolean {
  if (!patterns || patterns.length === 0) return () => true;
  const exact = new Set(patterns);
  const prefixes = patterns.filter((pattern) => pattern.endsWith('*')).map((pattern) => pattern.slice(0, -1));
  return (rule) => exact.has(rule) || prefixes.some((prefix) => rule.startsWith(prefix));
}

const severityOf = ({ rule, severity }: Finding, severities: Config['severities']): Severity => {
  const set = severities.get(rule);
  return set && set !== 'off' ? set : severity;
};
