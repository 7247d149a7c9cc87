import { consultationPageSchema, type ConsultationPage as PageData } from "#contract/consultations.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useColumnStyles } from "../../components/columns.styles.ts";
import { LongText } from "../../components/long-text.tsx";
import { Page } from "../../components/page.tsx";
import { routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { ConsultationActions } from "./consultation-actions.tsx";
import { ConsultationStatusBadge } from "./consultation-badges.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";
import { DeadlineWarnings } from "./deadline-warnings.tsx";
import { DeletionNote } from "./deletion-note.tsx";
import { FactsSection } from "./facts-section.tsx";
import { MaterialList } from "./material-list.tsx";
import { PartyAnswer } from "./party-answer.tsx";
import { PartyList } from "./party-list.tsx";
import { ReminderLadder } from "./reminder-ladder.tsx";
import { TimelineSection } from "./timeline-section.tsx";
import { TreatBlock } from "./treat-block.tsx";

/** One consultation: a party reads and answers, who runs it follows the answers, comments and closes. */
export function ConsultationPage({ consultationKey }: { readonly consultationKey: string }) {
  const path = `/consultations/${consultationKey}`;
  const answer = useAnswer(["consultation", consultationKey], path, consultationPageSchema);
  return <AnswerView answer={answer}>{(page) => <PageContent page={page} />}</AnswerView>;
}

function PageContent({ page }: { readonly page: PageData }) {
  const columns = useColumnStyles();
  const words = useConsultationTexts();
  const { consultation, message, parties } = page;
  const own = parties.filter(({ isOwn }) => isOwn);
  // Whoever is only asked needs neither counts nor the others.
  const follows = consultation.counts !== undefined;
  const lead = [
    consultation.caseNumber,
    follows && consultation.counts && consultation.status !== "draft"
      ? words.counted(consultation.counts.answered, consultation.counts.total)
      : "",
    consultation.closedItem ? words.closedItem : "",
  ].filter((part) => part !== "");
  return (
    <Page
      back={{ link: routes.consultations, text: words.back }}
      title={consultation.subject}
      mark={<ConsultationStatusBadge status={consultation.status} />}
      lead={lead.length === 0 ? undefined : lead.join(" · ")}
      actions={<ConsultationActions page={page} />}
    >
      <DeadlineWarnings warnings={page.warnings} />
      <TreatBlock page={page} />
      <DeletionNote page={page} />
      <div className={columns.columns}>
        {/* On a telephone a party reads and answers before the facts. */}
        {follows ? <FactsColumn page={page} /> : null}
        <div className={columns.main}>
          {message === "" ? null : (
            <Section title={words.message}>
              <LongText text={message} />
            </Section>
          )}
          <Section title={words.material}>
            <MaterialList material={page.material} mayEdit={page.actions.includes("edit")} />
          </Section>
          {own.map((party) => (
            <PartyAnswer key={party.key} page={page} party={party} />
          ))}
          {follows ? <PartyList page={page} /> : null}
        </div>
        {follows ? (
          <div className={columns.side}>
            <ReminderLadder page={page} />
            <TimelineSection page={page} />
          </div>
        ) : (
          <FactsColumn page={page} />
        )}
      </div>
    </Page>
  );
}

function FactsColumn({ page }: { readonly page: PageData }) {
  const { side } = useColumnStyles();
  return (
    <div className={side}>
      <FactsSection page={page} />
    </div>
  );
}
