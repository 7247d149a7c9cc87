import type { ConsultationAnswerView } from "#contract/consultations.ts";
import { LongText } from "../../components/long-text.tsx";
import { useFormat } from "../../components/use-format.ts";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";

/** An answer in its own words, with when, from whom and how it came. */
export function AnswerText({ answer }: { readonly answer: ConsultationAnswerView }) {
  const styles = useConsultationStyles();
  const { answer: words, terms } = useConsultationTexts();
  const format = useFormat();
  const { noComments, text, attachments, receivedAt, registeredAt, road, by } = answer;
  const when = format.instant(receivedAt);
  const came =
    registeredAt === undefined
      ? words.received(when, by.name, terms.road[road])
      : words.registered(when, terms.road[road], by.name);
  return (
    <div className={styles.said}>
      <LongText text={noComments && text === "" ? words.noComments : text} />
      {attachments.length === 0 ? null : (
        <p className={styles.plain}>{`${words.attachments}: ${attachments.join(", ")}`}</p>
      )}
      <span className={styles.meta}>{came}</span>
    </div>
  );
}
