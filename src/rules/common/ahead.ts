import type { CalendarDate } from '../../calendar/date.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { SessionSubject } from '../../records/session.ts';

/** How to mend preparation that began too late: a session that is still ahead can begin later. */
export const remedyAhead = (session: SessionSubject, asOf: CalendarDate): { remedy: Words } => ({
  remedy: readOr(() => session.isAhead(asOf), false)
    ? {
        zh: '核对日期；确实准备晚了的，推迟开班',
        en: 'Check the dates; if preparation did begin late, start the session later',
      }
    : {
        zh: '核对日期；日期没有写错的，已经补救不了，在备注里写明原因',
        en: 'Check the dates; if they are right it is past mending, so give the reason in the notes',
      },
});
