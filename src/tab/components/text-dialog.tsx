import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { problemSentence } from "../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../texts/texts-context.ts";
import { type Command, useCommand } from "./command.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { useToast } from "./toasts.ts";

interface TextDialogProps<A> {
  readonly title: string;
  /** What happens, above the field. */
  readonly text?: string;
  readonly label: string;
  /** Said when the field is left empty. */
  readonly missing: string;
  readonly confirm: string;
  /** Said when it is done. */
  readonly done: string;
  readonly request: (text: string) => Command<A>;
  readonly onClose: () => void;
}

/** An act that takes a text along: asked once, with what is wrong beside the field, and nothing typed is lost. */
export function TextDialog<A>(props: TextDialogProps<A>) {
  const { title, text, label, missing, confirm, done, request, onClose } = props;
  const texts = useTexts();
  const language = useLanguage();
  const toast = useToast();
  const command = useCommand<A>();
  const [typed, setTyped] = useState("");
  const [pressed, setPressed] = useState(false);
  const isEmpty = typed.trim() === "";
  const refused = command.error?.fields[0];
  const message = pressed && isEmpty ? missing : refused && problemSentence(refused, texts, language);
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      busy={command.isPending}
      problem={refused ? null : command.error}
      onCancel={onClose}
      onConfirm={() => {
        setPressed(true);
        if (isEmpty) return;
        command.mutate(request(typed), {
          onSuccess: () => {
            toast({ text: done });
            onClose();
          },
        });
      }}
    >
      {text === undefined ? null : <p>{text}</p>}
      <Field
        label={label}
        required
        validationState={message === undefined ? "none" : "error"}
        validationMessage={message ?? null}
      >
        <Textarea
          value={typed}
          rows={5}
          onChange={(_, data) => {
            setTyped(data.value);
          }}
        />
      </Field>
    </ConfirmDialog>
  );
}
