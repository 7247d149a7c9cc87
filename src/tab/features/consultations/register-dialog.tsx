import { Checkbox, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import {
  type AnswerFileView,
  answerRoadSchema,
  type ConsultationPage,
  type ConsultationPartyView,
  consultationPageSchema,
} from "#contract/consultations.ts";
import type { FieldProblem } from "#contract/problem.ts";
import { clockTimeOf, plainDateOf } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { NotCprChoice } from "../../components/not-cpr-choice.tsx";
import { useToast } from "../../components/toasts.ts";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { instantOf } from "../../components/use-format.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { AnswerFilesField } from "./answer-files-field.tsx";
import { useConsultationTexts, useFormTexts, usePartyAnswerTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { clockText, linesOf, readClock } from "./typed-clock.ts";
import { type AnswerFilesState, useAnswerFiles } from "./use-answer-files.ts";

interface RegisterDialogProps {
  readonly page: ConsultationPage;
  readonly party: ConsultationPartyView;
  readonly onClose: () => void;
}

const roads = answerRoadSchema.options.filter((road) => road !== "self");

/** What is typed in the dialog. */
interface Typed {
  readonly road: (typeof roads)[number];
  readonly receivedOn: string;
  readonly receivedTime: string;
  readonly noComments: boolean;
  readonly text: string;
  readonly attachments: string;
  readonly notCpr: boolean;
}

/** Staff's registration of an answer that came by mail, letter, at a meeting or by telephone. */
export function RegisterDialog({ page, party, onClose }: RegisterDialogProps) {
  const language = useLanguage();
  const { register: words } = useConsultationTexts();
  const toast = useToast();
  const command = useCommand<ConsultationPage>();
  const now = instantOf(page.now);
  const [pressed, setPressed] = useState(false);
  const [typed, setTyped] = useState<Typed>({
    road: "email",
    receivedOn: formatShortDate(plainDateOf(now)),
    receivedTime: clockText(clockTimeOf(now), language),
    noComments: false,
    text: "",
    attachments: "",
    notCpr: false,
  });
  const atText = command.error?.fields.find(({ field }) => field === "text");
  const documents = useAnswerFiles(party.key);
  const { see } = usePartyAnswerTexts().files;
  const save = (): void => {
    setPressed(true);
    const body = bodyOf(typed, documents.files, see);
    if (body === undefined) return;
    command.mutate(
      {
        method: "POST",
        path: `/parties/${party.key}/registered-answer`,
        body,
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
      busy={command.isPending || documents.adding !== ""}
      problem={atText ? null : command.error}
      onCancel={onClose}
      onConfirm={save}
    >
      <RegisterFields
        typed={typed}
        pressed={pressed}
        atText={atText}
        change={(change) => {
          setTyped((before) => ({ ...before, ...change }));
        }}
        documents={documents}
      />
    </ConfirmDialog>
  );
}

/** The request, once day, time and answer are there. */
function bodyOf(
  { receivedOn, receivedTime, attachments, ...typed }: Typed,
  files: readonly AnswerFileView[],
  see: string,
) {
  const [day, time] = [readTypedDate(receivedOn), readClock(receivedTime)];
  if (!day.ok || time === undefined || isEmpty(typed, files)) return undefined;
  const text = typed.noComments ? "" : typed.text.trim() === "" ? see : typed.text;
  return { ...typed, text, files, attachments: linesOf(attachments), receivedOn: day.value, receivedTime: time };
}

function isEmpty({ noComments, text }: Pick<Typed, "noComments" | "text">, files: readonly AnswerFileView[]): boolean {
  return !noComments && text.trim() === "" && files.length === 0;
}

interface RegisterFieldsProps {
  readonly typed: Typed;
  readonly pressed: boolean;
  readonly atText: FieldProblem | undefined;
  readonly change: (change: Partial<Typed>) => void;
  readonly documents: AnswerFilesState;
}

function RegisterFields({ documents, ...props }: RegisterFieldsProps) {
  const { typed, pressed, change } = props;
  const styles = useConsultationStyles();
  const { register: words, terms } = useConsultationTexts();
  const form = useFormTexts();
  const isTimeWrong = pressed && readClock(typed.receivedTime) === undefined;
  return (
    <div className={styles.fields}>
      <Field label={words.road}>
        <Select
          value={typed.road}
          onChange={(_, { value }) => {
            change({ road: roads.find((each) => each === value) ?? "email" });
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
          value={typed.receivedOn}
          onChange={(receivedOn) => {
            change({ receivedOn });
          }}
          checked={pressed}
          missing={form.dateWrong}
          understood={form.understood}
          required
        />
        <Field
          label={words.receivedTime}
          hint={words.timeHint}
          required
          validationState={isTimeWrong ? "error" : "none"}
          validationMessage={isTimeWrong ? words.timeWrong : null}
        >
          <Input
            value={typed.receivedTime}
            onChange={(_, { value }) => {
              change({ receivedTime: value });
            }}
          />
        </Field>
      </div>
      <Checkbox
        label={words.noComments}
        checked={typed.noComments}
        onChange={(_, { checked }) => {
          change({ noComments: checked === true });
        }}
      />
      {typed.noComments ? null : <AnswerField documents={documents} {...props} />}
      <AnswerFilesField state={documents} />
      <Field label={words.attachments}>
        <Textarea
          rows={2}
          value={typed.attachments}
          onChange={(_, { value }) => {
            change({ attachments: value });
          }}
        />
      </Field>
    </div>
  );
}

function AnswerField({ typed, pressed, atText, change, documents }: RegisterFieldsProps) {
  const texts = useTexts();
  const language = useLanguage();
  const { register: words } = useConsultationTexts();
  const { notCpr } = usePartyAnswerTexts();
  const said =
    pressed && isEmpty(typed, documents.files) ? words.missing : atText && problemSentence(atText, texts, language);
  return (
    <>
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
          value={typed.text}
          onChange={(_, { value }) => {
            change({ text: value });
          }}
        />
      </Field>
      <NotCprChoice
        label={notCpr}
        said={atText?.code}
        checked={typed.notCpr}
        onChange={(isNone) => {
          change({ notCpr: isNone });
        }}
      />
    </>
  );
}
