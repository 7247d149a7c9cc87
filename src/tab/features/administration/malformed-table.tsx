import { mergeClasses } from "@fluentui/react-components";
import type { AdminHealth } from "#contract/health.ts";
import { useTableStyles } from "../../components/table.styles.ts";
import { useWords } from "./words.ts";

/** Rows that nobody can read, by list and number: what stands in them is not shown. */
export function MalformedTable({ rows }: { readonly rows: AdminHealth["malformed"] }) {
  const table = useTableStyles();
  const words = useWords();
  return (
    <table className={table.table}>
      <thead className={table.head}>
        <tr>
          {[words.list, words.item, words.column].map((name) => (
            <th key={name} scope="col" className={table.th}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ list, itemId, column }) => (
          <tr key={`${list} ${itemId}`} className={table.row}>
            <th scope="row" className={mergeClasses(table.td, table.main)}>
              {list}
            </th>
            <td className={table.td} data-label={words.item}>
              {itemId}
            </td>
            <td className={table.td} data-label={words.column}>
              {column}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
