import { Badge, type BadgeProps, makeStyles } from "@fluentui/react-components";
import { useTexts } from "../texts/texts-context.ts";

type Color = NonNullable<BadgeProps["color"]>;

const useStyles = makeStyles({ badge: { whiteSpace: "nowrap", flexShrink: 0 } });

const applicationColors: Readonly<Record<string, Color>> = {
  "awaiting-manager": "severe",
  returned: "danger",
  submitted: "brand",
  "under-review": "brand",
  recommended: "brand",
  awarded: "success",
  "partially-awarded": "success",
  accepted: "success",
  running: "success",
};
const roundColors: Readonly<Record<string, Color>> = {
  open: "success",
  "under-review": "brand",
  recommended: "brand",
};

/** An application's status in words; the colour only underlines it. */
export function ApplicationStatusBadge({ status }: { readonly status: string }) {
  const styles = useStyles();
  const { words } = useTexts();
  const names: Readonly<Record<string, string>> = words.applicationStatus;
  return (
    <Badge className={styles.badge} appearance="tint" color={applicationColors[status] ?? "informative"}>
      {names[status] ?? words.unknownStatus}
    </Badge>
  );
}

/** A round's status in words. */
export function RoundStatusBadge({ status }: { readonly status: string }) {
  const styles = useStyles();
  const { words } = useTexts();
  const names: Readonly<Record<string, string>> = words.roundStatus;
  return (
    <Badge className={styles.badge} appearance="tint" color={roundColors[status] ?? "informative"}>
      {names[status] ?? words.unknownStatus}
    </Badge>
  );
}
