import { segmentsOf } from '../source/positions.ts';

/** How the province is named as a subject. */
export const PROVINCE = '海南省';

/** Whom or what a path of a record is about: the session's id, else the base, the province, the pair or the city; null where the record does not say. */
export function subjectAt(record: unknown, path: string): string | null {
  const data = record as Record<string, unknown>;
  const [list, place] = segmentsOf(path);
  if (list === 'sessions' && place !== undefined && Array.isArray(data.sessions)) {
    const id = (data.sessions[Number(place)] as { id?: unknown } | undefined)?.id;
    if (typeof id === 'string') return id;
  }
  switch (data.kind) {
    case 'plan':
      return text((data.base as { name?: unknown } | undefined)?.name);
    case 'session':
      return text(data.id) ?? text(data.base);
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

/** How a pair is named as a subject. */
export const pairName = (helper: string, helped: string): string => `${helper} → ${helped}`;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
