import { useState } from "react";
import type { ApplicationView } from "#contract/applications.ts";
import { applicationSchema } from "#contract/applications.ts";
import { draftSums } from "#domain/grants/draft-amounts.ts";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useLanguage } from "../../../texts/texts-context.ts";
import { useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import type { DraftSaver, SaveState } from "./draft-saver.ts";
import { danishAmounts } from "./typed-amount.ts";

interface SubmitDialogProps {
  readonly saver: DraftSaver;
  readonly onDone: (application: ApplicationView) => void;
  readonly onCancel: () => void;
}

const amountFields = ["requestedAmount", "ownContribution", "budgetLines"] as const;

/** Asks once, saves the last words, sends. */
export function SubmitDialog({ saver, onDone, onCancel }: SubmitDialogProps) {
  const { apply } = useApplyTexts();
  const format = useFormat();
  const language = useLanguage();
  const { draft, values, amounts } = useApplyForm();
  const [saved, setSaved] = useState<SaveState>();
  const submit = useCommand<ApplicationView>();
  const amount = format.kr(draftSums(amounts).requestedOere);
  const confirm = async (): Promise<void> => {
    // What is typed must be on the server before it is sent from there.
    const typed = danishAmounts(values, language);
    for (const name of amountFields) if (typed[name] !== values[name]) saver.edit(name, typed[name]);
    setSaved("saving");
    const state = await saver.flush();
    setSaved(state);
    if (state !== "saved") return;
    submit.mutate(
      { method: "POST", path: `/drafts/${draft.key}/submit`, schema: applicationSchema },
      { onSuccess: onDone },
    );
  };
  const isUnsaved = saved !== undefined && saved !== "saved" && saved !== "saving";
  return (
    <ConfirmDialog
      title={apply.submitTitle}
      confirm={submit.isPending ? apply.sending : apply.submitConfirm}
      busy={submit.isPending || saved === "saving"}
      problem={submit.error ?? (isUnsaved ? saver.snapshot().problem : undefined) ?? null}
      onCancel={onCancel}
      onConfirm={() => void confirm()}
    >
      {draft.headName === "" || draft.headName === draft.ownerName
        ? apply.submitTextOwnHead(amount)
        : apply.submitText(amount, draft.headName)}
      {isUnsaved ? <p role="alert">{apply.notSent}</p> : null}
    </ConfirmDialog>
  );
}
