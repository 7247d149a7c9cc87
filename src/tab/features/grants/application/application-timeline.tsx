import type { ApplicationView } from "#contract/applications.ts";
import { LongText } from "../../../components/long-text.tsx";
import { Timeline, type TimelineEntry } from "../../../components/timeline.tsx";
import { useTexts } from "../../../texts/texts-context.ts";

/** What has happened to an application, with questions and answers in full. */
export function ApplicationTimeline({ entries }: { readonly entries: ApplicationView["timeline"] }) {
  const { application: words } = useTexts();
  return (
    <Timeline
      entries={entries}
      wordOf={({ action }) => words.events[action] ?? words.eventUnknown}
      more={({ data }: TimelineEntry) => (
        <>
          {typeof data["answer"] === "string" ? <LongText text={`${words.answer}: ${data["answer"]}`} /> : null}
          {typeof data["questions"] === "string" ? (
            <LongText text={`${words.questions}: ${data["questions"]}`} />
          ) : null}
        </>
      )}
    />
  );
}
