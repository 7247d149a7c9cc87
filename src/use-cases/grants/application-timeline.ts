import type { GrantApplication } from "#domain/grants/application.ts";
import { awardOf, recommendationOf } from "#domain/grants/pool-parts.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { LogDetail, LogLine } from "#domain/shared/log.ts";
import { personRef } from "../organisation/organisation-now.ts";
import type { SeenApplication } from "./visible-application.ts";

export interface TimelineEntryView {
  readonly at: Instant;
  readonly action: string;
  /** Name of who did it, where the reader may see the text. */
  readonly who?: string;
  readonly data: LogDetail;
}

/** Detail that is the log's own business and nobody's on a screen. */
const HIDDEN = new Set(["notCpr", "recommendationKey", "basisSha256"]);

/**
 * What has happened to an application, oldest first, made of its own log, the logs of the attempts that came back with
 * questions before it, and what the pool committed. Status and outcome belong to the overview; names and earlier
 * attempts are told to those who may read the text. Reviews are never told here.
 */
export function timeline(seen: SeenApplication): readonly TimelineEntryView[] {
  const { state, application, sees } = seen;
  // Others read an application from its head's approval on (B10): what came before was never approved.
  const earlier = sees.has("text")
    ? state.applications.filter(
        ({ draftKey, attempt }) => draftKey === application.draftKey && attempt < application.attempt,
      )
    : [];
  const entries = [...earlier, application].flatMap((attempt) => attemptEntries(seen, attempt));
  const recommendation = recommendationOf(state.pool, application.roundKey);
  const isListed = recommendation?.lines.some((line) => line.applicationKey === application.key) ?? false;
  if (recommendation !== undefined && isListed) {
    entries.push({ at: recommendation.recommendedAt, action: "recommended", data: {} });
  }
  const award = awardOf(state.pool, application.key);
  if (award !== undefined) {
    entries.push({
      at: award.decidedAt,
      action: "decided",
      data: { outcome: award.outcome, amountOere: award.amountOere },
    });
    if (award.step !== "decided") entries.push({ at: award.stepAt, action: `award-${award.step}`, data: {} });
  }
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What happened to one attempt. Questions stay told after it has come again, to those who may read the text. */
function attemptEntries(
  seen: SeenApplication,
  { log, returned, answer }: GrantApplication,
): readonly TimelineEntryView[] {
  return log.tail.map((line) => {
    const entry = entryOf(seen, line);
    if (line.action === "submitted" && answer !== undefined && seen.sees.has("text")) {
      return { ...entry, data: { ...entry.data, answer } };
    }
    const asks = line.action === "returned" && returned !== undefined && seen.sees.has("text");
    return asks ? { ...entry, data: { ...entry.data, questions: returned.questions } } : entry;
  });
}

function entryOf({ sees, state }: SeenApplication, line: LogLine): TimelineEntryView {
  const data = Object.fromEntries(Object.entries(line.detail).filter(([name]) => !HIDDEN.has(name)));
  const who = line.by === "system" || !sees.has("text") ? {} : { who: personRef(state.organisation, line.by).name };
  return { at: line.at, action: line.action, ...who, data };
}
