import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ApplicationView } from "#contract/applications.ts";
import { MetaLine } from "./meta-line.tsx";
import { PersonAvatar } from "./person-avatar.tsx";
import { useFormat } from "./use-format.ts";

/** One entry of a record's log as the contract tells it. */
export type TimelineEntry = ApplicationView["timeline"][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  entry: {
    position: "relative",
    padding: "0 0 12px 24px",
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginLeft: "12px",
    "::before": {
      content: '""',
      position: "absolute",
      left: "-6px",
      top: "5px",
      width: "10px",
      height: "10px",
      borderRadius: "50%",
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    ":last-child": { borderLeftColor: "transparent", paddingBottom: 0 },
  },
  // On the dot, which marks what nobody did by hand.
  who: { position: "absolute", left: "-13px", top: "-2px" },
  meta: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  /** What happened, in words. */
  readonly wordOf: (entry: TimelineEntry) => string;
  /** What more there is to say of it, below. */
  readonly more?: (entry: TimelineEntry) => ReactNode;
}

/** What has happened, newest first, as the record's log tells it. */
export function Timeline({ entries, wordOf, more }: TimelineProps) {
  const styles = useStyles();
  const format = useFormat();
  return (
    <ol className={styles.list}>
      {entries
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .map((entry) => (
          <li key={`${entry.at} ${entry.action} ${entry.who ?? ""}`} className={styles.entry}>
            <PersonAvatar name={entry.who ?? ""} className={styles.who} />
            {wordOf(entry)}
            <MetaLine className={styles.meta} parts={[format.instant(entry.at), entry.who]} />
            {more?.(entry)}
          </li>
        ))}
    </ol>
  );
}
