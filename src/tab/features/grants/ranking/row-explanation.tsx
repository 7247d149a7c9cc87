import { mergeClasses } from "@fluentui/react-components";
import type { RankingRow } from "#contract/ranking.ts";
import type { CriterionView } from "#contract/rounds.ts";
import { type Format, useFormat } from "../../../components/use-format.ts";
import type { Texts } from "../../../texts/da.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useRankingStyles } from "./ranking.styles.ts";

interface RowExplanationProps {
  readonly row: RankingRow;
  readonly criteria: readonly CriterionView[];
  /** How many the round names as reviewers, where it is known. */
  readonly reviewerCount: number | undefined;
}

/** Why the line stands where it stands against the frame, who is recused, and where the reviewers are far apart. */
export function RowExplanation({ row, criteria, reviewerCount }: RowExplanationProps) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  const recused = recusalSentence(row, reviewerCount, ranking);
  const apart = disagreementSentence(row, criteria, ranking);
  return (
    <>
      <p className={styles.explanation}>{cutSentence(row, ranking, format)}</p>
      {recused === "" ? null : <p className={styles.explanation}>{recused}</p>}
      {apart === "" ? null : <p className={mergeClasses(styles.explanation, styles.disagreement)}>{apart}</p>}
    </>
  );
}

/** Who is out and why, who stands in, and why there are still fewer reviews than reviewers. */
function recusalSentence(
  { recusals, reviewsExpected, substitute }: RankingRow,
  reviewerCount: number | undefined,
  ranking: Texts["ranking"],
): string {
  const regular = recusals.filter(({ isSubstitute }) => isSubstitute !== true);
  const sentences = (["own-centre", "declared"] as const).flatMap((kind) => {
    const names = regular.filter((recusal) => recusal.kind === kind).map(({ person }) => person.name);
    return names.length === 0 ? [] : [ranking.recused[kind](names)];
  });
  const isFewer = recusals.length > 0 && reviewerCount !== undefined && reviewsExpected < reviewerCount;
  if (substitute !== undefined) sentences.push(ranking.stepsIn(substitute.name, regular.length));
  const out = recusals.find(({ isSubstitute }) => isSubstitute === true);
  if (out !== undefined) sentences.push(ranking.substituteOut(out.person.name, regular.length > 0));
  return [...sentences, ...(isFewer ? [ranking.fewer(reviewsExpected, reviewerCount)] : [])].join(" ");
}

/** On how many criteria reviewers are far apart, and where most. */
function disagreementSentence(
  { disagreements = [] }: RankingRow,
  criteria: readonly CriterionView[],
  ranking: Texts["ranking"],
): string {
  const [most] = disagreements.toSorted((a, b) => b.high - b.low - (a.high - a.low));
  if (most === undefined) return "";
  const name = criteria.find(({ code }) => code === most.code)?.name ?? most.code;
  return ranking.disagreement(disagreements.length, name, most.low, most.high);
}

/** One sentence about the line and the frame; without what is left where the reader may not know it. */
function cutSentence(row: RankingRow, { cut }: Texts["ranking"], format: Format): string {
  const requested = format.kr(row.requestedOere);
  const rest = row.restAfterOere === undefined ? undefined : format.kr(row.restAfterOere);
  switch (row.cut) {
    case "fits":
      return cut.fits(requested, rest);
    case "partial-offered":
      return cut["partial-offered"](requested, format.kr(row.grantOere));
    case "does-not-fit":
      return row.restAfterOere === 0 ? cut.used(requested) : cut["does-not-fit"](requested, rest);
    case "below-the-line":
      return cut["below-the-line"];
  }
}
