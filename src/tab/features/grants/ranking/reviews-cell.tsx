import { mergeClasses } from "@fluentui/react-components";
import type { RankingRow } from "#contract/ranking.ts";
import { PersonAvatar } from "../../../components/person-avatar.tsx";
import { useTexts } from "../../../texts/texts-context.ts";
import { useRankingStyles } from "./ranking.styles.ts";

/** How many have given their review, and who is missing. */
export function ReviewsCell({ row: { missing, reviewsExpected, reviewsGiven } }: { readonly row: RankingRow }) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  return (
    <>
      <span>{ranking.reviewsOf(reviewsGiven, reviewsExpected)}</span>
      {missing.length > 0 ? (
        <>
          <span className={mergeClasses(styles.meta, styles.missing)}>
            {ranking.missing(missing.map(({ name }) => name).join(", "))}
          </span>
          <span className={styles.people}>
            {missing.map(({ key, name }) => (
              <PersonAvatar key={key} name={name} />
            ))}
          </span>
        </>
      ) : null}
    </>
  );
}
