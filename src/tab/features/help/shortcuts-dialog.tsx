import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { ModalFrame } from "../../components/modal-frame.tsx";
import { singleKeysWanted, wantSingleKeys } from "../../components/shortcut-keys.ts";
import { type Shortcut, type ShortcutPlace, shortcuts } from "../../components/shortcuts.ts";
import { shortcuts as danish } from "../../texts/da/shortcuts.ts";
import { shortcuts as english } from "../../texts/en/shortcuts.ts";
import { useLanguage } from "../../texts/texts-context.ts";

const useStyles = makeStyles({
  text: { margin: 0 },
  place: {
    margin: "16px 0 4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: "4px 16px",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  keys: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px", margin: 0 },
  key: {
    minWidth: "24px",
    padding: "0 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    textAlign: "center",
  },
  choice: { marginTop: "16px" },
  hint: { margin: "0 0 0 36px", color: tokens.colorNeutralForeground2 },
});

const places: readonly ShortcutPlace[] = ["everywhere", "search", "review"];

/** All shortcuts there are, and the choice to be without those of a single key (WCAG 2.1.4). */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useLanguage() === "en" ? english : danish;
  const hintId = useId();
  const [wanted, setWanted] = useState(singleKeysWanted);
  return (
    <ModalFrame title={words.title} onCancel={onClose} actions={<Button onClick={onClose}>{words.close}</Button>}>
      <p className={styles.text}>{words.lead}</p>
      {places.map((place) => (
        <section key={place} aria-label={words.place[place]}>
          <h3 className={styles.place}>{words.place[place]}</h3>
          <dl className={styles.list}>
            {shortcuts
              .filter((shortcut) => shortcut.place === place)
              .map((shortcut) => (
                <div key={shortcut.id} className={styles.line}>
                  <dt>{words.what[shortcut.id]}</dt>
                  <dd className={styles.keys}>
                    <Keys shortcut={shortcut} or={words.or} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <Checkbox
        className={styles.choice}
        label={words.singleKeys}
        aria-describedby={hintId}
        checked={wanted}
        onChange={(_, { checked }) => {
          wantSingleKeys(checked === true);
          setWanted(checked === true);
        }}
      />
      <p id={hintId} className={styles.hint}>
        {words.singleKeysHint}
      </p>
    </ModalFrame>
  );
}

/** "1 2 3 4 5", or two ways with "eller" between them. */
function Keys({ shortcut, or }: { readonly shortcut: Shortcut; readonly or: string }) {
  const styles = useStyles();
  return shortcut.keys.map((key, index) => (
    <span key={key} className={styles.keys}>
      {index > 0 && shortcut.keys.length === 2 ? or : null}
      <kbd className={styles.key}>{key}</kbd>
    </span>
  ));
}
