import { Button, mergeClasses } from "@fluentui/react-components";
import type { Task } from "#contract/overview.ts";
import { MetaLine } from "../../components/meta-line.tsx";
import { hrefOf } from "../../components/routes.ts";
import { useFormat } from "../../components/use-format.ts";
import { useTexts } from "../../texts/texts-context.ts";
import { useOverviewStyles } from "./overview.styles.ts";

/** One line of "Venter på dig": what, by when, why me, and the one button that does it. */
export function TaskRow({ task, now, first }: { readonly task: Task; readonly now: string; readonly first: boolean }) {
  const styles = useOverviewStyles();
  const { overview } = useTexts();
  const format = useFormat();
  const words = overview.task[task.kind];
  const progress = task.total > 0 && task.kind === "review" ? overview.reviewed(task.done, task.total) : "";
  const amount = task.amountOere === undefined ? "" : format.kr(task.amountOere);
  const meta = [words.why, task.number, task.roundName === task.subject ? "" : task.roundName, amount, progress];
  const late = task.deadline !== undefined && task.deadline <= now;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.subject}>{words.what(task.subject || overview.untitled)}</span>
        <MetaLine className={styles.meta} parts={meta} />
      </div>
      <span className={mergeClasses(styles.deadline, late && styles.late)}>
        {task.deadline === undefined ? overview.noDeadline : overview.deadline(format.relative(task.deadline, now))}
      </span>
      <Button as="a" href={hrefOf(task.link)} appearance={first ? "primary" : "secondary"} className={styles.button}>
        {words.button}
      </Button>
    </li>
  );
}
