import type { ActionItem } from "#domain/action-plans/action-item.ts";
import { lightOf, nextMilestone } from "#domain/action-plans/action-light.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import { lightSentence } from "#domain/action-plans/light-sentence.ts";
import type { Programme } from "#domain/action-plans/programme.ts";
import { findCentre, findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import type { OpenActionRow } from "./open-rows.ts";

/** The records of the action plan as projections and notices read them. */
export interface PlanRecords {
  readonly programmes: readonly Programme[];
  readonly actionItems: readonly ActionItem[];
}

/** An item as managers read it in SharePoint. Figures that grow by the day stand as dates: a row is written on news only. */
export function actionRow(
  item: ActionItem,
  { programmes }: Pick<PlanRecords, "programmes">,
  organisation: Organisation,
  link: string,
  now: Instant,
): { readonly [K in keyof OpenActionRow]: OpenActionRow[K] } {
  const light = lightOf(item, plainDateOf(now));
  const area = programmes
    .find(({ key }) => key === item.programmeKey)
    ?.focusAreas.find(({ number }) => number === item.focusArea);
  const next = nextMilestone(item);
  return {
    Title: item.title,
    Fokusomraade: `${item.focusArea} ${area?.name ?? ""}`.trim(),
    Status: daActionTerms.status[item.status],
    Trafiklys: light === undefined ? "" : daActionTerms.light[light.light],
    Aarsag: (light?.reasons ?? []).map((reason) => lightSentence(reason, "da")).join(" "),
    Rolle: item.ownerRole,
    Ejer: ownerName(item, organisation),
    Center: findCentre(organisation, item.centreKey)?.name ?? "",
    Start: item.from,
    Slut: item.to,
    Milepael: next === undefined ? "" : milestoneText(next.title, next.due),
    Note: item.notes.at(-1)?.text ?? "",
    Opdateret: plainDateOf(item.updatedAt),
    Link: link,
  };
}

/** Name of the owner; one who has left is named as such, so that the item is seen to need a new one. */
function ownerName({ ownerKey }: ActionItem, organisation: Organisation): string {
  const owner = findPerson(organisation, ownerKey);
  if (ownerKey === undefined) return "";
  return owner?.active ? owner.name : `${owner?.name ?? "Ukendt"}${OWNER_LEFT}`;
}

/** Follows the name of an owner who has left. */
export const OWNER_LEFT = " (fratrådt)";

function milestoneText(title: string, due: PlainDate): string {
  return `${formatShortDate(due)}: ${title}`;
}
