import { mergeClasses } from "@fluentui/react-components";
import { useId } from "react";
import type { PoolSummary } from "#contract/overview.ts";
import { BarSwatch, StackedBar } from "../../components/stacked-bar.tsx";
import { useFormat } from "../../components/use-format.ts";
import { useOverviewStyles } from "./overview.styles.ts";
import { useOverviewTexts } from "./overview-texts.ts";

export interface PoolPartProps {
  readonly pool: PoolSummary;
  /** As deep as it lies on its page. */
  readonly heading?: "h3" | "h4";
}

/** "Hvor er pengene?": a bar with its table. */
export function PoolMoney({ pool, heading: Title = "h4" }: PoolPartProps) {
  const styles = useOverviewStyles();
  const { overview } = useOverviewTexts();
  const format = useFormat();
  const id = useId();
  const { spentOere, boundOere, setAsideOere, restOere } = pool.split;
  const rows = [
    { name: overview.spent, pattern: "dotted", size: spentOere },
    { name: overview.bound, pattern: "full", size: boundOere },
    { name: overview.setAside, pattern: "striped", size: setAsideOere },
    { name: overview.rest, pattern: "open", size: restOere },
  ] as const;
  return (
    <div className={styles.part}>
      <Title className={styles.partTitle} id={id}>
        {overview.whereIsMoney}
      </Title>
      {pool.appropriatedOere === 0 ? <p>{overview.notReleased}</p> : <StackedBar parts={rows} />}
      <table className={styles.money} aria-labelledby={id}>
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
