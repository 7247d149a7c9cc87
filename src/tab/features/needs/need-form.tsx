import { Button } from "@fluentui/react-components";
import { useCallback, useMemo } from "react";
import { type NeedsView, needsSchema, savedNeedFormSchema } from "#contract/needs.ts";
import { useCommand } from "../../components/command.ts";
import { saverKeeper, useKeptSaver } from "../../components/kept-savers.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { Section } from "../../components/section.tsx";
import { useSession } from "../../components/session.ts";
import { useToast } from "../../components/toasts.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { NeedFormSaver } from "./need-form-saver.ts";
import { useNeedTexts } from "./need-texts.ts";
import { useNeedStyles } from "./needs.styles.ts";

const keep = saverKeeper<NeedFormSaver>();

/** Three questions and one button; what is typed is stored on the way. */
export function NeedForm({ page }: { readonly page: NeedsView }) {
  const styles = useNeedStyles();
  const words = useNeedTexts();
  const toast = useToast();
  const { api } = useSession();
  const saver = useMemo(
    () =>
      keep(api, "need", () => {
        return new NeedFormSaver((changes, closing) =>
          api.send("PATCH", "/needs/form", { changes }, savedNeedFormSchema, closing),
        );
      }),
    [api],
  );
  useKeptSaver(
    saver,
    useCallback((closing) => void saver.flush(closing), [saver]),
  );
  const register = useCommand<NeedsView>();
  const written = saver.written();
  const answers = written?.answers ?? page.form.answers;
  const refused = register.error?.fields ?? [];
  const state = written === undefined ? "" : words[written.state === "waiting" ? "saving" : written.state];
  const send = (): void => {
    register.mutate(
      { method: "POST", path: "/needs", body: { answers }, schema: needsSchema, answers: ["needs"] },
      {
        onSuccess: () => {
          saver.done();
          toast({ text: words.registered });
        },
      },
    );
  };
  return (
    <Section title={words.formTitle}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!register.isPending) send();
        }}
      >
        <AnswerFields
          answers={answers}
          problems={refused}
          notStored={written?.notStored ?? []}
          onChange={(changed) => {
            saver.edit(changed);
          }}
        />
        <div className={styles.send}>
          <Button type="submit" appearance="primary" className={styles.touch} disabledFocusable={register.isPending}>
            {register.isPending ? words.registering : words.register}
          </Button>
          <output className={styles.quiet}>{state === "" ? words.forCentre(page.centreName) : state}</output>
        </div>
        {register.error && refused.length === 0 ? <ProblemNote problem={register.error} /> : null}
      </form>
    </Section>
  );
}
