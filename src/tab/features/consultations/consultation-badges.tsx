import { Badge, type BadgeProps, makeStyles } from "@fluentui/react-components";
import type { ConsultationPartyView, ConsultationSummary } from "#contract/consultations.ts";
import { useConsultationTexts } from "./consultation-texts.ts";

type Color = NonNullable<BadgeProps["color"]>;

const useStyles = makeStyles({ badge: { whiteSpace: "nowrap", flexShrink: 0 } });

const colors: Readonly<Record<ConsultationSummary["status"], Color>> = {
  draft: "informative",
  upcoming: "informative",
  open: "success",
  closed: "brand",
  treated: "informative",
};
const partyColors: Readonly<Record<ConsultationPartyView["status"], Color>> = {
  awaiting: "informative",
  received: "success",
  receivedNoComments: "success",
  receivedLate: "severe",
  noResponse: "warning",
};

/** Where a consultation stands, in words; the colour only underlines it. */
export function ConsultationStatusBadge({ status }: Pick<ConsultationSummary, "status">) {
  const styles = useStyles();
  const { terms } = useConsultationTexts();
  return (
    <Badge className={styles.badge} appearance="tint" color={colors[status]}>
      {terms.status[status]}
    </Badge>
  );
}

/** Whether a party has answered, in words. */
export function PartyStatusBadge({ status }: Pick<ConsultationPartyView, "status">) {
  const styles = useStyles();
  const { terms } = useConsultationTexts();
  return (
    <Badge className={styles.badge} appearance="tint" color={partyColors[status]}>
      {terms.partyStatus[status]}
    </Badge>
  );
}
