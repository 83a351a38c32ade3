import { isCalendarDate, yearOf } from '../calendar/date.ts';
import { same } from '../model/finding.ts';
import { boundsOf, type Edition, governedInWords, overlaps } from '../notices/edition.ts';
import { unnamed } from './begin.ts';
import type { Mistake } from './edition-text.ts';
import { isRead } from './values.ts';

/** The number, the date and the years: they are those of no other edition. */
export function heading(edition: Edition, editions: readonly Edition[]): Mistake[] {
  const { document, issued, governs, notice } = edition;
  const year = governs.from ?? yearOf(issued);
  const mistakes: Mistake[] = [];
  const others = editions.filter((each) => each.notice === notice);
  const sameNumber = others.find((other) => other.document.zh === document.zh);
  if (document.zh === unnamed(year).zh || document.zh === unnamed(yearOf(issued)).zh || /待填/.test(document.zh))
    mistakes.push({
      rule: 'edition/heading',
      path: '/document',
      atKey: true,
      message: { zh: '文号和标题还没有填', en: 'The number and title of the document are not filled in' },
      remedy: {
        zh: '照新通知写，例如“某函〔2025〕1号（标题）”',
        en: 'Write them as the notice has them, such as "No. 1 [2025] (title)"',
      },
    });
  else if (sameNumber)
    mistakes.push({
      rule: 'edition/heading',
      severity: 'warning',
      path: '/document',
      atKey: true,
      message: {
        zh: `文号和标题与“${sameNumber.edition}”版一样`,
        en: `The number and title are those of the edition ${sameNumber.edition}`,
      },
      remedy: { zh: '照新通知改', en: 'Write those of the new notice' },
    });
  const sameDay = others.find((other) => other.issued === issued);
  if (sameDay)
    mistakes.push({
      rule: 'edition/heading',
      severity: 'warning',
      path: '/issued',
      message: {
        zh: `印发日期 ${issued} 与“${sameDay.edition}”版一样`,
        en: `It was issued on ${issued}, the day of the edition ${sameDay.edition}`,
      },
      remedy: {
        zh: '照新通知改；几个版本都管的年度，按印发日期最晚的判',
        en: 'Write that of the new notice; of editions that govern one year, the one issued last judges',
      },
    });
  const { from, to } = boundsOf(governs);
  if (from > to)
    mistakes.push({
      rule: 'edition/years',
      path: '/governs',
      message: {
        zh: `适用年度从 ${from} 到 ${to}，没有一年在内`,
        en: `It governs from ${from} to ${to}, which is no year at all`,
      },
      remedy: { zh: 'from 写开头一年，to 写最后一年', en: 'Write the first year as "from" and the last as "to"' },
    });
  // A pair is judged by the notice in force when its agreement was signed, whatever years editions name.
  const overlapping = notice === 'pairing' ? undefined : others.find((other) => overlaps(governs, other.governs));
  if (overlapping) {
    const [wins, loses] = issued >= overlapping.issued ? [edition, overlapping] : [overlapping, edition];
    const shared = governedInWords(shareOf(governs, overlapping.governs));
    mistakes.push({
      rule: 'edition/years',
      severity: 'warning',
      path: '/governs',
      message: {
        zh: `“${overlapping.edition}”版也管 ${shared.zh || '同样的年度'}；两版都管的，按印发晚的“${wins.edition}”版判，“${loses.edition}”版不起作用`,
        en: `The edition ${overlapping.edition} governs ${shared.en || 'the same years'} too; there the one issued later, ${wins.edition}, judges and ${loses.edition} does not`,
      },
      remedy: {
        zh: '是更正或代替那一版的，不用改；不是的，核对适用年度',
        en: 'If it corrects or replaces that one, leave it so; else check the years',
      },
    });
  }
  return mistakes;
}

type Governs = Edition['governs'];

function shareOf(one: Governs, other: Governs): Governs {
  const from = Math.max(boundsOf(one).from, boundsOf(other).from);
  const to = Math.min(boundsOf(one).to, boundsOf(other).to);
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(to) ? { to } : {}) };
}

/**
 * What may be right but is most likely not: an issue, or a date, after the years governed. Dates before them keep an edition
 * from judging.
 */
export function years(edition: Edition): Mistake[] {
  const { governs, issued, values } = edition;
  const { from, to } = boundsOf(governs);
  if (from > to) return [];
  const governed = governedInWords(governs);
  const mistakes: Mistake[] = [];
  if (yearOf(issued) > to)
    mistakes.push({
      rule: 'edition/years',
      severity: 'warning',
      path: '/issued',
      message: {
        zh: `印发日期 ${issued} 晚于适用年度（${governed.zh}）`,
        en: `It was issued on ${issued}, after the years that it governs: ${governed.en}`,
      },
      remedy: { zh: '核对印发日期和适用年度', en: 'Check the date and the years' },
    });
  for (const [name, { value }] of Object.entries(values)) {
    if (typeof value !== 'string' || !isCalendarDate(value) || yearOf(value) <= to || !isRead(edition, name)) continue;
    mistakes.push({
      rule: 'edition/years',
      severity: 'warning',
      path: `/values/${name}/value`,
      message: {
        zh: `${value} 晚于适用年度（${governed.zh}）`,
        en: `${value} is after the years that the edition governs (${governed.en})`,
      },
      remedy: { zh: '核对年份；通知就是这样写的，不用改', en: 'Check the year; if the notice says so, leave it' },
      actual: same(value),
    });
  }
  return mistakes;
}
