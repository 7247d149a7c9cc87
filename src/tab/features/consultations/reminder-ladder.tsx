import { Badge } from "@fluentui/react-components";
import type { ConsultationPage, ConsultationPartyView } from "#contract/consultations.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import { Section } from "../../components/section.tsx";
import { instantOf, useFormat } from "../../components/use-format.ts";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";

/** The days on which the silent are reminded: what is behind us and whom it went to, and what is to come. */
export function ReminderLadder({ page }: { readonly page: ConsultationPage }) {
  const styles = useConsultationStyles();
  const { reminders } = useConsultationTexts();
  const format = useFormat();
  const { status } = page.consultation;
  const reached = page.parties.filter(({ channel }) => channel === "teams" || channel === "guest");
  const days = [...new Set(reached.flatMap(({ remindOn }) => remindOn))].toSorted();
  const today = plainDateOf(instantOf(page.now));
  if (status === "draft") return null;
  return (
    <Section title={reminders.title}>
      <div className={styles.stack}>
        <p className={styles.plain}>{days.length === 0 ? reminders.none : reminders.lead}</p>
        {days.length === 0 ? null : (
          <ol className={styles.ladder}>
            {days.map((day) => {
              const to = reached.filter((party) => isSilentOn(party, day)).map(({ name }) => name);
              const isPast = day < today;
              return (
                <li key={day} className={styles.rung}>
                  <span className={styles.day}>{format.date(day)}</span>
                  <Badge appearance="tint" color={isPast && to.length > 0 ? "success" : "informative"}>
                    {to.length === 0 ? reminders.skipped : isPast ? reminders.sent : reminders.planned}
                  </Badge>
                  {to.length === 0 ? null : <span className={styles.meta}>{to.join(", ")}</span>}
                </li>
              );
            })}
          </ol>
        )}
      </div>
    </Section>
  );
}

/** Whether the party had not answered when the day began. */
function isSilentOn({ answer, earlierAnswers }: ConsultationPartyView, day: string): boolean {
  const first = earlierAnswers[0] ?? answer;
  return first === undefined || plainDateOf(instantOf(first.receivedAt)) >= day;
}
