import { makeStyles } from "@fluentui/react-components";
import type { ApplicationView } from "#contract/applications.ts";
import { Facts } from "../../../components/facts.tsx";
import { LongText } from "../../../components/long-text.tsx";
import { PartTitle } from "../../../components/part-title.tsx";
import { Section } from "../../../components/section.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { LetterButton } from "../letters/letter-button.tsx";

const useStyles = makeStyles({ reason: { marginTop: "16px" }, answerBy: { margin: "16px 0 0" } });

/** The decision: outcome, amount, reason, and by when a partial award must be answered. */
export function DecisionSection({ application }: { readonly application: ApplicationView }) {
  const styles = useStyles();
  const { application: words, words: shared } = useTexts();
  const format = useFormat();
  const { decision, may } = application;
  if (!decision) return null;
  return (
    <Section title={words.decision}>
      <Facts
        items={[
          [words.outcome, shared.outcome[decision.outcome]],
          [words.amountGranted, decision.outcome === "rejection" ? undefined : format.kr(decision.amountOere)],
          [words.decidedAt, format.instant(decision.decidedAt)],
        ]}
      />
      {decision.reason === undefined || decision.reason === "" ? null : (
        <div className={styles.reason}>
          <PartTitle>{words.reason}</PartTitle>
          <LongText text={decision.reason} />
        </div>
      )}
      {decision.hasLetter ? (
        <p className={styles.answerBy}>
          <LetterButton applicationKey={application.key} number={application.number} />
        </p>
      ) : null}
      {may.answerAward && decision.answerBy !== undefined ? (
        <p className={styles.answerBy}>{words.answerBy(format.deadline(decision.answerBy))}</p>
      ) : null}
      <Unanswered decision={decision} />
    </Section>
  );
}

/** Whom the applicant writes to when the time to answer is over. */
function Unanswered({ decision: { unanswered } }: { readonly decision: NonNullable<ApplicationView["decision"]> }) {
  const styles = useStyles();
  const { application: words } = useTexts();
  const format = useFormat();
  if (!unanswered) return null;
  const deadline = format.deadline(unanswered.deadline);
  const { contact } = unanswered;
  return (
    <p className={styles.answerBy}>
      {contact === undefined ? words.unanswered(deadline) : words.unansweredContact(deadline, contact.name)}
    </p>
  );
}
