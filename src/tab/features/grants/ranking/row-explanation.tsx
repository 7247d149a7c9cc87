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
}

/** Why the line stands where it stands against the frame, and where the reviewers are far apart. */
export function RowExplanation({ row, criteria }: RowExplanationProps) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  const apart = (row.disagreements ?? []).map(({ code, low, high }) => {
    const name = criteria.find((criterion) => criterion.code === code)?.name ?? code;
    return ranking.apart(name, low, high);
  });
  return (
    <>
      <p className={styles.explanation}>{cutSentence(row, ranking, format)}</p>
      {apart.length > 0 ? (
        <p className={mergeClasses(styles.explanation, styles.disagreement)}>
          {ranking.disagreement(apart.join("; "))}
        </p>
      ) : null}
    </>
  );
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
