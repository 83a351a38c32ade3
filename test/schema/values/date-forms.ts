import fc from 'fast-check';

/** Days of the years that records are about. */
export const days = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2089-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The weekday of a day, by the calendar of the language rather than that of the product. */
const weekday = (day: string): string => `${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;

/** A weekday behind a day, or none. */
export const withWeekday = (day: string, text: string): fc.Arbitrary<string> =>
  fc
    .constantFrom('', `周${weekday(day)}`, `星期${weekday(day)}`, `（周${weekday(day)}）`, ` (星期${weekday(day)})`)
    .map((name) => text + name);

/** The forms of a day. */
export const dateForms = (day: string): fc.Arbitrary<string> => {
  const [year, month, date] = day.split('-').map(Number);
  return fc
    .constantFrom(
      day,
      `${year}-${month}-${date}`,
      `${year}/${month}/${date}`,
      `${year}.${month}.${date}`,
      day.replaceAll('-', '.'),
      day.replaceAll('-', ''),
      `${year}年${month}月${date}日`,
      `${month}月${date}日`,
    )
    .chain((text) => withWeekday(day, text));
};
