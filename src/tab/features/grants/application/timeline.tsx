import { makeStyles, tokens } from "@fluentui/react-components";
import type { ApplicationView } from "#contract/applications.ts";
import { LongText } from "../../../components/long-text.tsx";
import { MetaLine } from "../../../components/meta-line.tsx";
import { PersonAvatar } from "../../../components/person-avatar.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";

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

/** What has happened, newest first, as the record's log tells it. */
export function Timeline({ entries }: { readonly entries: ApplicationView["timeline"] }) {
  const styles = useStyles();
  const { application: words } = useTexts();
  const format = useFormat();
  return (
    <ol className={styles.list}>
      {entries
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .map((entry) => (
          <li key={`${entry.at} ${entry.action} ${entry.who ?? ""}`} className={styles.entry}>
            <PersonAvatar name={entry.who ?? ""} className={styles.who} />
            {words.events[entry.action] ?? words.eventUnknown}
            <MetaLine className={styles.meta} parts={[format.instant(entry.at), entry.who]} />
            {typeof entry.data["answer"] === "string" ? (
              <LongText text={`${words.answer}: ${entry.data["answer"]}`} />
            ) : null}
            {typeof entry.data["questions"] === "string" ? (
              <LongText text={`${words.questions}: ${entry.data["questions"]}`} />
            ) : null}
          </li>
        ))}
    </ol>
  );
}
