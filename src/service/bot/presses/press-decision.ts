import type { CardCommand } from "#cards/card-command.ts";
import { type DecisionRequest, decisionCard, decisionWithdrawnCard } from "#cards/decision-card.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import type { DecideRefusal } from "#domain/grants/decide-packet.ts";
import { formatKr } from "#domain/shared/money.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { sendBackRecommendation } from "#use-cases/grants/send-back-recommendation.ts";
import { undoDecision } from "#use-cases/grants/undo-decision.ts";
import { decisionViewOf } from "../views/decision-view.ts";
import { failed, notAllowed, type Press, type PressAnswer, shown, sortRefusal } from "./press.ts";

type DecisionCommand = Extract<CardCommand, { verb: "decision.decide" }>;
type SendBackPress = Extract<CardCommand, { verb: "decision.sendBack" }>;
type UndoCommand = Extract<CardCommand, { verb: "decision.undo" }>;
/** Whose card it is. */
type PacketOf = Pick<DecisionCommand, "roundKey" | "packet">;

/** Decides the packet for the total that this recommendation's card showed; exactly once. */
export async function pressDecision(press: Press, command: DecisionCommand): Promise<PressAnswer> {
  const { deps, actor, commandKey, screen } = press;
  const { roundKey, packet, recommendationKey } = command;
  const view = decisionViewOf(deps.records, roundKey, packet, deps.clock.now());
  if (view === undefined) return notAllowed(press, "gone");
  if (view.kind === "withdrawn") return withdrawnFor(press, command);
  if (view.request.packet.deciderKey !== actor.personKey) return notAllowed(press, "not-yours");
  const texts = cardTexts(screen.language).decision;
  if (view.request.recommendation.key !== recommendationKey)
    return packetNow(press, command, { problem: texts.replaced });
  const { totalOere } = view.request.packet;
  const done = await decidePacket(deps, actor, { commandKey, roundKey, packet, recommendationKey, totalOere });
  if (done.ok) return packetNow(press, command, {});
  const sorted = sortRefusal(done.refusal);
  if (sorted.failure) return failed(press, sorted.failure);
  return refusedDecision(press, command, sorted.rule);
}

function refusedDecision(
  press: Press,
  command: DecisionCommand,
  rule: DecideRefusal | { readonly kind: "not-found" },
): PressAnswer {
  const { language } = press.screen;
  const texts = cardTexts(language).decision;
  switch (rule.kind) {
    case "already-decided":
      return packetNow(press, command, { already: true });
    case "recommendation-replaced":
    case "total-differs":
      return packetNow(press, command, { problem: texts.replaced });
    case "pool-closed":
      return packetNow(press, command, { problem: texts.poolClosed });
    case "decider-recused":
      return packetNow(press, command, { problem: texts.recused(rule.numbers.join(", ")) });
    case "application-left":
      return packetNow(press, command, { problem: texts.left(rule.numbers.join(", ")) });
    case "exceeds-frame":
      return packetNow(press, command, { problem: texts.overFrame(formatKr(rule.overOere, language)) });
    case "exceeds-appropriation":
      return packetNow(press, command, { problem: texts.overAppropriation(formatKr(rule.overOere, language)) });
    case "not-recommended":
    case "no-such-packet":
      return packetNow(press, command, {});
    case "not-decider":
    case "not-found":
      return notAllowed(press, "not-yours");
  }
}

/** Sends the list back with the reason typed on the card; without one, or with a CPR number in it, the card comes back. */
export async function pressSendBack(press: Press, command: SendBackPress): Promise<PressAnswer> {
  const { deps, actor, commandKey, screen } = press;
  const { roundKey, recommendationKey, reason } = command;
  const done = await sendBackRecommendation(deps, actor, { commandKey, roundKey, recommendationKey, reason });
  if (done.ok) return packetNow(press, command, {});
  const sorted = sortRefusal(done.refusal);
  if (sorted.failure) return failed(press, sorted.failure);
  const texts = cardTexts(screen.language).decision;
  switch (sorted.rule.kind) {
    case "incomplete":
      return packetNow(press, command, { attempt: { reason, problems: sorted.rule.problems } });
    case "recommendation-replaced":
      return packetNow(press, command, { problem: texts.replaced });
    case "pool-closed":
      return packetNow(press, command, { problem: texts.poolClosed });
    case "already-decided":
      return packetNow(press, command, { problem: texts.partDecided });
    case "already-sent-back":
    case "not-recommended":
      return packetNow(press, command, {});
    case "not-decider":
    case "not-found":
      return notAllowed(press, "not-yours");
  }
}

/** Takes the decision back that the card showed, until the letters have left; once, however often it arrives. */
export async function pressUndo(press: Press, command: UndoCommand): Promise<PressAnswer> {
  const { deps, actor, commandKey } = press;
  const { roundKey, packet, decidedAt } = command;
  const done = await undoDecision(deps, actor, { commandKey, roundKey, packet, decidedAt });
  if (done.ok) return packetNow(press, command, { undone: true });
  const sorted = sortRefusal(done.refusal);
  if (sorted.failure) return failed(press, sorted.failure);
  const texts = cardTexts(press.screen.language).decision;
  switch (sorted.rule.kind) {
    case "outcome-sent":
    case "award-answered":
      return packetNow(press, command, { problem: texts.lettersGone });
    case "pool-closed":
      return packetNow(press, command, { problem: texts.poolClosedUndo });
    case "already-undone":
    case "not-decided":
      return packetNow(press, command, {});
    case "not-decider":
    case "not-found":
      return notAllowed(press, "not-yours");
  }
}

/** The packet by the records as they are now, for its decider only. */
function packetNow(
  press: Press,
  command: PacketOf,
  extra: Partial<Pick<DecisionRequest, "problem" | "already" | "undone" | "attempt">>,
): PressAnswer {
  const { deps, actor, screen } = press;
  const view = decisionViewOf(deps.records, command.roundKey, command.packet, deps.clock.now());
  if (view === undefined) return notAllowed(press, "gone");
  if (view.kind === "withdrawn") return withdrawnFor(press, command);
  if (view.request.packet.deciderKey !== actor.personKey) return notAllowed(press, "not-yours");
  return shown(decisionCard(screen, { ...view.request, ...extra }));
}

function withdrawnFor(press: Press, { roundKey, packet }: PacketOf): PressAnswer {
  const { deps, actor, screen } = press;
  const view = decisionViewOf(deps.records, roundKey, packet, deps.clock.now());
  if (view?.kind !== "withdrawn") return notAllowed(press, "gone");
  const decider = packet === "chair" ? view.round.chairKey : view.round.deputyKey;
  if (decider !== actor.personKey) return notAllowed(press, "not-yours");
  return shown(decisionWithdrawnCard(screen, view.round, view.sentBack));
}
