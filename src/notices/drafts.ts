import type { EditionRecord } from '../model/record-types.ts';

/** JSON pointers of what an edition marks as not yet compared with the notice, in the order written; "" is its heading. */
export function draftsIn(data: EditionRecord): string[] {
  const { values, rules = {}, clauses = [] } = data as EditionRecord & { values: Record<string, { draft?: true }> };
  const marked = (list: string, entries: object) =>
    Object.entries(entries).flatMap(([name, { draft }]) =>
      draft ? `/${list}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : [],
    );
  return [
    ...(data.draft ? [''] : []),
    ...marked('values', values),
    ...marked('rules', rules),
    ...marked('clauses', clauses),
  ];
}
