import type { Words } from '../../model/finding.ts';
import type { AnnexRow, SaidAnnex } from '../../notices/tables.ts';
import { listed } from '../../notices/value-kinds.ts';
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

/** What the annex says of each category, in a row. */
export const ofEachCategory = (annex: SaidAnnex, figure: (row: SaidAnnex['rows'][number]) => Words): Words =>
  listed(
    annex.rows.map((row) => {
      const { zh, en } = figure(row);
      return { zh: `${row.category.zh} ${zh}`, en: `${row.category.en} ${en}` };
    }),
  );
