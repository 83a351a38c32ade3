import type { CheckResult } from '../model/check-result.ts';
import { noCounts } from '../model/counts.ts';
import type { Finding, Language, Outcome, Severity, WaivedFinding, Words } from '../model/finding.ts';
import { noticeNames, severityNames } from '../model/names.ts';
import { fingerprints } from '../report/check/fingerprints.ts';
import { byFile, details, notJudgedTold, plain, type ReportOptions, summaryLines } from '../report/check/report.ts';
import { bySubject } from '../report/check/text.ts';
import { notJudgedLine } from '../report/not-judged.ts';
import { notesOn } from '../report/notes.ts';
import { overridesInWords } from '../report/overrides.ts';
import { placeIn } from '../report/place.ts';
import { recordsByOwner } from '../report/record/record.ts';
import { visible } from '../text/visible.ts';
import type { HeldFiles } from './held.ts';
import { saidHere } from './here.ts';
import type { Judged } from './judged.ts';
import type { CellTable, Checked, FileRead, FindingShown, Frame, OwnerShown } from './requests.ts';

type Told = Finding | WaivedFinding;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The cell of a finding with those around it; null where it is in no workbook. */
type CellsOf = (finding: Finding) => CellTable | null;

/** What came of a check, ready to be shown in a language. */
export async function checkedShown(judged: Judged, held: HeldFiles, lang: Language): Promise<Checked> {
  const options: ReportOptions = { lang, paint: plain, quiet: false };
  const { result, config, leftOut } = judged;
  const { asOf, files, records, counts, severities, findings } = result;
  return {
    asOf,
    files,
    records,
    counts,
    severities,
    summary: summaryLines(result, options),
    overrides: overridesInWords(result.overrides).map((words) => saidHere(visible(words[lang]), lang)),
    notJudged: notJudgedTold(result, options).map((each) => ({
      file: each.file,
      line: each.line,
      isFailure: each.isFailure,
      text: saidHere(notJudgedLine(each, lang), lang),
    })),
    notes: [...notesOnConfig(judged), ...notesOn(result)].map((words) => saidHere(visible(words[lang]), lang)),
    owners: ownersShown(result, await cellsIn(result, held), lang),
    mendable: byFile(findings.filter(({ fix }) => fix?.applicability === 'certain')).map(([file, own]) => ({
      file,
      count: own.length,
    })),
    read: [
      ...result.inputs.map((file) => fileRead(file, result)),
      ...leftOut.map((file): FileRead => ({ file, role: 'leftOut', isWorkbook: false, worst: null })),
      ...config.sources.map(({ file, role }): FileRead => ({ file, role, isWorkbook: false, worst: null })),
    ],
  };
}

/** What a config does to the choice of files. */
function notesOnConfig({ config: { file }, isPlaced, leftOut }: Judged): Words[] {
  if (!isPlaced)
    return [
      {
        zh: `${file} 是单独选的，看不出放在哪个文件夹，其中的 include、exclude 不起作用：给的文件全查`,
        en: `${file} was chosen by itself and lies in no folder: its include and exclude do not count, and all files given are checked`,
      },
    ];
  if (leftOut.length === 0) return [];
  return [
    {
      zh: `按 ${file} 里的 include、exclude，有 ${leftOut.length} 个文件没有查；是哪些，看“文件”`,
      en: `left out by include and exclude of ${file}: ${leftOut.length} of the files; Files names them`,
    },
  ];
}

/** Reads cells of workbooks; what that takes is not loaded where there are none. */
async function cellsIn({ evidence }: CheckResult, held: HeldFiles): Promise<CellsOf> {
  const all = [...(evidence?.findings ?? []), ...(evidence?.waived ?? [])];
  if (all.every(({ cell }) => cell === undefined)) return () => null;
  const { cellsAround } = await import('./cells.ts');
  return (finding) => (finding.cell ? cellsAround(finding.cell, finding, held) : null);
}

const fileRead = (file: string, { findings, editionFiles }: CheckResult): FileRead => {
  const own = findings.filter((finding) => finding.file === file);
  return {
    file,
    role: editionFiles.includes(file) ? 'edition' : 'record',
    isWorkbook: /\.xls[xm]$/i.test(file),
    worst: SEVERITIES.find((severity) => own.some((finding) => finding.severity === severity)) ?? null,
  };
};

/** Findings by whom they are about, and by file where that cannot be told; the worst first. */
function ownersShown(result: CheckResult, cellsOf: CellsOf, lang: Language): OwnerShown[] {
  const { owners, ownerless } = recordsByOwner(result);
  const ids = fingerprints({
    ...result,
    findings: result.evidence?.findings ?? [],
    waived: result.evidence?.waived ?? [],
  });
  const shown = (findings: readonly Told[]) =>
    byFile(findings).flatMap(([file, own]) =>
      bySubject(own).map(([subject, about]) => ({
        subject,
        file,
        findings: about.map((each) => findingShown(each, ids.get(each) ?? '', cellsOf, lang)),
      })),
    );
  const all: OwnerShown[] = [
    ...byFile(ownerless).map(([file, own]) => ({
      owner: null,
      heading: file,
      notice: null,
      severities: severitiesOf(own),
      counts: noCounts(),
      subjects: shown(own),
    })),
    ...owners.map(({ owner, notice, findings, waived, counts }) => ({
      owner,
      heading: owner,
      notice: noticeNames[notice][lang],
      severities: severitiesOf(findings),
      counts,
      subjects: shown([...findings, ...waived]),
    })),
  ];
  return all.sort(worstFirst);
}

const severitiesOf = (findings: readonly Finding[]): Record<Severity, number> => {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
};

/** More errors before fewer, then more of what is open: unknown before pending. */
const worstFirst = (one: OwnerShown, other: OwnerShown): number => {
  const weights = ({ severities, counts }: OwnerShown) => [
    ...SEVERITIES.map((severity) => severities[severity]),
    ...(['unknown', 'pending'] satisfies Outcome[]).map((outcome) => counts[outcome]),
  ];
  const [mine, theirs] = [weights(one), weights(other)];
  const at = mine.findIndex((count, index) => count !== theirs[index]);
  return (theirs[at] ?? 0) - (mine[at] ?? 0);
};

function findingShown(finding: Told, id: string, cellsOf: CellsOf, lang: Language): FindingShown {
  const isWaived = 'waiver' in finding;
  const { asked, basis, remedy } = details({ ...finding, subject: null }, lang);
  const { rule, severity, modality, policy, subject, file, line, column, message, clause, notice, fix, cell } = finding;
  return {
    id: id.slice(0, 16),
    rule,
    severity,
    isWaived,
    label: isWaived ? (lang === 'zh' ? '已豁免' : 'waived') : severityNames[severity][lang],
    modality,
    policy,
    subject,
    file,
    line,
    column,
    place: placeIn(finding, lang),
    message: visible(message[lang]),
    asked,
    basis,
    clause,
    notice: notice?.[lang] ?? null,
    remedy: saidHere(remedy, lang),
    frame: cell ? null : frameOf(finding.key ?? finding),
    cells: cellsOf(finding),
    fix: fix ? { isCertain: fix.applicability === 'certain', line: fix.line ?? null } : null,
  };
}

/** Most characters shown of a line before what is at fault, of that itself, and after it. */
const MOST = 60;

/** A source line around what is at fault; null where nothing stands there. */
function frameOf({
  source,
  line,
  column,
  endLine,
  endColumn,
}: Pick<Finding, 'source' | 'line' | 'column' | 'endLine' | 'endColumn'>): Frame | null {
  if (source.trim() === '') return null;
  const characters = [...source].map(visible);
  const [start, end] = [column - 1, endLine > line ? characters.length : endColumn - 1];
  const [before, marked, after] = [characters.slice(0, start), characters.slice(start, end), characters.slice(end)];
  return {
    line,
    before: (before.length > MOST ? '…' : '') + before.slice(-MOST).join(''),
    marked: firstOf(marked),
    after: firstOf(after),
  };
}

const firstOf = (characters: readonly string[]): string =>
  characters.slice(0, MOST).join('') + (characters.length > MOST ? '…' : '');
