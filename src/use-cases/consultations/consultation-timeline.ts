import type { Organisation } from "#domain/organisation/organisation.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { LogDetail, LogLine } from "#domain/shared/log.ts";
import { personRef } from "../organisation/organisation-now.ts";
import type { SeenConsultation } from "./consultation-now.ts";

export interface TimelineEntryView {
  readonly at: Instant;
  /** e.g. "sent", "answered", "commented"; a party's own carry its name under `party`. */
  readonly action: string;
  readonly who?: string;
  readonly data: LogDetail;
}

/** What has happened to a consultation and its parties, oldest first, of their logs; only for who runs it. */
export function consultationTimeline(
  { consultation, parties }: SeenConsultation,
  organisation: Organisation,
): readonly TimelineEntryView[] {
  const entry = (line: LogLine, more: LogDetail): TimelineEntryView => ({
    at: line.at,
    action: line.action,
    ...(line.by === "system" ? {} : { who: personRef(organisation, line.by).name }),
    data: { ...line.detail, ...more },
  });
  return [
    ...consultation.log.tail.map((line) => entry(line, {})),
    ...parties.flatMap((party) => party.log.tail.map((line) => entry(line, { party: party.name }))),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
