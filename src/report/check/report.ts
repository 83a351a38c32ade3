import type { CheckResult } from '../../model/check-result.ts';
import { counted, type Finding, type Language, type Modality, type Verdict, type Words } from '../../model/finding.ts';
import { modalityNames } from '../../model/names.ts';
import type { Edition } from '../../notices/edition.ts';
import type { LongText } from '../../text/long-text.ts';
import { visible } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import { type NotJudged, notJudged } from '../not-judged.ts';
import { overridesInWords } from '../overrides.ts';

/** Styles of text on a terminal. */
export type Paint = Record<'red' | 'yellow' | 'cyan' | 'bold' | 'dim' | 'underline', (text: string) => string>;

const asIs = (text: string): string => text;

/** No style at all. */
export const plain: Paint = { red: asIs, yellow: asIs, cyan: asIs, bold: asIs, dim: asIs, underline: asIs };

/** How a report is written. */
export interface ReportOptions {
  lang: Language;
  /** How to colour it; `plain` where it is not for a terminal. */
  paint: Paint;
  /** Whether to leave out everything below an error; the counts stay. */
  quiet: boolean;
  /** The editions that judge, for reports that say what the rules ask; those of the product where none are given. */
  editions?: readonly Edition[];
  /** The workbook that was checked, as it was read, where it was the only file. */
  workbook?: Uint8Array | undefined;
  /** Whether the text report lists each finding with all that is to be said of it, however many there are. */
  verbose?: boolean;
  /** The terminal cells of a line, where the report goes to a terminal. */
  columns?: number | undefined;
  /** How to call other commands. */
  calls?: Calls;
}

/** Further calls of the program, as the shell at hand takes them. */
export interface Calls {
  /** With the paths and options of this call. */
  again(command: string, ...options: string[]): string;
  /** With nothing of this call. */
  anew(command: string, ...options: string[]): string;
  /** The launcher that files are dragged onto, where nobody types a call. */
  launcher?: string | undefined;
}

const anew: Calls['anew'] = (command, ...options) => ['hn-gp', command, ...options].join(' ');

/** Turns a result into a report, a text or bytes; pure, the same bytes for the same result. */
export type Reporter<Report extends string | LongText | Uint8Array = string> = (
  result: CheckResult,
  options: ReportOptions,
) => Report;

/** The findings that a report lists. */
export const listed = (findings: readonly Finding[], { quiet }: ReportOptions): readonly Finding[] =>
  quiet ? findings.filter(({ severity }) => severity === 'error') : findings;

/** Items by file, in order of the files' names. */
export function byFile<Item extends { file: string }>(items: readonly Item[]): [file: string, own: Item[]][] {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const own = grouped.get(item.file);
    if (own) own.push(item);
    else grouped.set(item.file, [item]);
  }
  return [...grouped].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What explains a finding or a failed verdict. */
export type Explained = Pick<Finding, 'rule' | 'clause' | 'notice' | 'subject' | 'expected' | 'actual' | 'remedy'> & {
  modality?: Modality | null;
  waiver?: Verdict['waiver'];
};

/** A line each: what was asked and found (empty where neither is known), on what basis, and the remedy or the approval. */
export function details(
  { rule, clause, notice, modality, subject, expected, actual, remedy, waiver }: Explained,
  lang: Language,
): { asked: string; basis: string; remedy: string } {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const comma = word('，', ', ');
  const named = (name: string, value: string | null | undefined) => (value ? [`${name} ${visible(value)}`] : []);
  const of = notice ? `${notice[lang]} ` : '';
  const binding = modality ? `${word('（', ' (')}${modalityNames[modality][lang]}${word('）', ')')}` : '';
  return {
    asked: actual // What is only missing is named in the message already.
      ? [...named(word('要求', 'asked'), expected?.[lang]), ...named(word('实际', 'found'), actual[lang])].join(comma)
      : '',
    basis: [
      ...named(word('条款', 'clause'), clause && `${of}${clause.replaceAll(', ', word('、', ', '))}${binding}`),
      ...named(word('对象', 'subject'), subject),
      `${word('规则', 'rule')} ${rule}`,
    ].join(comma),
    remedy: waiver
      ? `${word('豁免：', 'waived: ')}${approval(waiver, lang)}`
      : `${word('改法：', 'remedy: ')}${visible(remedy[lang])}`,
  };
}

/** Why a waiver was given, by whom and until when. */
export function approval({ reason, approvedBy, expires }: NonNullable<Verdict['waiver']>, lang: Language): string {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const until = expires ? word(`，到 ${expires}`, `, until ${expires}`) : '';
  return `${visible(reason)}${word('（', ' (')}${visible(approvedBy)}${until}${word('）', ')')}`;
}

/** What was not judged, as a report names it whatever it lists: what a listed finding says already is not said again. */
export const notJudgedTold = (result: CheckResult, options: ReportOptions): NotJudged[] =>
  notJudged({ ...result, findings: listed(result.findings, options) });

/** What a report says after its findings: counts, how many were not judged, what the config changed. */
export function summaryLines(result: CheckResult, { lang, quiet }: ReportOptions): string[] {
  const { files, records, asOf, severities, waived, counts, unjudged, overrides, findings } = result;
  const lines: Words[] = [
    {
      zh: `判定日 ${asOf}：检查 ${files} 个文件、${records} 份记录，${severities.error} 个错误、${severities.warning} 个警告、${severities.info} 个提示，豁免 ${waived.length} 个。`,
      en: `As of ${asOf}: ${counted(files, 'file')}, ${counted(records, 'record')}; ${counted(severities.error, 'error')}, ${counted(severities.warning, 'warning')}, ${counted(severities.info, 'info')}, ${waived.length} waived.`,
    },
  ];
  if (unjudged.length > 0) {
    lines.push({
      zh: `有 ${unjudged.length} 份没有判定，检查不算通过。`,
      en: `${counted(unjudged.length, 'record')} not judged: the check fails.`,
    });
  }
  lines.push({
    zh: `规则判定：${counts.pass} 项通过，${counts.fail} 项不通过，${counts.pending} 项未到期，${counts.unknown} 项无法判断，${counts.waived} 项豁免。`,
    en: `Verdicts: ${counts.pass} pass, ${counts.fail} fail, ${counts.pending} pending, ${counts.unknown} unknown, ${counts.waived} waived.`,
  });
  if (counts.pending + counts.unknown > 0) {
    lines.push({
      zh: '未到期、无法判断的都不算通过。',
      en: 'Pending and unknown are not passes.',
    });
  }
  lines.push(...overridesInWords(overrides).map(({ zh, en }) => ({ zh: visible(zh), en: visible(en) })));
  const hidden = quiet ? findings.filter(({ severity }) => severity !== 'error').length : 0;
  if (hidden > 0)
    lines.push({
      zh: `另有 ${hidden} 个警告和提示没有列出（--quiet）。`,
      en: `${counted(hidden, 'warning or info')} not listed (--quiet).`,
    });
  return lines.map((line) => line[lang]);
}

/** The page that a record of compliance is written to where a report suggests it. */
const RECORD_PAGE: Words = { zh: '合规记录.html', en: 'record.html' };

/** Most findings that are listed with all that is to be said of each unasked; more than fill a screen are a list of lines, and the page is named. */
export const MOST_IN_FULL = 5;

/** Whether `hn-gp fix` mends by itself what was found: a slip of writing, or another encoding. */
export const isMendable = ({ rule, severity, fix }: Finding): boolean =>
  fix?.applicability === 'certain' || (rule === 'yaml/encoding' && severity !== 'error');

/** What to do next, for who reads a report on a screen: a command each, and what it is good for; nothing where nothing is left to do. */
export function nextSteps(
  { findings, counts, records, unjudged }: CheckResult,
  { lang, calls = { again: anew, anew } }: ReportOptions,
): string[] {
  const certain = findings.filter(isMendable).length;
  if (calls.launcher !== undefined) return findings.length > 0 ? stepsByMouse(calls.launcher, certain, lang) : [];
  const steps: [command: string, purpose: Words][] = [];
  if (certain > 0)
    steps.push([
      calls.again('fix'),
      { zh: `自动改好 ${certain} 处写法`, en: `mends ${counted(certain, 'slip')} of writing by itself` },
    ]);
  else if (records === 0 && unjudged.length > 0)
    steps.push([
      calls.anew('init', 'plan'),
      { zh: '写一份带说明的起始文件，照着填', en: 'writes a commented file to fill in' },
    ]);
  if (counts.pending > 0)
    steps.push([
      calls.again('deadlines'),
      {
        zh: `列出期限和剩余天数，含未到期的 ${counts.pending} 项`,
        en: `lists what is due when, of ${counts.pending} pending`,
      },
    ]);
  if (counts.pending + counts.unknown > 0)
    steps.push([
      calls.again('report', '-f', 'html', '-o', RECORD_PAGE[lang]),
      {
        zh: '把每一项判定写成网页，用浏览器打开',
        en: 'writes every verdict to a page for the browser',
      },
    ]);
  if (findings.length > MOST_IN_FULL)
    steps.push([
      calls.anew('web', '-o', 'hn-gp.html'),
      {
        zh: '写一个网页，双击打开，在里面查、改，不用命令行',
        en: 'writes a page to check and mend in, by mouse',
      },
    ]);
  const widest = Math.max(0, ...steps.map(([command]) => width(command)));
  const lines = steps.map(
    ([command, purpose]) => `  ${visible(command)}${' '.repeat(widest - width(command))}  ${purpose[lang]}`,
  );
  return lines.length > 0 ? [lang === 'zh' ? '下一步：' : 'Next:', ...lines] : [];
}

/** What to do next for who has dragged files onto a launcher: the record of every verdict is open then. */
function stepsByMouse(launcher: string, certain: number, lang: Language): string[] {
  if (lang === 'en')
    return [
      'Next:',
      ...(certain > 0
        ? [`  double-click ${launcher} for the page, which mends ${counted(certain, 'slip')} of writing by itself`]
        : []),
      `  mend the file, save it and drag it onto ${launcher} again`,
    ];
  return [
    '下一步：',
    ...(certain > 0 ? [`  双击 ${launcher} 打开网页，把文件拖进去，可以自动改好 ${certain} 处写法`] : []),
    `  改好、保存，再拖到 ${launcher} 上查一次`,
  ];
}
