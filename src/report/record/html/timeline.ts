import type { CustomSeriesOption } from 'echarts/charts';
import { type CalendarDate, daysBetween } from '../../../calendar/date.ts';
import type { Activity } from '../../../model/evidence.ts';
import type { Deadline, Language } from '../../../model/finding.ts';
import { visible } from '../../../text/visible.ts';
import { width } from '../../../text/width.ts';
import { type State, stateOf } from '../../deadlines/deadlines.ts';
import { Markup } from '../../html/markup.ts';
import type { OwnerRecord } from '../record.ts';
import { svgOf } from './svg.ts';

/** Widths and heights in pixels; the SVG scales with its container. */
const WIDTH = 960;
const LABELS = 232;
const ROW = 30;
const TOP = 40;
const BOTTOM = 26;
/** Widest label of a row, in terminal cells. */
const LABEL_CELLS = 30;

type Shapes = NonNullable<
  Extract<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>, { children: unknown }>
>['children'];

interface Row {
  label: string;
  activity: Activity | undefined;
  deadlines: Deadline[];
}

/** One year of an owner as a picture: sessions and batches as bars, deadlines as diamonds, the days set for everybody as lines. */
export function timeline(record: OwnerRecord, year: number, asOf: CalendarDate, lang: Language): Markup {
  const rows = rowsOf(record, year, lang);
  const height = TOP + rows.length * ROW + BOTTOM;
  const first = `${year}-01-01`;
  const dayOf = (date: CalendarDate) => daysBetween(first, date) - 1;
  const last = dayOf(`${year + 1}-01-01`);
  const months = Array.from({ length: 12 }, (_, month) => dayOf(`${year}-${String(month + 1).padStart(2, '0')}-01`));
  const x = (day: number) => LABELS + ((WIDTH - LABELS - 14) * Math.max(0, Math.min(last, day))) / last;
  const option = {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: LABELS, right: 14, top: TOP, bottom: BOTTOM },
    xAxis: {
      type: 'value',
      min: 0,
      max: last,
      axisLine: { show: false },
      axisTick: { show: false, customValues: months },
      splitLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: {
        customValues: months.map((day) => day + 15),
        color: 'var(--muted)',
        fontSize: 13,
        formatter: (day: number) => {
          const month = months.filter((start) => start <= day).length;
          return lang === 'zh' ? `${month}月` : String(month);
        },
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: 'var(--line)' } },
      axisLabel: { color: 'var(--ink)', fontSize: 13, interval: 0, align: 'left', margin: LABELS - 4 },
    },
    series: [
      {
        type: 'custom',
        silent: true,
        data: [...rows.map((_, index) => [0, index]), [0, 0]],
        renderItem: ({ dataIndex }: { dataIndex: number }) => {
          const row = rows[dataIndex];
          return { type: 'group', children: row ? rowShapes(row, dataIndex) : lineShapes() };
        },
      },
    ],
  };
  return new Markup(tidied(svgOf(option, { width: WIDTH, height })));

  function rowShapes({ activity, deadlines }: Row, index: number): Shapes {
    const middle = TOP + index * ROW + ROW / 2;
    const bars = (activity?.parts ?? []).map(({ name, start, end }) => {
      const left = x(dayOf(start));
      const offline = name === 'offline';
      return {
        type: 'rect',
        shape: {
          x: left,
          y: middle - (offline ? 8 : 5),
          width: Math.max(5, x(dayOf(end) + 1) - left),
          height: offline ? 16 : 10,
          r: 2,
        },
        style: {
          fill: name === 'offline' ? 'var(--offline)' : name === 'online' ? 'var(--online)' : 'var(--card)',
          stroke: 'var(--offline)',
          lineWidth: 1.5,
          ...(name === 'batch' ? { lineDash: [4, 2] } : {}),
        },
      };
    });
    const worst = new Map<string, State>();
    const order: State[] = ['done', 'pending', 'overdue'];
    for (const deadline of deadlines) {
      const state = stateOf(deadline, asOf);
      const known = worst.get(deadline.due);
      if (!known || order.indexOf(state) > order.indexOf(known)) worst.set(deadline.due, state);
    }
    const marks = [...worst]
      .filter(([due]) => due.startsWith(`${year}-`))
      .map(([due, state]) => {
        const at = x(dayOf(due) + 0.5);
        const size = state === 'done' ? 3.5 : 6;
        return {
          type: 'polygon',
          shape: {
            points: [
              [at, middle - size],
              [at + size, middle],
              [at, middle + size],
              [at - size, middle],
            ],
          },
          style: {
            fill: state === 'overdue' ? 'var(--fail-bg)' : state === 'pending' ? 'var(--card)' : 'var(--muted)',
            stroke: state === 'overdue' ? 'var(--fail-edge)' : state === 'pending' ? 'var(--ink)' : 'var(--card)',
            lineWidth: state === 'done' ? 1 : 1.8,
          },
        };
      });
    // The offline part is often a day that the online part would cover.
    return [...bars.reverse(), ...marks] as Shapes;
  }

  function lineShapes(): Shapes {
    const days = record.milestones
      .filter((milestone) => milestone.year === year)
      .map(({ date, label }) => ({
        at: x(dayOf(date) + 1),
        text: `${shortDate(date)} ${label[lang]}`,
        color: 'var(--muted)',
        high: true,
      }));
    const today = asOf.startsWith(`${year}-`)
      ? [
          {
            at: x(dayOf(asOf) + 0.5),
            text: `${lang === 'zh' ? '判定日' : 'as of'} ${shortDate(asOf)}`,
            color: 'var(--accent)',
            high: false,
          },
        ]
      : [];
    return [...days, ...today].flatMap(({ at, text, color, high }) => [
      {
        type: 'line',
        shape: { x1: at, y1: high ? 18 : 36, x2: at, y2: height - BOTTOM },
        style: { stroke: color, lineWidth: 1.5, ...(high ? { lineDash: [5, 4] } : {}) },
      },
      {
        type: 'text',
        style: {
          text,
          x: Math.min(at, WIDTH - 60),
          y: high ? 9 : 28,
          align: 'center',
          verticalAlign: 'middle',
          fill: color,
          fontSize: 12,
          fontFamily: 'inherit',
        },
      },
    ]) as Shapes;
  }
}

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

/** The picture without what only a live chart needs: ids counted up in the process, hover styles, links to data. */
const tidied = (svg: string): string =>
  svg
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/<[^<>]+>/g, (tag) =>
      tag
        .replace(LIVE, '')
        .replace(/^<svg width="\d+" height="\d+"/, '<svg aria-hidden="true"')
        .replace(/(\d\.\d)\d+/g, '$1'),
    )
    .replaceAll('\n', '');

const LIVE = / (?:class|ecmeta_\w+|pointer-events|baseProfile|version|xmlns(?::\w+)?)="[^"]*"/g;
