import { attempt, readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { AnnexRow, SaidAnnex } from '../../notices/tables.ts';
import { listed } from '../../notices/value-kinds.ts';
import { allOf, some } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';

/** What the annex says to a session of one category, a figure for each row that concerns it; throws CannotTell where that cannot be told. */
type Concerning<Figure> = () => Figure[];

/** The hosts that a row names, any one of whom will do. */
export const hostsOf = ({ host }: AnnexRow): string[] => [host].flat();

/** The annex's rows for each category of a provincial session; of each it may be that it cannot be told. */
export const annexRowsOf = (session: SessionSubject, annex: readonly AnnexRow[]): Concerning<AnnexRow>[] =>
  byCategory(
    session,
    annex,
    ({ category }) =>
      allOf(
        () => session.provincial,
        () => session.isOf(category),
      ),
    (row) => row,
  );

/**
 * A figure of the rows for each category of a session that the annex's host holds. Where one of these rows has no such figure,
 * nothing is asked of the category.
 */
export const hostedFiguresOf = <Figure>(
  session: SessionSubject,
  annex: readonly AnnexRow[],
  canonicalName: (name: string) => string,
  figureOf: (row: AnnexRow) => Figure | undefined,
): Concerning<Figure>[] =>
  byCategory(
    session,
    annex,
    (row) =>
      allOf(
        () => session.provincial,
        () => session.isOf(row.category),
        () => some(hostsOf(row), (host) => session.isHostedBy(canonicalName(host))),
      ),
    figureOf,
  );

function byCategory<Figure>(
  session: SessionSubject,
  annex: readonly AnnexRow[],
  concerns: (row: AnnexRow) => boolean,
  figureOf: (row: AnnexRow) => Figure | undefined,
): Concerning<Figure>[] {
  // Most sessions are of hospitals, which no row concerns.
  if (!readOr(() => session.provincial, true)) return [];
  const rows = annex.flatMap((row) => {
    const told = attempt(() => concerns(row));
    return told === false ? [] : { row, isCertain: told === true, figure: figureOf(row) };
  });
  const categories = new Set(rows.map(({ row }) => row.category));
  return [...categories].flatMap((category) => {
    const own = rows.filter(({ row }) => row.category === category);
    const asksNothing = own.some((each) => each.isCertain && each.figure === undefined);
    if (asksNothing || own.every(({ figure }) => figure === undefined)) return [];
    return () => own.filter(({ row }) => concerns(row)).flatMap(({ figure }) => (figure === undefined ? [] : [figure]));
  });
}

/** What the annex says of each category, in a row; of those only of which it says anything. */
export const ofEachCategory = (
  annex: SaidAnnex,
  figure: (row: SaidAnnex['rows'][number]) => Words | undefined,
): Words =>
  listed(
    annex.rows.flatMap((row) => {
      const said = figure(row);
      return said ? { zh: `${row.category.zh} ${said.zh}`, en: `${row.category.en} ${said.en}` } : [];
    }),
  );
