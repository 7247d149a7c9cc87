import { mergeClasses } from "@fluentui/react-components";
import type { RankingRow } from "#contract/ranking.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useRankingStyles } from "./ranking.styles.ts";

interface ReviewsCellProps {
  readonly row: RankingRow;
  /** How many the round names as reviewers, where it is known. */
  readonly reviewerCount: number | undefined;
}

/** How many have given their review, who is missing, who is out and why there are fewer. */
export function ReviewsCell({ row, reviewerCount }: ReviewsCellProps) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const { missing, recusals, reviewsExpected, reviewsGiven } = row;
  const isFewer = recusals.length > 0 && reviewerCount !== undefined && reviewsExpected < reviewerCount;
  return (
    <>
      <span>{ranking.reviewsOf(reviewsGiven, reviewsExpected)}</span>
      {missing.length > 0 ? (
        <span className={mergeClasses(styles.meta, styles.missing)}>
          {ranking.missing(missing.map(({ name }) => name).join(", "))}
        </span>
      ) : null}
      {recusals.map(({ person, kind }) => (
        <span key={person.key} className={styles.meta}>
          {ranking.recused[kind](person.name)}
        </span>
      ))}
      {isFewer ? <span className={styles.meta}>{ranking.fewer(reviewsExpected, reviewerCount)}</span> : null}
    </>
  );
}
