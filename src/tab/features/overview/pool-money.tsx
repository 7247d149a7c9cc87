import { mergeClasses } from "@fluentui/react-components";
import type { PoolSummary } from "#contract/overview.ts";
import { BarSwatch, StackedBar } from "../../components/stacked-bar.tsx";
import { useFormat } from "../../components/use-format.ts";
import { useTexts } from "../../texts/texts-context.ts";
import { useOverviewStyles } from "./overview.styles.ts";

const running = new Set(["planned", "open", "closed", "under-review", "recommended"]);

/** Where the pool's money is, in øre: granted, set aside for rounds without a decision yet, and not used. */
export function splitPool(pool: PoolSummary): {
  readonly granted: number;
  readonly bound: number;
  readonly free: number;
} {
  const granted = pool.grantedOere - pool.returnedOere;
  const frames = pool.rounds
    .filter((round) => running.has(round.status))
    .reduce((sum, round) => sum + round.frameOere - round.grantedOere, 0);
  const bound = Math.max(0, Math.min(frames, pool.remainingOere));
  return { granted, bound, free: pool.remainingOere - bound };
}

/** "Hvor er pengene?": a bar with its table. */
export function PoolMoney({ pool }: { readonly pool: PoolSummary }) {
  const styles = useOverviewStyles();
  const { overview } = useTexts();
  const format = useFormat();
  const { granted, bound, free } = splitPool(pool);
  const rows = [
    { name: overview.granted, pattern: "full", size: granted },
    { name: overview.bound, pattern: "striped", size: bound },
    { name: overview.free, pattern: "open", size: free },
  ] as const;
  return (
    <div className={styles.part}>
      <h4 className={styles.partTitle}>{overview.whereIsMoney}</h4>
      {pool.appropriatedOere === 0 ? <p>{overview.notReleased}</p> : <StackedBar parts={rows} />}
      <table className={styles.money}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.pattern}>
              <th scope="row" className={styles.moneyName}>
                <BarSwatch pattern={row.pattern} />
                {row.name}
              </th>
              <td className={styles.moneyAmount}>{format.kr(row.size)}</td>
            </tr>
          ))}
          <tr className={styles.total}>
            <th scope="row" className={mergeClasses(styles.moneyName, styles.strong)}>
              {overview.appropriated}
            </th>
            <td className={mergeClasses(styles.moneyAmount, styles.strong)}>{format.kr(pool.appropriatedOere)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
