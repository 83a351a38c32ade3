import { defineRule } from '../../engine/rule.ts';
import { annexTable } from '../../notices/tables.ts';

export default defineRule({
  id: 'training/annex-host',
  clause: 'annex',
  modality: 'must',
  reads: { annex: annexTable },
  subject: 'session',
  on: (session, { annex }, { canonicalName }) => {
    const row = session.provincial && annex.find(({ category }) => category === session.category);
    return row && { session, host: canonicalName(row.host) };
  },
  judge: ({ session, host }, _, { set }) => {
    if (session.organiser === host) return 'pass';
    const hosted = set
      .provincialSessions(session.year)
      .some((other) => other.category === session.category && other.organiser === host);
    return hosted
      ? 'pass'
      : {
          fail: session.at('host'),
          message: {
            zh: `这类省级培训由“${host}”承办，现在是“${session.organiser}”`,
            en: `Provincial sessions of this category are hosted by "${host}", not by "${session.organiser}"`,
          },
          expected: host,
          actual: session.organiser ?? '',
        };
  },
  words: {
    title: { zh: '承办单位与附件一致', en: 'The host is the annex’s' },
    asks: {
      zh: '附件为每类省级培训班指定了承办单位。',
      en: 'The annex names a host for each category of provincial session.',
    },
    reading: {
      zh: '同一类别已有一期由附件指定的单位承办的，另加的期次由别的单位承办也可以。',
      en: 'Where the annex’s host holds one session of the category, further ones may be held by others.',
    },
    verdict: {
      zh: '类别在附件里的每期省级班各判一次。没有写承办单位的，以所在计划的基地为承办单位。',
      en: 'Each provincial session whose category is in the annex is judged. Without a host, the base of its plan is the host.',
    },
    remedy: {
      zh: '核对“承办单位”；附件指定的那一期要在同一批文件里',
      en: 'Check "host"; the session held by the annex’s host must be in the checked set',
    },
  },
});
