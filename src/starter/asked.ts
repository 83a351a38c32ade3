import { type CalendarDate, yearOf } from '../calendar/date.ts';
import type { Config } from '../load/config.ts';
import type { Kind } from '../model/kinds.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Editions, noticeOf } from '../notices/edition.ts';
import type { StarterRequest } from './request.ts';

/** What a starter is asked for, as far as the one who asks says; `today` tells which year is meant where nothing does. */
export interface Asked extends Pick<StarterRequest, 'kind' | 'start' | 'base' | 'keys' | 'lang' | 'file' | 'options'> {
  year: number | undefined;
  today: CalendarDate;
}

/** What a starter of a kind has no use for. */
export const idleFor: Record<'base' | 'start' | 'year', readonly Kind[]> = {
  base: ['province', 'city-program'],
  start: ['city-program'],
  year: ['pairing'],
};

/** The request for a starter, with the editions that govern its year; throws a UsageError where its days cannot follow from the first. */
export function requestFor({ today, ...asked }: Asked, config: Config): StarterRequest {
  const { kind, start } = asked;
  const { editions } = config;
  const year = yearFor(asked, editions, yearOf(today));
  const edition = editions.governing(noticeOf(kind), kind === 'pairing' ? undefined : year);
  if (start !== undefined && !edition) {
    const known = editions.judging.filter(({ notice }) => notice === noticeOf(kind)).map((each) => each.edition);
    throw new UsageError(
      `没有适用于 ${year} 年度的通知（现有 ${known.join('、')}），推算不了日期；去掉 --start，或换一个年度`,
      `no notice governs the year ${year} (there is ${known.join(', ')}), so no dates follow from --start; leave it out, or choose another year`,
    );
  }
  return {
    ...asked,
    year,
    editions: {
      training: editions.governing('training', year),
      pairing: editions.governing('pairing'),
      haikou: kind === 'city-program' ? edition : undefined,
    },
    config,
  };
}

/** The year asked for, else that of the start, else this year where a notice governs it, else the last one that the newest notice governs. */
function yearFor({ kind, year, start }: Omit<Asked, 'today'>, editions: Editions, thisYear: number): number {
  const notice = noticeOf(kind);
  const newest = editions.newest(notice);
  if (year === undefined) {
    if (start !== undefined) return yearOf(start);
    if (kind === 'pairing') return newest ? yearOf(newest.issued) : 0;
    return editions.governing(notice, thisYear) ? thisYear : (newest?.governs.to ?? newest?.governs.from ?? thisYear);
  }
  if (start !== undefined && yearOf(start) !== year)
    throw new UsageError(`--start ${start} 不在 ${year} 年度里`, `--start ${start} is not in the year ${year}`);
  return year;
}
