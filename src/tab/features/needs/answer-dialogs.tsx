import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { type NeedsView, type NeedView, needsSchema } from "#contract/needs.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useToast } from "../../components/toasts.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { AnswerFields } from "./answer-fields.tsx";
import type { Answers } from "./need-form-saver.ts";
import { useNeedTexts } from "./need-texts.ts";
import { useNeedStyles } from "./needs.styles.ts";

/** What each of the dialogs about a need is about. */
export interface NeedDialogProps {
  readonly need: NeedView;
  readonly onClose: () => void;
}

/** Corrects the three answers while nothing has come of the need. */
export function EditNeedDialog({ need, onClose }: NeedDialogProps) {
  const styles = useNeedStyles();
  const words = useNeedTexts();
  const toast = useToast();
  const command = useCommand<NeedsView>();
  const { problem, affected, frequency } = need;
  const [answers, setAnswers] = useState<Answers>({ problem, affected, frequency });
  const refused = command.error?.fields ?? [];
  return (
    <ConfirmDialog
      title={words.editTitle}
      confirm={words.save}
      busy={command.isPending}
      problem={refused.length > 0 ? null : command.error}
      onCancel={onClose}
      onConfirm={() => {
        command.mutate(
          { method: "PUT", path: `/needs/${need.key}`, body: { answers }, schema: needsSchema, answers: ["needs"] },
          {
            onSuccess: () => {
              toast({ text: words.edited });
              onClose();
            },
          },
        );
      }}
    >
      <div className={styles.fields}>
        <AnswerFields answers={answers} problems={refused} onChange={setAnswers} />
      </div>
    </ConfirmDialog>
  );
}

/** A word to the finder closes the need. */
export function CloseNeedDialog({ need, onClose }: NeedDialogProps) {
  const words = useNeedTexts();
  const texts = useTexts();
  const language = useLanguage();
  const toast = useToast();
  const command = useCommand<NeedsView>();
  const [reply, setReply] = useState("");
  const refused = command.error?.fields[0];
  return (
    <ConfirmDialog
      title={words.closeTitle}
      confirm={words.closeConfirm}
      busy={command.isPending}
      problem={refused === undefined ? command.error : null}
      onCancel={onClose}
      onConfirm={() => {
        command.mutate(
          {
            method: "POST",
            path: `/needs/${need.key}/close`,
            body: { reply },
            schema: needsSchema,
            answers: ["needs"],
          },
          {
            onSuccess: () => {
              toast({ text: words.closedDone });
              onClose();
            },
          },
        );
      }}
    >
      <Field
        label={words.reply}
        hint={words.replyHint}
        required
        {...(refused === undefined
          ? {}
          : { validationState: "error", validationMessage: problemSentence(refused, texts, language) })}
      >
        <Textarea
          rows={4}
          resize="vertical"
          value={reply}
          onChange={(_, { value }) => {
            setReply(value);
          }}
        />
      </Field>
    </ConfirmDialog>
  );
}
