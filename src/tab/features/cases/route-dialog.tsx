import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { type CaseView, caseSchema } from "#contract/cases.ts";
import { parsePlainDate } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useToast } from "../../components/toasts.ts";
import { useCaseTexts } from "./case-texts.ts";
import { useCaseStyles } from "./cases.styles.ts";

interface RouteDialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

/** What is left of the route, typed as case files write it, with the days behind. */
export function RouteDialog({ view, onClose }: RouteDialogProps) {
  const styles = useCaseStyles();
  const { routeForm: words, consultation } = useCaseTexts();
  const toast = useToast();
  const command = useCommand<CaseView>();
  const [text, setText] = useState(() => remaining(view, consultation));
  const [pressed, setPressed] = useState(false);
  const isEmpty = text.trim() === "";
  const save = (): void => {
    setPressed(true);
    if (isEmpty) return;
    command.mutate(
      {
        method: "PUT",
        path: `/cases/${view.key}/route`,
        body: { text, dates: [] },
        schema: caseSchema,
        answers: ["case", view.key],
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
      confirm={words.title}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={save}
    >
      <div className={styles.fields}>
        <Field
          label={words.text}
          hint={words.hint}
          required
          validationState={pressed && isEmpty ? "error" : "none"}
          validationMessage={pressed && isEmpty ? words.empty : null}
        >
          <Input
            value={text}
            onChange={(_, { value }) => {
              setText(value);
            }}
          />
        </Field>
        <p className={styles.quiet}>
          {[...view.bodies.map(({ code, name }) => `${code}\u00a0=\u00a0${name}`), consultation.toLowerCase()].join(
            " · ",
          )}
        </p>
      </div>
    </ConfirmDialog>
  );
}

/** The steps that are not treated yet, written so that they read back the same. */
function remaining(view: CaseView, consultation: string): string {
  if (view.stop !== undefined) return "";
  return view.steps
    .filter(({ state }) => state !== "decided")
    .map(({ kind, code, date }) => {
      const name = kind === "body" ? code : consultation.toLowerCase();
      const day = date === undefined ? undefined : parsePlainDate(date);
      return day?.ok === true ? `${name} ${formatShortDate(day.value)}` : name;
    })
    .join(", ");
}
