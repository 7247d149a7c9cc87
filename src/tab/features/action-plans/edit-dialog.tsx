import { Button } from "@fluentui/react-components";
import { useState } from "react";
import {
  type ActionChoices,
  type ActionItemView,
  actionChoicesSchema,
  actionItemSchema,
  actionPlanSchema,
} from "#contract/action-plans.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useCommand } from "../../components/command.ts";
import { ModalFrame } from "../../components/modal-frame.tsx";
import { useToast } from "../../components/toasts.ts";
import { useTypedForm } from "../../components/typed-form.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { FormProblem } from "./form-problem.tsx";
import { ItemForm } from "./item-form.tsx";
import { changesOf, type ItemValues, requestOf, valuesOf, wrongDays } from "./item-values.ts";
import { usePlanTexts } from "./plan-texts.ts";

interface EditDialogProps {
  readonly view: ActionItemView;
  readonly onClose: () => void;
}

/**
 * Edits an item field by field. What somebody else changed meanwhile is no matter unless it is the same field; then both
 * values stand there, and saving again puts one's own in its place.
 */
export function EditDialog({ view, onClose }: EditDialogProps) {
  const { form: texts } = usePlanTexts();
  const toast = useToast();
  const plan = useAnswer(["action-plan"], "/action-plan", actionPlanSchema);
  const choices = useAnswer(["action-plan", "choices"], "/action-plan/choices", actionChoicesSchema);
  const command = useCommand<ActionItemView>();
  const [checked, setChecked] = useState(false);
  // What stood there when one began; fields somebody else has been told of are taken as they stand now.
  const [opened] = useState(() => valuesOf(view));
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const form = useTypedForm<ItemValues>(`item:${view.item.key}`, valuesOf(view));
  const wrong = wrongDays(form.values);
  const save = (): void => {
    setChecked(true);
    if (wrong.length > 0) return;
    const clashes = (command.error?.fields ?? []).filter(({ code }) => code === "changed-meanwhile");
    const known = new Set([...told, ...clashes.map(({ field }) => field)]);
    setTold(known);
    const { changes, seen } = changesOf(form.values, opened);
    const now = requestOf(valuesOf(view));
    const seenNow = Object.fromEntries(
      Object.entries(seen).map(([name, value]) => [name, known.has(name) ? now[name] : value]),
    );
    command.mutate(
      {
        method: "POST",
        path: `/action-items/${view.item.key}/edit`,
        body: { changes, seen: seenNow },
        schema: actionItemSchema,
        answers: ["action-item", view.item.key],
      },
      {
        onSuccess: () => {
          form.forget();
          toast({ text: texts.edited });
          onClose();
        },
      },
    );
  };
  return (
    <ModalFrame
      wide
      title={texts.editTitle}
      onCancel={onClose}
      actions={
        <>
          {form.isTouched ? (
            <Button
              appearance="subtle"
              onClick={() => {
                form.forget();
                onClose();
              }}
            >
              {texts.discard}
            </Button>
          ) : null}
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button appearance="primary" onClick={save} disabledFocusable={command.isPending}>
            {texts.save}
          </Button>
        </>
      }
    >
      <AnswerView answer={plan}>
        {({ areas }) => (
          <AnswerView answer={choices}>
            {(offered) => (
              <ItemForm
                values={form.values}
                set={form.set}
                areas={areas}
                choices={withPresent(offered, view)}
                problems={command.error?.fields ?? []}
                checked={checked}
              />
            )}
          </AnswerView>
        )}
      </AnswerView>
      <FormProblem problem={command.error} isWrong={checked && wrong.length > 0} />
    </ModalFrame>
  );
}

/** The owner and centre of now are offered too, even where the owner has left or the centre is another's. */
function withPresent({ centres, persons }: ActionChoices, { item }: ActionItemView): ActionChoices {
  const { owner, centreKey, centreName } = item;
  const hasOwner = owner === undefined || persons.some(({ key }) => key === owner.key);
  const hasCentre = centres.some(({ key }) => key === centreKey);
  return {
    persons: hasOwner ? persons : [...persons, { key: owner.key, name: owner.name, title: owner.title, centreName }],
    centres: hasCentre ? centres : [...centres, { key: centreKey, name: centreName }],
  };
}
