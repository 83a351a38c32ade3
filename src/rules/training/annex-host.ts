import { defineRule, judged, passing } from '../../engine/rule.ts';
import { lazily } from '../../model/cannot-tell.ts';
import { same } from '../../model/finding.ts';
import { Categories } from '../../notices/categories.ts';
import { annexTable, categoriesTable } from '../../notices/tables.ts';
import { anyOf } from '../../notices/value-kinds.ts';
import { allOf, readable, some } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import { annexRowsOf, hostsOf, ofEachCategory } from '../common/annex-row.ts';

// Of every session that another holds it is asked whether one among all of its year is held by the host assigned.
const asked = new WeakMap<readonly SessionSubject[], Map<string, () => boolean>>();

function askedOnce(sessions: readonly SessionSubject[], key: string, ask: () => boolean): () => boolean {
  const ofYear = asked.get(sessions) ?? new Map<string, () => boolean>();
  asked.set(sessions, ofYear);
  const known = ofYear.get(key) ?? lazily(ask);
  ofYear.set(key, known);
  return known;
}

export default defineRule({
  id: 'training/annex-host',
  clause: 'annex',
  modality: 'must',
  reads: { annex: annexTable, categories: categoriesTable },
  subject: 'session',
  on: (session, { annex }) => {
    const rows = annexRowsOf(session, annex);
    return rows.length > 0 && { session, rows };
  },
  judge: ({ session, rows }, { categories }, { set, canonicalName }) =>
    rows.map((rowsOf) => () => {
      const own = rowsOf();
      const category = own[0]?.category ?? '';
      const hosts = [...new Set(own.flatMap(hostsOf))];
      const isByOneOf = (held: SessionSubject) => some(hosts, (host) => held.isHostedBy(canonicalName(host)));
      const isHosted = isByOneOf(session);
      const sessions = set.provincialSessions(session.year);
      const isHeldByIt = askedOnce(sessions, JSON.stringify([category, hosts]), () =>
        some(sessions, (other) =>
          allOf(
            () => other.provincial,
            () => other.isOf(category),
            () => isByOneOf(other),
          ),
        ),
      );
      if (!isHosted && isHeldByIt())
        return passing(() => {
          const { zh, en } = anyOf(hosts.map(same));
          return { expected: { zh, en }, actual: { zh: `${zh}另办了一期`, en: `another one by ${en}` } };
        });
      const unread = isHosted ? undefined : set.whyUnread(session.year);
      if (unread) throw unread;
      const named = readable(session.hostNames);
      return judged(isHosted, () => {
        const of = new Categories(categories).nameOf(category);
        const asked = anyOf(hosts.map(same));
        return {
          fail: session.at('host'),
          message: {
            zh: `${of.zh}的省级培训由“${asked.zh}”承办，现在是“${named.join('、')}”`,
            en: `Provincial sessions for ${of.en} are hosted by "${asked.en}", not by "${named.join(', ')}"`,
          },
          expected: asked,
          actual: { zh: named.join('、'), en: named.join(', ') },
        };
      });
    }),
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
      zh: '同一类别已有一期由指定单位承办的，另加的期次由别的单位承办也可以。几家合办的，其中有指定单位即可；一期属于几类的，每一类都要符合。',
      en: 'Where the host assigned holds one session of the category, further ones may be held by others. Of several hosts one may be the host assigned; a session of several categories answers for each.',
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
