import { PersonName } from "../../components/person-avatar.tsx";
import type { GridColumn } from "../../components/record-grid.tsx";

/** The first column of both lists: who a notice or a task is for. */
export function recipientColumn<Row extends { readonly to: string }>(
  label: string,
  width: number,
  className: string,
): GridColumn<Row> {
  return {
    id: "to",
    label,
    kind: "main",
    width,
    find: ({ to }) => to,
    sortBy: ({ to }) => to,
    cell: ({ to }) => (
      <span className={className}>
        <PersonName name={to} />
      </span>
    ),
  };
}
