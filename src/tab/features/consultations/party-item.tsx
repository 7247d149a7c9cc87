import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { type ConsultationPage, type ConsultationPartyView, consultationPageSchema } from "#contract/consultations.ts";
import { useCommand } from "../../components/command.ts";
import { LongText } from "../../components/long-text.tsx";
import { MetaLine } from "../../components/meta-line.tsx";
import { PersonName } from "../../components/person-avatar.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useToast } from "../../components/toasts.ts";
import { useFormat } from "../../components/use-format.ts";
import { AnswerText } from "./answer-text.tsx";
import { CommentField } from "./comment-field.tsx";
import type { CommentSaver } from "./comment-saver.ts";
import { PartyStatusBadge } from "./consultation-badges.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { MailDialog } from "./mail-dialog.tsx";
import { RegisterDialog } from "./register-dialog.tsx";

interface PartyItemProps {
  readonly page: ConsultationPage;
  readonly party: ConsultationPartyView;
  readonly saver: CommentSaver;
}

/** One party of the cockpit: who, how it is reached, what it has answered, and what there is to do. */
export function PartyItem({ page, party, saver }: PartyItemProps) {
  const styles = useConsultationStyles();
  const words = useConsultationTexts();
  const { answer, earlierAnswers, comment, actions } = party;
  const isDraft = page.consultation.status === "draft";
  return (
    <li className={styles.party}>
      <div className={styles.partyHead}>
        <h3 className={styles.partyName}>{party.name}</h3>
        {isDraft ? null : <PartyStatusBadge status={party.status} />}
      </div>
      <MetaLine
        className={styles.meta}
        parts={[words.duty[party.duty], party.law, words.channel[party.channel], party.email]}
      />
      {party.persons.length === 0 ? null : (
        <span className={styles.document}>
          {party.persons.map((person) => (
            <PersonName key={person.key} name={person.name} more={person.title} />
          ))}
        </span>
      )}
      {answer === undefined || party.isOwn ? null : (
        <AnswerText answer={answer} partyKey={party.key} isDeleted={page.answersDeletedAt !== undefined} />
      )}
      {earlierAnswers.length === 0 || party.isOwn ? null : (
        <details>
          <summary>{words.answer.earlier(earlierAnswers.length)}</summary>
          {earlierAnswers.map((earlier) => (
            <AnswerText key={earlier.receivedAt} answer={earlier} partyKey={party.key} />
          ))}
        </details>
      )}
      <LateNote page={page} party={party} />
      {actions.includes("comment") && answer?.noComments !== true ? (
        <CommentField party={party} saver={saver} />
      ) : comment === undefined ? null : (
        <CommentView comment={comment} />
      )}
      <PartyButtons page={page} party={party} />
    </li>
  );
}

function CommentView({ comment }: { readonly comment: NonNullable<ConsultationPartyView["comment"]> }) {
  const styles = useConsultationStyles();
  const { comment: words } = useConsultationTexts();
  const format = useFormat();
  return (
    <div className={styles.tight}>
      <strong>{words.title}</strong>
      {comment.summary === "" ? null : <LongText text={`${words.summary}: ${comment.summary}`} />}
      <LongText text={comment.comment} />
      <p className={styles.plain}>{`${words.changes} ${comment.changes ? words.yes : words.no}`}</p>
      <span className={styles.meta}>{words.by(comment.by.name, format.instant(comment.at))}</span>
    </div>
  );
}

/** A late answer: until when it may be taken in, and the choice (001-11). */
function LateNote({ page, party }: { readonly page: ConsultationPage; readonly party: ConsultationPartyView }) {
  const styles = useConsultationStyles();
  const { answer: words } = useConsultationTexts();
  const format = useFormat();
  const toast = useToast();
  const command = useCommand<ConsultationPage>();
  if (party.status !== "receivedLate") return null;
  const { lateIncluded, actions } = party;
  const mayChoose = actions.includes("include-late");
  const open = page.agendaOn === undefined ? words.lateNoAgenda : words.late(format.date(page.agendaOn));
  const over = lateIncluded ? words.lateIn : `${words.lateOver} ${words.lateOut}`;
  const choose = (included: boolean): void => {
    command.mutate(
      {
        method: "PUT",
        path: `/parties/${party.key}/included`,
        body: { included },
        schema: consultationPageSchema,
        answers: ["consultation", page.consultation.key],
      },
      {
        onSuccess: () => {
          toast({ text: included ? words.included : words.excluded });
        },
      },
    );
  };
  return (
    <div className={styles.tight}>
      <p className={styles.plain}>{mayChoose ? (lateIncluded ? words.lateIn : open) : over}</p>
      {mayChoose ? (
        <div className={styles.actions}>
          <Button
            disabledFocusable={command.isPending}
            onClick={() => {
              choose(!lateIncluded);
            }}
          >
            {lateIncluded ? words.exclude : words.include}
          </Button>
        </div>
      ) : null}
      {command.error ? <ProblemNote problem={command.error} /> : null}
    </div>
  );
}

function PartyButtons({ page, party }: { readonly page: ConsultationPage; readonly party: ConsultationPartyView }) {
  const styles = useConsultationStyles();
  const { register, letter } = useConsultationTexts();
  const [open, setOpen] = useState<"register" | "letter">();
  const mayRegister = party.actions.includes("register");
  const close = (): void => {
    setOpen(undefined);
  };
  if (!mayRegister && party.letter === undefined) return null;
  return (
    <div className={styles.actions}>
      {mayRegister ? (
        <Button
          aria-label={register.buttonOf(party.name)}
          onClick={() => {
            setOpen("register");
          }}
        >
          {register.button}
        </Button>
      ) : null}
      {party.letter === undefined ? null : (
        <Button
          aria-label={letter.title(party.name)}
          onClick={() => {
            setOpen("letter");
          }}
        >
          {letter.button}
        </Button>
      )}
      {open === "register" ? <RegisterDialog page={page} party={party} onClose={close} /> : null}
      {open === "letter" && party.letter !== undefined ? (
        <MailDialog party={party} letter={party.letter} onClose={close} />
      ) : null}
    </div>
  );
}
