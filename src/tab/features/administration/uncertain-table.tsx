import { Button, mergeClasses } from "@fluentui/react-components";
import type { AdminHealth } from "#contract/health.ts";
import { useTableStyles } from "../../components/table.styles.ts";
import { useFormat } from "../../components/use-format.ts";
import { useAdministrationStyles } from "./administration.styles.ts";
import { useWords } from "./words.ts";

type Uncertain = AdminHealth["uncertain"][number];

interface UncertainTableProps {
  readonly notices: readonly Uncertain[];
  readonly busy: boolean;
  readonly settle: (notice: Uncertain, fate: "arrived" | "send-again") => void;
}

/** Messages Teams did not answer for: a person finds out and decides, the service never does. */
export function UncertainTable({ notices, busy, settle }: UncertainTableProps) {
  const table = useTableStyles();
  const styles = useAdministrationStyles();
  const words = useWords();
  const format = useFormat();
  return (
    <>
      <p className={styles.note}>{words.uncertainText}</p>
      <table className={table.table}>
        <thead className={table.head}>
          <tr>
            {[words.to, words.message, words.when, words.repair].map((name) => (
              <th key={name} scope="col" className={table.th}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notices.map((notice) => (
            <tr key={notice.noticeKey} className={table.row}>
              <th scope="row" className={mergeClasses(table.td, table.main)}>
                {notice.to}
              </th>
              <td className={table.td} data-label={words.message}>
                {words.kinds[notice.kind] ?? words.otherKind}
              </td>
              <td className={table.td} data-label={words.when}>
                {format.instant(notice.at)}
              </td>
              <td className={mergeClasses(table.td, styles.sentence)}>
                <div className={styles.stack}>
                  <div className={styles.buttons}>
                    <Button size="small" onClick={() => settle(notice, "arrived")} disabledFocusable={busy}>
                      {words.arrived}
                    </Button>
                    {notice.mayResend ? (
                      <Button size="small" onClick={() => settle(notice, "send-again")} disabledFocusable={busy}>
                        {words.sendAgain}
                      </Button>
                    ) : null}
                  </div>
                  {notice.mayResend ? null : <span className={styles.quiet}>{words.noReason}</span>}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
