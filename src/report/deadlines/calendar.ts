import ICAL from 'ical.js';
import { plusDays } from '../../calendar/date.ts';
import type { Language } from '../../model/finding.ts';
import { version } from '../../model/version.ts';
import { sha256Hex } from '../../text/digest.ts';
import { visible } from '../../text/visible.ts';
import { recordKey } from '../not-judged.ts';
import { fileAndLine } from '../place.ts';
import type { Agenda, DatedDuty } from './deadlines.ts';
import { dueText, dutyText, subjectText } from './formats.ts';

/** How long before the due day a calendar reminds. */
const REMINDERS = ['-P7D', '-P1D'];

// The library folds the text of a line at this many octets and then leads it by a blank, which makes 75.
ICAL.foldLength = 74;

type Property = [name: string, parameters: Record<string, string>, type: string, value: string];

const text = (name: string, value: string): Property => [name, {}, 'text', value];

/**
 * An iCalendar file (RFC 5545) of the duties that are not done: one all-day event each, with reminders. The same duty keeps its
 * UID from run to run, so that importing again moves its event instead of adding another. Nothing in it depends on the
 * clock: DTSTAMP is the as-of date.
 */
export function calendar(agenda: Agenda, lang: Language): string {
  return `${ICAL.stringify([
    'vcalendar',
    [
      text('version', '2.0'),
      text('prodid', `-//hn-gp//hn-gp ${version}//${lang.toUpperCase()}`),
      text('calscale', 'GREGORIAN'),
      text('method', 'PUBLISH'),
      ['x-wr-calname', {}, 'unknown', lang === 'zh' ? '住培与全科培训合规期限' : 'hn-gp deadlines'],
      ['x-wr-timezone', {}, 'unknown', 'Asia/Shanghai'],
    ],
    [...eventsOf(agenda)].map(([uid, [duty]]) => event(uid, duty, agenda.asOf, lang)),
  ])}\r\n`;
}

/** The same duty as each record has it that it stands in. */
type Copies = [DatedDuty, ...DatedDuty[]];

/** The events that a calendar holds, by UID: what is not done; one for a duty that several records have. */
export function eventsOf({ duties }: Agenda): Map<string, Copies> {
  const open = new Map<string, Copies>();
  for (const duty of duties) if (duty.state !== 'done') addTo(open, duty);
  return open;
}

/** Adds a duty to what other records have of it, else under a UID of its own: twice in one record are two sessions. */
function addTo(open: Map<string, Copies>, duty: DatedDuty): void {
  for (let place = 1; ; place += 1) {
    const identity = place === 1 ? duty.id : `${duty.id} ${place}`;
    const uid = `${sha256Hex(identity).slice(0, 32)}@hn-gp`;
    const there = open.get(uid);
    if (!there) open.set(uid, [duty]);
    else if (there.every((other) => isCopy(duty, other))) there.push(duty);
    else continue;
    return;
  }
}

const isCopy = (duty: DatedDuty, other: DatedDuty): boolean =>
  dueText(duty) === dueText(other) && recordKey(duty) !== recordKey(other);

function event(uid: string, duty: DatedDuty, asOf: string, lang: Language) {
  const summary = visible(`${dutyText(duty, lang)} · ${duty.title ?? (subjectText(duty) || duty.owner)}`);
  const details: [zh: string, en: string, value: string][] = [
    ['责任方', 'Owner', duty.owedBy[lang]],
    ['对象', 'Subject', subjectText(duty)],
    ['期限', 'Due', duty.latest === undefined ? '' : dueText(duty)],
    ['条款', 'Clause', duty.clause ?? ''],
    ['规则', 'Rule', duty.rule],
    ['位置', 'Place', fileAndLine(duty, lang)],
  ];
  const description = details
    .filter(([, , value]) => value !== '')
    .map(([zh, en, value]) => visible(lang === 'zh' ? `${zh}：${value}` : `${en}: ${value}`))
    .join('\n');
  return [
    'vevent',
    [
      text('uid', uid),
      ['dtstamp', {}, 'date-time', `${asOf}T00:00:00Z`],
      ['dtstart', {}, 'date', duty.day],
      ['dtend', {}, 'date', plusDays(duty.day, 1)],
      text('summary', summary),
      text('description', description),
      text('transp', 'TRANSPARENT'),
    ],
    REMINDERS.map((trigger) => [
      'valarm',
      [text('action', 'DISPLAY'), ['trigger', {}, 'duration', trigger], text('description', summary)],
      [],
    ]),
  ];
}
