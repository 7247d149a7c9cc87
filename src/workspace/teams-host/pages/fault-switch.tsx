import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useTexts } from "./host-texts.ts";

/** Half of the Graph calls fail, each time in the same order; the answer comes back over the live stream. */
export function FaultSwitch({ on, hint }: { readonly on: boolean; readonly hint: string }): React.JSX.Element {
  const texts = useTexts();
  const styles = useStyles();
  return (
    <Switch
      className={styles.field}
      label={
        <span className={styles.label}>
          <span>{texts.faults}</span>
          <span className={styles.hint}>{hint}</span>
        </span>
      }
      checked={on}
      onChange={(_event, { checked }) => void setFaults(checked)}
    />
  );
}

async function setFaults(on: boolean): Promise<void> {
  const plan = { rate: 0.5, seed: 1, kinds: [429, 500, 502, 503, 504, "reset", "lost-answer"] };
  const init = on ? { method: "POST", body: JSON.stringify(plan) } : { method: "DELETE" };
  // Without an answer the switch stays where it is, which says that it did not work.
  await fetch("/workspace/faults", init).catch(() => undefined);
}

const useStyles = makeStyles({
  field: { alignItems: "flex-start" },
  label: { display: "grid" },
  hint: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});
