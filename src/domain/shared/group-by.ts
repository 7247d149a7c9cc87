/** The items by a key of theirs, each group in the order of the list; reading 500 applications' reviews stays linear. */
export function groupBy<K, T>(items: readonly T[], keyOfItem: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
