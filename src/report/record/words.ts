import type { Counts } from '../../model/counts.ts';
import { counted, type Finding, type Language, outcomes, type Words } from '../../model/finding.ts';
import { outcomeNames } from '../../model/names.ts';
import { version } from '../../model/version.ts';
import { visible } from '../../text/visible.ts';
import { notJudged, notJudgedLine } from '../not-judged.ts';
import { overridesInWords } from '../overrides.ts';
import type { ComplianceRecord, OwnerRecord } from './record.ts';

/** What kind of owner a record is about. */
export const ownerKinds: Record<OwnerRecord['kind'], Words> = {
  province: { zh: '全省', en: 'province' },
  base: { zh: '基地', en: 'base' },
  pairing: { zh: '结对', en: 'pair' },
  city: { zh: '城市', en: 'city' },
};

/** What errors in the data itself are called, and their sign: a state beside the verdicts, which may rest on them. */
export const dataErrorName: Words = { zh: '资料有误', en: 'data errors' };
export const dataErrorSign = '!';

/** Counts of verdicts, and of errors in the data, in words; those without any left out. */
export function countsInWords(
  { counts, dataErrors }: { counts: Counts; dataErrors: number | readonly Finding[] },
  lang: Language,
): string {
  const said = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${outcomeNames[outcome][lang]} ${counts[outcome]}`);
  const errors = typeof dataErrors === 'number' ? dataErrors : dataErrors.length;
  if (errors > 0) said.push(`${dataErrorName[lang]} ${errors}`);
  return said.length > 0 ? said.join(lang === 'zh' ? '，' : ', ') : lang === 'zh' ? '没有判定' : 'no verdicts';
}

/** What the reader must know before the verdicts: what was judged, by what, and what was not. */
export function preamble(record: ComplianceRecord): { facts: Words[]; warnings: Words[] } {
  const { asOf, files, records, editions, overrides } = record;
  const facts: Words[] = [
    { zh: `判定日 ${asOf}`, en: `as of ${asOf}` },
    { zh: `${files} 个文件，${records} 份记录`, en: `${counted(files, 'file')}, ${counted(records, 'record')}` },
    ...editions.map(({ document, edition }) => ({
      zh: `依据 ${visible(document.zh)}，版本 ${visible(edition)}`,
      en: `by ${visible(document.en)}, edition ${visible(edition)}`,
    })),
    { zh: `hn-gp ${version}`, en: `hn-gp ${version}` },
  ];
  const warnings: Words[] = [
    ...notJudged(record).map((each) => ({ zh: notJudgedLine(each, 'zh'), en: notJudgedLine(each, 'en') })),
    ...overridesInWords(overrides).map(({ zh, en }) => ({ zh: visible(zh), en: visible(en) })),
  ];
  return { facts, warnings };
}

/** A waiver in words: reason, who approved it, until when. */
export const waiverInWords = (
  { reason, approvedBy, expires }: { reason: string; approvedBy: string; expires?: string },
  lang: Language,
): string =>
  lang === 'zh'
    ? `${reason}（${approvedBy}批准${expires ? `，到 ${expires}` : '，未写到期'}）`
    : `${reason} (approved by ${approvedBy}${expires ? `, until ${expires}` : ', no expiry given'})`;
