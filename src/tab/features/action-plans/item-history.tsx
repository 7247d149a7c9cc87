import { makeStyles, tokens } from "@fluentui/react-components";
import type { ActionItemView } from "#contract/action-plans.ts";
import { LongText } from "../../components/long-text.tsx";
import { MetaLine } from "../../components/meta-line.tsx";
import { PersonAvatar } from "../../components/person-avatar.tsx";
import { Section } from "../../components/section.tsx";
import { Timeline, type TimelineEntry } from "../../components/timeline.tsx";
import { useFormat } from "../../components/use-format.ts";
import { usePlanTexts } from "./plan-texts.ts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "12px" },
  line: { display: "grid", gridTemplateColumns: "24px minmax(0, 1fr)", gap: "8px", alignItems: "start" },
  what: { gridColumn: "2", minWidth: 0 },
  meta: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What has been written about how it goes, newest first. */
export function ItemNotes({ notes }: Pick<ActionItemView, "notes">) {
  const styles = useStyles();
  const { item: words } = usePlanTexts();
  const format = useFormat();
  return (
    <Section title={words.notes}>
      {notes.length === 0 ? <p className={styles.meta}>{words.notesNone}</p> : null}
      <ol className={styles.list}>
        {notes.map(({ at, by, text }) => (
          <li key={`${at} ${by}`} className={styles.line}>
            <PersonAvatar name={by} />
            <div className={styles.what}>
              <MetaLine className={styles.meta} parts={[by, format.instant(at)]} />
              <LongText text={text} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What has happened to the item, newest first, as its log tells it. */
export function ItemHistory({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const words = usePlanTexts();
  return (
    <Section title={words.item.history}>
      <Timeline
        entries={entries}
        wordOf={({ action }) => words.events[action] ?? words.eventUnknown}
        more={(entry) => <Changes entry={entry} />}
      />
    </Section>
  );
}

/** Status or dates before and after, where a log line changed them. */
function Changes({ entry }: { readonly entry: TimelineEntry }) {
  const styles = useStyles();
  const words = usePlanTexts();
  const { date } = useFormat();
  const text = (name: string): string => String(entry.data[name] ?? "");
  const names: Readonly<Record<string, string | undefined>> = words.status;
  const period = (from: string, to: string): string => `${date(from)} – ${date(to)}`;
  const status =
    text("statusBefore") === ""
      ? undefined
      : words.eventStatus(names[text("statusBefore")] ?? "", names[text("status")] ?? "");
  const time =
    text("fromBefore") === ""
      ? undefined
      : words.eventPeriod(period(text("fromBefore"), text("toBefore")), period(text("from"), text("to")));
  return (
    <>
      {status === undefined ? null : <span className={styles.meta}>{status}</span>}
      {time === undefined ? null : <span className={styles.meta}>{time}</span>}
    </>
  );
}
