/** Values for the {placeholders} a manifest may hold in its addresses, by name. */
export type PlaceholderValues = Readonly<Record<string, string>>;

/** Puts the values into a manifest address; unknown placeholders become empty, as in Teams. */
export function tabUrl(address: string, values: PlaceholderValues): string {
  const known = new Map<string, string>(Object.entries(values));
  return address.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => encodeURIComponent(known.get(name) ?? ""));
}
