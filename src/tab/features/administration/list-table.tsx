import { mergeClasses } from "@fluentui/react-components";
import type { AdminHealth } from "#contract/health.ts";
import { useTableStyles } from "../../components/table.styles.ts";
import { useAdministrationStyles } from "./administration.styles.ts";
import { StateBadge } from "./state-badge.tsx";
import { useWords } from "./words.ts";

type List = AdminHealth["lists"][number];

/** Every list of both sites, the worst first: how fresh it is, and what is otherwise than it should be. */
export function ListTable({ lists }: { readonly lists: readonly List[] }) {
  const table = useTableStyles();
  const styles = useAdministrationStyles();
  const words = useWords();
  return (
    <table className={table.table}>
      <thead className={table.head}>
        <tr>
          {[words.list, words.state, words.rowCount, words.age, words.found].map((name) => (
            <th key={name} scope="col" className={table.th}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <tr key={`${list.site} ${list.name}`} className={table.row}>
            <th scope="row" className={mergeClasses(table.td, table.main)}>
              {`${list.title} (${words.site[list.site]})`}
            </th>
            <td className={table.td} data-label={words.state}>
              <StateBadge state={list.state} />
            </td>
            <td className={table.td} data-label={words.rowCount}>
              {list.rows}
            </td>
            <td className={mergeClasses(table.td, table.number)} data-label={words.age}>
              {list.secondsSinceRead === undefined ? words.neverRead : words.seconds(list.secondsSinceRead)}
            </td>
            <td className={mergeClasses(table.td, styles.sentence)}>
              <Found list={list} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Found({ list }: { readonly list: List }) {
  const styles = useAdministrationStyles();
  const words = useWords();
  return (
    <div className={styles.stack}>
      {list.findings.map((finding) => (
        <div key={finding.cause} className={styles.stack}>
          <span>{`${finding.cause}. ${words.stops[finding.stops]}`}</span>
          <span className={styles.quiet}>{finding.repair}</span>
        </div>
      ))}
      {list.isFailing && list.findings.length === 0 ? <span>{words.readFailing}</span> : null}
    </div>
  );
}
