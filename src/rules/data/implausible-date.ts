import { plusYears } from '../../calendar/date.ts';
import { type Day, firstOf, inChinese, inEnglish, inWords, isSurelyBefore, lastOf } from '../../calendar/day.ts';
import { endsOf } from '../../calendar/span.ts';
import { defineDataRule } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { SessionSubject } from '../../records/session.ts';
import type { RecordSubject } from '../../records/subjects.ts';
import { itemShape, type ObjectShape, type Property, type Shape, shapeOfKind } from '../../schema/vocabulary/shape.ts';

/** A date of a record. */
interface DateOf {
  path: string;
  /** What it is the date of, from the session or the record, without the places in lists. */
  of: string;
  day: Day;
  session: SessionSubject | undefined;
  /** The days between which it is expected, and what these are. */
  expected: { first: Day; last: Day; of: Words } | undefined;
}

/** What the dates of a session, a batch or the rest of a record share, and the list that they go to. */
interface Within extends Pick<DateOf, 'session' | 'expected'> {
  dates: DateOf[];
}

/** What may lie years away, until when something holds; and what is gathered for each session and batch by itself. */
const PASSED_OVER = ['validUntil', 'expires', 'sessions', 'outOfProvince'];

/** What has been done where it is dated. */
const DONE =
  /^\/(?:certification\/date|summary\/submitted|publicity\/date|bulletin|agreement\/filed|plan\/adopted|surveys\/date|tasks\/closedOn|evaluations\/date)$/;

/** What has been done once a session is over. */
const DONE_ONCE_OVER = /^\/(?:preparation\/|exam\/sittings\/date$)/;

/** What is not before a session begins. */
const SINCE_START = /^\/(?:exam\/sittings\/date|certification\/date|summary\/submitted)$/;

const datedIn = new WeakMap<ObjectShape, readonly Property[]>();

/** The keys of an object under which dates may stand. */
function datedProperties(shape: ObjectShape): readonly Property[] {
  const known = datedIn.get(shape);
  if (known) return known;
  const dated = shape.properties.filter(({ name, shape: of }) => !PASSED_OVER.includes(name) && holdsDates(of));
  datedIn.set(shape, dated);
  return dated;
}

function holdsDates(shape: Shape): boolean {
  const items = itemShape(shape);
  return items.type === 'object' ? datedProperties(items).length > 0 : items.type === 'text' && items.format !== 'text';
}

/** What stands under a key; undefined where it cannot be read. */
const valueIn = (value: object, key: string | number): unknown =>
  readOr(() => (value as Record<string | number, unknown>)[key], undefined);

/** Gathers the dates in a value; what cannot be read is passed over. */
function gather(within: Within, value: unknown, shape: Shape, path: string, of: string): void {
  const items = itemShape(shape);
  if (Array.isArray(value)) {
    for (const place of value.keys()) gather(within, valueIn(value, place), items, `${path}/${place}`, of);
  } else if (items.type === 'object' && typeof value === 'object' && value !== null) {
    for (const { name, shape: asked } of datedProperties(items)) {
      const inside = valueIn(value, name);
      if (inside !== undefined) gather(within, inside, asked, `${path}/${name}`, `${of}/${name}`);
    }
  } else if (typeof value === 'string' && holdsDates(items)) {
    const { dates, session, expected } = within;
    const { start, end } = endsOf(value);
    dates.push({ path, of, day: start, session, expected });
    if (end !== start) dates.push({ path, of, day: end, session, expected });
  }
}

function datesOf({ data, sessions, batches }: RecordSubject): DateOf[] {
  // Of a city's dates each may lie in any year.
  if (data.kind === 'city-program') return [];
  const dates: DateOf[] = [];
  const expected = data.kind === 'pairing' ? termOf(data.agreement) : yearsAbout(data.year);
  const root = shapeOfKind(data.kind) as ObjectShape;
  const add = (value: unknown, shape: Shape | undefined, path: string, session?: SessionSubject) => {
    if (shape) gather({ dates, session, expected }, value, shape, path, '');
  };
  if (data.kind !== 'session') add(data, root, '');
  const ofSession = data.kind === 'session' ? root : itemShape(root.keys.get('sessions')?.shape);
  for (const session of sessions) add(session.session, ofSession, session.path, session);
  for (const { batch, path } of batches) add(batch, itemShape(root.keys.get('outOfProvince')?.shape), path);
  return dates;
}

/** From a year before a year to a year after it. */
const yearsAbout = (year: number): DateOf['expected'] => ({
  first: `${year - 1}-01-01`,
  last: `${year + 1}-12-31`,
  of: { zh: ` ${year} 年度`, en: `the year ${year}` },
});

/** From a year before a pairing's term to a year after it; undefined where its term is not known. */
function termOf(agreement: { start?: string; end?: string } = {}): DateOf['expected'] {
  const [start, end] = [readOr(() => agreement.start, undefined), readOr(() => agreement.end, undefined)];
  if (start === undefined || end === undefined || lastOf(end) < firstOf(start)) return undefined;
  return {
    first: plusYears(firstOf(start), -1),
    last: plusYears(lastOf(end), 1),
    of: {
      zh: `协议期限（${inChinese(start)} 至 ${inChinese(end)}）`,
      en: `the term agreed (${inEnglish(start)} to ${inEnglish(end)})`,
    },
  };
}

export default defineDataRule({
  id: 'data/implausible-date',
  severity: 'warning',
  subject: 'record',
  on: (record) => (record.duplicateOf ? [] : datesOf(record)),
  judge: ({ path, of, day, session, expected }, _, { asOf }) => {
    const wrong = (message: Words, asked: Words) => ({ fail: path, message, expected: asked, actual: inWords(day) });
    if (expected && (isSurelyBefore(day, expected.first) || isSurelyBefore(expected.last, day)))
      return wrong(
        {
          zh: `${inChinese(day)} 和${expected.of.zh}相差一年以上，是不是写错了？`,
          en: `${inEnglish(day)} is more than a year away from ${expected.of.en}: is it right?`,
        },
        { zh: `${expected.first} 至 ${expected.last}`, en: `${expected.first} to ${expected.last}` },
      );
    const start = SINCE_START.test(of) ? readOr(() => session?.period?.start, undefined) : undefined;
    if (start !== undefined && isSurelyBefore(day, start))
      return wrong(
        {
          zh: `${inChinese(day)} 还没有开班（${inChinese(start)} 开班）`,
          en: `On ${inEnglish(day)} the session had not begun (it begins on ${inEnglish(start)})`,
        },
        { zh: `${inChinese(start)} 及以后`, en: `${inEnglish(start)} or later` },
      );
    const isDone = () =>
      DONE.test(of) || (DONE_ONCE_OVER.test(of) && readOr(() => session?.isOver(asOf), false) === true);
    return isSurelyBefore(asOf, day) && isDone()
      ? wrong(
          {
            zh: `${inChinese(day)} 还没有到（判定日 ${asOf}），不会是已经办了的日期`,
            en: `${inEnglish(day)} is still to come (judged as of ${asOf}), so nothing was done on it`,
          },
          { zh: `${asOf} 及以前`, en: `${asOf} or earlier` },
        )
      : 'pass';
  },
  words: () => ({
    title: { zh: '日期合情理', en: 'Dates are plausible' },
    asks: {
      zh: '日期和记录的年度（结对帮扶是协议期限）前后相差不超过一年；备案、报送、发证、报道、通报、制定、调研、评估、销号这些已经办了的事，日期不在判定日之后，培训班结束了的，准备和考核的日期也一样；考核、授证和总结不早于开班。',
      en: 'A date lies within a year of the record’s year (of a pairing, its term). What has been done (filed, submitted, issued, published, adopted, surveyed, evaluated, closed) is not dated after the day judged, nor are the preparation and the exam of a session that is over. An exam, certificate or summary is not dated before its session begins.',
    },
    reading: {
      zh: '证书有效期、豁免到期、科室设置和印发日期可以在任何年份。判定日之后的领导小组会议、签订和成立日期算计划，不提示。还没有定到日的日期，整段都不合情理才提示。',
      en: 'Until when a certificate or waiver holds, since when a department is, and when guidance was issued may lie in any year. Meetings, a signing and a founding after the day judged are planned, and not told. A date not known to the day is told where no day of it would do.',
    },
    remedy: {
      zh: '核对日期，多半是年份或月份写错了；还没有办的事，先不写日期',
      en: 'Check the date; most often the year or the month is mistyped. Leave out the date of what is still to be done',
    },
  }),
});
