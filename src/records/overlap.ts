import type { CalendarDate } from '../calendar/date.ts';
import { countUpTo } from '../text/lines.ts';

/** A first and a last day; of days that are not known, the last that the first may be comes after the first that the last may be. */
export interface Stretch {
  first: CalendarDate;
  last: CalendarDate;
}

/**
 * The members of a list that belong together, however many steps apart, since their stretches overlap: each begins before the
 * other ends. What has no stretch stays alone. In order of their last members, sorted and not compared each with each:
 * there may be tens of thousands.
 */
export function overlapping<Member>(
  list: readonly Member[],
  stretchOf: (member: Member) => Stretch | undefined,
): Member[][] {
  const groups = new Map<Member, Member>();
  const inOrder = list
    .flatMap((member) => {
      const stretch = stretchOf(member);
      return stretch ? { member, ...stretch } : [];
    })
    .sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0));
  const whole = inOrder.filter(({ first, last }) => first <= last);
  // For each the latest day of all that begin up to it.
  const reached: CalendarDate[] = [];
  for (const [index, { member, first, last }] of whole.entries()) {
    const before = reached[index - 1];
    const near = before !== undefined && first <= before ? whole[index - 1] : undefined;
    groups.set(member, near ? (groups.get(near.member) ?? near.member) : member);
    reached.push(before !== undefined && before > last ? before : last);
  }
  const begins = whole.map(({ first }) => first);
  for (const { member, first, last } of inOrder) {
    if (first <= last) continue;
    // All that hold both of its days overlap one another too.
    const count = countUpTo(begins, last);
    const near = whole[count - 1];
    const isHeld = near && (reached[count - 1] ?? '') >= first;
    groups.set(member, isHeld ? (groups.get(near.member) ?? near.member) : member);
  }
  const gathered = new Map<Member, Member[]>();
  for (const member of list) {
    const group = groups.get(member) ?? member;
    const others = gathered.get(group) ?? [];
    gathered.delete(group);
    gathered.set(group, others);
    others.push(member);
  }
  return [...gathered.values()];
}
