type Json = Readonly<Record<string, unknown>>;

/** Members that tell which part of a list a part is; the first one it has counts. */
const IDENTITIES = ["key", "applicationKey", "kind", "code", "id", "seq"] as const;

/**
 * `after`, with the members that `stored` has and this version does not know: what a later version wrote into a record
 * stays when this one changes it (law 4: a record is its whole truth). `known` is `stored` as this version reads it.
 * Parts of a list are told apart by their identity, not by their place; a part that is gone takes its members with it.
 */
export function carryUnknown(stored: unknown, known: unknown, after: unknown): unknown {
  if (Array.isArray(stored) && Array.isArray(known) && Array.isArray(after)) return carryInParts(stored, known, after);
  if (!isObject(stored) || !isObject(known) || !isObject(after)) return after;
  const carried: Record<string, unknown> = { ...after };
  for (const [name, value] of Object.entries(stored)) {
    if (name in known) {
      if (name in after) carried[name] = carryUnknown(value, known[name], after[name]);
    } else if (!(name in after)) carried[name] = value;
  }
  return carried;
}

function carryInParts(
  stored: readonly unknown[],
  known: readonly unknown[],
  after: readonly unknown[],
): readonly unknown[] {
  // Most lists hold nothing unknown: their parts need not be looked for.
  if (stored.length !== known.length || !stored.some((part, index) => holdsUnknown(part, known[index]))) return after;
  const places = new Map(known.map((part, index) => [identityOf(part), index]));
  return after.map((part) => {
    const place = places.get(identityOf(part));
    return place === undefined ? part : carryUnknown(stored[place], known[place], part);
  });
}

function holdsUnknown(stored: unknown, known: unknown): boolean {
  if (Array.isArray(stored) && Array.isArray(known)) {
    const others: readonly unknown[] = known;
    return stored.some((part, index) => holdsUnknown(part, others[index]));
  }
  if (!isObject(stored) || !isObject(known)) return false;
  return Object.entries(stored).some(([name, value]) => !(name in known) || holdsUnknown(value, known[name]));
}

function identityOf(part: unknown): string {
  const name = isObject(part) ? IDENTITIES.find((each) => part[each] !== undefined) : undefined;
  return name !== undefined && isObject(part) ? `${name} ${JSON.stringify(part[name])}` : JSON.stringify(part);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
