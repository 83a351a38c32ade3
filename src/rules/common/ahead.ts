import type { CalendarDate } from '../../calendar/date.ts';
import { type Day, lastOf } from '../../calendar/day.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { SessionSubject } from '../../records/session.ts';

/** How to mend preparation that began too late: a session that is still ahead can begin later. */
const startLater: Words = {
  zh: '核对日期；确实准备晚了的，推迟开班',
  en: 'Check the dates; if preparation did begin late, start the session later',
};

/** What is left where something was done on a day too late. */
const doneLate: Words = {
  zh: '核对日期；日期没有写错的，已经补救不了，在备注里写明原因',
  en: 'Check the dates; if they are right it is past mending, so give the reason in the notes',
};

/** How to mend a planned day that is later than it may be. */
const planEarlier: Words = {
  zh: '核对日期，改到期限以内',
  en: 'Check the date and move it into the time allowed',
};

/** How to mend a day on which something cannot have been done yet. */
export const doneTooSoon: Words = {
  zh: '核对日期，改成实际的那一天',
  en: 'Check the dates and give the day on which it was done',
};

/** How to mend preparation that was too late for a session; one that has begun can't be moved. */
export const remedyAhead = (session: SessionSubject, asOf: CalendarDate): { remedy: Words } => ({
  remedy: readOr(() => session.isAhead(asOf), false) ? startLater : doneLate,
});

/** How to mend a day after the one on which something was due: as given while that one, and so the later one, is still to come. */
export const remedyLate = (due: Day, asOf: CalendarDate, ahead: Words = planEarlier): { remedy: Words } => ({
  remedy: asOf <= lastOf(due) ? ahead : doneLate,
});

/** How to mend a count that was to be reached by a day that is past: what was held may only be missing here. */
export const deadlinePassed: Words = {
  zh: '期限已过：办了没有写的，补写进来；确实没有办的，在备注里写明原因',
  en: 'The day is past: add what was held and is not written; if it was not held, give the reason in the notes',
};

/** What is left where a session that is over was not as asked: what stands there may be wrong. */
export const pastMending: Words = {
  zh: '核对所写的内容；没有写错的，已经补救不了，在备注里写明原因',
  en: 'Check what is written; if it is right it is past mending, so give the reason in the notes',
};

/** What is left where a session that is over does not say what stood in it, or says something else than is asked. */
export const addOrCorrect: Words = {
  zh: '漏写的补上，写错的改过来；都不是的，已经补救不了，在备注里写明原因',
  en: 'Add what is not written and correct what is written wrong; what is neither is past mending, so give the reason in the notes',
};

/** What is left where a session that is over does not say what was to be done for it. */
export const addWhatWasDone: Words = {
  zh: '做过没有写的，补写进来；确实没有做的，在备注里写明原因',
  en: 'Add what was done and is not written; if it was not done, give the reason in the notes',
};

/** What is left where a session that is over was shorter than asked. */
export const makeUpHours: Words = {
  zh: '漏写的学时补写进来；确实不足的，安排补训，或在备注里写明原因',
  en: 'Add hours that were held and are not written; if they were too few, make them up or give the reason in the notes',
};
