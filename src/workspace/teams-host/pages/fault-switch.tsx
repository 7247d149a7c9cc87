import { Switch } from "@fluentui/react-components";
import { useTexts } from "./host-texts.ts";

/** Half of the Graph calls fail, each time in the same order; the answer comes back over the live stream. */
export function FaultSwitch(props: { readonly on: boolean; readonly describedBy: string }): React.JSX.Element {
  const texts = useTexts();
  return (
    <Switch
      label={texts.faults}
      checked={props.on}
      aria-describedby={props.describedBy}
      onChange={(_event, { checked }) => void setFaults(checked)}
    />
  );
}

/** Lets half of the Graph calls fail, or none. */
export async function setFaults(on: boolean): Promise<void> {
  const plan = { rate: 0.5, seed: 1, kinds: [429, 500, 502, 503, 504, "reset", "lost-answer"] };
  const init = on ? { method: "POST", body: JSON.stringify(plan) } : { method: "DELETE" };
  // Without an answer the switch stays where it is, which says that it did not work.
  await fetch("/workspace/faults", init).catch(() => undefined);
}
