import { type CalendarDate, plusDays, yearOf } from '../../calendar/date.ts';
import {
  type Day,
  earliestOf,
  firstOf,
  inChinese,
  inEnglish,
  isAfter,
  isAtMost,
  isExact,
  isWithin,
  lastOf,
  latestOf,
  notToTheDay,
  plusMonths,
} from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import { type Answer, type Check, defineRule, passing } from '../../engine/rule.ts';
import { attempt, CannotTell } from '../../model/cannot-tell.ts';
import { counted, type Words } from '../../model/finding.ts';
import { present } from '../../model/present.ts';
import { months, optional } from '../../notices/value-kinds.ts';
import { allOf, candidates, some } from '../../records/counting.ts';
import { nameOfCode } from '../../schema/vocabulary/code-name.ts';
import { termOf } from '../common/term.ts';

/** Months of the calendar periods in which a group may set itself to meet. */
const PERIODS: Record<string, number> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 };

const PATH = '/leadingGroup/meetings';

/** Where a meeting that was not held would be written. */
const NEXT = `${PATH}/-`;

interface CalendarPeriod {
  first: CalendarDate;
  last: CalendarDate;
}

/**
 * The whole calendar periods of so many months that went by without a meeting, and the last day of the one in which the next
 * is due; `why` tells what keeps one from being known.
 */
function periodsWithout(
  { from, end, dates, asOf }: { from: Day; end: Day | undefined; dates: Day[]; asOf: CalendarDate },
  months: number,
): { without: CalendarPeriod[]; due?: CalendarDate; why: CannotTell | undefined } {
  const without: CalendarPeriod[] = [];
  let why: CannotTell | undefined;
  for (let first = `${from.slice(0, 4)}-01-01`; ; first = plusMonths(first, months)) {
    const last = plusDays(plusMonths(first, months), -1);
    if (end !== undefined && last > lastOf(end)) return { without, why };
    const isOwed = attempt(() =>
      allOf(
        () => isAtMost(from, first),
        () => end === undefined || isAtMost(last, end),
      ),
    );
    if (isOwed === false || (isOwed !== true && last >= asOf)) continue;
    const isMet = attempt(() => some(dates, (date) => isWithin(date, first, last)));
    if (last >= asOf && isMet !== true) return { without, due: last, why };
    if (isMet === true) continue;
    if (isMet === false && isOwed === true) without.push({ first, last });
    else why ??= notToTheDay;
  }
}

/** How many meetings it takes for no gap between two days to be longer than so many months. */
function meetingsLacking(day: CalendarDate, next: CalendarDate, months: number): number {
  let meetings = 0;
  while (plusMonths(day, months * (meetings + 1)) < next) meetings += 1;
  return meetings;
}

/**
 * The gaps that are longer than so many months even where every day is the best that it may be: the first the latest, the end
 * the earliest, and of the meetings that may be held in time, the one that can wait least is held next, as late as it may be.
 */
function gapsAtBest(from: Day, dates: readonly Day[], until: Day, months: number): { day: Day; next: Day }[] {
  const gaps: { day: Day; next: Day }[] = [];
  const end = firstOf(until);
  let [day, held] = [from, lastOf(from)];
  let left = [...dates].sort((one, other) => (lastOf(one) < lastOf(other) ? -1 : 1));
  for (;;) {
    const latest = plusMonths(held, months);
    if (latest >= end) return gaps;
    left = left.filter((date) => lastOf(date) > held);
    const inTime = left.find((date) => firstOf(date) <= latest);
    const next = inTime ?? earliestToBegin(left) ?? until;
    if (inTime === undefined) gaps.push({ day, next });
    if (next === until) return gaps;
    held = inTime !== undefined && latest < lastOf(next) ? latest : lastOf(next);
    left = left.filter((date) => date !== next);
    day = next;
  }
}

/** The day of which the first that it may be is the earliest. */
const earliestToBegin = (days: readonly Day[]): Day | undefined =>
  [...days].sort((one, other) => (firstOf(one) < firstOf(other) ? -1 : 1))[0];

/**
 * Whether no gap is longer than so many months, whatever the days are. A gap that is begins with the first day or a meeting, at
 * the earliest that may be, and every meeting may be out of it.
 */
function isSurelyKept(from: Day, dates: readonly Day[], until: Day, months: number): boolean {
  const begins = [from, ...dates].map(firstOf).filter((day) => day >= firstOf(from));
  return begins.every((day) => {
    const latest = plusMonths(day, months);
    return latest >= lastOf(until) || dates.some((date) => firstOf(date) > day && lastOf(date) <= latest);
  });
}

/** How many whole months there are from one day to another. */
function monthsFrom(first: CalendarDate, last: CalendarDate): number {
  const after = plusDays(last, 1);
  const [from, until] = [first, after].map((day) => yearOf(day) * 12 + Number(day.slice(5, 7)));
  const months = (until ?? 0) - (from ?? 0);
  return plusMonths(first, months) <= after ? months : months - 1;
}

const everyWords = (every: number | string): Words =>
  typeof every === 'string'
    ? nameOfCode('pairing', '/leadingGroup/meetingEvery', every)
    : { zh: `${every} 个月`, en: counted(every, 'month') };

export default defineRule({
  id: 'pairing/meetings',
  modality: 'must',
  reads: { meetingMonths: optional(months) },
  subject: 'pairing',
  on: ({ pairing }) => pairing.leadingGroup && { pairing, leadingGroup: pairing.leadingGroup },
  judge: ({ pairing, leadingGroup }, { meetingMonths }, { asOf }) => {
    const every = leadingGroup.meetingEvery ?? meetingMonths;
    if (every === undefined)
      return {
        missing: PATH,
        label: { zh: '会议间隔月数', en: 'meetingEvery' },
        fills: '/leadingGroup/meetingEvery',
      };
    const months = typeof every === 'string' ? (PERIODS[every] ?? 1) : every;
    const said = everyWords(every);
    if (meetingMonths !== undefined && months > meetingMonths)
      return {
        fail: PATH,
        message: {
          zh: `自定的会议间隔（${said.zh}），比通知要求的 ${meetingMonths} 个月长`,
          en: `The group’s own interval (${said.en}) is longer than the ${counted(meetingMonths, 'month')} that the notice asks`,
        },
        expected: { zh: `≤ ${meetingMonths} 个月`, en: `≤ ${counted(meetingMonths, 'month')}` },
        actual: said,
      };
    const { agreement } = pairing;
    const term = termOf(agreement);
    const termMonths = term && monthsFrom(firstOf(term.start), lastOf(term.end));
    if (termMonths !== undefined && months > termMonths)
      return {
        fail: PATH,
        message: {
          zh: `自定的会议间隔（${said.zh}）比整个帮扶期（${termMonths} 个月）还长`,
          en: `The group’s own interval (${said.en}) is longer than the whole term of ${counted(termMonths, 'month')}`,
        },
        expected: { zh: `≤ ${termMonths} 个月`, en: `≤ ${counted(termMonths, 'month')}` },
        actual: said,
      };
    const { established, meetings = [] } = leadingGroup;
    if (established !== undefined && isAfter(established, asOf))
      return { unknown: { zh: '领导小组的成立日期还没有到', en: 'the group is not founded yet on the as-of date' } };
    const end = term || agreement?.start === undefined ? (term ?? agreement)?.end : undefined;
    const until = (end && earliestOf([end, asOf])) ?? asOf;
    const held = candidates(meetings, ({ date }) => isAtMost(date, until)).map(({ member }) => member);
    const days = held.map((meeting) => attempt(() => meeting.date));
    // One that may be after the last day that counts makes no gap end later than that.
    const counting = (day: Day) => (isExact(until) ? day : (earliestOf([day, until]) ?? day));
    const dates = days.flatMap((day) => (day instanceof CannotTell ? [] : counting(day)));
    const open = days.flatMap((day) => (day instanceof CannotTell ? day : []));
    const hasMet = () => some(dates, (date) => isAtMost(date, until));
    const from = established ?? (hasMet() ? earliestOf(dates) : undefined);
    if (from === undefined && open[0]) throw open[0];
    if (from === undefined)
      return {
        unknown: { zh: '没有写成立日期，也没有会议', en: 'neither the date of the group nor a meeting is given' },
      };
    const none = held.length === 0;
    // One whose day cannot be read was held as well.
    const [dated, readably] = open[0] ? ['写清日期的', ' whose day can be read'] : ['', ''];
    const kept = () => {
      if (term && months > monthsFrom(lastOf(term.start), firstOf(term.end))) throw notToTheDay;
      return passing(() => ({
        expected: typeof every === 'string' ? said : { zh: `间隔 ≤ ${said.zh}`, en: `≤ ${said.en} apart` },
        actual: { zh: `开会 ${held.length} 次`, en: counted(held.length, 'meeting') },
      }));
    };
    if (typeof every === 'string') {
      const { without, due, why } = periodsWithout({ from, end, dates, asOf }, months);
      const next: Check = due === undefined ? kept : withDuty({ due, done: false, path: PATH }, kept);
      const [first] = without;
      // A meeting whose day cannot be read may have been in any period, but in no more than one.
      if (first && open[0] && without.length <= open.length) throw open[0];
      if (first === undefined && why) throw why;
      if (first === undefined) return next;
      return [
        next,
        {
          fail: PATH,
          fills: NEXT,
          message: {
            zh: `${none ? '还没有开过会：' : ''}自定${said.zh}开会，有 ${without.length} 段没有${dated}会议，最早的是 ${first.first} 到 ${first.last}`,
            en: `${none ? 'No meeting yet: the' : 'The'} group set itself to meet (${said.en}); ${counted(without.length, 'period')} without a meeting${readably}, the first ${first.first} – ${first.last}`,
          },
          expected: said,
          actual: `${first.first} – ${first.last}`,
        },
      ];
    }
    const gaps = gapsAtBest(from, dates, until, months);
    if (gaps.length === 0) {
      if (!isSurelyKept(from, dates, until, months)) throw notToTheDay;
    } else if (open[0]) {
      // A meeting whose day cannot be read may have been in any gap.
      const lacking = gaps.reduce((sum, { day, next }) => sum + meetingsLacking(lastOf(day), firstOf(next), months), 0);
      if (lacking <= open.length) throw open[0];
    }
    const answers = gaps.map(
      ({ day, next }): Answer => ({
        fail: PATH,
        fills: NEXT,
        message: {
          zh: `${none ? '还没有开过会：' : ''}${inChinese(day)} 到 ${inChinese(next)} 之间没有${dated ? `${dated}会议` : '开会'}，超过了自定的 ${months} 个月`,
          en: `${none ? 'No meeting yet: none' : `No meeting${readably}`} between ${inEnglish(day)} and ${inEnglish(next)}, longer than the group’s own ${counted(months, 'month')}`,
        },
        expected: { zh: `间隔 ≤ ${months} 个月`, en: `≤ ${counted(months, 'month')} apart` },
        actual: { zh: `${inChinese(day)} 至 ${inChinese(next)}`, en: `${inEnglish(day)} – ${inEnglish(next)}` },
      }),
    );
    const due = plusMonths(present(latestOf([from, ...dates]), 'last meeting'), months);
    // The term may end before another meeting is due.
    if (end !== undefined && lastOf(due) >= lastOf(end)) return [...answers, kept];
    return [...answers, withDuty({ due, done: false, path: PATH }, kept)];
  },
  words: ({ meetingMonths }) => ({
    title: { zh: '领导小组定期开会', en: 'The leading group meets regularly' },
    duty: { zh: '领导小组下一次会议', en: 'The leading group’s next meeting' },
    asks: {
      zh: `帮扶领导小组定期开会，研究需要解决的问题${meetingMonths === undefined ? '' : `，间隔不超过 ${meetingMonths} 个月`}。`,
      en: `The leading group meets regularly on what needs solving${meetingMonths === undefined ? '' : `, at least every ${counted(meetingMonths, 'month')}`}.`,
    },
    reading: {
      zh: `${meetingMonths === undefined ? '通知没有说多久算“定期”，按小组自己定的间隔判定' : '按小组自己定的间隔判定，没有定的按通知的间隔，定得比通知长的不符合'}：从成立（没有写的，从第一次会议）起，到判定日或帮扶期结束为止，每段间隔都不能超过；写“每季度”之类的，每个完整的自然季度（月、半年、年）都要有一次，没有过完的不催。判定日以后和帮扶期结束以后的会议不算；间隔比整个帮扶期还长的，不算定期。`,
      en: `${meetingMonths === undefined ? 'The notice does not say how often; the group’s own interval is taken' : 'The group’s own interval is taken, else that of the notice; a longer one fails'}, from its founding (else its first meeting) until the as-of date or the end of the term; “quarterly” and the like ask for a meeting in each whole calendar period that is over. Meetings after either do not count, and an interval longer than the term is none.`,
    },
    verdict: {
      zh: '写了领导小组的每对帮扶各判一次。从成立（没有写则从第一次会议）起，会议间隔都不超过自定月数即通过；没有写间隔不通过；成立日期和会议都没有，或者成立日期还没有到，算无法判断。',
      en: 'Each pairing with a leading group is judged. From its founding, or else its first meeting, no gap longer than the months it set itself passes. No interval fails; neither founding nor meeting, or a founding still to come, is unknown.',
    },
    missing: { zh: '领导小组没有写明：{items}', en: 'The leading group does not state: {items}' },
    remedy: {
      zh: '按自定间隔开会，开过的补进“会议”；没有定间隔的，写上“会议间隔月数”',
      en: 'Meet at the group’s interval and list every meeting; where none is set, give "meetingEvery"',
    },
  }),
});
