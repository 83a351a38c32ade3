import { dateInChina, isCalendarDate, yearOf } from '../calendar/date.ts';
import type { Config } from '../load/config.ts';
import type { Words } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { version } from '../model/version.ts';
import { kinds, titleOf } from '../schema/vocabulary/shape.ts';
import { idleFor, requestFor } from '../starter/asked.ts';
import { starter } from '../starter/starter.ts';
import { saidHere } from './here.ts';
import type { Choices, Made, StarterAsked } from './requests.ts';

/** What the forms of the page offer, in both languages: who changes the language waits for nothing. */
export function choicesIn({ editions, bases }: Config): Choices {
  const today = dateInChina(new Date());
  const governed = editions.all
    .filter(({ notice }) => notice === 'training')
    .flatMap(({ governs: { from, to }, issued }) => {
      const first = from ?? yearOf(issued);
      const last = to ?? Math.max(first, yearOf(today) + 1);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
  return {
    today,
    version,
    bases: [...new Set(bases.names.map((name) => bases.canonicalName(name)))],
    kinds: kinds.map(({ code, title }) => ({
      kind: code,
      title: { zh: title, en: code },
      takes: {
        base: !idleFor.base.includes(code),
        year: !idleFor.year.includes(code),
        start: !idleFor.start.includes(code),
      },
    })),
    years: [...new Set(governed)].sort(),
  };
}

/** A starter as a file; what its kind has no use for is passed over. */
export async function starterFor(
  { kind, as, lang, base, year, start }: StarterAsked,
  config: Config,
): Promise<Made & { notes: string[] }> {
  if (start && !isCalendarDate(start))
    throw new UsageError(
      `第一天要写日历上有的日期，例如 2024-05-08，现在是“${start}”`,
      `the first day takes a calendar date such as 2024-05-08, found "${start}"`,
    );
  const used = <Value>(option: keyof typeof idleFor, value: Value | undefined) =>
    value && !idleFor[option].includes(kind) ? value : undefined;
  const said = (notes: readonly Words[]) => notes.map((words) => saidHere(words[lang], lang));
  const name = `${lang === 'zh' ? titleOf(kind) : kind}.${as}`;
  const request = requestFor(
    {
      kind,
      year: used('year', year),
      start: used('start', start),
      base: used('base', base),
      keys: lang,
      lang,
      file: name,
      today: dateInChina(new Date()),
    },
    config,
  );
  if (as === 'xlsx') {
    const { starterWorkbook } = await import('../starter/workbook/starter-workbook.ts');
    const { bytes, notes } = await starterWorkbook(request);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { name, type, bytes, notes: said(notes) };
  }
  const { text, notes } = starter(request);
  return { name, type: 'text/yaml', bytes: new TextEncoder().encode(text), notes: said(notes) };
}
