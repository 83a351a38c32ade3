/** A list ordered by a number of each item, in place. Most lists are in order already, and sorting copies every one. */
export function inOrder<Item>(list: Item[], numberOf: (item: Item) => number): Item[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const item of list) {
    const number = numberOf(item);
    if (number < last) return list.sort((one, other) => numberOf(one) - numberOf(other));
    last = number;
  }
  return list;
}
