import type { AnnexRow } from '../../notices/tables.ts';
import type { SessionSubject } from '../../records/session.ts';

/** The annex's row for a provincial session that its category's annex host holds; undefined for any other session. */
export function annexRowOf(
  session: SessionSubject,
  annex: readonly AnnexRow[],
  canonicalName: (name: string) => string,
): AnnexRow | undefined {
  if (!session.provincial) return undefined;
  return annex.find(({ category, host }) => category === session.category && canonicalName(host) === session.organiser);
}
