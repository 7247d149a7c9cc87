import { Badge, type BadgeProps, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ActionRow } from "#contract/action-plans.ts";
import type { LightReason } from "#domain/action-plans/action-light.ts";
import { lightSentence } from "#domain/action-plans/light-sentence.ts";
import type { Language } from "#domain/shared/language.ts";
import { PersonName } from "../../components/person-avatar.tsx";
import { useFormat } from "../../components/use-format.ts";
import { useLanguage } from "../../texts/texts-context.ts";
import { usePlanTexts } from "./plan-texts.ts";

type Color = NonNullable<BadgeProps["color"]>;
type Light = NonNullable<ActionRow["light"]>;

const phone = "@media (max-width: 640px)";

const useStyles = makeStyles({
  badge: { whiteSpace: "nowrap", flexShrink: 0 },
  light: { display: "inline-flex", alignItems: "flex-start", gap: "4px", minWidth: 0 },
  /** On a phone a value ends at the edge: the shape keeps beside its word although the reason is longer. */
  ending: { [phone]: { flexDirection: "row-reverse" } },
  icon: { flexShrink: 0, fontSize: "16px", marginTop: "2px", forcedColorAdjust: "auto" },
  green: { color: tokens.colorStatusSuccessForeground1 },
  yellow: { color: tokens.colorStatusWarningForeground1 },
  red: { color: tokens.colorStatusDangerForeground1 },
  text: { minWidth: 0, overflowWrap: "anywhere" },
  why: {
    display: "block",
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  lines: {
    display: "flex",
    flexDirection: "column",
    gap: "2px",
    minWidth: 0,
    maxWidth: "100%",
    alignItems: "flex-start",
  },
  gone: { color: tokens.colorPaletteRedForeground1 },
});

const statusColors: Readonly<Record<ActionRow["status"], Color>> = {
  idea: "informative",
  planned: "informative",
  running: "brand",
  "on-hold": "warning",
  done: "success",
  stopped: "severe",
};
const icons = { green: CheckmarkCircleFilled, yellow: WarningFilled, red: ErrorCircleFilled } as const;

/** An item's status in words; the colour only underlines it. */
export function ActionStatusBadge({ status }: Pick<ActionRow, "status">) {
  const styles = useStyles();
  const { status: names } = usePlanTexts();
  return (
    <Badge className={styles.badge} appearance="tint" color={statusColors[status]}>
      {names[status]}
    </Badge>
  );
}

/** A traffic light as word and shape, never as a colour alone; with its worst reason where there is room. */
export function LightMark({ light, withReason = false }: { readonly light: Light | undefined; withReason?: boolean }) {
  const styles = useStyles();
  const language = useLanguage();
  const words = usePlanTexts();
  if (light === undefined) return <span>{words.noLight}</span>;
  const Icon = icons[light.light];
  const [worst] = light.reasons;
  return (
    <span className={mergeClasses(styles.light, withReason && styles.ending)}>
      <Icon aria-hidden className={mergeClasses(styles.icon, styles[light.light])} />
      <span className={styles.text}>
        {words.light[light.light]}
        {withReason && worst !== undefined ? (
          <span className={styles.why}>{reasonSentence(worst, language)}</span>
        ) : null}
      </span>
    </span>
  );
}

/** Why a light is what it is; the contract has checked the figures that belong to the kind. */
export function reasonSentence(reason: Light["reasons"][number], language: Language): string {
  return lightSentence(reason as LightReason, language);
}

/** Who owns it: the role, the person in it, and that she has left where she has. */
export function OwnerCell({ row }: { readonly row: ActionRow }) {
  const styles = useStyles();
  const words = usePlanTexts();
  return (
    <span className={styles.lines}>
      {row.owner === undefined || row.ownerLeft ? null : <PersonName name={row.owner.name} />}
      <span className={row.owner === undefined || row.ownerLeft ? undefined : styles.why}>{row.ownerRole}</span>
      {row.ownerLeft ? <span className={styles.gone}>{words.ownerLeft}</span> : null}
      {row.owner === undefined && !row.ownerLeft ? <span className={styles.why}>{words.ownerNone}</span> : null}
    </span>
  );
}

/** The next milestone and its day, with a word where the day has passed. */
export function MilestoneCell({ row, today }: { readonly row: ActionRow; readonly today: string }) {
  const styles = useStyles();
  const words = usePlanTexts();
  const format = useFormat();
  const next = row.nextMilestone;
  if (next === undefined) return <span>{words.milestoneNone}</span>;
  return (
    <span className={styles.lines}>
      <span className={styles.text}>{next.title}</span>
      <span className={styles.why}>{format.date(next.due)}</span>
      {next.due < today ? <span className={styles.gone}>{words.item.overdue}</span> : null}
    </span>
  );
}

/** How long ago somebody said how it goes. */
export function UpdatedCell({ row }: { readonly row: ActionRow }) {
  const styles = useStyles();
  const words = usePlanTexts();
  return (
    <span className={styles.lines}>
      <span>{words.days(row.daysSinceUpdate)}</span>
      {row.isStale ? <span className={styles.gone}>{words.stale}</span> : null}
    </span>
  );
}
