import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { ConsultationPage, Councils } from "#contract/consultations.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { routes } from "../../components/routes.ts";
import { useToast } from "../../components/toasts.ts";
import { useConsultationTexts, useFormTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { type FormPart, fieldIdOf } from "./form-part.ts";
import { type FormValues, formValuesSchema, readForm } from "./form-values.ts";
import { useKeptText } from "./kept-text.ts";
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
  const toast = useToast();
  const key = page?.consultation.key;
  const [kept, keep] = useKeptText(`consultation.${key ?? "new"}`);
  const [pressed, setPressed] = useState(false);
  const typed = kept === undefined ? undefined : parseKept(kept);
  const values = typed ?? stored;
  const { save, busy, problem } = useSaveConsultation(key);
  const read = readForm(values, page?.caseKey);
  const isSent = page !== undefined && page.consultation.status !== "draft";
  const part: FormPart = {
    values,
    edit: (change) => {
      keep(JSON.stringify({ ...values, ...change }));
    },
    wrong: (path) => pressed && !read.ok && read.wrong.has(path),
    problems: problem?.fields ?? [],
    isSent,
  };
  const press = async (): Promise<void> => {
    setPressed(true);
    if (!read.ok) {
      document.getElementById(fieldIdOf([...read.wrong][0] ?? ""))?.focus();
      return;
    }
    const saved = await save(read.fields, read.parties);
    if (saved.key === undefined) return;
    // A draft whose parties were refused stands; what is typed goes on there.
    if (saved.isWhole) {
      keep(undefined);
      toast({ text: words.saved });
      navigate(routes.consultation(saved.key));
    } else if (key === undefined) {
      keep(undefined);
      window.sessionStorage.setItem(`fremdrift.kept.consultation.${saved.key}`, JSON.stringify(values));
      navigate(routes.editConsultation(saved.key));
    }
  };
  const way =
    key === undefined
      ? { link: routes.consultations, text: back }
      : { link: routes.consultation(key), text: page?.consultation.subject ?? back };
  return (
    <Page narrow back={way} title={key === undefined ? words.newTitle : words.editTitle}>
      {typed === undefined ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.kept}</MessageBarBody>
          <MessageBarActions>
            <Button
              onClick={() => {
                keep(undefined);
              }}
            >
              {words.forget}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {isSent ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.lockedSent}</MessageBarBody>
        </MessageBar>
      ) : null}
      <WhatFields part={part} />
      <MaterialFields part={part} />
      <PartyFields part={part} choices={choices} asked={isSent ? stored.parties : []} />
      <WhenFields part={part} />
      {pressed && !read.ok ? <p role="alert">{words.fix}</p> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void press()}>
          {isSent ? words.saveSent : words.save}
        </Button>
      </div>
    </Page>
  );
}

function parseKept(kept: string): FormValues | undefined {
  try {
    const parsed = formValuesSchema.safeParse(JSON.parse(kept));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
