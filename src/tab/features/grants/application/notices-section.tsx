import type { ApplicationView } from "#contract/applications.ts";
import { Facts } from "../../../components/facts.tsx";
import { Section } from "../../../components/section.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";

type NoticeView = NonNullable<ApplicationView["notices"]>[number];

/** Which messages about the application have reached whom, and when the next one leaves (quiet hours). */
export function NoticesSection({ notices }: { readonly notices: ApplicationView["notices"] }) {
  const { notices: words } = useTexts().application;
  const format = useFormat();
  const fate = ({ state, at, settled }: NoticeView): string => {
    if (settled !== undefined) return words.settled[settled.how](format.instant(settled.at));
    if (state === "planned") return words.planned(format.weekday(at), format.instant(at));
    return words.state[state](format.instant(at));
  };
  if (notices === undefined || notices.length === 0) return null;
  return (
    <Section title={words.title}>
      <Facts stacked items={notices.map((notice) => [words.kind[notice.kind](notice.to), fate(notice)])} />
    </Section>
  );
}
