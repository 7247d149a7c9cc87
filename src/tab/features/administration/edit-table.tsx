import { mergeClasses } from "@fluentui/react-components";
import type { AdminHealth } from "#contract/health.ts";
import { useTableStyles } from "../../components/table.styles.ts";
import { useFormat } from "../../components/use-format.ts";
import { useWords } from "./words.ts";

type Edit = AdminHealth["edits"][number];

/** What others did in the open lists, newest first: never what was typed. */
export function EditTable({ edits }: { readonly edits: readonly Edit[] }) {
  const table = useTableStyles();
  const words = useWords();
  const format = useFormat();
  const where = ({ kind, reference, fields, rows }: Edit): string => {
    if (kind === "deleted") return words.deletedRows(rows);
    if (kind === "own-row") return words.ownRow;
    return [reference, fields].filter((part) => part !== "").join(", ");
  };
  return (
    <table className={table.table}>
      <thead className={table.head}>
        <tr>
          {[words.list, words.where, words.who, words.when, words.became].map((name) => (
            <th key={name} scope="col" className={table.th}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {edits.map((edit) => (
          <tr key={`${edit.at} ${edit.list} ${edit.reference} ${edit.fields}`} className={table.row}>
            <th scope="row" className={mergeClasses(table.td, table.main)}>
              {edit.list}
            </th>
            <td className={table.td} data-label={words.where}>
              {where(edit)}
            </td>
            <td className={table.td} data-label={words.who}>
              {edit.who ?? words.unknownWho}
            </td>
            <td className={table.td} data-label={words.when}>
              {format.instant(edit.at)}
            </td>
            <td className={table.td} data-label={words.became}>
              {words.answers[edit.answer]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
