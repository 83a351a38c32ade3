interface Owned {
  owner: string | null;
}

/**
 * One name for the owners of what a check comes to: a base written by several of its names goes by the one that stands for
 * them, any other by the name written.
 */
export function ownerNames(
  owned: Iterable<Owned>,
  canonicalName: (name: string) => string,
): <Kind extends Owned>(each: Kind) => Kind {
  const written = new Map<string, string>();
  const canonicalOwner = (owner: string) => owner.split(' → ').map(canonicalName).join(' → ');
  for (const { owner } of owned) {
    if (owner === null) continue;
    const canonical = canonicalOwner(owner);
    const met = written.get(canonical) ?? owner;
    written.set(canonical, met === owner ? owner : canonical);
  }
  return (each) =>
    each.owner === null ? each : { ...each, owner: written.get(canonicalOwner(each.owner)) ?? each.owner };
}
