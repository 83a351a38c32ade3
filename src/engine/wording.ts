import type { CalendarDate } from '../calendar/date.ts';
import { type Day, dayBetween, firstOf, inWords, lastOf } from '../calendar/day.ts';
import type { LoadedRecord } from '../load/loaded.ts';
import { readOr } from '../model/cannot-tell.ts';
import { type Finding, joined, type Location, type Outcome, same, type Verdict, type Words } from '../model/finding.ts';
import { present } from '../model/present.ts';
import type { Edition } from '../notices/edition.ts';
import { propertyAt, titleOfCode } from '../schema/vocabulary/shape.ts';
import type { Fault } from './answers.ts';
import type { Duty } from './due.ts';
import type { RuleInEdition } from './in-edition.ts';
import type { Answer, Missing } from './rule.ts';

/** A duty in words: what the rule asks, and which one where there are several. */
export function wordsOf({ words }: RuleInEdition, { part }: Duty): Words {
  const { zh, en } = words.duty ?? words.title;
  return part ? { zh: `${zh}：${part.label.zh}`, en: `${en}: ${part.label.en}` } : { zh, en };
}

/** A due day as it is owed: by nobody before the notice that asks for it. */
export function inForce(due: Day, edition: Edition | undefined): Day {
  const owed = (day: CalendarDate) => (edition && day < edition.issued ? edition.issued : day);
  return dayBetween(owed(firstOf(due)), owed(lastOf(due)));
}

/** Why a verdict is open: the last day that is left, or what the file does not say. */
export function reasonOf(outcome: Outcome, answers: readonly Answer[], edition: Edition | undefined): Words | null {
  if (outcome === 'pending') {
    const [due] = answers
      .flatMap((answer) => (typeof answer === 'object' && 'pending' in answer ? answer.pending : []))
      .sort((one, other) => (firstOf(one) < firstOf(other) ? -1 : 1));
    const day = inWords(inForce(present(due, 'day that is pending'), edition));
    return { zh: `${day.zh} 到期`, en: `due ${day.en}` };
  }
  if (outcome !== 'unknown') return null;
  return joined(
    answers.flatMap((answer) => (typeof answer === 'object' && 'unknown' in answer ? answer.unknown : [])),
    '；',
    '; ',
  );
}

/** What passes tell: what was asked and found, and what to know besides. */
export function toldOf(
  answers: readonly Answer[],
  location: Location,
  record: LoadedRecord | undefined,
): Pick<Verdict, 'message' | 'remedy' | 'expected' | 'actual'> {
  const messages: Words[] = [];
  const expected: Words[] = [];
  const actual: Words[] = [];
  for (const answer of answers) {
    if (answer === 'pass' || !('pass' in answer)) continue;
    if (answer.told) messages.push(valued(answer.told, location, record));
    const shown = answer.shows && readOr(answer.shows, undefined);
    if (!shown) continue;
    expected.push(valued(shown.expected, location, record));
    actual.push(valued(shown.actual, location, record));
  }
  const all = (said: readonly Words[]) => (said.length > 0 ? joined(said, '；', '; ') : null);
  return { message: all(messages), remedy: null, expected: all(expected), actual: all(actual) };
}

/** Of a verdict about which nothing is to be said. */
export const nothingSaid = { message: null, remedy: null, expected: null, actual: null };

/** What is wrong and missing at one place, in one finding. */
export function saidTogether(
  inEdition: RuleInEdition,
  faults: Fault[],
  location: Location,
  record: LoadedRecord | undefined,
  isPast: boolean,
): Pick<Finding, 'message' | 'remedy' | 'expected' | 'actual'> {
  const { words } = inEdition;
  const messages: Words[] = [];
  const expected: Words[] = [];
  const actual: Words[] = [];
  const missing: Words[] = [];
  let remedy: Words | undefined;
  for (const fault of faults) {
    if ('fail' in fault) {
      messages.push(fault.message);
      expected.push(valued(fault.expected, location, record));
      // What its author wrote stays so; a cell holds other words for yes and no than the text made of it.
      actual.push(location.cell ? valued(fault.actual, location, record) : asWords(fault.actual));
      const own = (isPast && fault.afterwards) || fault.remedy;
      remedy ??= own && inEdition.orWaived(own);
    } else missing.push(labelOf(fault, record));
  }
  if (missing.length > 0) {
    const labels = joined(missing, '、', ', ');
    messages.push(lacking(words.missing, labels));
    expected.push(labels);
  }
  return {
    message: joined(messages, '；', '; '),
    remedy: remedy ?? ownWords((isPast && words.afterwards) || words.remedy, location, record),
    expected: joined(expected, '；', '; '),
    actual: actual.length > 0 ? joined(actual, '；', '; ') : null,
  };
}

/** That something is missing, in a rule's own words where it has some. */
const lacking = ({ zh, en }: Words = { zh: '缺：{items}', en: 'Missing: {items}' }, labels: Words): Words => ({
  zh: zh.replace('{items}', () => labels.zh),
  en: en.replace('{items}', () => labels.en),
});

/** How what is asked is shown that stands at a place: yes and no in words. */
const valued = (value: Words | string, location: Location, record: LoadedRecord | undefined): Words =>
  value === 'true' || value === 'false' ? ownWords(yesOrNo[value], location, record) : asWords(value);

/** A rule's own words as they are for what stands at a place. */
const ownWords = (said: Words, location: Location, record: LoadedRecord | undefined): Words =>
  record && location.cell ? inWorkbook(said, record.writes) : said;

const yesOrNo = { true: { zh: '“是”', en: 'true' }, false: { zh: '“否”', en: 'false' } };

/** A rule's own words, which say “是” or true, as they are for a workbook in Chinese or English, where 是 or TRUE is chosen from a list. */
function inWorkbook({ zh, en }: Words, writes: 'zh' | 'en'): Words {
  if (writes === 'zh') return { zh, en: en.replace(/\b(?:true|false)\b/g, (word) => (word === 'true' ? '是' : '否')) };
  return {
    zh: zh.replace(/“(?:是|否)”/g, (word) => (word === '“是”' ? '“TRUE”' : '“FALSE”')),
    en: en.replace(/\b(?:true|false)\b/g, (word) => word.toUpperCase()),
  };
}

/** A text that is the same in both languages, or words as they are. */
export const asWords = (text: Words | string): Words => (typeof text === 'string' ? same(text) : text);

/** What is missing, named as the author writes: its own form first, the other language's beside it where they differ. */
function labelOf({ missing, code, label }: Missing, record: LoadedRecord | undefined): Words {
  if (label) return label;
  const property = record && propertyAt(record.kind, missing);
  if (!property || !record) return same(code ?? missing);
  const title = code === undefined ? property.title : titleOfCode(record.kind, missing, code);
  const name = code ?? property.name;
  if (!title) return same(name);
  return record.writes === 'zh' ? { zh: title, en: `${name} (${title})` } : { zh: `${title}（${name}）`, en: name };
}
