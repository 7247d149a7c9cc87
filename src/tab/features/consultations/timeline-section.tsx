import type { ConsultationPage } from "#contract/consultations.ts";
import { Section } from "../../components/section.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";

/** What has happened to the consultation and its parties. */
export function TimelineSection({ page }: { readonly page: ConsultationPage }) {
  const { timeline: words } = useConsultationTexts();
  if (page.timeline === undefined) return null;
  return (
    <Section title={words.title}>
      <Timeline
        entries={page.timeline}
        wordOf={({ action, data }) => {
          const word = words.events[action] ?? words.unknown;
          return typeof data["party"] === "string" ? `${word}: ${data["party"]}` : word;
        }}
      />
    </Section>
  );
}
