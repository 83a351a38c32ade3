import { plusMonths } from '../../calendar/date.ts';
import { withDuty } from '../../engine/duty.ts';
import { type Answer, defineRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { present } from '../../model/present.ts';

export default defineRule({
  id: 'pairing/meetings',
  modality: 'must',
  subject: 'pairing',
  on: ({ pairing: { agreement, leadingGroup } }) => leadingGroup && { agreement, leadingGroup },
  judge: (
    { agreement: { start, end } = {}, leadingGroup: { established, meetingEvery, meetings = [] } },
    _,
    { asOf },
  ) => {
    if (meetingEvery === undefined) {
      return { missing: '/leadingGroup/meetings', label: { zh: '会议间隔月数', en: 'meetingEvery' } };
    }
    const termEnd = start !== undefined && end !== undefined && end < start ? undefined : end;
    const until = termEnd !== undefined && termEnd < asOf ? termEnd : asOf;
    const held = meetings
      .map(({ date }) => date)
      .filter((date) => date <= until)
      .sort();
    const days = established === undefined ? held : [established, ...held.filter((date) => date > established)];
    if (days.length === 0)
      return {
        unknown: { zh: '没有写成立日期，也没有会议', en: 'neither the date of the group nor a meeting is given' },
      };
    const answers = days.flatMap((day, index): Answer[] => {
      const next = days[index + 1] ?? until;
      return next <= plusMonths(day, meetingEvery)
        ? []
        : [
            {
              fail: '/leadingGroup/meetings',
              message: {
                zh: `${day} 到 ${next} 之间没有开会，超过了自定的 ${meetingEvery} 个月`,
                en: `No meeting between ${day} and ${next}, longer than the group’s own ${counted(meetingEvery, 'month')}`,
              },
              expected: { zh: `间隔 ≤ ${meetingEvery} 个月`, en: `≤ ${counted(meetingEvery, 'month')} apart` },
              actual: `${day} – ${next}`,
            },
          ];
    });
    const due = plusMonths(present(days.at(-1), 'last meeting'), meetingEvery);
    // The term may end before another meeting is due.
    if (termEnd !== undefined && due >= termEnd) return answers;
    return [...answers, withDuty({ due, done: false, path: '/leadingGroup/meetings' }, 'pass')];
  },
  words: {
    title: { zh: '领导小组定期开会', en: 'The leading group meets regularly' },
    duty: { zh: '领导小组下一次会议', en: 'The leading group’s next meeting' },
    asks: {
      zh: '帮扶领导小组定期开会，研究需要解决的问题。',
      en: 'The leading group meets regularly on what needs solving.',
    },
    reading: {
      zh: '通知没有说多久算“定期”，按小组自己定的间隔判定：从成立（没有写的，从第一次会议）起，到判定日或帮扶期结束为止，每段间隔都不能超过。',
      en: 'The notice does not say how often; the group’s own interval is taken, from its founding (else its first meeting) until the as-of date or the end of the term.',
    },
    verdict: {
      zh: '写了领导小组的每对帮扶各判一次。从成立（没有写则从第一次会议）起，会议间隔都不超过自定月数即通过；没有写间隔不通过，成立日期和会议都没有算无法判断。',
      en: 'Each pairing with a leading group is judged. From its founding, or else its first meeting, no gap longer than the months it set itself passes. No interval fails; neither founding nor meeting is unknown.',
    },
    missing: { zh: '领导小组没有写明：{items}', en: 'The leading group does not state: {items}' },
    remedy: {
      zh: '按自定间隔开会，开过的补进“会议”；没有定间隔的，写上“会议间隔月数”',
      en: 'Meet at the group’s interval and list every meeting; where none is set, give "meetingEvery"',
    },
  },
});
