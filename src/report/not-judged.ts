import type { CheckResult, Unjudged } from '../model/check-result.ts';
import type { Finding, Language, Words } from '../model/finding.ts';
import { visible } from '../text/visible.ts';

/** A file or record without a judgement, as every report names it, whatever is filtered or softened. */
export interface NotJudged {
  /** What stands where findings name their rule. */
  rule: 'file/unreadable' | 'file/not-judged' | 'file/not-asked';
  /** Whether it keeps a check from passing. */
  isFailure: boolean;
  file: string;
  record?: number;
  line: number;
  words: Words;
}

type Result = Pick<CheckResult, 'unreadable' | 'unjudged' | 'unasked'> & { findings?: readonly Finding[] };

/** What was not judged: files that could not be read, records that cannot be judged, and those that no rule was asked about. */
export const notJudged = ({ unreadable, unjudged, unasked, findings = [] }: Result): NotJudged[] => [
  ...unreadable.map(
    ({ file, reason }): NotJudged => ({
      rule: 'file/unreadable',
      isFailure: true,
      file,
      line: 1,
      words: { zh: `读不了，没有判定：${reason.zh}`, en: `cannot be read and was not judged: ${reason.en}` },
    }),
  ),
  ...unjudged.map((each): NotJudged => {
    const { file, record, line, reason } = each;
    return {
      rule: 'file/not-judged',
      isFailure: true,
      file,
      ...(record === undefined ? {} : { record }),
      line,
      words: {
        zh: `${named(each).zh}没有判定，不算通过：${reason.zh}`,
        en: `${named(each).en} was not judged, which is no pass: ${reason.en}`,
      },
    };
  }),
  ...unasked
    .filter(({ file, record }) => !findings.some((finding) => isAbout(finding, file, record)))
    .map(
      ({ file, record }): NotJudged => ({
        rule: 'file/not-asked',
        isFailure: false,
        file,
        record,
        line: 1,
        words: {
          zh: `${named({ record }).zh}没有判定：本次所用的通知和规则没有一条适用`,
          en: `${named({ record }).en} was not judged: none of the notices and rules chosen applies to it`,
        },
      }),
    ),
];

/** One of them as a line, led by where it stands. */
export const notJudgedLine = ({ file, line, words }: NotJudged, lang: Language): string =>
  visible(lang === 'zh' ? `${file}:${line} ${words.zh}` : `${file}:${line} ${words.en}`);

/** The same for programs: lists of the kinds that there are. */
export function notJudgedJson(each: readonly NotJudged[], lang: Language): object {
  const places = (isFailure: boolean) =>
    each
      .filter((one) => one.isFailure === isFailure)
      .map(({ file, record, line, words }) => ({
        file,
        ...(record === undefined ? {} : { record }),
        line,
        reason: words[lang],
      }));
  const [notJudged, notAsked] = [places(true), places(false)];
  return { ...(notJudged.length > 0 ? { notJudged } : {}), ...(notAsked.length > 0 ? { notAsked } : {}) };
}

const isAbout = (finding: { rule: string; file: string; record?: number }, file: string, record: number): boolean =>
  finding.rule === 'data/not-judged' && finding.file === file && (finding.record ?? 0) === record;

const named = ({ record }: Pick<Unjudged, 'record'>): Words =>
  record === undefined
    ? { zh: '整个文件', en: 'the whole file' }
    : { zh: `第 ${record + 1} 份记录`, en: `record ${record + 1}` };
