import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useState } from "react";
import type { ConsultationPage, ConsultationPartyView } from "#contract/consultations.ts";
import { useKeptText } from "../../components/kept-text.ts";
import { LongText } from "../../components/long-text.tsx";
import { Section } from "../../components/section.tsx";
import { useFormat } from "../../components/use-format.ts";
import { AnswerForm } from "./answer-form.tsx";
import { AnswerText } from "./answer-text.tsx";
import { useConsultationTexts, usePartyAnswerTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { UnsentText } from "./unsent-text.tsx";

interface PartyAnswerProps {
  readonly page: ConsultationPage;
  readonly party: ConsultationPartyView;
}

/** The reader's own party: the field while an answer may be given, the receipt once there is one. */
export function PartyAnswer({ page, party }: PartyAnswerProps) {
  const styles = useConsultationStyles();
  const words = usePartyAnswerTexts();
  const [typed, keep] = useKeptText(`answer.${party.key}`);
  const [isReplacing, setReplacing] = useState(false);
  const { answer, actions } = party;
  const mayAnswer = actions.includes("answer");
  const isWriting = mayAnswer || (actions.includes("replace") && isReplacing);
  const leave = (): void => {
    setReplacing(false);
  };
  return (
    <Section title={words.title(party.name)}>
      <div className={styles.fields}>
        {answer === undefined ? <NotNow page={page} /> : <Receipt page={page} party={party} answer={answer} />}
        {isWriting ? (
          <AnswerForm
            page={page}
            party={party}
            typed={typed ?? answer?.text ?? ""}
            onType={keep}
            onDone={() => {
              keep(undefined);
              leave();
            }}
            {...(mayAnswer ? {} : { onCancel: leave })}
          />
        ) : (
          <Waiting
            page={page}
            typed={typed}
            onForget={() => {
              keep(undefined);
            }}
            {...(actions.includes("replace")
              ? {
                  onReplace: () => {
                    setReplacing(true);
                  },
                }
              : {})}
          />
        )}
      </div>
    </Section>
  );
}

/** Why there is neither answer nor field: the consultation has not begun, or is over. */
function NotNow({ page }: Pick<PartyAnswerProps, "page">) {
  const styles = useConsultationStyles();
  const words = usePartyAnswerTexts();
  const format = useFormat();
  const { status, startsAt = page.now } = page.consultation;
  if (status === "treated") return <p className={styles.plain}>{words.treated}</p>;
  return status === "upcoming" ? <p className={styles.plain}>{words.notOpen(format.instant(startsAt))}</p> : null;
}

interface WaitingProps {
  readonly page: ConsultationPage;
  readonly typed: string | undefined;
  readonly onForget: () => void;
  readonly onReplace?: () => void;
}

/** What was typed and not sent, and the way to change the answer while that may be done. */
function Waiting({ page, typed = "", onForget, onReplace }: WaitingProps) {
  const styles = useConsultationStyles();
  const words = usePartyAnswerTexts();
  const { caseOfficer, deadlineText } = page.consultation;
  return (
    <>
      {typed === "" ? null : <UnsentText text={typed} officer={caseOfficer.name} onForget={onForget} />}
      {onReplace ? (
        <div className={styles.actions}>
          <Button onClick={onReplace}>{typed === "" ? words.replace : words.sendInstead}</Button>
          <span className={styles.meta}>{words.replaceHint(deadlineText)}</span>
        </div>
      ) : null}
    </>
  );
}

function Receipt({
  page,
  party,
  answer,
}: PartyAnswerProps & {
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
      <AnswerText answer={answer} partyKey={party.key} isDeleted={page.answersDeletedAt !== undefined} />
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
