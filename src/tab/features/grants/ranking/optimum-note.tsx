import type { RankingView } from "#contract/ranking.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useRankingStyles } from "./ranking.styles.ts";

/** What most points for the money would be, folded away: information beside the list, never a proposal (000-16). */
export function OptimumNote({ optimum }: { readonly optimum: NonNullable<RankingView["optimum"]> }) {
  const styles = useRankingStyles();
  const { ranking } = useTexts();
  const format = useFormat();
  const { joins, leaves, pointsTenths, listTenths, totalOere } = optimum;
  const sentences = [
    ranking.optimumWhy,
    ranking.optimumList(format.tenths(listTenths)),
    ranking.optimumMost(format.tenths(pointsTenths), format.kr(totalOere)),
    joins.length > 0 ? ranking.optimumJoins(joins.join(", ")) : "",
    leaves.length > 0 ? ranking.optimumLeaves(leaves.join(", ")) : "",
  ];
  return (
    <details className={styles.optimum}>
      <summary className={styles.optimumTitle}>{ranking.optimum}</summary>
      <p className={styles.optimumText}>{sentences.filter((sentence) => sentence !== "").join(" ")}</p>
    </details>
  );
}
