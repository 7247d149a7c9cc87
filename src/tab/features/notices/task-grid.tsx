import { useMemo } from "react";
import type { Deliveries } from "#contract/notice-deliveries.ts";
import { type GridColumn, RecordGrid } from "../../components/record-grid.tsx";
import { useFormat } from "../../components/use-format.ts";
import { WholeTime } from "../../components/whole-time.tsx";
import { AboutLink, aboutText } from "./about-link.tsx";
import { useDeliveryTexts } from "./delivery-texts.ts";
import { useNoticesStyles } from "./notices.styles.ts";
import { recipientColumn } from "./recipient-column.tsx";

type Task = Deliveries["tasks"][number];

/** Who waits for whom, the task whose deadline comes first at the top. */
export function TaskGrid({ tasks, now }: { readonly tasks: readonly Task[]; readonly now: string }) {
  const texts = useDeliveryTexts();
  const format = useFormat();
  const styles = useNoticesStyles();
  const columns = useMemo<readonly GridColumn<Task>[]>(() => {
    const kind = (task: Task): string => texts.kinds[task.kind] ?? texts.otherKind;
    const from = (task: Task): string => task.from ?? texts.secretariat;
    return [
      recipientColumn(texts.to, 22, styles.person),
      { id: "kind", label: texts.task, width: 18, find: kind, sortBy: kind, cell: kind },
      {
        id: "about",
        label: texts.about,
        width: 26,
        find: aboutText,
        sortBy: aboutText,
        cell: (task) => <AboutLink about={task} />,
      },
      {
        id: "from",
        label: texts.from,
        width: 16,
        find: from,
        sortBy: from,
        cell: (task) => <span className={styles.person}>{from(task)}</span>,
      },
      {
        id: "days",
        label: texts.days,
        kind: "number",
        width: 10,
        sortBy: ({ days }) => days,
        cell: ({ days }) => texts.daysCount(days),
      },
      {
        id: "seen",
        label: texts.seen,
        width: 16,
        sortBy: ({ seenAt }) => seenAt ?? "",
        cell: ({ seenAt }) => (seenAt === undefined ? texts.notSeen : format.instant(seenAt)),
      },
      {
        id: "deadline",
        label: texts.deadline,
        width: 16,
        sortBy: ({ deadline }) => deadline,
        cell: ({ deadline }) => (
          <span className={deadline <= now ? styles.late : undefined}>
            <WholeTime text={format.deadline(deadline)} />
          </span>
        ),
      },
    ];
  }, [texts, format, styles, now]);
  return <RecordGrid label={texts.tasks} rows={tasks} columns={columns} />;
}
