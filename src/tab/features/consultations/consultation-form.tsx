import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { ConsultationPage, Councils } from "#contract/consultations.ts";
import { keepText, useKeptText } from "../../components/kept-text.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { routes } from "../../components/routes.ts";
import { useToast } from "../../components/toasts.ts";
import { useConsultationTexts, useFormTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { type FormPart, fieldIdOf } from "./form-part.ts";
import { type FormValues, formValuesSchema, readForm } from "./form-values.ts";
import { MaterialFields } from "./material-fields.tsx";
import { PartyFields } from "./party-fields.tsx";
import { useSaveConsultation } from "./use-save-consultation.ts";
import { WhatFields } from "./what-fields.tsx";
import { WhenFields } from "./when-fields.tsx";

interface ConsultationFormProps {
  readonly choices: Councils;
  /** What is stored, or an empty form. */
  readonly stored: FormValues;
  /** Missing for a new one. */
  readonly page: ConsultationPage | undefined;
}

/** Everything of a consultation on one page; what is typed is kept in the window until it is saved. */
export function ConsultationForm({ choices, stored, page }: ConsultationFormProps) {
  const styles = useConsultationStyles();
  const words = useFormTexts();
  const { back } = useConsultationTexts();
  const { part, isTyped, forget, press, busy, problem, isToFix } = useForm(stored, page);
  const way =
    page === undefined
      ? { link: routes.consultations, text: back }
      : { link: routes.consultation(page.consultation.key), text: page.consultation.subject };
  return (
    <Page narrow back={way} title={page === undefined ? words.newTitle : words.editTitle}>
      {isTyped ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.kept}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={forget}>{words.forget}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {part.isSent ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.lockedSent}</MessageBarBody>
        </MessageBar>
      ) : null}
      <WhatFields part={part} cases={choices.cases ?? []} />
      <MaterialFields part={part} />
      <PartyFields part={part} choices={choices} asked={part.isSent ? stored.parties : []} />
      <WhenFields part={part} />
      {isToFix ? <p role="alert">{words.fix}</p> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void press()}>
          {part.isSent ? words.saveSent : words.save}
        </Button>
      </div>
    </Page>
  );
}

/** What is typed, what is wrong with it, and what a press on Save does. */
function useForm(stored: FormValues, page: ConsultationPage | undefined) {
  const words = useFormTexts();
  const toast = useToast();
  const key = page?.consultation.key;
  const [kept, keep] = useKeptText(`consultation.${key ?? "new"}`);
  const [pressed, setPressed] = useState(false);
  const typed = kept === undefined ? undefined : parseKept(kept);
  const values = typed ?? stored;
  const { save, busy, problem } = useSaveConsultation(key);
  const read = readForm(values, page?.caseKey);
  const part: FormPart = {
    values,
    edit: (change) => {
      keep(JSON.stringify({ ...values, ...change }));
    },
    wrong: (path) => pressed && !read.ok && read.wrong.has(path),
    problems: problem?.fields ?? [],
    isSent: page !== undefined && page.consultation.status !== "draft",
  };
  const press = async (): Promise<void> => {
    setPressed(true);
    if (!read.ok) {
      document.getElementById(fieldIdOf([...read.wrong][0] ?? ""))?.focus();
      return;
    }
    const saved = await save(read.fields, read.parties);
    if (saved.key === undefined || (!saved.isWhole && key !== undefined)) return;
    keep(undefined);
    if (saved.isWhole) {
      toast({ text: words.saved });
      navigate(routes.consultation(saved.key));
    } else {
      // A new draft whose parties were refused stands; what is typed goes on there.
      keepText(`consultation.${saved.key}`, JSON.stringify(values));
      navigate(routes.editConsultation(saved.key));
    }
  };
  const forget = (): void => {
    keep(undefined);
  };
  return { part, isTyped: typed !== undefined, forget, press, busy, problem, isToFix: pressed && !read.ok };
}

function parseKept(kept: string): FormValues | undefined {
  try {
    const parsed = formValuesSchema.safeParse(JSON.parse(kept));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
