import type { AnyRecord } from '../model/kinds.ts';
import type { Session } from '../model/record-types.ts';
import { isInHouse } from '../notices/in-house.ts';
import { segmentsOf } from '../tree/yaml/positions.ts';

/** How the province is named as a subject. */
export const PROVINCE = '海南省';

/** Whom or what a path of a record is about: the session's id or title, else the base, the province, the pair or the city; null where the record does not say. */
export function subjectAt(record: unknown, path: string): string | null {
  const data = record as Record<string, unknown>;
  const [list, place] = segmentsOf(path);
  if (list === 'sessions' && Array.isArray(data.sessions)) {
    const { id, title } = (data.sessions[Number(place)] ?? {}) as { id?: unknown; title?: unknown };
    const name = text(id) ?? text(title);
    if (name !== null) return name;
  }
  switch (data.kind) {
    case 'plan':
      return text((data.base as { name?: unknown } | undefined)?.name);
    case 'session':
      return text(data.id) ?? text(data.title) ?? text(data.base);
    case 'province':
      return PROVINCE;
    case 'pairing':
      return typeof data.helper === 'string' && typeof data.helped === 'string'
        ? pairName(data.helper, data.helped)
        : null;
    case 'city-program':
      return text(data.city);
    default:
      return null;
  }
}

/** The base, province, pair or city whose record a path stands in; of a session that others hold, its first host. */
export function ownerAt(record: AnyRecord, path: string): string {
  const [owner] = ownersAt(record, path);
  return owner;
}

/** The same, and behind it all who hold the session with it. */
export function ownersAt(record: AnyRecord, path: string): [string, ...string[]] {
  switch (record.kind) {
    case 'plan':
      return hostsOf(sessionAt(record.sessions, path), record.base.name);
    case 'session':
      return hostsOf(record, record.base);
    case 'province':
      return hostsOf(sessionAt(record.sessions, path), PROVINCE);
    case 'pairing':
      return [pairName(record.helper, record.helped)];
    case 'city-program':
      return [record.city];
  }
}

function sessionAt(sessions: unknown, path: string): Partial<Session> | undefined {
  const [list, place] = segmentsOf(path);
  return list === 'sessions' && Array.isArray(sessions) ? sessions[Number(place)] : undefined;
}

/** Who hold a session: first the base where it is among the hosts or none is named, else the first of them. */
function hostsOf(session: Partial<Session> | undefined, base: string): [string, ...string[]] {
  const given: unknown[] = Array.isArray(session?.host) ? session.host : [];
  const hosts = given.filter((host) => typeof host === 'string');
  const others = hosts.filter((host) => !isInHouse(host, base));
  const owner = others.length < hosts.length ? base : (text(given[0]) ?? base);
  return [owner, ...new Set(others.filter((host) => host !== owner))];
}

/** The year of a record; a pairing has none. */
export const yearAt = (record: AnyRecord): number | undefined => ('year' in record ? record.year : undefined);

/** How a pair is named as a subject. */
export const pairName = (helper: string, helped: string): string => `${helper} → ${helped}`;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
