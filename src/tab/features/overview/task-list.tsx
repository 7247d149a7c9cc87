import type { Task } from "#contract/overview.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Section } from "../../components/section.tsx";
import { useTexts } from "../../texts/texts-context.ts";
import { useOverviewStyles } from "./overview.styles.ts";
import { TaskRow } from "./task-row.tsx";

/** "Venter på dig": one list, the nearest deadline first, what has no deadline last. */
export function TaskList({ tasks, now }: { readonly tasks: readonly Task[]; readonly now: string }) {
  const styles = useOverviewStyles();
  const { overview } = useTexts();
  const ordered = tasks.toSorted((a, b) => ((a.deadline ?? "9") < (b.deadline ?? "9") ? -1 : 1));
  return (
    <Section title={overview.waiting} aside={tasks.length > 0 ? tasks.length : undefined} flush>
      {ordered.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState text={overview.waitingEmpty} next={overview.waitingEmptyNext} />
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
