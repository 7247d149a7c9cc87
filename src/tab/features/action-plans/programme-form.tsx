import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { type ProgrammePage, programmePageSchema } from "#contract/action-plans.ts";
import { useCommand } from "../../components/command.ts";
import { Page } from "../../components/page.tsx";
import { routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useToast } from "../../components/toasts.ts";
import { useTypedForm } from "../../components/typed-form.ts";
import { useFormStyles } from "./form.styles.ts";
import { FormProblem } from "./form-problem.tsx";
import { type FieldState, useFieldStates } from "./item-form.tsx";
import { usePlanTexts } from "./plan-texts.ts";
import {
  areaCount,
  areaPath,
  changedPaths,
  emptyArea,
  newValues,
  type ProgrammeValues,
  requestOf,
  valuesOf,
  wholeRequest,
  wrongYears,
} from "./programme-values.ts";

/** As many as the service takes. */
const MOST_AREAS = 10;

interface ProgrammeFormProps {
  readonly page: ProgrammePage;
  readonly isNew: boolean;
}

/**
 * Writes a programme, whole or field by field. What somebody else changed meanwhile is no matter unless it is the same
 * field; then both texts stand there, and saving again puts one's own in its place.
 */
export function ProgrammeForm({ page, isNew }: ProgrammeFormProps) {
  const styles = useFormStyles();
  const words = usePlanTexts();
  const { programmeForm: texts } = words;
  const { values, form, problems, command, checked, save } = useProgrammeForm(page, isNew);
  const stateOf = useFieldStates(problems);
  const field = (path: string): TextFieldParts => ({
    value: values[path] ?? "",
    set: (value) => form.set({ [path]: value }),
    state: stateOf(path),
  });
  const wrong = checked ? wrongYears(values) : [];
  const year = (path: string): TextFieldParts => {
    const parts = field(path);
    const isWrong = wrong.includes(path);
    return isWrong ? { ...parts, state: { validationState: "error", validationMessage: texts.wrongYear } } : parts;
  };
  const count = areaCount(values);
  const back = isNew ? routes.programme : routes.programmeOf(page.programme?.key ?? "");
  return (
    <Page
      title={isNew ? texts.createTitle : texts.editTitle}
      lead={isNew ? texts.createLead : texts.editLead}
      back={{ link: back, text: words.programme.title }}
      narrow
    >
      <Section title={texts.facts}>
        <div className={styles.fields}>
          <TextField label={texts.title} required {...field("title")} />
          <div className={styles.pair}>
            <TextField label={texts.fromYear} required {...year("fromYear")} />
            <TextField label={texts.toYear} required {...year("toYear")} />
            <TextField label={texts.organisation} hint={texts.organisationHint} {...field("organisation")} />
            <TextField label={texts.steeringGroup} hint={texts.steeringGroupHint} {...field("steeringGroup")} />
          </div>
          <TextField label={texts.caseNumber} hint={texts.caseNumberHint} {...field("caseNumber")} />
          <TextField label={texts.supersedes} hint={texts.oneALine} long {...field("supersedes")} />
          <TextField label={texts.alignedWith} hint={texts.oneALine} long {...field("alignedWith")} />
        </div>
      </Section>
      {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
        <Section key={number} title={texts.area(number, values[areaPath(number, "name")] ?? "")}>
          <div className={styles.fields}>
            <TextField label={texts.areaName} required {...field(areaPath(number, "name"))} />
            <TextField label={words.programme.klText} long {...field(areaPath(number, "klText"))} />
            <TextField label={words.programme.localStrategy} long {...field(areaPath(number, "localStrategy"))} />
            <TextField
              label={words.programme.examples}
              hint={texts.oneALine}
              long
              {...field(areaPath(number, "examples"))}
            />
          </div>
        </Section>
      ))}
      {count < MOST_AREAS ? (
        <div>
          <Button
            icon={<AddRegular />}
            onClick={() => {
              form.set(emptyArea(count + 1));
            }}
          >
            {texts.addArea}
          </Button>
        </div>
      ) : null}
      <FormProblem problem={command.error} isWrong={wrong.length > 0} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={save} disabledFocusable={command.isPending}>
          {isNew ? texts.createSave : texts.save}
        </Button>
        {form.isTouched ? <Button onClick={form.forget}>{words.form.discard}</Button> : null}
      </div>
    </Page>
  );
}

/** What is typed, what is wrong with it, and how it is sent. */
function useProgrammeForm(page: ProgrammePage, isNew: boolean) {
  const { programmeForm: texts } = usePlanTexts();
  const toast = useToast();
  const command = useCommand<ProgrammePage>();
  const [checked, setChecked] = useState(false);
  const stored = isNew ? newValues(page) : valuesOf(page);
  // What stood there when one began; fields somebody else has been told of are taken as they stand now.
  const [opened, setOpened] = useState(stored);
  const form = useTypedForm<ProgrammeValues>(isNew ? "new-programme" : `programme:${page.programme?.key}`, stored);
  const values = form.values;
  const problems = command.error?.fields ?? [];
  const save = (): void => {
    setChecked(true);
    if (wrongYears(values).length > 0) return;
    const clashes = problems.filter(({ code }) => code === "changed-meanwhile").map(({ field }) => field);
    const seen = { ...opened, ...Object.fromEntries(clashes.map((path) => [path, stored[path] ?? ""])) };
    setOpened(seen);
    // Untouched fields show what stands there now.
    const changed = changedPaths(values, stored);
    const known = changed.filter((path) => path in seen);
    const sent = isNew
      ? { method: "POST", path: "/programmes", body: wholeRequest(values) }
      : {
          method: "PATCH",
          path: `/programmes/${page.programme?.key}`,
          body: { changes: requestOf(values, changed), seen: requestOf(seen, known) },
        };
    command.mutate(
      {
        ...(sent as { method: "POST" | "PATCH"; path: string; body: Record<string, unknown> }),
        schema: programmePageSchema,
      },
      {
        onSuccess: ({ programme }) => {
          form.forget();
          toast({ text: isNew ? texts.created(programme?.title ?? "") : texts.saved });
          navigate(routes.programmeOf(programme?.key ?? ""), { replace: true });
        },
      },
    );
  };
  return { values, form, problems, command, checked, save };
}

interface TextFieldParts {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly state: FieldState;
}

interface TextFieldProps extends TextFieldParts {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Several lines. */
  readonly long?: boolean;
}

function TextField({ label, hint, required = false, long = false, value, set, state }: TextFieldProps) {
  const styles = useFormStyles();
  return (
    <Field label={label} required={required} {...(hint === undefined ? {} : { hint })} {...state}>
      {long ? (
        <Textarea
          className={styles.area}
          resize="vertical"
          value={value}
          onChange={(_, data) => {
            set(data.value);
          }}
        />
      ) : (
        <Input
          value={value}
          autoComplete="off"
          onChange={(_, data) => {
            set(data.value);
          }}
        />
      )}
    </Field>
  );
}
