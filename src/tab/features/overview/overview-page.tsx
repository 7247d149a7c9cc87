import { Link } from "@fluentui/react-components";
import { overviewSchema } from "#contract/overview.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { MetaLine } from "../../components/meta-line.tsx";
import { Page } from "../../components/page.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { MyApplications } from "./my-applications.tsx";
import { useOverviewStyles } from "./overview.styles.ts";
import { useOverviewTexts } from "./overview-texts.ts";
import { PoolMoney } from "./pool-money.tsx";
import { PoolRounds } from "./pool-rounds.tsx";
import { TaskList } from "./task-list.tsx";

/** What waits for me, what I have going, and where the money is. */
export function OverviewPage() {
  const texts = useOverviewTexts();
  const styles = useOverviewStyles();
  const answer = useAnswer(["overview"], "/overview", overviewSchema);
  return (
    <AnswerView answer={answer}>
      {({ tasks, mine, pools, now, may }) => (
        <Page title={texts.shell.overview}>
          <TaskList tasks={tasks} pools={pools} now={now} />
          <MyApplications mine={mine} />
          <Section
            title={texts.overview.pools}
            flush
            {...(may?.createPool === true && pools.length > 0 ? { aside: <NewPoolLink /> } : {})}
          >
            {pools.length === 0 ? (
              <div className={styles.empty}>
                {may?.createPool === true ? (
                  <EmptyState
                    text={texts.overview.poolsEmpty}
                    next={texts.overview.poolsEmptyMake}
                    action={<NewPoolLink />}
                  />
                ) : (
                  <EmptyState text={texts.overview.poolsEmpty} next={texts.overview.poolsEmptyNext} />
                )}
              </div>
            ) : null}
            {pools.map((pool) => (
              <div key={pool.key} className={styles.pool}>
                <div className={styles.poolHead}>
                  <h3 className={styles.poolTitle}>
                    <Link className={styles.ownLink} href={hrefOf(routes.pool(pool.key))}>
                      {pool.title}
                    </Link>
                  </h3>
                  <MetaLine className={styles.meta} parts={[pool.number, pool.year, pool.eligibility]} />
                </div>
                <div className={styles.poolParts}>
                  <PoolRounds pool={pool} />
                  <PoolMoney pool={pool} />
                </div>
              </div>
            ))}
          </Section>
        </Page>
      )}
    </AnswerView>
  );
}

/** Where the secretariat makes a pool. */
function NewPoolLink() {
  const { overview } = useOverviewTexts();
  const styles = useOverviewStyles();
  return (
    <Link className={styles.ownLink} href={hrefOf(routes.pool("new"))}>
      {overview.newPool}
    </Link>
  );
}
