import type { Key } from "#domain/shared/keys.ts";
import type { Records } from "#use-cases/ports/records.ts";

/** A person's name for a card; "Fremdrift" for what no person did, "–" when nobody knows. */
export function nameOf({ persons }: Pick<Records, "persons">, key: Key | "system" | undefined): string {
  if (key === "system") return "Fremdrift";
  return (key === undefined ? undefined : persons.byKey(key)?.value.name) ?? "–";
}

/** A centre's name for a card. */
export function centreNameOf({ centres }: Pick<Records, "centres">, key: Key): string {
  return centres.byKey(key)?.value.name ?? "–";
}
