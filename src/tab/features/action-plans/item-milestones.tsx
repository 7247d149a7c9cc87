import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { type ActionItemView, type ActionRow, actionItemSchema } from "#contract/action-plans.ts";
import { useCommand } from "../../components/command.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { Section } from "../../components/section.tsx";
import { useToast } from "../../components/toasts.ts";
import { useFormat } from "../../components/use-format.ts";
import { usePlanTexts } from "./plan-texts.ts";

type Milestone = ActionRow["milestones"][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "4px" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 12px" },
  day: { color: tokens.colorNeutralForeground2 },
  late: { color: tokens.colorPaletteRedForeground1 },
});

/** Milestones in the order of their days; who may report ticks what has been reached. */
export function ItemMilestones({ item, today }: { readonly item: ActionRow; readonly today: string }) {
  const styles = useStyles();
  const { item: words, undo } = usePlanTexts();
  const format = useFormat();
  const toast = useToast();
  const command = useCommand<ActionItemView>();
  const { milestones, may, key } = item;
  const send = (changed: readonly Milestone[], seen: readonly Milestone[], then: () => void): void => {
    command.mutate(
      {
        method: "POST",
        path: `/action-items/${key}/edit`,
        body: { changes: { milestones: changed }, seen: { milestones: seen } },
        schema: actionItemSchema,
        answers: ["action-item", key],
      },
      { onSuccess: then },
    );
  };
  const tick = (milestone: Milestone, isDone: boolean): void => {
    const { doneOn: _, ...open } = milestone;
    const changed = milestones.map((each) => {
      return each.key === milestone.key ? (isDone ? { ...open, doneOn: today } : open) : each;
    });
    send(changed, milestones, () => {
      toast({
        text: (isDone ? words.milestoneDone : words.milestoneOpen)(milestone.title),
        undo: {
          text: undo,
          act: () => {
            send(milestones, changed, () => undefined);
          },
        },
      });
    });
  };
  return (
    <Section title={words.milestones}>
      {milestones.length === 0 ? (
        <EmptyState text={words.milestonesNone} next={may.edit ? words.milestonesNoneNext : ""} />
      ) : null}
      <ul className={styles.list}>
        {milestones.map((milestone) => {
          const { title, due, doneOn } = milestone;
          const isLate = doneOn === undefined && due < today;
          return (
            <li key={milestone.key} className={styles.line}>
              <Checkbox
                label={title}
                checked={doneOn !== undefined}
                disabled={!may.report || command.isPending}
                onChange={(_, { checked }) => {
                  tick(milestone, checked === true);
                }}
              />
              <span className={styles.day}>
                {doneOn === undefined ? words.due(format.date(due)) : words.doneOn(format.date(doneOn))}
              </span>
              {isLate ? <span className={styles.late}>{words.overdue}</span> : null}
            </li>
          );
        })}
      </ul>
      {command.error ? <ProblemNote problem={command.error} /> : null}
    </Section>
  );
}
