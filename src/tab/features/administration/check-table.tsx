import { Button, mergeClasses } from "@fluentui/react-components";
import type { AdminHealth } from "#contract/health.ts";
import { useTableStyles } from "../../components/table.styles.ts";
import { useFormat } from "../../components/use-format.ts";
import { useAdministrationStyles } from "./administration.styles.ts";
import { StateBadge } from "./state-badge.tsx";
import { useWords } from "./words.ts";

type Line = AdminHealth["lines"][number];
type Act = "read-anew" | "rebuild" | "check-logs";

interface CheckTableProps {
  readonly lines: readonly Line[];
  readonly act: (act: Act) => void;
  readonly busy: boolean;
}

/** One line per check: its state, the cause in one sentence, and the one thing that can be done. */
export function CheckTable({ lines, act, busy }: CheckTableProps) {
  const table = useTableStyles();
  const styles = useAdministrationStyles();
  const words = useWords();
  const format = useFormat();
  return (
    <table className={table.table}>
      <thead className={table.head}>
        <tr>
          {[words.check, words.state, words.found, words.repair].map((name) => (
            <th key={name} scope="col" className={table.th}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const text = words.lines[line.name];
          const at = line.at && (line.name === "bot" ? words.lastPost : words.since)(format.instant(line.at));
          return (
            <tr key={line.name} className={table.row}>
              <th scope="row" className={mergeClasses(table.td, table.main)}>
                {text?.title}
              </th>
              <td className={table.td} data-label={words.state}>
                <StateBadge state={line.state} />
              </td>
              <td className={mergeClasses(table.td, styles.sentence)}>
                <div className={styles.stack}>
                  <span>{line.state === "ok" ? text?.ok(line.figures) : text?.cause(line.figures)}</span>
                  {at === undefined ? null : <span className={styles.quiet}>{at}</span>}
                </div>
              </td>
              <td className={mergeClasses(table.td, styles.sentence)}>
                <Repair line={line} act={act} busy={busy} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Repair({ line, act, busy }: { readonly line: Line } & Omit<CheckTableProps, "lines">) {
  const styles = useAdministrationStyles();
  const words = useWords();
  const { repair, name } = line;
  switch (repair) {
    case undefined:
      return null;
    case "decide":
      return words.decide;
    case "person":
      return words.person[name] ?? "";
    case "provision":
      return (
        <div className={styles.stack}>
          <span>{words.command}</span>
          <code className={styles.command}>npm run provision -- --apply</code>
        </div>
      );
    case "read-anew":
    case "rebuild":
    case "check-logs":
      return (
        <Button size="small" onClick={() => act(repair)} disabledFocusable={busy}>
          {words.acts[repair]}
        </Button>
      );
  }
}
