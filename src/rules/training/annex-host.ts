import { defineRule } from '../../engine/rule.ts';
import { annexTable } from '../../notices/tables.ts';
import { ofEachCategory } from '../common/annex-row.ts';

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
  hints: ({ annex }, { clauses }) => {
    const hosts = ofEachCategory(annex, ({ host }) => host);
    return {
      '/host': { zh: `省级各班由${clauses.zh}指定：${hosts.zh}`, en: `assigned: ${hosts.en}`, level: 'provincial' },
    };
  },
  words: (_, { clauses }) => ({
    title: { zh: `承办单位与${clauses.zh}一致`, en: 'The host is the one assigned' },
    asks: {
      zh: `${clauses.zh}为每类省级培训班指定了承办单位。`,
      en: 'The notice assigns a host to each category of provincial session.',
    },
    reading: {
      zh: '同一类别已有一期由指定单位承办的，另加的期次由别的单位承办也可以。',
      en: 'Where the host assigned holds one session of the category, further ones may be held by others.',
    },
    verdict: {
      zh: `类别在${clauses.zh}里的每期省级班各判一次。没有写承办单位的，以所在计划的基地为承办单位。`,
      en: 'Each provincial session whose category has a host assigned is judged. Without a host, the base of its plan is the host.',
    },
    remedy: {
      zh: '核对“承办单位”；指定单位承办的那一期要在同一批文件里',
      en: 'Check "host"; the session held by the host assigned must be in the checked set',
    },
  }),
});
