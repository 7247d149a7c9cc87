import type { ConsultationPage } from "#contract/consultations.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Section } from "../../components/section.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { PartyItem } from "./party-item.tsx";
import { useCommentSaver } from "./use-comment-saver.ts";

/** Who is heard, what each has answered, and what the administration says of it. */
export function PartyList({ page }: { readonly page: ConsultationPage }) {
  const styles = useConsultationStyles();
  const words = useConsultationTexts();
  const saver = useCommentSaver(page.consultation.key);
  const { counts, status } = page.consultation;
  const aside = counts && status !== "draft" ? words.counted(counts.answered, counts.total) : undefined;
  return (
    <Section title={words.parties} aside={aside} flush>
      {page.parties.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState text={words.partiesEmpty} next={page.actions.includes("set-parties") ? words.partiesNext : ""} />
        </div>
      ) : (
        <ul className={styles.list}>
          {page.parties.map((party) => (
            <PartyItem key={party.key} page={page} party={party} saver={saver} />
          ))}
        </ul>
      )}
    </Section>
  );
}
