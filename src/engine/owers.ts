import { joined, same, type Words } from '../model/finding.ts';
import type { AnyRecord } from '../model/kinds.ts';
import type { RuleInEdition } from './in-edition.ts';

/** How a notice names whoever holds a session, or the bases that a record is about, by their part. */
const BY_PART = /(?:承办单位|主办单位|基地|医院)$/;
const OF_HELPED = /对口帮扶基地$/;
const OF_BOTH = /^双方/;

/**
 * Who owes what a rule judges, as the paragraphs of its edition say: a body by its name, a host or base by the name that it has in
 * the record. The owner of the record, where they do not say or the owner is meant.
 */
export function owersOf({ rule, edition }: RuleInEdition, record: AnyRecord | undefined, owner: string): Words {
  const named = edition?.owers[rule.id] ?? [];
  if (named.length === 0) return same(owner);
  return joined(
    named.map((words) => (BY_PART.test(words.zh) ? same(partyOf(words.zh, record, owner)) : words)),
    '、',
    ', ',
  );
}

function partyOf(name: string, record: AnyRecord | undefined, owner: string): string {
  if (record?.kind !== 'pairing' || OF_BOTH.test(name)) return owner;
  return OF_HELPED.test(name) ? record.helped : record.helper;
}
