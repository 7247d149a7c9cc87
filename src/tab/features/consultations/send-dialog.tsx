import { type ConsultationPage, type ConsultationPartyView, consultationPageSchema } from "#contract/consultations.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useToast } from "../../components/toasts.ts";
import { instantOf, useFormat } from "../../components/use-format.ts";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";

interface DialogProps {
  readonly page: ConsultationPage;
  readonly onClose: () => void;
}

/** Asks once before the consultation leaves, with who gets it and how. */
export function SendDialog({ page, onClose }: DialogProps) {
  const styles = useConsultationStyles();
  const { send: words } = useConsultationTexts();
  const format = useFormat();
  const toast = useToast();
  const command = useCommand<ConsultationPage>();
  const { consultation, parties, sendOn, now } = page;
  const isLater = sendOn !== undefined && sendOn > plainDateOf(instantOf(now));
  return (
    <ConfirmDialog
      title={words.title}
      confirm={words.confirm}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={() => {
        command.mutate(
          {
            method: "POST",
            path: `/consultations/${consultation.key}/send`,
            schema: consultationPageSchema,
            answers: ["consultation", consultation.key],
          },
          {
            onSuccess: () => {
              toast({ text: isLater ? words.planned : words.done });
              onClose();
            },
          },
        );
      }}
    >
      <p>{words.lead(parties.length, consultation.deadlineText)}</p>
      <ul className={styles.ladder}>
        {parties.map((party) => (
          <li key={party.key} className={styles.tight}>
            <strong>{party.name}</strong>
            <span>{howReached(party, words)}</span>
          </li>
        ))}
      </ul>
      <p>{isLater ? words.later(format.date(sendOn)) : words.now}</p>
    </ConfirmDialog>
  );
}

function howReached(
  { channel, persons, email = "" }: ConsultationPartyView,
  words: ReturnType<typeof useConsultationTexts>["send"],
): string {
  const names = persons.map(({ name }) => name).join(", ");
  const said = { teams: words.teams(names), guest: words.guest(names), email: words.email(email) };
  return channel === "registered" ? words.registered : said[channel];
}
