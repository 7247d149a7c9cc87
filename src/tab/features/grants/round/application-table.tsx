import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ApplicationRow, RoundView } from "#contract/rounds.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { type GridColumn, RecordGrid } from "../../../components/record-grid.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { ApplicationStatusBadge } from "../../../components/status-badge.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";

const useStyles = makeStyles({
  note: { margin: 0, padding: "12px 20px", color: tokens.colorNeutralForeground2 },
  empty: { padding: "12px 20px" },
});

/** The applications the reader may see, with a word about those that are hidden. */
export function ApplicationTable({ view }: { readonly view: RoundView }) {
  const styles = useStyles();
  const { round: words } = useTexts();
  const { applications, applicationsHidden, round } = view;
  const isDecided = round.status === "decided" || round.status === "completed";
  const hidden = isDecided ? words.applicationsHiddenDecided : words.applicationsHidden;
  const columns = useApplicationColumns(applications.some(({ grantedOere }) => grantedOere !== undefined));
  if (applications.length === 0) {
    return (
      <div className={styles.empty}>
        {applicationsHidden ? hidden : <EmptyState text={words.applicationsEmpty} next={words.applicationsEmptyNext} />}
      </div>
    );
  }
  return (
    <>
      <RecordGrid label={words.applications} rows={applications} columns={columns} />
      {applicationsHidden ? <p className={styles.note}>{hidden}</p> : null}
    </>
  );
}

/** The columns of applications; what is granted only where something is. */
function useApplicationColumns(granted: boolean): readonly GridColumn<ApplicationRow>[] {
  const { round: words, words: common } = useTexts();
  const format = useFormat();
  return useMemo(() => {
    const statusNames: Readonly<Record<string, string>> = common.applicationStatus;
    const statusName = ({ status }: ApplicationRow): string => statusNames[status] ?? common.unknownStatus;
    const columns: readonly (GridColumn<ApplicationRow> | undefined)[] = [
      {
        id: "number",
        label: words.number,
        kind: "number",
        width: 10,
        find: ({ number }) => number,
        sortBy: ({ number }) => number,
        cell: ({ number }) => number,
      },
      {
        id: "title",
        label: words.title,
        kind: "main",
        width: 32,
        find: ({ title }) => title,
        sortBy: ({ title }) => title,
        cell: ({ key, title }) => <Link href={hrefOf(routes.application(key))}>{title}</Link>,
      },
      {
        id: "centre",
        label: words.centre,
        width: 24,
        find: ({ centreName }) => centreName,
        sortBy: ({ centreName }) => centreName,
        cell: ({ centreName }) => centreName,
      },
      {
        id: "requested",
        label: words.requested,
        kind: "amount",
        width: 12,
        sortBy: ({ requestedOere }) => requestedOere,
        cell: ({ requestedOere }) => format.kr(requestedOere),
      },
      granted
        ? {
            id: "granted",
            label: words.granted,
            kind: "amount",
            width: 12,
            sortBy: ({ grantedOere }) => grantedOere ?? -1,
            cell: ({ grantedOere }) => (grantedOere === undefined ? "–" : format.kr(grantedOere)),
          }
        : undefined,
      {
        id: "status",
        label: words.status,
        width: 16,
        find: statusName,
        sortBy: statusName,
        cell: ({ status }) => <ApplicationStatusBadge status={status} />,
      },
    ];
    return columns.filter((column) => column !== undefined);
  }, [words, common, format, granted]);
}
