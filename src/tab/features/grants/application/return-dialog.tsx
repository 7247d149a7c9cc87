import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { type ApplicationView, applicationSchema } from "#contract/applications.ts";
import { useCommand } from "../../../components/command.ts";
import { ConfirmDialog } from "../../../components/confirm-dialog.tsx";
import { useToast } from "../../../components/toasts.ts";
import { problemSentence } from "../../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../../texts/texts-context.ts";

/** The head's questions to the applicant. */
export function ReturnDialog({
  applicationKey,
  onClose,
}: {
  readonly applicationKey: string;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const { application: words } = texts;
  const language = useLanguage();
  const toast = useToast();
  const command = useCommand<ApplicationView>();
  const [questions, setQuestions] = useState("");
  const [pressed, setPressed] = useState(false);
  const empty = pressed && questions.trim() === "";
  const refused = command.error?.fields[0];
  const message = empty ? words.returnMissing : refused && problemSentence(refused, texts, language);
  return (
    <ConfirmDialog
      title={words.returnTitle}
      confirm={words.returnSend}
      busy={command.isPending}
      problem={refused ? null : command.error}
      onCancel={onClose}
      onConfirm={() => {
        setPressed(true);
        if (questions.trim() === "") return;
        command.mutate(
          {
            method: "POST",
            path: `/applications/${applicationKey}/return`,
            body: { questions },
            schema: applicationSchema,
            answers: ["application", applicationKey],
          },
          {
            onSuccess: () => {
              toast({ text: words.returned });
              onClose();
            },
          },
        );
      }}
    >
      <Field
        label={words.returnQuestions}
        required
        validationState={message === undefined ? "none" : "error"}
        validationMessage={message ?? null}
      >
        <Textarea
          value={questions}
          rows={5}
          onChange={(_, data) => {
            setQuestions(data.value);
          }}
        />
      </Field>
    </ConfirmDialog>
  );
}
