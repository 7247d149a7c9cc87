import type { ProjectionName, ProjectionRow } from "#domain/projections/projection-row.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "./store-failure.ts";

/** Makes an open list equal to the wanted rows; the only way projections are written (law 4). */
export interface Projections {
  reconcile(
    name: ProjectionName,
    rows: readonly ProjectionRow[],
  ): Promise<Result<{ readonly created: number; readonly updated: number; readonly deleted: number }, StoreFailure>>;
  /** Address of a row's page in SharePoint, once the row has been seen there. 0 Graph requests. */
  rowUrl(name: ProjectionName, key: Key): string | undefined;
}
