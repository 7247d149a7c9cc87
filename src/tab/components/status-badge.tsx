import { Badge, type BadgeProps } from "@fluentui/react-components";
import { useTexts } from "../texts/texts-context.ts";

type Color = NonNullable<BadgeProps["color"]>;

const applicationColors: Readonly<Record<string, Color>> = {
  "awaiting-manager": "important",
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
  const { words } = useTexts();
  const names: Readonly<Record<string, string>> = words.applicationStatus;
  return (
    <Badge appearance="tint" color={applicationColors[status] ?? "informative"}>
      {names[status] ?? words.unknownStatus}
    </Badge>
  );
}

/** A round's status in words. */
export function RoundStatusBadge({ status }: { readonly status: string }) {
  const { words } = useTexts();
  const names: Readonly<Record<string, string>> = words.roundStatus;
  return (
    <Badge appearance="tint" color={roundColors[status] ?? "informative"}>
      {names[status] ?? words.unknownStatus}
    </Badge>
  );
}
