import type { CheckResult, RecordPlace } from '../model/check-result.ts';
import type { Finding, Language, Words } from '../model/finding.ts';
import { visible } from '../text/visible.ts';
import { cellJson, fileAndLine, withCell } from './place.ts';

/** A file or record without a judgement, as every report names it, whatever is filtered or softened. */
export interface NotJudged extends RecordPlace {
  /** What stands where findings name their rule. */
  rule: 'file/unreadable' | 'file/not-judged' | 'file/not-asked';
  /** Whether it keeps a check from passing. */
  isFailure: boolean;
  words: Words;
}

type Result = Pick<CheckResult, 'unreadable' | 'unjudged' | 'unasked'> & { findings?: readonly Finding[] };

/**
 * What was not judged: files that could not be read, records that cannot be judged, and those that no rule was asked about,
 * save where one of the findings says so.
 */
export function notJudged({ unreadable, unjudged, unasked, findings = [] }: Result): NotJudged[] {
  const told = new Set(findings.filter(({ rule }) => rule === 'data/not-judged').map(recordKey));
  return [
    ...unreadable.map(({ file, reason }): NotJudged => {
      const words = { zh: `读不了，没有判定：${reason.zh}`, en: `cannot be read, and was not judged: ${reason.en}` };
      return { rule: 'file/unreadable', isFailure: true, file, line: 1, words };
    }),
    ...unjudged.map(({ reason, ...place }): NotJudged => {
      const words = { zh: `没有判定，不算通过：${reason.zh}`, en: `not judged, which is no pass: ${reason.en}` };
      return { rule: 'file/not-judged', isFailure: true, ...place, words: about(place, words) };
    }),
    ...unasked
      .filter((place) => !told.has(recordKey(place)))
      .map((place): NotJudged => {
        return { rule: 'file/not-asked', isFailure: false, ...place, words: about(place, NOT_ASKED) };
      }),
  ];
}

const NOT_ASKED: Words = {
  zh: '没有判定：本次所用的通知和规则没有一条适用',
  en: 'not judged: none of the notices and rules chosen applies to it',
};

/** One of them as a line, led by where it stands. */
export const notJudgedLine = (each: NotJudged, lang: Language): string =>
  visible(`${fileAndLine(each, lang)} ${each.words[lang]}`);

/** The same without the file and line, for what names these itself; led by the cell, where there is one. */
export const notJudgedIn = (each: NotJudged, lang: Language): string =>
  withCell({ ...each, message: each.words }, lang);

/** The same for programs: lists of the kinds that there are. */
export function notJudgedJson(each: readonly NotJudged[], lang: Language): object {
  const places = (isFailure: boolean) =>
    each
      .filter((one) => one.isFailure === isFailure)
      .map((one) => ({
        file: one.file,
        ...(one.record === undefined ? {} : { record: one.record }),
        line: one.line,
        ...cellJson(one),
        reason: one.words[lang],
      }));
  const [notJudged, notAsked] = [places(true), places(false)];
  return { ...(notJudged.length > 0 ? { notJudged } : {}), ...(notAsked.length > 0 ? { notAsked } : {}) };
}

/** Tells a record of a set from every other. */
export const recordKey = ({ file, record }: Pick<RecordPlace, 'file' | 'record'>): string =>
  JSON.stringify([file, record]);

/** Words that say which record they are about, where the file holds several. */
const about = ({ record }: RecordPlace, { zh, en }: Words): Words =>
  record === undefined ? { zh, en } : { zh: `第 ${record + 1} 份记录${zh}`, en: `record ${record + 1} ${en}` };
