import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { casesSchema } from "#contract/cases.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { NotCprChoice } from "../../components/not-cpr-choice.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { routes } from "../../components/routes.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { useIntakeStyles } from "./intake.styles.ts";
import { fieldIdOf } from "./intake-part.tsx";
import { IntakeReviewing } from "./intake-review.tsx";
import { useIntakeTexts } from "./intake-texts.ts";
import { useIntakeDraft, useReadText } from "./use-intake.ts";

/** "Læs en sag ind": a case text is pasted, looked through beside what was read of it, and made into a case. */
export function IntakePage() {
  const answer = useAnswer(["cases"], "/cases", casesSchema);
  const words = useIntakeTexts();
  const back = { link: routes.cases, text: words.back };
  return (
    <AnswerView answer={answer}>
      {({ may }) =>
        (may.readIn ?? may.create) ? (
          <Intake />
        ) : (
          <Page title={words.title} back={back}>
            <p>{words.noAccess}</p>
          </Page>
        )
      }
    </AnswerView>
  );
}

function Intake() {
  const words = useIntakeTexts();
  const styles = useIntakeStyles();
  const { draft, keep, forget } = useIntakeDraft();
  const [isAsking, setAsking] = useState(false);
  const { text, review } = draft;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={{ link: routes.cases, text: words.back }}
      wide={review !== undefined}
    >
      {review === undefined ? (
        <PasteText draft={draft} keep={keep} />
      ) : (
        <>
          <div className={styles.actions}>
            {review.made === undefined ? (
              <Button
                onClick={() => {
                  keep({ text });
                }}
              >
                {words.toText}
              </Button>
            ) : null}
            <Button
              appearance="subtle"
              onClick={() => {
                setAsking(true);
              }}
            >
              {words.again}
            </Button>
            <span className={styles.quiet}>{words.kept}</span>
          </div>
          <IntakeReviewing
            draft={draft}
            review={review}
            keep={(next) => {
              if (next === undefined) forget();
              else keep(next);
            }}
          />
        </>
      )}
      {isAsking ? (
        <ConfirmDialog
          title={words.againTitle}
          confirm={words.again}
          busy={false}
          onCancel={() => {
            setAsking(false);
          }}
          onConfirm={() => {
            setAsking(false);
            forget();
          }}
        >
          <p>{words.againText}</p>
        </ConfirmDialog>
      ) : null}
    </Page>
  );
}

type PasteProps = Pick<ReturnType<typeof useIntakeDraft>, "draft" | "keep">;

/** The field the text is pasted into. */
function PasteText({ draft, keep }: PasteProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  const texts = useTexts();
  const language = useLanguage();
  const { read, busy, problem, isMissing, notCpr, setNotCpr } = useReadText(draft, keep);
  const atText = problem?.fields.find(({ field }) => field === "text");
  const isEmpty = draft.text.trim() === "";
  const said = isMissing && isEmpty ? words.missing : atText && problemSentence(atText, texts, language);
  return (
    <div className={styles.fields}>
      <Field
        label={words.text}
        hint={words.textHint}
        validationState={said === undefined ? "none" : "error"}
        validationMessage={said ?? null}
      >
        <Textarea
          id={fieldIdOf("text")}
          className={styles.area}
          resize="vertical"
          value={draft.text}
          onChange={(_, { value }) => {
            keep({ text: value });
          }}
        />
      </Field>
      <NotCprChoice label={words.notCpr} said={atText?.code} checked={notCpr} onChange={setNotCpr} />
      {problem && !atText ? <ProblemNote problem={problem} /> : null}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={read}>
          {busy ? words.reading : words.read}
        </Button>
      </div>
    </div>
  );
}
