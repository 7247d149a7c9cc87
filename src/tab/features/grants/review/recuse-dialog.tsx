import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { type ReviewItem, reviewItemSchema } from "#contract/reviews.ts";
import { hasCpr } from "#domain/grants/withhold-cpr.ts";
import { problemAt } from "#domain/shared/field-problem.ts";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { useToast } from "../../../components/toasts.ts";
import { problemSentence } from "../../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../../texts/texts-context.ts";

/** "Erklær inhabil": a reason, and the reviewer is out of this application. */
export function RecuseDialog({
  applicationKey,
  onClose,
}: {
  readonly applicationKey: string;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const { review } = texts;
  const language = useLanguage();
  const toast = useToast();
  const command = useCommand<ReviewItem>();
  const [reason, setReason] = useState("");
  const [pressed, setPressed] = useState(false);
  const cpr = hasCpr({ remarks: {}, reason });
  const missing = pressed && reason.trim() === "";
  const said = cpr
    ? problemSentence(problemAt("reason", "cpr"), texts, language)
    : missing
      ? review.recuseMissing
      : null;
  return (
    <ConfirmDialog
      title={review.recuseTitle}
      confirm={review.recuse}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={() => {
        setPressed(true);
        if (reason.trim() === "" || cpr) return;
        command.mutate(
          {
            method: "POST",
            path: `/applications/${applicationKey}/recusal`,
            body: { reason },
            schema: reviewItemSchema,
          },
          {
            onSuccess: () => {
              toast({ text: review.recusedDone });
              onClose();
            },
          },
        );
      }}
    >
      <p>{review.recuseText}</p>
      <Field
        label={review.recuseReason}
        required
        validationState={said === null ? "none" : "error"}
        validationMessage={said}
      >
        <Textarea
          value={reason}
          rows={3}
          onChange={(_, data) => {
            setReason(data.value);
          }}
        />
      </Field>
    </ConfirmDialog>
  );
}
