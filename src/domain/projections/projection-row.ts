import type { Key } from "#domain/shared/keys.ts";

/** Lists of the open site that managers read in SharePoint. */
export const projectionNames = [
  "open-centres",
  "open-rounds",
  "open-ledger",
  "open-applications",
  "open-action-plan",
  "open-consultations",
  "open-cases",
  "open-needs",
] as const;
export type ProjectionName = (typeof projectionNames)[number];

/** A wanted row: deterministic key and the values of its columns (kroner as number, dates as ISO text). */
export interface ProjectionRow {
  readonly key: Key;
  readonly values: Readonly<Record<string, string | number | boolean | undefined>>;
}
