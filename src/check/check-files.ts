import { judge } from '../engine/judge.ts';
import type { JudgedBefore } from '../engine/judged-before.ts';
import { Locator } from '../engine/locate.ts';
import type { LoadCache } from '../load/cache.ts';
import { type Config, readConfig } from '../load/config.ts';
import type { Files, SourceFile, Where } from '../load/files.ts';
import { type LoadedSet, loadSet } from '../load/load-set.ts';
import type { CheckOptions, CheckResult } from '../model/check-result.ts';
import type { Finding, Severity, Unreadable } from '../model/finding.ts';
import { byPlace } from '../model/order.ts';
import { UsageError } from '../model/usage-error.ts';
import { classHoursBy } from '../notices/edition.ts';
import { RecordSet } from '../records/set.ts';
import { fileRules } from '../rules/file-rules.ts';
import { rules } from '../rules/index.ts';
import { hidesDeadlines, RUN_ANYWAY } from './hiding-deadlines.ts';
import { overridesOf } from './overrides.ts';
import { ownerNames } from './owners.ts';
import { requireRule } from './rule-ids.ts';
import { staleImports } from './stale-imports.ts';
import { tooManyIn } from './too-many-findings.ts';
import { byRecord, unreadRecords } from './unjudged.ts';
import { untouchedRecords } from './untouched.ts';

/** What may be at hand already when a check is made. */
export interface AtHand {
  config?: Config | string | false;
  /** The files, found already; they go before paths. */
  sources?: readonly SourceFile[];
  /** What an earlier check of the same files read. */
  cache?: LoadCache;
  /** What an earlier check said of them. */
  before?: JudgedBefore;
}

/**
 * Checks records against the notices. Reads files and nothing else; throws a UsageError where the call cannot be carried
 * out.
 */
export async function checkFiles(from: Files, options: Omit<CheckOptions, 'config'> & AtHand): Promise<CheckResult> {
  const { cwd, asOf, complete = false, evidence = false, verdicts = evidence, deadlines = evidence } = options;
  const config =
    typeof options.config === 'object'
      ? options.config
      : await readConfig(from, { config: options.config, cwd, editions: options.editions }, requireRule);
  const loaded = await readFiles(from, options, config);
  const { unreadable, notes, fileNamed, inputs } = loaded;
  let files = loaded.files.filter(({ isEdition }) => !isEdition);
  const editionFiles = loaded.files.flatMap(({ file, isEdition }) => (isEdition ? file : []));
  if (files.length === 0 && editionFiles.length > 0 && unreadable.length === 0) throw editionsAlone(editionFiles);
  if (files.length === 0 && notes.length > 0 && unreadable.length === 0) throw othersAlone(notes);
  const { editions, severities, bases } = config;
  const isComplete = complete || config.settings.complete === true;
  const canonicalName = (name: string) => bases.canonicalName(name);
  // Labels of verdicts tell of several groups, and editions from files are other ones each time.
  const before = verdicts || deadlines || config.added.length > 0 ? undefined : options.before;
  before?.begin(groundOf(config, options));
  const joined = () =>
    new RecordSet(files, {
      complete: isComplete,
      asOf,
      canonicalName,
      wholeNames: (names) => bases.wholeNames(names),
      isGoverned: (data) => editions.governingRecord(data, asOf) !== undefined,
      categoriesOf: (year) => editions.categoriesOf(year),
    });
  const isReported = reportFilter(options.rules);
  const isChoice = (options.rules?.length ?? 0) > 0;
  const judging = {
    before,
    rules,
    editions,
    locator: new Locator(fileNamed),
    asOf,
    policies: options.policies,
    isOff: (rule: string) => severities.get(rule) === 'off' && !RUN_ANYWAY.includes(rule),
    isReported,
    isChoice,
    countOwners: evidence,
    keepVerdicts: verdicts,
    keepDeadlines: deadlines,
    bases,
    configFile: config.file,
    canonicalName,
    firstFile: files[0]?.file ?? '',
  };
  const { EvidenceGatherer } = evidence ? await import('./evidence.ts') : {};
  const judgedNow = () => {
    const gatherer = EvidenceGatherer && new EvidenceGatherer(config, asOf);
    return {
      gatherer,
      judged: judge({ ...judging, set: joined(), show: gatherer && ((subjects) => gatherer.see(subjects)) }),
    };
  };
  let { gatherer, judged } = judgedNow();
  const listed: Finding[] = [];
  // What others are judged by must not be what was judged in part.
  while (judged.full.size > 0) {
    const { full } = judged;
    for (const finding of judged.findings) if (full.has(finding.file)) listed.push(finding);
    files = files.map((file) => (full.has(file.file) ? tooManyIn(file) : file));
    before?.forget();
    ({ gatherer, judged } = judgedNow());
  }
  const read = files.flatMap((file) => file.findings).filter(({ rule }) => isReported(rule));
  const found = [...read, ...judged.findings, ...listed];
  const weighed = <Kind extends Weighed>(each: Kind): Kind => withWeight(each, severities, options.strict === true);
  const findings = found
    .filter(({ rule }) => severities.get(rule) !== 'off')
    .map(weighed)
    .sort(byPlace);
  const waived = judged.waived.map(weighed).sort(byPlace);
  const gathered = gatherer?.gather({
    files,
    findings,
    waived,
    counts: [...judged.byOwner.values()],
    policies: options.policies,
    editions: judged.editions,
  });
  const named = ownerNames(
    [
      judged.verdicts,
      judged.deadlines,
      gathered?.findings ?? [],
      gathered?.waived ?? [],
      gathered?.activities ?? [],
      gathered?.counts ?? [],
    ],
    canonicalName,
  );
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    asOf,
    editionFiles,
    inputs,
    files: files.length,
    records: files.reduce((sum, { recordCount }) => sum + recordCount, 0),
    unjudged: [...files.flatMap(unreadRecords), ...judged.unjudged].sort(byRecord),
    // A rule of files that is chosen is asked about every record.
    unasked: isChoice && fileRules().some(({ id }) => isReported(id)) ? [] : judged.unasked.sort(byRecord),
    unreadable,
    notes: [
      ...notes,
      ...(isReported('data/stale-import') ? [] : files.flatMap(({ findings }) => staleImports(findings))),
    ],
    findings,
    waived,
    untouched: untouchedRecords(files, findings, asOf),
    verdicts: verdicts ? judged.verdicts.map(named).map(weighed).sort(byPlace) : undefined,
    deadlines: deadlines ? judged.deadlines.map(named) : undefined,
    hidingDeadlines: deadlines ? found.filter(hidesDeadlines) : undefined,
    evidence: gathered && {
      ...gathered,
      findings: gathered.findings.map(named),
      waived: gathered.waived.map(named),
      activities: gathered.activities.map(named),
      counts: gathered.counts.map(named),
    },
    counts: judged.counts,
    severities: { error: count('error'), warning: count('warning'), info: count('info') },
    overrides: overridesOf(config, judged.editions, found),
  };
}

/** Finds and reads the files of a call. By itself, since what was found of a large set takes room as long as the call that knows it. */
async function readFiles(
  from: Files,
  options: Omit<CheckOptions, 'config'> & AtHand,
  config: Config,
): Promise<LoadedSet & { inputs: string[] }> {
  const { texts = [], evidence = false, onProgress = () => {} } = options;
  const { files: sources, unreadable } = options.sources
    ? { files: options.sources, unreadable: [] }
    : await from.find(whereOf(options, config));
  const reading = { fingerprint: evidence, classHours: classHoursBy(config.editions) };
  const loaded = await loadSet(
    from,
    sources.map((source) => ({ ...source, ...reading })),
    texts.map((text) => ({ ...text, ...reading })),
    (done) => onProgress(done, sources.length),
    options.cache,
  );
  return {
    ...loaded,
    unreadable: [...unreadable, ...loaded.unreadable],
    inputs: sources.map(({ file }) => file),
  };
}

/** All that decides findings besides the records, where the editions are the product's own. */
const groundOf = (
  { file, settings }: Config,
  { asOf, policies, rules, complete }: Omit<CheckOptions, 'config'>,
): string => JSON.stringify([asOf, policies, rules, complete, file, settings]);

const editionsAlone = (files: readonly string[]): UsageError =>
  new UsageError(
    `${files.join('、')} 是通知版本，不是记录，没有可检查的；核对它用 hn-gp edition check，按它判定用 --edition`,
    `${files.join(', ')}: an edition of a notice, not a record, so there is nothing to check; see hn-gp edition check, or judge by it with --edition`,
  );

const othersAlone = (files: readonly Unreadable[]): UsageError =>
  new UsageError(
    `没有可检查的文件：${files.map(({ file, reason }) => `${file} ${reason.zh}`).join('；')}`,
    `there is nothing to check: ${files.map(({ file, reason }) => `${file} ${reason.en}`).join('; ')}`,
  );

/** What a call says of the files that it is about. */
export type Selected = Pick<CheckOptions, 'paths' | 'texts' | 'cwd'>;

/** Where to search: the paths given, else what the config includes, else its folder, else the working folder. */
export function whereOf({ paths = [], texts = [], cwd }: Selected, config: Config): Where {
  const { file, folder, settings, sources } = config;
  const isConfig = paths.length === 0 && texts.length === 0 && file !== undefined;
  if (isConfig && settings.include?.length === 0)
    throw new UsageError(
      `${file} 的 include 是空的，没有可检查的文件；写上文件夹，或删去 include`,
      `${file}: include is empty, so there is nothing to check; name folders there, or take it out`,
    );
  return {
    paths: isConfig ? (settings.include ?? ['.']) : paths.length > 0 || texts.length > 0 ? paths : ['.'],
    from: isConfig ? folder : cwd,
    cwd,
    exclude: settings.exclude ?? [],
    excludeFrom: folder,
    isConfig,
    own: sources.map(({ path }) => path),
  };
}

function reportFilter(patterns: readonly string[] | undefined): (rule: string) => boolean {
  if (!patterns || patterns.length === 0) return () => true;
  const exact = new Set(patterns);
  const prefixes = patterns.filter((pattern) => pattern.endsWith('*')).map((pattern) => pattern.slice(0, -1));
  return (rule) => exact.has(rule) || prefixes.some((prefix) => rule.startsWith(prefix));
}

/** A finding or a verdict. */
type Weighed = Pick<Finding, 'rule' | 'severity'>;

/** Something with its weight: as the config sets it, else of a slip as strict as asked. */
function withWeight<Kind extends Weighed>(each: Kind, severities: Config['severities'], strict: boolean): Kind {
  const { rule } = each;
  const own = strict && each.severity === 'warning' && rule.startsWith('yaml/') ? 'error' : each.severity;
  const set = severities.get(rule);
  const severity = set && set !== 'off' ? set : own;
  return severity === each.severity ? each : { ...each, severity };
}
