import { Badge, makeStyles } from "@fluentui/react-components";
import type { AdminHealth } from "#contract/health.ts";
import { useWords } from "./words.ts";

const useStyles = makeStyles({ badge: { whiteSpace: "nowrap", flexShrink: 0 } });
const colors = { ok: "success", watch: "warning", fault: "danger" } as const;

/** OK, Obs or Fejl: the word says it, the colour only underlines it. */
export function StateBadge({ state }: { readonly state: AdminHealth["state"] }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <Badge className={styles.badge} appearance="tint" color={colors[state]}>
      {words.states[state]}
    </Badge>
  );
}
