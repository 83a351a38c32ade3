import { joined, same, type Words } from '../model/finding.ts';
import type { AnyRecord } from '../model/kinds.ts';
import type { RuleInEdition } from './in-edition.ts';

/** How a notice names whoever holds a session, or the bases that a record is about, by their part. */
const BY_PART = /(?:承办单位|主办单位|基地|医院)$/;
const OF_HELPED = /对口帮扶基地$/;
const OF_BOTH = /^双方/;

/**
 * Who owes what a rule judges, as the paragraphs of its edition say: a body by its name, a host or base by the name that it has in
 * the record. The owners of the record, such as all who hold a session, where they do not say or the owner is meant.
 */
export function owersOf(
  { rule, edition }: RuleInEdition,
  record: AnyRecord | undefined,
  owners: readonly string[],
): Words {
  const named = edition?.owers[rule.id] ?? [];
  if (named.length === 0) return listed(owners.map(same));
  return listed(
    named.flatMap((words) => (BY_PART.test(words.zh) ? partiesOf(words.zh, record, owners).map(same) : [words])),
  );
}

const listed = (owers: readonly Words[]): Words => joined(owers, '、', ', ');

function partiesOf(name: string, record: AnyRecord | undefined, owners: readonly string[]): readonly string[] {
  if (record?.kind !== 'pairing' || OF_BOTH.test(name)) return owners;
  return [OF_HELPED.test(name) ? record.helped : record.helper];
}
