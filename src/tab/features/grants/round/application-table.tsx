import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ApplicationRow, RoundView } from "#contract/rounds.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { ApplicationStatusBadge } from "../../../components/status-badge.tsx";
import { useTableStyles } from "../../../components/table.styles.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";

const useStyles = makeStyles({
  note: { margin: 0, padding: "12px 20px", color: tokens.colorNeutralForeground2 },
  empty: { padding: "12px 20px" },
});

/** The applications the reader may see, with a word about those that are hidden. */
export function ApplicationTable({ view }: { readonly view: RoundView }) {
  const styles = useStyles();
  const table = useTableStyles();
  const { round: words } = useTexts();
  const { applications, applicationsHidden, round } = view;
  const isDecided = round.status === "decided" || round.status === "completed";
  const hidden = isDecided ? words.applicationsHiddenDecided : words.applicationsHidden;
  const granted = applications.some((application) => application.grantedOere !== undefined);
  if (applications.length === 0) {
    return (
      <div className={styles.empty}>
        {applicationsHidden ? hidden : <EmptyState text={words.applicationsEmpty} next={words.applicationsEmptyNext} />}
      </div>
    );
  }
  return (
    <>
      <table className={table.table}>
        <thead className={table.head}>
          <tr>
            <th scope="col" className={table.th}>
              {words.number}
            </th>
            <th scope="col" className={table.th}>
              {words.title}
            </th>
            <th scope="col" className={table.th}>
              {words.centre}
            </th>
            <th scope="col" className={mergeClasses(table.th, table.amount)}>
              {words.requested}
            </th>
            {granted ? (
              <th scope="col" className={mergeClasses(table.th, table.amount)}>
                {words.granted}
              </th>
            ) : null}
            <th scope="col" className={table.th}>
              {words.status}
            </th>
          </tr>
        </thead>
        <tbody>
          {applications.map((application) => (
            <ApplicationTableRow key={application.key} application={application} granted={granted} />
          ))}
        </tbody>
      </table>
      {applicationsHidden ? <p className={styles.note}>{hidden}</p> : null}
    </>
  );
}

function ApplicationTableRow({
  application,
  granted,
}: {
  readonly application: ApplicationRow;
  readonly granted: boolean;
}) {
  const table = useTableStyles();
  const format = useFormat();
  const { round: words } = useTexts();
  return (
    <tr className={table.row}>
      <td className={mergeClasses(table.td, table.number)} data-label={words.number}>
        {application.number}
      </td>
      <th scope="row" className={mergeClasses(table.td, table.main)}>
        <Link href={hrefOf(routes.application(application.key))}>{application.title}</Link>
      </th>
      <td className={table.td} data-label={words.centre}>
        {application.centreName}
      </td>
      <td className={mergeClasses(table.td, table.amount)} data-label={words.requested}>
        {format.kr(application.requestedOere)}
      </td>
      {granted ? (
        <td className={mergeClasses(table.td, table.amount)} data-label={words.granted}>
          {application.grantedOere === undefined ? "–" : format.kr(application.grantedOere)}
        </td>
      ) : null}
      <td className={table.td} data-label={words.status}>
        <ApplicationStatusBadge status={application.status} />
      </td>
    </tr>
  );
}
