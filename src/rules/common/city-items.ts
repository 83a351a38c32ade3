import { readOr } from '../../model/cannot-tell.ts';
import { same, type Words } from '../../model/finding.ts';
import { candidates } from '../../records/counting.ts';

/** One item of a list of a city's figures, and how it is called: by its place in the list where that cannot be read. */
export interface CityItem<Member> {
  path: string;
  name: string;
  label: Words;
  member: Member;
}

/** The items of a list that a rule is about, those that cannot be told among them; `key` is that of the list. */
export const itemsOf = <Member extends { name: string } | { id: string }>(
  key: string,
  list: readonly Member[] | undefined,
  test: (member: Member) => boolean = () => true,
): CityItem<Member>[] =>
  candidates(list, test).map(({ member, index }) => {
    const name = readOr(() => ('name' in member ? member.name : member.id), `#${index + 1}`);
    return { path: `/${key}/${index}`, name, label: same(name), member };
  });
