import { Badge, type BadgeProps } from "@fluentui/react-components";
import type { CaseRow } from "#contract/cases.ts";
import { useCaseTexts } from "./case-texts.ts";
import { useCaseStyles } from "./cases.styles.ts";

const colors: Readonly<Record<CaseRow["status"], NonNullable<BadgeProps["color"]>>> = {
  arisen: "informative",
  informed: "brand",
  stopped: "severe",
  decided: "success",
  closed: "informative",
};

/** Where a case stands, in words; the colour only underlines it. */
export function CaseStatusBadge({ status }: Pick<CaseRow, "status">) {
  const styles = useCaseStyles();
  const { terms } = useCaseTexts();
  return (
    <Badge className={styles.badge} appearance="tint" color={colors[status]}>
      {terms.status[status]}
    </Badge>
  );
}
