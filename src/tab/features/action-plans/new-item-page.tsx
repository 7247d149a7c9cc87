import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import {
  type ActionChoices,
  type ActionItemView,
  type ActionPlan,
  actionChoicesSchema,
  actionItemSchema,
  actionPlanSchema,
} from "#contract/action-plans.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useCommand } from "../../components/command.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page } from "../../components/page.tsx";
import { routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useToast } from "../../components/toasts.ts";
import { useTypedForm } from "../../components/typed-form.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { useFormStyles } from "./form.styles.ts";
import { FormProblem } from "./form-problem.tsx";
import { ItemForm } from "./item-form.tsx";
import { emptyItem, requestOf, wrongDays } from "./item-values.ts";
import { usePlanTexts } from "./plan-texts.ts";

/** "Opret indsats": in the plan at once, without political approval (001-17). */
export function NewItemPage() {
  const plan = useAnswer(["action-plan"], "/action-plan", actionPlanSchema);
  const choices = useAnswer(["action-plan", "choices"], "/action-plan/choices", actionChoicesSchema);
  return (
    <AnswerView answer={plan}>
      {(known) => <AnswerView answer={choices}>{(offered) => <NewItem plan={known} choices={offered} />}</AnswerView>}
    </AnswerView>
  );
}

function NewItem({ plan, choices }: { readonly plan: ActionPlan; readonly choices: ActionChoices }) {
  const styles = useFormStyles();
  const words = usePlanTexts();
  const { form: texts } = words;
  const toast = useToast();
  const command = useCommand<ActionItemView>();
  const [checked, setChecked] = useState(false);
  // Who may put items in for one centre alone need not choose it.
  const only = choices.centres.length === 1 ? (choices.centres[0]?.key ?? "") : "";
  const form = useTypedForm("new-item", { ...emptyItem, centreKey: only });
  const wrong = wrongDays(form.values);
  const back = { link: routes.actionPlan, text: words.back };
  if (!plan.may.create) {
    return (
      <Page title={texts.createTitle} back={back} narrow>
        <EmptyState text={texts.notAllowed} next={texts.notAllowedNext} />
      </Page>
    );
  }
  const missing = [
    ...(form.values.focusArea === "" ? [{ field: "focusArea", code: "missing", data: {} }] : []),
    ...(form.values.centreKey === "" ? [{ field: "centreKey", code: "missing", data: {} }] : []),
  ];
  const problems = checked ? [...missing, ...(command.error?.fields ?? [])] : [];
  const send = (): void => {
    setChecked(true);
    if (wrong.length > 0 || missing.length > 0) return;
    const { status } = form.values;
    command.mutate(
      { method: "POST", path: "/action-items", body: { ...requestOf(form.values), status }, schema: actionItemSchema },
      {
        onSuccess: ({ item }) => {
          form.forget();
          toast({ text: texts.created(item.title) });
          navigate(routes.actionItem(item.key), { replace: true });
        },
      },
    );
  };
  return (
    <Page title={texts.createTitle} lead={texts.createLead} back={back} narrow>
      <Section title={texts.createPart}>
        <ItemForm
          values={form.values}
          set={form.set}
          areas={plan.areas}
          choices={choices}
          problems={problems}
          checked={checked}
          withStatus
        />
      </Section>
      <FormProblem problem={command.error} isWrong={checked && (wrong.length > 0 || missing.length > 0)} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={send} disabledFocusable={command.isPending}>
          {texts.createSave}
        </Button>
        {form.isTouched ? <Button onClick={form.forget}>{texts.discard}</Button> : null}
      </div>
    </Page>
  );
}
