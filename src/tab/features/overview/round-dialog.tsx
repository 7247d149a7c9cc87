import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { type PoolView, poolSchema } from "#contract/pools.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useToast } from "../../components/toasts.ts";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { useFormat } from "../../components/use-format.ts";
import type { ApiProblem } from "../../host/api-problem.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { usePoolTexts } from "./pool-texts.ts";
import { idOf, type RoundForm } from "./round-form.ts";
import { peopleToChoose, RoundPeople } from "./round-people.tsx";
import { isAsNamed, newRound, type RoundValues, roundDays, roundRequest, wrongInRound } from "./round-values.ts";

const useStyles = makeStyles({
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    marginTop: "8px",
    "& .fui-Select, & select": { minWidth: 0, width: "100%" },
  },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "16px 12px",
    alignItems: "start",
    "@media (max-width: 480px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface RoundDialogProps {
  readonly view: PoolView;
  readonly onClose: () => void;
}

/** Opens a round in a released pool: amount, days, and whose reviewers and chairs it has. */
export function RoundDialog({ view, onClose }: RoundDialogProps) {
  const styles = useStyles();
  const { round: words } = usePoolTexts();
  const format = useFormat();
  const toast = useToast();
  const command = useCommand<PoolView>();
  const [values, setValues] = useState<RoundValues>(() => {
    const like = view.likeRounds?.[0];
    return newRound(view.namedRound, like?.key ?? "", peopleToChoose(like));
  });
  const [isPressed, setPressed] = useState(false);
  const wrong = wrongInRound(values, view.minimumReviewers);
  const form: RoundForm = {
    values,
    isWrong: (name) => isPressed && wrong.includes(name),
    saidOf: useSaid(command.error),
    set: (change) => {
      setValues({ ...values, ...change });
    },
  };
  const save = (): void => {
    setPressed(true);
    const [first] = wrong;
    if (first !== undefined) {
      document.getElementById(idOf(first))?.focus();
      return;
    }
    command.mutate(
      {
        method: "POST",
        path: `/pools/${view.pool.key}/rounds`,
        body: roundRequest(values),
        schema: poolSchema,
        answers: ["pool", view.pool.key],
      },
      {
        onSuccess: () => {
          toast({ text: words.saved });
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={words.title}
      confirm={words.save}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={save}
    >
      <div className={styles.fields}>
        <p className={styles.quiet}>{words.intro(format.kr(view.unframedOere))}</p>
        {isAsNamed(values, view.namedRound) ? <p className={styles.quiet}>{words.fromCase}</p> : null}
        <TypedField form={form} name="name" label={words.name} hint={words.nameHint} />
        <TypedField form={form} name="code" label={words.code} hint={words.codeHint} />
        <div className={styles.pair}>
          <TypedField form={form} name="frame" label={words.frame} wrong={words.frameWrong} />
          <TypedField form={form} name="cap" label={words.cap} hint={words.capHint} wrong={words.capWrong} isOptional />
          {roundDays.map((name) => (
            <DayField key={name} form={form} name={name} />
          ))}
        </div>
        <RoundPeople form={form} view={view} />
      </div>
    </ConfirmDialog>
  );
}

function useSaid(problem: ApiProblem | null): RoundForm["saidOf"] {
  const texts = useTexts();
  const language = useLanguage();
  return (name) => {
    const at = problem?.fields.find(({ field }) => field === name);
    return at && problemSentence(at, texts, language);
  };
}

interface TypedFieldProps {
  readonly form: RoundForm;
  readonly name: "name" | "code" | "frame" | "cap";
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly isOptional?: boolean;
}

function TypedField({ form, name, label, hint, wrong, isOptional = false }: TypedFieldProps) {
  const { round: words } = usePoolTexts();
  const said = form.saidOf(name) ?? (form.isWrong(name) ? (wrong ?? words.required) : undefined);
  return (
    <Field
      label={label}
      hint={hint ?? null}
      required={!isOptional}
      validationState={said === undefined ? "none" : "error"}
      validationMessage={said ?? null}
    >
      <Input
        id={idOf(name)}
        value={form.values[name]}
        autoComplete="off"
        onChange={(_, { value }) => {
          form.set({ [name]: value });
        }}
      />
    </Field>
  );
}

function DayField({ form, name }: { readonly form: RoundForm; readonly name: (typeof roundDays)[number] }) {
  const { round: words } = usePoolTexts();
  const hints = { opensOn: words.opensHint, closesOn: words.closesHint, reviewBy: "", decisionOn: "" };
  const hint = hints[name];
  return (
    <TypedDateField
      id={idOf(name)}
      label={words[name]}
      {...(hint === "" ? {} : { hint })}
      value={form.values[name]}
      checked={form.isWrong(name)}
      missing={words.dateWrong}
      understood={words.understood}
      required
      onChange={(typed) => {
        form.set({ [name]: typed });
      }}
    />
  );
}
