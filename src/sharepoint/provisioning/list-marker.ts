/** What stands at the end of a list's description, so that we know our own lists and how far they are provisioned. */
export interface ListMarker {
  readonly schemaVersion: number;
  /** Hash of the views and formats in place; "0" before the site script has run. */
  readonly appearance: string;
}

const MARKER = /\s*\(Fremdrift-liste (\d+)\.([0-9a-f]+)\)$/;

/** The description with its marker. */
export function withMarker(description: string, marker: ListMarker): string {
  return `${description} (Fremdrift-liste ${marker.schemaVersion}.${marker.appearance})`;
}

/** Description and marker apart; no marker on a list that is not ours. */
export function readMarker(description: string): { readonly text: string; readonly marker: ListMarker | undefined } {
  const match = MARKER.exec(description);
  const [, version, appearance] = match ?? [];
  if (version === undefined || appearance === undefined) return { text: description, marker: undefined };
  return { text: description.replace(MARKER, ""), marker: { schemaVersion: Number(version), appearance } };
}
