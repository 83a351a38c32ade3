import { daysBetween } from '../../calendar/date.ts';
import { defineDataRule } from '../../engine/rule.ts';
import { counted } from '../../model/finding.ts';
import { hours } from '../../notices/value-kinds.ts';

export default defineDataRule({
  id: 'data/daily-hours',
  severity: 'warning',
  reads: { hoursPerDay: hours },
  subject: 'session',
  on: (session) => session.offline,
  judge: ({ path, hours, period }, { hoursPerDay }) => {
    if (!period) return 'pass';
    const days = daysBetween(period.start, period.end);
    const most = hoursPerDay * days;
    return hours <= most
      ? 'pass'
      : {
          fail: `${path}/hours`,
          message: {
            zh: `线下 ${days} 天写了 ${hours} 学时，每天最多计 ${hoursPerDay} 学时，只能按 ${most} 学时计`,
            en: `${hours} class hours in ${counted(days, 'offline day')}; at most ${hoursPerDay} a day are credited, so only ${most} count`,
          },
          expected: `≤ ${most}`,
          actual: String(hours),
        };
  },
  words: ({ hoursPerDay }) => ({
    title: { zh: '每天线下学时不超过上限', en: 'Offline hours a day stay within the limit' },
    asks: {
      zh: `线下培训每天按 ${hoursPerDay} 学时计，多写的学时不计入。`,
      en: `An offline day counts as ${hoursPerDay} class hours; hours beyond that are not credited.`,
    },
    remedy: { zh: '核对学时，或者延长线下天数', en: 'Check the hours, or add offline days' },
  }),
});
