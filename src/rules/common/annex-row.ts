import type { NoticeValues } from '../../notices/edition.ts';
import type { SessionSubject } from '../../records/session.ts';

type Annex = NoticeValues['training']['annex'];

/** The annex's row for a provincial session that its category's annex host holds; undefined for any other session. */
export function annexRowOf(
  session: SessionSubject,
  annex: Annex,
  canonicalName: (name: string) => string,
): Annex[number] | undefined {
  if (!session.provincial) return undefined;
  return annex.find(({ category, host }) => category === session.category && canonicalName(host) === session.organiser);
}
