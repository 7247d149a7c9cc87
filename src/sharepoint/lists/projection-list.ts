import type { ProjectionRow } from "#domain/projections/projection-row.ts";
import { ok } from "#domain/shared/result.ts";
import type { AnyColumn } from "./column.ts";
import { type Columns, defineList, type ListDefinition, type ListSpec } from "./define-list.ts";

/** Values of a projected row by internal column name. */
export type RowValues = ProjectionRow["values"];

type ProjectionSpec<Row> = Omit<ListSpec<Columns, RowValues>, "site" | "codec" | "columns" | "readColumns"> & {
  /** Exactly the columns of the row type. */
  readonly columns: Readonly<Record<keyof Row & string, AnyColumn>>;
  /** Some columns may be changed in SharePoint (`column-rules.ts`); the list offers its grid then. */
  readonly takesEdits?: true;
};

const VIEW_SCHEMA = "https://developer.microsoft.com/json-schemas/sp/v2/row-formatting.schema.json";

/**
 * A list of the open site: the rows are wanted by a pure projection and written by the reconcile only (law 4). Its views
 * do not offer what would be put back: a new row, and the grid where no column may be changed. Hiding a command is no
 * refusal: who edits by another road is still told what became of it.
 */
export function defineProjectionList<Row>(spec: ProjectionSpec<Row>): ListDefinition<RowValues> {
  const { takesEdits, views, ...rest } = spec;
  const hidden = takesEdits === true ? ["new"] : ["new", "editInGridView"];
  const commandBarProps = { commands: hidden.map((key) => ({ key, hide: true })) };
  return defineList<Columns, RowValues>({
    ...rest,
    views: views.map((view) => ({ ...view, formatter: { $schema: VIEW_SCHEMA, ...view.formatter, commandBarProps } })),
    site: "open",
    // The projection writes ISO text and numbers; the columns check each of them.
    codec: { toFields: (values) => values as never, fromFields: (fields) => ok(fields) },
  });
}
