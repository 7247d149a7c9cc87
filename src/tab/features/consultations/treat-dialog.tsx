import { type ConsultationPage, consultationPageSchema } from "#contract/consultations.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useToast } from "../../components/toasts.ts";
import { useConsultationTexts } from "./consultation-texts.ts";

interface TreatDialogProps {
  readonly page: ConsultationPage;
  readonly onClose: () => void;
}

/** Asks once before the consultation is closed for good. */
export function TreatDialog({ page, onClose }: TreatDialogProps) {
  const { treat: words, counted } = useConsultationTexts();
  const toast = useToast();
  const command = useCommand<ConsultationPage>();
  const { key, counts } = page.consultation;
  return (
    <ConfirmDialog
      title={words.title}
      confirm={words.confirm}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={() => {
        command.mutate(
          {
            method: "POST",
            path: `/consultations/${key}/treat`,
            schema: consultationPageSchema,
            answers: ["consultation", key],
          },
          {
            onSuccess: () => {
              toast({ text: words.done });
              onClose();
            },
          },
        );
      }}
    >
      {counts === undefined ? null : <p>{`${counted(counts.answered, counts.total)}.`}</p>}
      <p>{words.text}</p>
    </ConfirmDialog>
  );
}
