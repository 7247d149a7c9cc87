import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";

/** A centre or staff unit: who may apply to a pool earmarked for the municipality's own departments (000-11). */
export interface Centre {
  readonly key: Key;
  readonly name: string;
  /** Name without "Center for", as tables show it. */
  readonly shortName: string;
  /** The head approves the centre's applications; undefined while the post is vacant. */
  readonly headKey: Key | undefined;
  readonly active: boolean;
  readonly log: RecordLog;
}
