import type { ApplicationView } from "#contract/applications.ts";
import { applicationSchema } from "#contract/applications.ts";
import { draftSums } from "#domain/grants/draft-amounts.ts";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { useApplyForm } from "./apply-form.ts";
import type { DraftSaver } from "./draft-saver.ts";

interface SubmitDialogProps {
  readonly saver: DraftSaver;
  readonly onDone: (application: ApplicationView) => void;
  readonly onCancel: () => void;
}

/** Asks once, saves the last words, sends. */
export function SubmitDialog({ saver, onDone, onCancel }: SubmitDialogProps) {
  const { apply } = useTexts();
  const format = useFormat();
  const { draft, values } = useApplyForm();
  const submit = useCommand<ApplicationView>();
  const amount = format.kr(draftSums(values).requestedOere);
  const confirm = async (): Promise<void> => {
    // What is typed must be on the server before it is sent from there.
    if ((await saver.flush()) !== "saved") return;
    submit.mutate(
      { method: "POST", path: `/drafts/${draft.key}/submit`, schema: applicationSchema },
      { onSuccess: onDone },
    );
  };
  return (
    <ConfirmDialog
      title={apply.submitTitle}
      confirm={submit.isPending ? apply.sending : apply.submitConfirm}
      busy={submit.isPending}
      problem={submit.error}
      onCancel={onCancel}
      onConfirm={() => void confirm()}
    >
      {draft.headName === "" || draft.headName === draft.ownerName
        ? apply.submitTextOwnHead(amount)
        : apply.submitText(amount, draft.headName)}
    </ConfirmDialog>
  );
}
