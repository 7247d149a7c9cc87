import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import { fieldText } from "./field-text.ts";
import { actorName, type Column } from "./list-model.ts";
import { type ItemVersion, type ListData, loadVersions, ownColumns } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { Loading, Refused } from "./page-states.tsx";
import { useLoaded } from "./use-loaded.ts";

/** Who changed what and when, newest first. */
export function ItemVersions({ data, itemId }: { data: ListData; itemId: string }): React.JSX.Element {
  const styles = useStyles();
  const { reader, texts, style } = usePage();
  const load = useCallback(() => loadVersions(reader, data, itemId), [reader, data, itemId]);
  const { state, retry } = useLoaded(load);
  if (state.status === "loading") return <Loading />;
  if (state.status === "refused") return <Refused refusal={state.refusal} retry={retry} />;
  const moment = (at: string): string =>
    fieldText({ kind: "date-time", decimals: undefined, percentage: false }, at, style);
  return (
    <ol className={styles.versions}>
      {state.value.map((version, index) => {
        const before = state.value[index + 1];
        const changes = changesSince(before, version, ownColumns(data));
        return (
          <li key={version.id} className={styles.version}>
            <Text weight="semibold" block>
              {texts.version(version.id)}
            </Text>
            <Text size={200} className={styles.quiet} block>
              {moment(version.at)} {texts.by} {actorName(version.identity)}
            </Text>
            {changes.length === 0 && <Text size={200}>{texts.unchanged}</Text>}
            <dl className={styles.changes}>
              {changes.map((column) => (
                <div key={column.name} className={styles.change}>
                  <dt className={styles.name}>{column.title}</dt>
                  <dd className={styles.value}>
                    {before !== undefined && (
                      <del className={styles.before}>
                        <span className={styles.spoken}>{texts.before} </span>
                        {fieldText(column, before.values[column.name], style) || texts.empty}
                      </del>
                    )}
                    <ins className={mergeClasses(styles.after, before !== undefined && styles.changed)}>
                      {before !== undefined && <span className={styles.spoken}>{texts.after} </span>}
                      {fieldText(column, version.values[column.name], style) || texts.empty}
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ol>
  );
}

/** The columns whose value is another than in the version before. */
function changesSince(
  before: ItemVersion | undefined,
  after: ItemVersion,
  columns: readonly Column[],
): readonly Column[] {
  const text = (version: ItemVersion | undefined, { name }: Column): string =>
    JSON.stringify(version?.values[name] ?? null);
  return columns.filter((column) => text(before, column) !== text(after, column));
}

const useStyles = makeStyles({
  versions: { listStyleType: "none", margin: "0px", padding: "0px" },
  version: { padding: `${tokens.spacingVerticalM} 0px`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  quiet: { color: tokens.colorNeutralForeground3 },
  changes: { margin: `${tokens.spacingVerticalXS} 0px 0px` },
  change: { display: "flex", gap: tokens.spacingHorizontalS },
  name: { flexShrink: 0, width: "40%", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    margin: "0px",
    minWidth: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
  },
  before: { color: tokens.colorNeutralForeground3 },
  after: { textDecorationLine: "none" },
  changed: { fontWeight: tokens.fontWeightSemibold },
  // For who does not see what is struck out.
  spoken: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
