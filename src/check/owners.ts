interface Owned {
  owner: string | null;
}

/**
 * One name for the owners of what a check comes to: a base written by several of its names goes by the one that stands for
 * them, any other by the name written.
 */
export function ownerNames(
  lists: readonly (readonly Owned[])[],
  canonicalName: (name: string) => string,
): <Kind extends Owned>(each: Kind) => Kind {
  const owners = new Set<string>();
  for (const list of lists) for (const { owner } of list) if (owner !== null) owners.add(owner);
  const canonicals = new Map<string, string>();
  const written = new Map<string, string>();
  for (const owner of owners) {
    const canonical = owner.split(' → ').map(canonicalName).join(' → ');
    canonicals.set(owner, canonical);
    written.set(canonical, written.has(canonical) ? canonical : owner);
  }
  return (each) => {
    const name = each.owner === null ? null : written.get(canonicals.get(each.owner) ?? '');
    // Most go by the name that they are written by, and there may be hundreds of thousands.
    return name === null || name === undefined || name === each.owner ? each : { ...each, owner: name };
  };
}
