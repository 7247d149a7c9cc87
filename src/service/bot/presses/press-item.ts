import type { CardCommand } from "#cards/card-command.ts";
import { type ReportAttempt, staleItemCard } from "#cards/stale-item-card.ts";
import type { ActionItem } from "#domain/action-plans/action-item.ts";
import { needsReason } from "#domain/action-plans/action-status.ts";
import type { ReportCommand } from "#domain/action-plans/report-on-action-item.ts";
import { confirmUnchanged, reportOnActionItem } from "#use-cases/action-plans/report-on-action-item.ts";
import { staleItemOf } from "../views/item-view.ts";
import { failed, notAllowed, type Press, type PressAnswer, shown, sortRefusal } from "./press.ts";

type ItemCommand = Extract<CardCommand, { verb: "item.unchanged" | "item.report" }>;

/** The owner says how an item goes; pressed again, or after another, the card tells who said so and when. */
export async function pressItem(press: Press, command: ItemCommand): Promise<PressAnswer> {
  const { deps, actor, commandKey } = press;
  const { itemKey, seenAt } = command;
  const known = deps.records.actionItems.byKey(itemKey)?.value;
  if (known === undefined) return notAllowed(press, "gone");
  const told = { commandKey, itemKey, seenUpdatedAt: seenAt };
  const report = command.verb === "item.report" ? newsIn(command, known) : undefined;
  const done =
    report === undefined
      ? await confirmUnchanged(deps, actor, told)
      : await reportOnActionItem(deps, actor, { ...told, ...report });
  if (done.ok) return itemNow(press, itemKey, false);
  const sorted = sortRefusal(done.refusal);
  if (sorted.failure) return failed(press, sorted.failure);
  const { rule } = sorted;
  if (rule.kind === "not-found") return notAllowed(press, "gone");
  if (rule.kind === "not-allowed") return notAllowed(press, "not-yours");
  if (command.verb === "item.unchanged" || (rule.kind !== "incomplete" && rule.kind !== "no-such-step")) {
    return itemNow(press, itemKey, false);
  }
  const problems = rule.kind === "incomplete" ? rule.problems : [];
  const noStep = rule.kind === "no-such-step" ? rule.wanted : undefined;
  return itemNow(press, itemKey, true, { note: command.note, status: command.status, problems, noStep });
}

/** What is new on the card: a text that stands there already is sent on only as the reason for a pause or a stop. */
function newsIn(
  { note, status }: Extract<ItemCommand, { verb: "item.report" }>,
  item: ActionItem,
): Pick<ReportCommand, "note" | "status"> | undefined {
  const isNewStatus = status !== undefined && status !== item.status;
  const isNewNote = note.trim() !== "" && note.trim() !== item.notes.at(-1)?.text;
  if (!isNewStatus && !isNewNote) return undefined;
  return { status, note: isNewNote || (isNewStatus && needsReason(status)) ? note : undefined };
}

function itemNow(press: Press, itemKey: ItemCommand["itemKey"], asks: boolean, attempt?: ReportAttempt): PressAnswer {
  const { deps, screen } = press;
  const stale = staleItemOf(deps.records, itemKey, deps.clock.now(), asks, attempt);
  return stale === undefined ? notAllowed(press, "gone") : shown(staleItemCard(screen, stale));
}
