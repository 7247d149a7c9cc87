import { navigate } from "wouter/use-hash-location";
import * as z from "zod/mini";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { routes } from "../../../components/routes.ts";
import { useToast } from "../../../components/toasts.ts";
import { useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";

/** Asks before a draft is thrown away. */
export function DiscardDialog({ onCancel }: { readonly onCancel: () => void }) {
  const { apply } = useApplyTexts();
  const { draft } = useApplyForm();
  const toast = useToast();
  const discard = useCommand<undefined>();
  return (
    <ConfirmDialog
      title={apply.discardTitle}
      confirm={apply.discard}
      busy={discard.isPending}
      problem={discard.error}
      onCancel={onCancel}
      onConfirm={() => {
        discard.mutate(
          { method: "DELETE", path: `/drafts/${draft.key}`, schema: z.undefined() },
          {
            onSuccess: () => {
              toast({ text: apply.discarded });
              navigate(routes.overview);
            },
          },
        );
      }}
    >
      {apply.discardText(draft.number)}
    </ConfirmDialog>
  );
}
