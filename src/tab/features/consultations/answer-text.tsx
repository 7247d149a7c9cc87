import type { ConsultationAnswerView } from "#contract/consultations.ts";
import { LongText } from "../../components/long-text.tsx";
import { useFormat } from "../../components/use-format.ts";
import { AnswerDocuments } from "./answer-documents.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";

interface AnswerTextProps {
  readonly answer: ConsultationAnswerView;
  readonly partyKey: string;
  /** The words were deleted. */
  readonly isDeleted?: boolean;
}

/** An answer in its own words, with when, from whom and how it came; of a deleted one only the latter. */
export function AnswerText({ answer, partyKey, isDeleted = false }: AnswerTextProps) {
  const styles = useConsultationStyles();
  const { answer: words, terms } = useConsultationTexts();
  const format = useFormat();
  const { noComments, text, receivedAt, registeredAt, road, by } = answer;
  const when = format.instant(receivedAt);
  const came =
    registeredAt === undefined
      ? words.received(when, by.name, terms.road[road])
      : words.registered(when, terms.road[road], by.name);
  const written = isDeleted ? words.deleted : text;
  return (
    <div className={styles.said}>
      <LongText text={noComments && text === "" ? words.noComments : written} />
      <AnswerDocuments answer={answer} partyKey={partyKey} />
      <span className={styles.meta}>{came}</span>
    </div>
  );
}
