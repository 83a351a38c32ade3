import { attempt, readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { AnnexRow, SaidAnnex } from '../../notices/tables.ts';
import { listed } from '../../notices/value-kinds.ts';
import { allOf } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';

/** Gives something of the annex that concerns a session; throws CannotTell where it cannot be told whether it does. */
type Concerning<Row> = () => Row;

/** The annex's rows for the categories of a provincial session; of each it may be that it cannot be told. */
export const annexRowsOf = (session: SessionSubject, annex: readonly AnnexRow[]): Concerning<AnnexRow>[] =>
  rowsWhere(session, annex, ({ category }) =>
    allOf(
      () => session.provincial,
      () => session.isOf(category),
    ),
  );

/** Those whose annex host holds the session. */
export const hostedRowsOf = (
  session: SessionSubject,
  annex: readonly AnnexRow[],
  canonicalName: (name: string) => string,
): Concerning<AnnexRow>[] =>
  rowsWhere(session, annex, ({ category, host }) =>
    allOf(
      () => session.provincial,
      () => session.isOf(category),
      () => session.isHostedBy(canonicalName(host)),
    ),
  );

function rowsWhere(
  session: SessionSubject,
  annex: readonly AnnexRow[],
  concerns: (row: AnnexRow) => boolean,
): Concerning<AnnexRow>[] {
  // Most sessions are of hospitals, which no row concerns.
  if (!readOr(() => session.provincial, true)) return [];
  return annex.flatMap((row) => {
    if (attempt(() => concerns(row)) === false) return [];
    return () => {
      concerns(row);
      return row;
    };
  });
}

/** What the annex says of each category, in a row. */
export const ofEachCategory = (annex: SaidAnnex, figure: (row: SaidAnnex['rows'][number]) => Words): Words =>
  listed(
    annex.rows.map((row) => {
      const { zh, en } = figure(row);
      return { zh: `${row.category.zh} ${zh}`, en: `${row.category.en} ${en}` };
    }),
  );
