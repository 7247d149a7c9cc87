import { Button, Field, MessageBar, MessageBarBody, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { type ConsultationPage, type ConsultationPartyView, consultationPageSchema } from "#contract/consultations.ts";
import { publicNote } from "#domain/consultations/invitation-letter.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { NotCprChoice } from "../../components/not-cpr-choice.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { AnswerFilesField } from "./answer-files-field.tsx";
import { usePartyAnswerTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { DeadlineLine } from "./deadline-line.tsx";
import { useAnswerFiles } from "./use-answer-files.ts";

interface AnswerFormProps {
  readonly page: ConsultationPage;
  readonly party: ConsultationPartyView;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onDone: () => void;
  /** Leaves the answer as it was; only where there is one. */
  readonly onCancel?: () => void;
}

/** A party's answer: a text, or "Ingen bemærkninger" in one press. What is typed stays whatever happens to it. */
export function AnswerForm({ page, party, typed, onType, onDone, onCancel }: AnswerFormProps) {
  const styles = useConsultationStyles();
  const texts = useTexts();
  const language = useLanguage();
  const words = usePartyAnswerTexts();
  const command = useCommand<ConsultationPage>();
  const [notCpr, setNotCpr] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { consultation } = page;
  const atText = command.error?.fields.find(({ field }) => field === "text");
  const documents = useAnswerFiles(party.key, party.answer?.files);
  const isEmpty = typed.trim() === "" && documents.files.length === 0;
  const said = isMissing && isEmpty ? words.missing : atText && problemSentence(atText, texts, language);
  const answerOf = (noComments: boolean, text: string) => {
    if (noComments) return { text: "" };
    return { text: text.trim() === "" ? words.files.see : text, files: documents.files };
  };
  const send = (noComments: boolean): void => {
    setAsking(false);
    const replaces = party.answer === undefined ? {} : { replaces: party.answer.receivedAt };
    command.mutate(
      {
        method: "POST",
        path: `/parties/${party.key}/answer`,
        body: { noComments, ...answerOf(noComments, typed), attachments: [], notCpr, ...replaces },
        schema: consultationPageSchema,
        answers: ["consultation", consultation.key],
      },
      { onSuccess: onDone },
    );
  };
  const isBusy = command.isPending || documents.adding !== "";
  const sendText = (): void => {
    setMissing(isEmpty);
    if (isEmpty) document.getElementById(`answer-${party.key}`)?.focus();
    else send(false);
  };
  return (
    <>
      <UntilWhen page={page} />
      <p className={styles.plain}>{publicNote({ closed: consultation.closedItem }, language)}</p>
      <Field label={words.text} hint={words.textHint} {...fieldState(said)}>
        <Textarea
          id={`answer-${party.key}`}
          className={styles.area}
          resize="vertical"
          value={typed}
          onChange={(_, { value }) => {
            onType(value);
          }}
        />
      </Field>
      <AnswerFilesField state={documents} />
      <NotCprChoice label={words.notCpr} said={atText?.code} checked={notCpr} onChange={setNotCpr} />
      {command.error && !atText ? <ProblemNote problem={command.error} /> : null}
      <AnswerButtons
        isBusy={isBusy}
        sendWord={command.isPending ? words.sending : onCancel ? words.replaceSend : words.send}
        onSend={sendText}
        onNone={() => {
          if (isEmpty) send(true);
          else setAsking(true);
        }}
        onCancel={onCancel}
      />
      {isAsking ? (
        <AskNoComments
          onCancel={() => {
            setAsking(false);
          }}
          onConfirm={() => {
            send(true);
          }}
        />
      ) : null}
    </>
  );
}

interface ButtonsProps {
  readonly isBusy: boolean;
  readonly sendWord: string;
  readonly onSend: () => void;
  readonly onNone: () => void;
  readonly onCancel: (() => void) | undefined;
}

/** Send, "Vi har ingen bemærkninger", and the way back to the answer that is there. */
function AnswerButtons({ isBusy, sendWord, onSend, onNone, onCancel }: ButtonsProps) {
  const styles = useConsultationStyles();
  const words = usePartyAnswerTexts();
  return (
    <div className={styles.actions}>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={onSend}>
        {sendWord}
      </Button>
      <Button disabledFocusable={isBusy} onClick={onNone}>
        {words.noComments}
      </Button>
      {onCancel ? (
        <Button appearance="subtle" onClick={onCancel}>
          {words.keepOld}
        </Button>
      ) : null}
    </div>
  );
}

function fieldState(said: string | undefined) {
  return { validationState: said === undefined ? "none" : "error", validationMessage: said ?? null } as const;
}

/** Until when, or that the time is over and an answer is taken all the same. */
function UntilWhen({ page }: Pick<AnswerFormProps, "page">) {
  const styles = useConsultationStyles();
  const words = usePartyAnswerTexts();
  const { consultation, now } = page;
  if (consultation.status !== "closed") {
    return (
      <div className={styles.until}>
        <span>{words.until}</span>
        <DeadlineLine consultation={consultation} now={now} />
      </div>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words.passed(consultation.deadlineText)}</MessageBarBody>
    </MessageBar>
  );
}

interface AskProps {
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Asks before a text that was typed is left unsent. */
function AskNoComments({ onCancel, onConfirm }: AskProps) {
  const words = usePartyAnswerTexts();
  return (
    <ConfirmDialog
      title={words.noCommentsTitle}
      confirm={words.noCommentsConfirm}
      busy={false}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      {words.noCommentsText}
    </ConfirmDialog>
  );
}
