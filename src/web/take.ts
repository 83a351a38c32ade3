import type { Language } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { formats } from '../report/check/formats.ts';
import { plain } from '../report/check/report.ts';
import { calendar } from '../report/deadlines/calendar.ts';
import { agenda } from '../report/deadlines/deadlines.ts';
import { agendaFormats } from '../report/deadlines/formats.ts';
import { recordFormats } from '../report/record/formats.ts';
import { complianceRecord } from '../report/record/record.ts';
import { fileName } from '../text/file-name.ts';
import type { Judged } from './judged.ts';
import type { Made, Taken } from './requests.ts';

/** Of each format the extension, and what a browser calls it. */
const FILES: Record<Exclude<Taken, { what: 'marked' }>['format'], [extension: string, type: string]> = {
  json: ['json', 'application/json'],
  csv: ['csv', 'text/csv'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  markdown: ['md', 'text/markdown'],
  html: ['html', 'text/html'],
  ics: ['ics', 'text/calendar'],
};

const NAMES: Record<Exclude<Taken['what'], 'marked'>, Record<Language, string>> = {
  findings: { zh: '检查结果', en: 'findings' },
  record: { zh: '合规记录', en: 'record' },
  deadlines: { zh: '期限', en: 'deadlines' },
};

/** What is taken away of a check, the bytes that the command line writes; `workbook` are those of the one to be marked. */
export async function taken(judged: Judged, asked: Taken, lang: Language, workbook?: Uint8Array): Promise<Made> {
  if (asked.what === 'marked') {
    const name = fileName(asked.file);
    const at = name.lastIndexOf('.');
    const [, type] = FILES.xlsx;
    return {
      name: `${name.slice(0, at)}${lang === 'zh' ? '（已标注）' : '-marked'}${name.slice(at)}`,
      type,
      bytes: await findingsIn('xlsx', judged, lang, workbook),
    };
  }
  const [extension, type] = FILES[asked.format];
  return { name: `${NAMES[asked.what][lang]}.${extension}`, type, bytes: await bytesOf(judged, asked, lang) };
}

async function bytesOf(judged: Judged, asked: Exclude<Taken, { what: 'marked' }>, lang: Language): Promise<Uint8Array> {
  const { result } = judged;
  if (asked.what === 'findings') return findingsIn(asked.format, judged, lang);
  if (asked.what === 'record') {
    const write = await present(recordFormats[asked.format], `format ${asked.format}`)();
    return utf8(String(write(complianceRecord(result), lang)));
  }
  const listed = agenda(result, result.asOf);
  return utf8(asked.format === 'ics' ? calendar(listed, lang) : agendaFormats[asked.format](listed, lang));
}

async function findingsIn(
  format: string,
  { result, config }: Judged,
  lang: Language,
  workbook?: Uint8Array,
): Promise<Uint8Array> {
  const { load, everyVerdict } = present(formats[format], `format ${format}`);
  const reporter = await load();
  const shown = everyVerdict ? result : { ...result, verdicts: undefined };
  const report = reporter(shown, { lang, paint: plain, quiet: false, editions: config.editions.judging, workbook });
  return report instanceof Uint8Array ? report : utf8(String(report));
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
