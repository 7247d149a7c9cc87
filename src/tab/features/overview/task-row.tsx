import { Button, mergeClasses } from "@fluentui/react-components";
import type { Task } from "#contract/overview.ts";
import { MetaLine } from "../../components/meta-line.tsx";
import { PersonName } from "../../components/person-avatar.tsx";
import { hrefOf } from "../../components/routes.ts";
import { useCountdown } from "../../components/use-countdown.ts";
import { useFormat } from "../../components/use-format.ts";
import { useOverviewStyles } from "./overview.styles.ts";
import { useOverviewTexts } from "./overview-texts.ts";

/** Tasks that say how far the reviewing has come. */
const counted: readonly Task["kind"][] = ["review", "reviews-missing"];

/** One line of "Venter på dig": what, by when, why me, and the one button that does it. */
export function TaskRow({ task, now, first }: { readonly task: Task; readonly now: string; readonly first: boolean }) {
  const countdown = useCountdown(now);
  const styles = useOverviewStyles();
  const { overview } = useOverviewTexts();
  const format = useFormat();
  const words = overview.task[task.kind];
  const progress = task.total > 0 && counted.includes(task.kind) ? overview.reviewed(task.done, task.total) : "";
  const amount = task.amountOere === undefined ? "" : format.kr(task.amountOere);
  const why = overview.why[task.why ?? ""] ?? words.why;
  const meta = [why, task.number, task.roundName === task.subject ? "" : task.roundName, amount, progress];
  const late = task.deadline !== undefined && task.deadline <= now;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.subject}>{words.what(task.subject || overview.untitled)}</span>
        <MetaLine className={styles.meta} parts={meta} />
        {task.from === undefined ? null : (
          <span className={styles.meta}>
            <PersonName name={task.from.name} more={task.from.title} />
          </span>
        )}
      </div>
      <span className={mergeClasses(styles.deadline, late && styles.late)}>
        {task.deadline === undefined ? overview.noDeadline : overview.deadline(countdown(task.deadline))}
      </span>
      <Button as="a" href={hrefOf(task.link)} appearance={first ? "primary" : "secondary"} className={styles.button}>
        {words.button}
      </Button>
    </li>
  );
}
