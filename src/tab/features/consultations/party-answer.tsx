import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState } from "react";
import type { ConsultationPage, ConsultationPartyView } from "#contract/consultations.ts";
import { LongText } from "../../components/long-text.tsx";
import { Section } from "../../components/section.tsx";
import { useFormat } from "../../components/use-format.ts";
import { AnswerForm } from "./answer-form.tsx";
import { AnswerText } from "./answer-text.tsx";
import { useConsultationTexts, usePartyAnswerTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { useKeptText } from "./kept-text.ts";
import { UnsentText } from "./unsent-text.tsx";

interface PartyAnswerProps {
  readonly page: ConsultationPage;
  readonly party: ConsultationPartyView;
}

/** The reader's own party: the field while an answer may be given, the receipt once there is one. */
export function PartyAnswer({ page, party }: PartyAnswerProps) {
  const styles = useConsultationStyles();
  const words = usePartyAnswerTexts();
  const format = useFormat();
  const [typed, keep] = useKeptText(`answer.${party.key}`);
  const [isReplacing, setReplacing] = useState(false);
  const { answer, actions } = party;
  const { status, startsAt, caseOfficer } = page.consultation;
  const mayAnswer = actions.includes("answer");
  const mayReplace = actions.includes("replace");
  const isWriting = mayAnswer || (mayReplace && isReplacing);
  return (
    <Section title={words.title(party.name)}>
      <div className={styles.fields}>
        {answer === undefined ? null : <Receipt party={party} answer={answer} />}
        {answer === undefined && status === "treated" ? <p className={styles.plain}>{words.treated}</p> : null}
        {status === "upcoming" ? (
          <p className={styles.plain}>{words.notOpen(startsAt === undefined ? "" : format.instant(startsAt))}</p>
        ) : null}
        {isWriting ? (
          <AnswerForm
            page={page}
            party={party}
            typed={typed ?? (answer?.noComments === false ? answer.text : "")}
            onType={keep}
            onDone={() => {
              keep(undefined);
              setReplacing(false);
            }}
            {...(mayAnswer
              ? {}
              : {
                  onCancel: () => {
                    setReplacing(false);
                  },
                })}
          />
        ) : null}
        {!isWriting && typed !== undefined && typed !== "" ? (
          <UnsentText text={typed} officer={caseOfficer.name} onForget={() => keep(undefined)} />
        ) : null}
        {mayReplace && !isReplacing ? (
          <div className={styles.actions}>
            <Button
              onClick={() => {
                setReplacing(true);
              }}
            >
              {typed !== undefined && typed !== "" ? words.sendInstead : words.replace}
            </Button>
            <span className={styles.meta}>{words.replaceHint(page.consultation.deadlineText)}</span>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

function Receipt({
  party,
  answer,
}: {
  readonly party: ConsultationPartyView;
  readonly answer: NonNullable<ConsultationPartyView["answer"]>;
}) {
  const styles = useConsultationStyles();
  const words = usePartyAnswerTexts();
  const { comment: commentWords } = useConsultationTexts();
  const format = useFormat();
  return (
    <>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.receiptTitle}</MessageBarTitle>
          {[
            words.receipt(format.instant(answer.receivedAt)),
            words.receiptBy(answer.by.name),
            party.status === "receivedLate" ? words.receiptLate : "",
          ]
            .filter((sentence) => sentence !== "")
            .join(" ")}
        </MessageBarBody>
      </MessageBar>
      <AnswerText answer={answer} />
      {party.comment === undefined ? null : (
        <div className={styles.tight}>
          <strong>{words.commentTitle}</strong>
          <LongText text={party.comment.comment} />
          <p className={styles.plain}>
            {`${commentWords.changes} ${party.comment.changes ? commentWords.yes : commentWords.no}`}
          </p>
        </div>
      )}
    </>
  );
}
