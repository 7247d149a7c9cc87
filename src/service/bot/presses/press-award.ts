import type { CardCommand } from "#cards/card-command.ts";
import { outcomeCard } from "#cards/outcome-card.ts";
import { answerAward } from "#use-cases/grants/answer-award.ts";
import { outcomeOf } from "../views/outcome-view.ts";
import { failed, notAllowed, type Press, type PressAnswer, shown, sortRefusal } from "./press.ts";

type AwardCommand = Extract<CardCommand, { verb: "award.accept" | "award.decline" }>;

/** The applicant accepts or says no thanks; pressed again or too late, the card tells where the award stands. */
export async function pressAward(press: Press, { verb, applicationKey }: AwardCommand): Promise<PressAnswer> {
  const { deps, actor, commandKey, screen } = press;
  const done = await answerAward(deps, actor, { commandKey, applicationKey, accept: verb === "award.accept" });
  if (!done.ok) {
    const sorted = sortRefusal(done.refusal);
    if (sorted.failure) return failed(press, sorted.failure);
    const { kind } = sorted.rule;
    if (kind === "not-found" || kind === "not-allowed") return notAllowed(press, "not-yours");
    if (kind === "no-award") return notAllowed(press, "gone");
  }
  const outcome = outcomeOf(deps.records, applicationKey, deps.clock.now());
  return outcome === undefined ? notAllowed(press, "gone") : shown(outcomeCard(screen, outcome));
}
