import type { GrantApplication } from "#domain/grants/application.ts";
import type { Award } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import type { Command } from "#domain/shared/command.ts";
import { addMonths, type Instant, plainDateOf } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { CreateActionItemCommand } from "./create-action-item.ts";
import { runsPlan } from "./plan-access.ts";

export type FromApplicationRefusal = { readonly kind: "not-allowed" } | { readonly kind: "not-awarded" };

/**
 * The item an awarded application becomes: what was applied for, under the applicant. The secretariat or the chair does
 * it, as long as the award has not been declined.
 */
export function itemFromApplication(
  application: GrantApplication,
  award: Award | undefined,
  organisation: Organisation,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<CreateActionItemCommand, FromApplicationRefusal> {
  if (!runsPlan(actor)) return refuse({ kind: "not-allowed" });
  if (!isToBeCarriedOut(award)) return refuse({ kind: "not-awarded" });
  const today = plainDateOf(now);
  const { title, description, centreKey, focusArea, sdgs, applicantKey } = application;
  const from = application.startDate ?? today;
  const owner = findPerson(organisation, applicantKey);
  const end = application.endDate ?? addMonths(from, 12);
  return ok({
    commandKey: command.commandKey,
    applicationKey: application.key,
    status: from > today ? "planned" : "running",
    fields: {
      title,
      description,
      ownerRole: owner?.title ?? "",
      ownerKey: owner?.active ? owner.key : undefined,
      centreKey,
      focusArea,
      furtherAreas: [],
      sdgs,
      from,
      to: end < from ? from : end,
      milestones: [],
    },
  });
}

/** Whether an award stands that somebody will carry out. */
export function isToBeCarriedOut(award: Award | undefined): boolean {
  return award !== undefined && award.outcome !== "rejection" && award.step !== "declined";
}
