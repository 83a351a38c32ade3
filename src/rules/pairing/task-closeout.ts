import type { CalendarDate } from '../../calendar/date.ts';
import { from, inChinese, inEnglish, inWords, isAtMost, upTo } from '../../calendar/day.ts';
import { withDuty } from '../../engine/duty.ts';
import { type Answer, defineRule, judged, passing } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import { same } from '../../model/finding.ts';
import { reaches } from '../../model/range.ts';
import { listed } from '../../notices/value-kinds.ts';
import { lengthOf, readable } from '../../records/counting.ts';
import { labelOf, nameOf } from '../common/tasks.ts';

const isClosedBy = ({ closedOn }: { closedOn?: string }, asOf: CalendarDate): boolean =>
  closedOn !== undefined && isAtMost(closedOn, asOf);

export default defineRule({
  id: 'pairing/task-closeout',
  modality: 'must',
  subject: 'pairing',
  on: ({ pairing: { tasks } }) =>
    tasks?.map((task, index) => ({
      path: `/tasks/${index}`,
      label: labelOf(task, index),
      name: nameOf(task, index),
      task,
    })),
  judge: ({ path, label, name, task }, _, { asOf }) => {
    const id = readOr(() => task.id, '');
    const given = readOr(() => task.due, undefined);
    const isClosed = readOr(() => task.status, 'open') === 'closed';
    const done = readOr(() => isClosed && reaches(lengthOf(task.evidence), 1) && isClosedBy(task, asOf), false);
    const told = (answer: Answer): Answer =>
      given === undefined ? answer : withDuty({ due: given, done, path: `${path}/due`, part: { id, label } }, answer);
    if (!isClosed)
      return () => {
        const { due } = task;
        if (due === undefined) return { missing: `${path}/due` };
        if (isAtMost(asOf, due)) return told({ pending: due });
        return told({
          fail: `${path}/due`,
          message: {
            zh: `${name.zh}期限 ${inChinese(due)} 已过，还没有销号`,
            en: `${name.en} was due on ${inEnglish(due)} and is still open`,
          },
          expected: from(asOf),
          actual: inWords(due),
        });
      };
    return [
      () => told(task.due === undefined ? { missing: `${path}/due` } : 'pass'),
      () => {
        const { evidence } = task;
        if (!reaches(lengthOf(evidence), 1)) return told({ missing: `${path}/evidence` });
        const shown = () => ({
          expected: { zh: '有佐证', en: 'evidence' },
          actual: listed(readable(evidence).map(same)),
        });
        return told(passing(shown));
      },
      () => {
        const { closedOn } = task;
        if (closedOn === undefined) return told({ missing: `${path}/closedOn` });
        return told(
          judged(isClosedBy(task, asOf), () => ({
            fail: `${path}/closedOn`,
            message: {
              zh: `${name.zh}写着已销号，销号日期 ${inChinese(closedOn)} 却还没到`,
              en: `${name.en} is closed, yet on ${inEnglish(closedOn)}, a day still to come`,
            },
            expected: upTo(asOf),
            actual: inWords(closedOn),
          })),
        );
      },
    ];
  },
  words: () => ({
    title: { zh: '任务按期销号', en: 'Tasks are closed in time' },
    asks: {
      zh: '任务清单实行销号管理：每条任务有期限，完成一条销一条。',
      en: 'Tasks are managed by closing them: each has a due day and is closed when done.',
    },
    reading: {
      zh: '销号要写销号日期和佐证；期限当天还不算过期，晚销号不另外提出。',
      en: 'Closing takes a date and evidence; the due day itself is not late, and a task closed late counts as closed.',
    },
    verdict: {
      zh: '每项任务各判一次。已销号的要有不晚于判定日的销号日期和佐证；未完成的，期限前算未到期，过了期限不通过；没有写期限不通过。',
      en: 'Each task is judged. A closed one needs a date of closing no later than the as-of date and evidence; an open one is pending up to its due day and fails after it. Without a due day it fails.',
    },
    missing: { zh: '任务没有写明：{items}', en: 'The task does not state: {items}' },
    remedy: {
      zh: '完成的把“状态”写成已销号，附上销号日期和佐证；没有完成的尽快落实，经双方商定的新期限写进“期限”',
      en: 'Close what is done, with closedOn and evidence; for the rest write the new due day both sides agreed on',
    },
  }),
});
