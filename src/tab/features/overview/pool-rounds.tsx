import { Button, Link } from "@fluentui/react-components";
import type { RoundSummary } from "#contract/overview.ts";
import { MetaLine } from "../../components/meta-line.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { RoundStatusBadge } from "../../components/status-badge.tsx";
import { type Format, useFormat } from "../../components/use-format.ts";
import { useOverviewStyles } from "./overview.styles.ts";
import { type OverviewTexts, useOverviewTexts } from "./overview-texts.ts";
import type { PoolPartProps } from "./pool-money.tsx";

/** The pool's rounds, each with its next date. */
export function PoolRounds({ pool, heading: Title = "h4" }: PoolPartProps) {
  const styles = useOverviewStyles();
  const texts = useOverviewTexts();
  const format = useFormat();
  const isReleased = pool.status !== "allocated" && pool.status !== "requested";
  return (
    <div className={styles.part}>
      <Title className={styles.partTitle}>{texts.overview.rounds}</Title>
      {pool.rounds.length === 0 ? <p className={styles.noRounds}>{texts.overview.roundsEmpty(isReleased)}</p> : null}
      <ul className={styles.list}>
        {pool.rounds.map((round) => (
          <li key={round.key} className={styles.round}>
            <div className={styles.what}>
              <span className={styles.roundName}>
                <Link href={hrefOf(routes.round(round.key))}>{round.name}</Link>
                <RoundStatusBadge status={round.status} />
              </span>
              <MetaLine
                className={styles.meta}
                parts={[
                  nextDate(round, texts, format),
                  `${texts.overview.frame} ${format.kr(round.frameOere)}`,
                  round.status === "planned" ? "" : texts.overview.applications(round.applicationCount),
                ]}
              />
            </div>
            {round.mayApply && round.status === "open" ? (
              <Button as="a" className={styles.button} href={hrefOf(routes.round(round.key))}>
                {texts.overview.apply}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The date that matters next in a round's course. */
function nextDate(round: RoundSummary, { overview }: OverviewTexts, format: Format): string {
  switch (round.status) {
    case "planned":
      return overview.opens(format.instant(round.opensAt));
    case "open":
      return overview.openUntil(format.deadline(round.closesAt));
    case "closed":
    case "under-review":
    case "recommended":
      return overview.decisionOn(format.date(round.decisionOn));
    case "decided":
    case "completed":
      return overview.closedOn(format.deadline(round.closesAt));
  }
}
