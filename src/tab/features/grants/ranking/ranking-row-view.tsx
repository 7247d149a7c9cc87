import { Badge, Button, Link, mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import type { RankingRow } from "#contract/ranking.ts";
import type { CriterionView } from "#contract/rounds.ts";
import { LongText } from "../../../components/long-text.tsx";
import { hrefOf, routes } from "../../../components/routes.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { LetterButton } from "../letters/letter-button.tsx";
import { LetterPreview } from "./letter-preview.tsx";
import { useRankingStyles } from "./ranking.styles.ts";
import { ReasonField } from "./reason-field.tsx";
import type { ReasonSaver } from "./reason-saver.ts";
import { ReviewsCell } from "./reviews-cell.tsx";
import { RowExplanation } from "./row-explanation.tsx";

interface RankingRowViewProps {
  readonly row: RankingRow;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Missing where the reader may not write the reason. */
  readonly saver: ReasonSaver | undefined;
  /** How often the reader has been led here to mend the reason. */
  readonly lead: number;
  /** Told of a draft from remarks that has come before the reader's eyes. */
  readonly onReadDraft: (applicationKey: string, draft: string) => void;
  /** As if the rest were offered to the first that does not fit. */
  readonly offered: boolean;
  /** How many the round names as reviewers, where it is known. */
  readonly reviewerCount: number | undefined;
  readonly criteria: readonly CriterionView[];
}

/** One application in the ranked list. */
export function RankingRowView(props: RankingRowViewProps) {
  const { row, open, onToggle, saver, lead, onReadDraft, offered, reviewerCount, criteria } = props;
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  // Who gets everything is owed no reason, so there is nothing to open and nothing missing; a reason that the
  // reader may not see yet is not in the answer.
  const hasReason = saver !== undefined || (row.reason !== undefined && (row.reason !== "" || row.outcome !== "award"));
  return (
    <>
      <td className={mergeClasses(styles.cell, styles.rank)}>{row.rank}</td>
      <th scope="row" className={mergeClasses(styles.cell, styles.subject)}>
        <Link href={hrefOf(routes.application(row.applicationKey))}>{row.title}</Link>
        <span className={styles.meta}>{`${row.number} · ${row.centreName}`}</span>
        {row.packet === "deputy" ? <span className={styles.meta}>{ranking.byDeputy}</span> : null}
      </th>
      <td className={mergeClasses(styles.cell, styles.under)} data-label={ranking.score}>
        <span className={styles.strong}>{format.tenths(row.scoreTenths)}</span>
        <span className={styles.meta}>
          {ranking.spread(format.tenths(row.spread.lowTenths), format.tenths(row.spread.highTenths))}
        </span>
      </td>
      <td className={mergeClasses(styles.cell, styles.under)} data-label={ranking.reviews}>
        <ReviewsCell row={row} />
      </td>
      <td className={mergeClasses(styles.cell, styles.amount, styles.under)} data-label={ranking.requested}>
        {format.kr(row.requestedOere)}
      </td>
      <td className={mergeClasses(styles.cell, styles.amount, styles.under)} data-label={ranking.outcome}>
        <OutcomeCell row={row} />
      </td>
      <td className={mergeClasses(styles.cell, styles.explained)}>
        <RowExplanation row={row} criteria={criteria} reviewerCount={reviewerCount} />
        {hasReason || row.letter !== undefined ? (
          <div className={styles.rowActs}>
            {hasReason ? <ReasonButton row={row} open={open} onToggle={onToggle} saver={saver} /> : null}
            {row.letter === undefined ? null : (
              <LetterPreview row={row} saver={saver} offered={offered} onReadDraft={onReadDraft} />
            )}
          </div>
        ) : null}
      </td>
      {open && hasReason ? (
        <td className={mergeClasses(styles.cell, styles.reason)}>
          <Reason row={row} saver={saver} lead={lead} onReadDraft={onReadDraft} />
        </td>
      ) : null}
    </>
  );
}

/** Unfolds the reason, in words beside the sign: nobody looks for it behind a sign alone. */
function ReasonButton({
  row,
  open,
  onToggle,
  saver,
}: Pick<RankingRowViewProps, "row" | "open" | "onToggle" | "saver">) {
  const { ranking } = useTexts();
  const words = saver ? ranking.editReason : open ? ranking.hideReason : ranking.showReason;
  return (
    <Button
      size="small"
      icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
      iconPosition="after"
      aria-expanded={open}
      aria-label={ranking.reasonOf(words, row.number)}
      onClick={onToggle}
    >
      {words}
    </Button>
  );
}

/** What the application gets, what is left of the frame below it, and its letter once it has left. */
function OutcomeCell({ row }: Pick<RankingRowViewProps, "row">) {
  const styles = useRankingStyles();
  const { words } = useTexts();
  const format = useFormat();
  return (
    <>
      <Badge appearance="tint" color={row.outcome === "rejection" ? "informative" : "success"}>
        {words.outcome[row.outcome]}
      </Badge>
      {row.outcome === "rejection" ? null : (
        <span className={mergeClasses(styles.meta, styles.strong)}>{format.kr(row.grantOere)}</span>
      )}
      {row.letter === "final" ? <LetterButton applicationKey={row.applicationKey} number={row.number} inRow /> : null}
    </>
  );
}

/** The reason in the letter: written by the secretariat, read by everybody else. */
function Reason({
  row,
  saver,
  lead,
  onReadDraft,
}: Pick<RankingRowViewProps, "row" | "saver" | "lead" | "onReadDraft">) {
  const { ranking } = useTexts();
  const { reason = "" } = row;
  if (!saver) return <LongText text={reason === "" ? ranking.reasonMissing : reason} />;
  return <ReasonField key={row.outcome} row={row} saver={saver} lead={lead} onReadDraft={onReadDraft} />;
}
