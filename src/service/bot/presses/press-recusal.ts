import type { CardCommand } from "#cards/card-command.ts";
import { firstMissing, itemOf, nextMissing, type ReviewWalk } from "#cards/review-walk.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { isOut } from "#domain/grants/application-state.ts";
import type { Key } from "#domain/shared/keys.ts";
import { declareRecusal } from "#use-cases/grants/declare-recusal.ts";
import { failed, type Press, type PressAnswer, sortRefusal } from "./press.ts";
import { isNamed, refusedReview, reviewAt, walkOf } from "./review-answers.ts";

type RecusalCommand = Extract<CardCommand, { verb: "review.recuse" }>;
type OpenCommand = Extract<CardCommand, { verb: "review.open" }>;

/** The reviewer steps out of one application and walks on; without a usable reason the card comes back. */
export async function pressRecusal(press: Press, command: RecusalCommand): Promise<PressAnswer> {
  const { deps, actor, commandKey, screen } = press;
  const { applicationKey, reason, answers } = command;
  const done = await declareRecusal(deps, actor, { commandKey, applicationKey, reason });
  const walk = walkOf(press, command.roundKey);
  const sorted = done.ok ? undefined : sortRefusal(done.refusal);
  if (sorted?.failure) return failed(press, sorted.failure);
  if (walk === undefined || !isNamed(press, walk)) return refusedReview(press, command, { kind: "not-reviewer" });
  const texts = cardTexts(screen.language).review;
  const number = deps.records.applications.byKey(applicationKey)?.value.number ?? "";
  const onward = nextMissing(walk, number) ?? firstMissing(walk);
  if (sorted === undefined || sorted.rule.kind === "already-recused") {
    return reviewAt(press, walk, onward, texts.recused(number));
  }
  const item = itemOf(walk, applicationKey);
  if (sorted.rule.kind !== "incomplete" || item === undefined) return refusedReview(press, command, sorted.rule);
  return reviewAt(press, walk, item, undefined, { answers, recusal: { reason, problems: sorted.rule.problems } });
}

/** Shows one application of the walk; changes nothing. */
export function pressOpenReview(press: Press, { roundKey, applicationKey, choose }: OpenCommand): PressAnswer {
  const walk = walkOf(press, roundKey);
  if (walk === undefined || !isNamed(press, walk)) {
    return refusedReview(press, { roundKey, applicationKey: applicationKey ?? roundKey }, { kind: "not-reviewer" });
  }
  const texts = cardTexts(press.screen.language).review;
  if (applicationKey === undefined) return reviewAt(press, walk, undefined, choose ? texts.chooseFirst : undefined);
  const item = itemOf(walk, applicationKey);
  return item === undefined ? passedOver(press, walk, applicationKey) : reviewAt(press, walk, item);
}

/** What was to be opened is no part of the walk any more: says why, and goes on with the next. */
function passedOver(press: Press, walk: ReviewWalk, applicationKey: Key): PressAnswer {
  const texts = cardTexts(press.screen.language).review;
  const application = walk.state.applications.find(({ key }) => key === applicationKey);
  const hasLeft = application !== undefined && isOut(application);
  return reviewAt(press, walk, firstMissing(walk), hasLeft ? texts.left(application.number) : texts.notYours);
}
