import { counted, type Language } from '../../model/finding.ts';
import { version } from '../../model/version.ts';
import { type Listing, listingFormats } from '../../reference/listing.ts';
import { jsonText, visible } from '../../text/visible.ts';
import { notJudged, notJudgedJson, notJudgedLine } from '../not-judged.ts';
import { overridesInWords, overridesJson } from '../overrides.ts';
import { cellJson, fileAndLine } from '../place.ts';
import { type Agenda, type DatedDuty, notListed, type State, stateNames } from './deadlines.ts';

/** Turns duties into the text of a list, as wide as a terminal of so many columns; pure, the same bytes for the same duties. */
export type AgendaFormat = (agenda: Agenda, lang: Language, columns?: number) => string;

const counts = ({ duties }: Agenda): Record<State, number> => ({
  done: duties.filter(({ state }) => state === 'done').length,
  pending: duties.filter(({ state }) => state === 'pending').length,
  overdue: duties.filter(({ state }) => state === 'overdue').length,
});

/** A duty in words, with what is to be known about its due date. */
export function dutyText({ duty, note }: DatedDuty, lang: Language): string {
  if (!note) return duty[lang];
  return lang === 'zh' ? `${duty.zh}（${note.zh}）` : `${duty.en} (${note.en})`;
}

/** The due date, or from when to when it may be. */
export const dueText = ({ due, latest }: DatedDuty): string => (latest === undefined ? due : `${due}～${latest}`);

/** The session, or whatever else the duty is about. */
export const subjectText = ({ subject, title, owedBy }: DatedDuty): string =>
  title === null || title === subject ? (subject === owedBy.zh ? '' : (subject ?? '')) : `${subject} ${title}`;

function stateText({ state, late }: DatedDuty, lang: Language): string {
  const name = stateNames[state][lang];
  if (!late) return name;
  return lang === 'zh' ? `${name}（迟）` : `${name} late`;
}

function summary(agenda: Agenda, lang: Language): string {
  const { done, pending, overdue } = counts(agenda);
  const { asOf, within } = agenda;
  if (lang === 'en') {
    const scope = within === undefined ? '' : `, due within ${counted(within, 'day')} or overdue`;
    return `As of ${asOf}${scope}: ${overdue} overdue, ${pending} pending, ${done} done.`;
  }
  const scope = within === undefined ? '' : `，${within} 天内到期和已逾期的`;
  return `判定日 ${asOf}${scope}：已逾期 ${overdue} 项，未到期 ${pending} 项，已完成 ${done} 项。`;
}

/** What was not judged, what is not listed and what the config changes, a line each. */
const remarks = (agenda: Agenda, lang: Language): string[] => [
  ...notJudged(agenda).map((each) => notJudgedLine(each, lang)),
  ...notListed(agenda).map((words) => words[lang]),
  ...overridesInWords(agenda.overrides).map((words) => visible(words[lang])),
];

/** The columns of a list; `place` with file and line in one where people read it. A remark stands where the duty does. */
function listing(agenda: Agenda, lang: Language, remarked: readonly string[] = []): Listing<DatedDuty | string> {
  const column = (
    zh: string,
    en: string,
    cell: (duty: DatedDuty) => string | number,
    remark?: (text: string) => string,
  ) => ({
    title: lang === 'zh' ? zh : en,
    cell: (row: DatedDuty | string) => (typeof row === 'string' ? (remark?.(row) ?? '') : cell(row)),
  });
  return {
    rows: [...agenda.duties, ...remarked],
    columns: [
      column('期限', 'due', dueText),
      column('剩余天数', 'days left', ({ daysLeft }) => daysLeft),
      column(
        '状态',
        'state',
        (duty) => stateText(duty, lang),
        () => (lang === 'zh' ? '说明' : 'note'),
      ),
      column('责任方', 'owner', ({ owedBy }) => owedBy[lang]),
      column('对象', 'subject', subjectText),
      column(
        '事项',
        'duty',
        (duty) => dutyText(duty, lang),
        (text) => text,
      ),
      column('规则', 'rule', ({ rule }) => rule),
      column('条款', 'clause', ({ clause }) => clause ?? ''),
      column('位置', 'place', (duty) => fileAndLine(duty, lang)),
    ],
    notes: [...remarks(agenda, lang), summary(agenda, lang)],
  };
}

/** The documented shape; `record` where the file holds several records, `within` where it was asked for. */
const json: AgendaFormat = (agenda, lang) =>
  jsonText({
    schemaVersion: 1,
    tool: { name: 'hn-gp', version },
    asOf: agenda.asOf,
    ...(agenda.within === undefined ? {} : { within: agenda.within }),
    summary: counts(agenda),
    deadlines: agenda.duties.map((duty) => ({
      due: duty.due,
      daysLeft: duty.daysLeft,
      state: duty.state,
      late: duty.late,
      ...(duty.latest === undefined ? {} : { latest: duty.latest }),
      owner: duty.owedBy[lang],
      subject: duty.subject,
      title: duty.title,
      duty: duty.duty[lang],
      note: duty.note?.[lang] ?? null,
      rule: duty.rule,
      policy: duty.policy,
      clause: duty.clause,
      file: duty.file,
      line: duty.line,
      ...cellJson(duty),
      column: duty.column,
      path: duty.path,
      ...(duty.record === undefined ? {} : { record: duty.record }),
    })),
    ...notJudgedJson(notJudged(agenda), lang),
    ...(agenda.mistakes === 0 ? {} : { mistakes: agenda.mistakes }),
    ...overridesJson(agenda.overrides, lang),
  });

/** The formats of the list of deadlines. */
export const agendaFormats: Record<'table' | 'csv' | 'json', AgendaFormat> = {
  table: (agenda, lang, columns) =>
    agenda.duties.length > 0
      ? listingFormats.table(listing(agenda, lang), columns)
      : `${[...remarks(agenda, lang), summary(agenda, lang)].join('\n')}\n`,
  csv: (agenda, lang) => listingFormats.csv(listing(agenda, lang, remarks(agenda, lang))),
  json,
};
