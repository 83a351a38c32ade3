import { type CalendarDate, daysBetween } from '../../../calendar/date.ts';
import type { Activity } from '../../../model/evidence.ts';
import type { Deadline, Language } from '../../../model/finding.ts';
import { visible } from '../../../text/visible.ts';
import { width } from '../../../text/width.ts';
import { type State, stateOf } from '../../deadlines/deadlines.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { OwnerRecord } from '../record.ts';

/** Widths and heights in pixels; the SVG scales with its container. */
const WIDTH = 960;
const LABELS = 232;
const RIGHT = WIDTH - 14;
const ROW = 30;
const TOP = 40;
const BOTTOM = 26;
/** Widest label of a row, in terminal cells. */
const LABEL_CELLS = 30;

interface Row {
  label: string;
  activity: Activity | undefined;
  deadlines: Deadline[];
}

/**
 * One year of an owner as a picture: sessions and batches as bars, deadlines as diamonds, the days set for everybody as lines.
 * A record of thousands has as many pictures, so that what repeats is said by the style of the page (class `year`).
 */
export function timeline(record: OwnerRecord, year: number, asOf: CalendarDate, lang: Language): Markup {
  const rows = rowsOf(record, year, lang);
  const bottom = TOP + rows.length * ROW;
  const first = `${year}-01-01`;
  const dayOf = (date: CalendarDate) => daysBetween(first, date) - 1;
  const last = dayOf(`${year + 1}-01-01`);
  const months = Array.from({ length: 12 }, (_, month) => dayOf(`${year}-${String(month + 1).padStart(2, '0')}-01`));
  const x = (day: number) => LABELS + ((RIGHT - LABELS) * Math.max(0, Math.min(last, day))) / last;
  const middleOf = (row: number) => TOP + row * ROW + ROW / 2;
  const grid = [
    ...rows.map((_, row) => `M${LABELS} ${TOP + (row + 1) * ROW}H${RIGHT}`),
    ...months.map((day) => `M${short(x(day))} ${TOP}V${bottom}`),
  ];
  const names = months.map(
    (day, month) => html`<tspan x="${short(x(day + 15))}">${month + 1}${lang === 'zh' && '月'}</tspan>`,
  );
  const days = record.milestones
    .filter((milestone) => milestone.year === year)
    .map(({ date, label }) => line(x(dayOf(date) + 1), 'set', `${shortDate(date)} ${label[lang]}`, 9));
  const today =
    asOf.startsWith(`${year}-`) &&
    line(x(dayOf(asOf) + 0.5), 'today', `${lang === 'zh' ? '判定日' : 'as of'} ${shortDate(asOf)}`, 28);
  return html`<svg class="year" aria-hidden="true" viewBox="0 0 ${WIDTH} ${bottom + BOTTOM}"><path class="grid" d="${grid.join('')}"/>${rows.map(({ label }, row) => html`<text x="4" y="${middleOf(row)}">${label}</text>`)}<text class="months" y="${bottom + 14}">${names}</text>${rows.map((row, index) => [bars(row, middleOf(index)), marks(row, middleOf(index))])}${days}${today}</svg>`;

  function bars({ activity }: Row, middle: number): Markup[] {
    // The offline part is often a day that the online part would cover, so it is drawn last.
    return (activity?.parts ?? []).toReversed().map(({ name, start, end }) => {
      const left = x(dayOf(start));
      const half = name === 'offline' ? 8 : 5;
      const wide = Math.max(5, x(dayOf(end) + 1) - left);
      return html`<rect class="${name}" x="${short(left)}" y="${middle - half}" width="${short(wide)}" height="${2 * half}" rx="2"/>`;
    });
  }

  function marks({ deadlines }: Row, middle: number): Markup[] {
    const worst = new Map<string, State>();
    const order: State[] = ['done', 'pending', 'overdue'];
    for (const deadline of deadlines) {
      const state = stateOf(deadline, asOf);
      const known = worst.get(deadline.due);
      if (!known || order.indexOf(state) > order.indexOf(known)) worst.set(deadline.due, state);
    }
    return order.flatMap((state) => {
      const size = state === 'done' ? 3.5 : 6;
      const shapes = [...worst]
        .filter(([due, its]) => its === state && due.startsWith(`${year}-`))
        .map(
          ([due]) =>
            `M${short(x(dayOf(due) + 0.5))} ${middle - size}l${size} ${size}l-${size} ${size}l-${size}-${size}z`,
        );
      return shapes.length > 0 ? html`<path class="${state}" d="${shapes.join('')}"/>` : [];
    });
  }

  /** A day as a line from under its name, which stands at a height, down to the months. */
  function line(at: number, kind: string, text: string, height: number): Markup {
    return html`<path class="${kind}" d="M${short(at)} ${height + 9}V${bottom}"/><text class="${kind}" x="${short(Math.min(at, WIDTH - 60))}" y="${height}">${text}</text>`;
  }
}

/** A length to a tenth of a pixel. */
const short = (length: number): string => String(Math.round(length * 10) / 10);

const shortDate = (date: CalendarDate): string => date.slice(5);

/** The sessions and batches of a year in order of their first day, then a row for what is due besides. */
function rowsOf({ activities, deadlines, owner }: OwnerRecord, year: number, lang: Language): Row[] {
  const open = new Set(deadlines);
  const rows: Row[] = activities
    .filter((activity) => activity.year === year)
    .sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))
    .map((activity) => {
      const own = deadlines.filter(({ subject, file }) => subject === activity.id && file === activity.file);
      for (const deadline of own) open.delete(deadline);
      return { label: cut([activity.id, activity.title].filter(Boolean).join(' ')), activity, deadlines: own };
    });
  const besides = [...open].filter(({ due, subject }) => subject === owner && due.startsWith(`${year}-`));
  if (besides.length > 0)
    rows.push({ label: lang === 'zh' ? '其他期限' : 'other deadlines', activity: undefined, deadlines: besides });
  return rows;
}

/** First day of an activity. */
export const startOf = ({ parts }: Activity): CalendarDate => parts.map(({ start }) => start).sort()[0] ?? '';

function cut(label: string): string {
  const characters = [...visible(label)];
  let shown = '';
  for (const character of characters) {
    if (width(shown + character) > LABEL_CELLS) return `${shown}…`;
    shown += character;
  }
  return shown;
}
