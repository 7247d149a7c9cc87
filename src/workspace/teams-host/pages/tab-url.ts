/** Values for the {placeholders} a manifest may hold in its addresses. */
export interface PlaceholderValues {
  readonly locale: string;
  readonly theme: string;
  readonly entityId: string;
  readonly subEntityId: string;
  readonly loginHint: string;
  readonly userPrincipalName: string;
  readonly userObjectId: string;
  readonly tid: string;
  readonly hostClientType: string;
  readonly sessionId: string;
  readonly ringId: string;
}

/** Puts the values into a manifest address; unknown placeholders become empty, as in Teams. */
export function tabUrl(address: string, values: PlaceholderValues): string {
  const known = new Map<string, string>(Object.entries(values));
  return address.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => encodeURIComponent(known.get(name) ?? ""));
}
