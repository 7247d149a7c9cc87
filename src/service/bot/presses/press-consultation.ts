import type { CardCommand } from "#cards/card-command.ts";
import { consultationCard } from "#cards/consultation-card.ts";
import { answersFor } from "#domain/consultations/consultation-access.ts";
import { answerConsultation } from "#use-cases/consultations/answer-consultation.ts";
import { consultationRequestOf } from "../views/consultation-view.ts";
import { failed, notAllowed, type Press, type PressAnswer, shown, sortRefusal } from "./press.ts";

type ConsultationCommand = Extract<CardCommand, { verb: "consultation.answer" | "consultation.noComments" }>;

/**
 * A party answers on the card, or says in one press that it has no comments: the same command as in the tab. What cannot
 * be taken comes back in the field; when somebody was first, the card says who and when, and what was typed stands there.
 */
export async function pressConsultation(press: Press, command: ConsultationCommand): Promise<PressAnswer> {
  const { deps, actor, commandKey, screen } = press;
  const { partyKey, text } = command;
  const noComments = command.verb === "consultation.noComments";
  const answer = { commandKey, partyKey, text, noComments, attachments: [], notCpr: false, replaces: undefined };
  const done = await answerConsultation(deps, actor, answer);
  const now = deps.clock.now();
  if (done.ok) {
    const request = consultationRequestOf(deps.records, partyKey, now);
    return request === undefined ? notAllowed(press, "gone") : shown(consultationCard(screen, request));
  }
  const sorted = sortRefusal(done.refusal);
  if (sorted.failure) return failed(press, sorted.failure);
  const { rule } = sorted;
  const party = deps.records.consultationParties.byKey(partyKey)?.value;
  if (rule.kind === "not-found" || rule.kind === "not-allowed" || party === undefined || !answersFor(actor, party)) {
    return notAllowed(press, "not-yours");
  }
  const problems = rule.kind === "answer-incomplete" ? rule.problems : [];
  const attempt = { text, problems, hasBoth: rule.kind === "answer-and-no-comments" };
  const request = consultationRequestOf(deps.records, partyKey, now, { attempt });
  if (request === undefined) return notAllowed(press, "gone");
  return { ...shown(consultationCard(screen, request)), refused: rule.kind };
}
