import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { type NewPool, newPoolSchema, type PoolView, poolSchema } from "#contract/pools.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useCommand } from "../../components/command.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useToast } from "../../components/toasts.ts";
import { useTypedForm } from "../../components/typed-form.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { CriteriaFields } from "./criteria-fields.tsx";
import { useNewPoolStyles } from "./new-pool.styles.ts";
import { NewPoolField, type NewPoolForm, poolFieldId } from "./new-pool-field.tsx";
import { useNewPoolTexts } from "./new-pool-texts.ts";
import { emptyPool, judgingOf, newPoolRequest, problemsIn } from "./new-pool-values.ts";

/** "Ny pulje": what the budget says of it, and how its applications are judged. */
export function NewPoolPage({ caseKey = "" }: { readonly caseKey?: string }) {
  const query = caseKey === "" ? "" : `?case=${caseKey}`;
  const answer = useAnswer(["pool", "new", caseKey], `/pools/new${query}`, newPoolSchema);
  return <AnswerView answer={answer}>{(known) => <NewPoolContent known={known} />}</AnswerView>;
}

function NewPoolContent({ known }: { readonly known: NewPool }) {
  const styles = useNewPoolStyles();
  const words = useNewPoolTexts();
  const { form, command, isWrong, isTouched, save, discard } = useNewPool(known);
  return (
    <Page title={words.title} lead={words.lead} back={wayBack(known) ?? true} narrow>
      {known.case === undefined ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.fromCase(nameOf(known.case))}</MessageBarBody>
        </MessageBar>
      )}
      <Section title={words.facts}>
        <div className={styles.fields}>
          <NewPoolField form={form} name="title" label={words.name} />
          <div className={styles.pair}>
            <NewPoolField form={form} name="number" label={words.number} hint={words.numberHint(known.year)} />
            <NewPoolField form={form} name="year" label={words.year} />
            <NewPoolField form={form} name="amount" label={words.amount} hint={words.amountHint} />
            <NewPoolField form={form} name="plan" label={words.plan} hint={words.planHint(known.year)} />
          </div>
          <NewPoolField form={form} name="project" label={words.project} hint={words.projectHint} />
          <NewPoolField form={form} name="purpose" label={words.purpose} isLong />
          <NewPoolField form={form} name="eligibility" label={words.eligibility} hint={words.eligibilityHint} />
        </div>
      </Section>
      <Section title={words.judging}>
        <CriteriaFields form={form} like={known.like} />
      </Section>
      {isWrong ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody role="alert">{words.wrong}</MessageBarBody>
        </MessageBar>
      ) : command.error ? (
        <ProblemNote problem={command.error} />
      ) : null}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={save} disabledFocusable={command.isPending}>
          {words.save}
        </Button>
        {isTouched ? <Button onClick={discard}>{words.discard}</Button> : null}
      </div>
    </Page>
  );
}

function nameOf({ number, title }: NonNullable<NewPool["case"]>): string {
  return number === "" ? title : `${number} ${title}`;
}

/** To the case it is made from. */
function wayBack({ case: from }: NewPool) {
  return from && { link: routes.case(from.key), text: nameOf(from) };
}

/** What is typed, what is wrong with it, and how it is sent. */
function useNewPool(known: NewPool) {
  const words = useNewPoolTexts();
  const toast = useToast();
  const command = useCommand<PoolView>();
  const [isChecked, setChecked] = useState(false);
  const { values, set, isTouched, forget } = useTypedForm(`new-pool${known.case?.key ?? ""}`, emptyPool(known));
  const judging = judgingOf(values, known.like);
  const wrong = problemsIn(values, judging);
  const said = command.error?.fields ?? [];
  const problems = isChecked ? [...wrong, ...said] : [];
  const form: NewPoolForm = {
    values,
    judging,
    problems,
    set,
    setJudging: (change) => {
      set({ edits: { ...values.edits, [values.likeKey]: { ...judging, ...change } } });
    },
  };
  const save = (): void => {
    setChecked(true);
    const [first] = wrong;
    if (first !== undefined) {
      // Steps that are folded away are unfolded first.
      requestAnimationFrame(() => {
        document.getElementById(poolFieldId(first.field))?.focus();
      });
      return;
    }
    command.mutate(
      {
        method: "POST",
        path: "/pools",
        body: { ...newPoolRequest(values, judging), ...(known.case === undefined ? {} : { caseKey: known.case.key }) },
        schema: poolSchema,
      },
      {
        onSuccess: ({ pool }) => {
          forget();
          toast({ text: known.case === undefined ? words.saved(pool.title) : words.savedFromCase(pool.title) });
          navigate(routes.pool(pool.key), { replace: true });
        },
      },
    );
  };
  const discard = (): void => {
    setChecked(false);
    command.reset();
    forget();
  };
  return { form, command, isWrong: problems.length > 0, isTouched, save, discard };
}
