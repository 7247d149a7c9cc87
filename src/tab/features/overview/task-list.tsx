import { Button } from "@fluentui/react-components";
import type { Overview } from "#contract/overview.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useCountdown } from "../../components/use-countdown.ts";
import { useFormat } from "../../components/use-format.ts";
import { nextMark } from "./next-mark.ts";
import { useOverviewStyles } from "./overview.styles.ts";
import { useOverviewTexts } from "./overview-texts.ts";
import { TaskRow } from "./task-row.tsx";

/** "Venter på dig": one list, the nearest deadline first, what has no deadline last. */
export function TaskList({ tasks, pools, now }: Pick<Overview, "tasks" | "pools" | "now">) {
  const styles = useOverviewStyles();
  const { overview } = useOverviewTexts();
  const ordered = tasks.toSorted((a, b) => ((a.deadline ?? "9") < (b.deadline ?? "9") ? -1 : 1));
  return (
    <Section title={overview.waiting} aside={tasks.length > 0 ? tasks.length : undefined} flush>
      {ordered.length === 0 ? (
        <div className={styles.empty}>
          <NothingWaits pools={pools} now={now} />
        </div>
      ) : (
        <ul className={styles.list}>
          {ordered.map((task, index) => (
            <TaskRow key={task.key} task={task} now={now} first={index === 0} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Nothing waits: when something will, and where to look meanwhile. */
function NothingWaits({ pools, now }: Pick<Overview, "pools" | "now">) {
  const { overview } = useOverviewTexts();
  const format = useFormat();
  const countdown = useCountdown(now);
  const mark = nextMark(pools, now);
  if (mark === undefined) {
    return <EmptyState text={overview.waitingEmpty} next={`${overview.nextNone} ${overview.waitingEmptyNext}`} />;
  }
  const { kind, at, round, pool } = mark;
  const when = kind === "opens" ? format.instant(at) : countdown(at);
  return (
    <EmptyState
      text={overview.waitingEmpty}
      next={`${overview.next[kind](round.name, pool.title, when)} ${overview.waitingEmptyNext}`}
      action={
        <Button as="a" href={hrefOf(routes.round(round.key))}>
          {overview.seeRound(round.name)}
        </Button>
      }
    />
  );
}
