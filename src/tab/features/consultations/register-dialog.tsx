import { Checkbox, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import {
  answerRoadSchema,
  type ConsultationPage,
  type ConsultationPartyView,
  consultationPageSchema,
} from "#contract/consultations.ts";
import { clockTimeOf, plainDateOf } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useToast } from "../../components/toasts.ts";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { instantOf } from "../../components/use-format.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { useConsultationTexts, useFormTexts, usePartyAnswerTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { clockText, linesOf, readClock } from "./typed-clock.ts";

interface RegisterDialogProps {
  readonly page: ConsultationPage;
  readonly party: ConsultationPartyView;
  readonly onClose: () => void;
}

const roads = answerRoadSchema.options.filter((road) => road !== "self");

/** Staff's registration of an answer that came by mail, letter, at a meeting or by telephone. */
export function RegisterDialog({ page, party, onClose }: RegisterDialogProps) {
  const styles = useConsultationStyles();
  const texts = useTexts();
  const language = useLanguage();
  const { register: words, terms } = useConsultationTexts();
  const form = useFormTexts();
  const { notCpr: notCprWords, missing } = usePartyAnswerTexts();
  const toast = useToast();
  const command = useCommand<ConsultationPage>();
  const now = instantOf(page.now);
  const [road, setRoad] = useState<(typeof roads)[number]>("email");
  const [receivedOn, setReceivedOn] = useState(formatShortDate(plainDateOf(now)));
  const [receivedTime, setReceivedTime] = useState(clockText(clockTimeOf(now), language));
  const [noComments, setNoComments] = useState(false);
  const [text, setText] = useState("");
  const [attachments, setAttachments] = useState("");
  const [notCpr, setNotCpr] = useState(false);
  const [pressed, setPressed] = useState(false);
  const [day, time] = [readTypedDate(receivedOn), readClock(receivedTime)];
  const isEmpty = !noComments && text.trim() === "";
  const atText = command.error?.fields.find(({ field }) => field === "text");
  const said = pressed && isEmpty ? missing : atText && problemSentence(atText, texts, language);
  const save = (): void => {
    setPressed(true);
    if (!day.ok || time === undefined || isEmpty) return;
    command.mutate(
      {
        method: "POST",
        path: `/parties/${party.key}/registered-answer`,
        body: {
          noComments,
          text: noComments ? "" : text,
          attachments: linesOf(attachments),
          notCpr,
          road,
          receivedOn: day.value,
          receivedTime: time,
        },
        schema: consultationPageSchema,
        answers: ["consultation", page.consultation.key],
      },
      {
        onSuccess: () => {
          toast({ text: words.done(party.name) });
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={words.title(party.name)}
      confirm={words.confirm}
      busy={command.isPending}
      problem={atText ? null : command.error}
      onCancel={onClose}
      onConfirm={save}
    >
      <div className={styles.fields}>
        <Field label={words.road}>
          <Select
            value={road}
            onChange={(_, { value }) => {
              setRoad(roads.find((each) => each === value) ?? "email");
            }}
          >
            {roads.map((each) => (
              <option key={each} value={each}>
                {terms.road[each]}
              </option>
            ))}
          </Select>
        </Field>
        <div className={styles.pair}>
          <TypedDateField
            label={words.receivedOn}
            value={receivedOn}
            onChange={setReceivedOn}
            checked={pressed}
            missing={form.dateWrong}
            understood={form.understood}
            required
          />
          <Field
            label={words.receivedTime}
            hint={words.timeHint}
            required
            validationState={pressed && time === undefined ? "error" : "none"}
            validationMessage={pressed && time === undefined ? words.timeWrong : null}
          >
            <Input
              value={receivedTime}
              onChange={(_, { value }) => {
                setReceivedTime(value);
              }}
            />
          </Field>
        </div>
        <Checkbox
          label={words.noComments}
          checked={noComments}
          onChange={(_, { checked }) => {
            setNoComments(checked === true);
          }}
        />
        {noComments ? null : (
          <Field
            label={words.text}
            hint={words.textHint}
            required
            validationState={said === undefined ? "none" : "error"}
            validationMessage={said ?? null}
          >
            <Textarea
              rows={6}
              resize="vertical"
              value={text}
              onChange={(_, { value }) => {
                setText(value);
              }}
            />
          </Field>
        )}
        {atText?.code === "cpr" || notCpr ? (
          <Checkbox
            label={notCprWords}
            checked={notCpr}
            onChange={(_, { checked }) => {
              setNotCpr(checked === true);
            }}
          />
        ) : null}
        <Field label={words.attachments}>
          <Textarea
            rows={2}
            value={attachments}
            onChange={(_, { value }) => {
              setAttachments(value);
            }}
          />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
