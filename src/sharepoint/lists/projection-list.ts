import type { ProjectionRow } from "#domain/projections/projection-row.ts";
import { ok } from "#domain/shared/result.ts";
import type { AnyColumn } from "./column.ts";
import { type Columns, defineList, type ListDefinition, type ListSpec } from "./define-list.ts";

/** Values of a projected row by internal column name. */
export type RowValues = ProjectionRow["values"];

type ProjectionSpec<Row> = Omit<ListSpec<Columns, RowValues>, "site" | "codec" | "columns" | "readColumns"> & {
  /** Exactly the columns of the row type. */
  readonly columns: Readonly<Record<keyof Row & string, AnyColumn>>;
};

/** A list of the open site: the rows are wanted by a pure projection and written by the reconcile only (law 4). */
export function defineProjectionList<Row>(spec: ProjectionSpec<Row>): ListDefinition<RowValues> {
  return defineList<Columns, RowValues>({
    ...spec,
    site: "open",
    // The projection writes ISO text and numbers; the columns check each of them.
    codec: { toFields: (values) => values as never, fromFields: (fields) => ok(fields) },
  });
}
