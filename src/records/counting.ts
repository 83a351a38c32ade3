import { attempt, CannotTell, readOr, whyNot } from '../model/cannot-tell.ts';
import type { Range } from '../model/range.ts';

/** How many members of a list pass a test; one that cannot be told may be among them or not. */
export function countOf<Member>(list: readonly Member[] | undefined, test: (member: Member) => boolean): Range {
  let [least, most] = [0, 0];
  let why: CannotTell | undefined;
  for (let index = 0; index < (list?.length ?? 0); index += 1) {
    const passes = passesAt(list, index, test);
    if (passes instanceof CannotTell) why ??= passes;
    if (passes === true) least += 1;
    if (passes !== false) most += 1;
  }
  return { least, most, why };
}

/** Whether a member of a list passes a test, or why that cannot be told: one that cannot be read throws where it is taken out. */
function passesAt<Member>(list: readonly Member[] | undefined, index: number, test: (member: Member) => boolean) {
  try {
    return test(takenFrom<Member>(list, index));
  } catch (error) {
    return whyNot(error);
  }
}

/** Whether some member of a list passes a test; throws CannotTell where none does but one cannot be told. */
export function some<Member>(list: readonly Member[] | undefined, test: (member: Member) => boolean): boolean {
  let why: CannotTell | undefined;
  for (let index = 0; index < (list?.length ?? 0); index += 1) {
    const passes = passesAt(list, index, test);
    if (passes === true) return true;
    if (passes instanceof CannotTell) why ??= passes;
  }
  if (why) throw why;
  return false;
}

/** Whether every member of a list passes a test; throws CannotTell where none fails but one cannot be told. */
export const every = <Member>(list: readonly Member[] | undefined, test: (member: Member) => boolean): boolean =>
  !some(list, (member) => !test(member));

/** Whether all conditions hold; throws CannotTell where none fails but one cannot be told. */
export function allOf(...conditions: (() => boolean)[]): boolean {
  let why: CannotTell | undefined;
  for (const condition of conditions) {
    const holds = attempt(condition);
    if (holds === false) return false;
    if (holds instanceof CannotTell) why ??= holds;
  }
  if (why) throw why;
  return true;
}

/** Whether a list holds something; throws CannotTell where it does not, but has a member that cannot be read. */
export const includes = <Member>(list: readonly Member[] | undefined, wanted: Member): boolean =>
  some(list, (member) => member === wanted);

/** The members of a list that pass a test, and those that cannot be told, each with its place. */
export const candidates = <Member>(
  list: readonly Member[] | undefined,
  test: (member: Member) => boolean,
): { member: Member; index: number }[] =>
  (list ?? []).flatMap((member, index) => (readOr(() => test(member), true) ? { member, index } : []));

/** The place of the first member that passes a test, -1 for none; throws CannotTell where none does but one cannot be told. */
export const placeOf = <Member>(list: readonly Member[] | undefined, test: (member: Member) => boolean): number =>
  some(list, test) ? (list ?? []).findIndex((member) => readOr(() => test(member), false)) : -1;

/** The members of a list that can be read. */
export const readable = <Member>(list: readonly Member[] | undefined): Member[] =>
  membersOf(list).filter((member) => !(member instanceof CannotTell)) as Member[];

/** The members of a list, and of each that cannot be read, why. */
function membersOf<Member>(list: readonly Member[] = []): (Member | CannotTell)[] {
  const members: (Member | CannotTell)[] = [];
  for (let index = 0; index < list.length; index += 1) {
    try {
      const member = takenFrom<Member>(list, index);
      isThere(member);
      members.push(member);
    } catch (error) {
      members.push(whyNot(error));
    }
  }
  return members;
}

/** How many members a list has; one that cannot be read may be none. */
export const lengthOf = (list: readonly unknown[] | undefined): Range => countOf(list, isThere);

/**
 * Which of some codes lists lack together; throws CannotTell where as many members cannot be read as are lacking, so that
 * these may be just what is meant. A list that cannot be read at all may hold anything, and so may several in one text.
 */
export function lackingIn<Code>(wanted: readonly Code[], ...lists: (() => readonly unknown[] | undefined)[]): Code[] {
  const there = new Set<unknown>();
  let open = 0;
  let why: CannotTell | undefined;
  for (const each of lists) {
    const list = attempt(each);
    if (list instanceof CannotTell) open = Number.POSITIVE_INFINITY;
    const members = list instanceof CannotTell ? [list] : membersOf(list);
    for (const member of members) {
      if (member instanceof CannotTell) {
        open += member.most;
        why ??= member;
      } else there.add(member);
    }
  }
  const lacking = wanted.filter((code) => !there.has(code));
  if (why && lacking.length > 0 && lacking.length <= open) throw why;
  return lacking;
}

/** The member at a place that the list has; what throws there where it cannot be read, throws here. */
const takenFrom = <Member>(list: readonly unknown[] | undefined, index: number): Member => list?.[index] as Member;

/** Whether a member says anything: a text of blanks alone is none. Throws CannotTell for an item of which nothing can be read. */
export const isThere = (member: unknown): boolean =>
  typeof member === 'string'
    ? member.trim() !== ''
    : typeof member !== 'object' || member === null || Reflect.get(member, Symbol.toStringTag) === undefined;
