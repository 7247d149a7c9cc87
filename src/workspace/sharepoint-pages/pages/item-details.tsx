import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { Cell } from "./cell.tsx";
import { fieldText } from "./field-text.ts";
import { ItemVersions } from "./item-versions.tsx";
import type { Column, Row } from "./list-model.ts";
import { type ListData, loadItem, ownColumns } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { Loading, Refused } from "./page-states.tsx";
import { useLoaded } from "./use-loaded.ts";
import type { ViewContext } from "./view-rows.ts";

export interface ItemDetailsProps {
  readonly data: ListData;
  readonly itemId: string;
  readonly context: ViewContext;
  /** What can be done with the item as it was read. */
  readonly action?: (row: Row) => React.ReactNode;
}

/** All fields of an item, and its earlier versions. */
export function ItemDetails({ data, itemId, context, action }: ItemDetailsProps): React.JSX.Element {
  const styles = useStyles();
  const { reader, texts } = usePage();
  const [tab, setTab] = useState<"details" | "versions">("details");
  const load = useCallback(() => loadItem(reader, data, itemId), [reader, data, itemId]);
  const { state, retry } = useLoaded(load);
  if (state.status === "loading") return <Loading />;
  if (state.status === "refused") return <Refused refusal={state.refusal} retry={retry} />;
  return (
    <div className={styles.details}>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value === "versions" ? "versions" : "details")}
      >
        <Tab value="details">{texts.details}</Tab>
        <Tab value="versions">{texts.versions}</Tab>
      </TabList>
      {tab === "details" ? (
        <>
          {action !== undefined && <div>{action(state.value)}</div>}
          <Fields data={data} row={state.value} context={context} />
        </>
      ) : (
        <ItemVersions data={data} itemId={itemId} />
      )}
    </div>
  );
}

function Fields({ data, row, context }: { data: ListData; row: Row; context: ViewContext }): React.JSX.Element {
  const styles = useStyles();
  const { texts, style } = usePage();
  const moment = (value: unknown): string =>
    fieldText({ kind: "date-time", decimals: undefined, percentage: false }, value, style);
  return (
    <>
      <dl className={styles.fields}>
        {ownColumns(data).map((column) => (
          <div key={column.name}>
            <dt className={styles.name}>{column.title}</dt>
            <dd
              className={mergeClasses(
                styles.value,
                (column.kind === "number" || column.kind === "choice") && styles.snug,
              )}
            >
              {isBlank(column, row) ? (
                <span className={styles.quiet}>{texts.empty}</span>
              ) : (
                <Cell column={column} row={row} rowIndex={0} context={context} whole />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Text size={200} className={styles.quiet} block>
        {texts.created} {moment(row.values["Created"])} {texts.by} {String(row.values["Author"])}
      </Text>
      <Text size={200} className={styles.quiet} block>
        {texts.modified} {moment(row.values["Modified"])} {texts.by} {String(row.values["Editor"])}
      </Text>
    </>
  );
}

/** Nothing stands in the field, and its format has no word for that: a number's says only where it stands. */
function isBlank(column: Column, row: Row): boolean {
  const value = row.values[column.name];
  return (value === undefined || value === null || value === "") && (!column.format || column.kind === "number");
}

const useStyles = makeStyles({
  details: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, margin: "0px" },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: { margin: "0px", minHeight: "20px", overflowWrap: "anywhere" },
  // Formats align numbers to the right edge of their cell and tint all of it; here there is no column to be filled.
  snug: { width: "fit-content" },
  // The first tab's word stands where the text stands.
  tabs: { marginLeft: "-10px" },
  quiet: { color: tokens.colorNeutralForeground3 },
});
