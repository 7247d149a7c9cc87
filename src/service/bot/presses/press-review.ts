import type { CardCommand } from "#cards/card-command.ts";
import { reviewRevision } from "#cards/review-card.ts";
import { reviewLacks } from "#cards/review-lacks.ts";
import { itemOf, nextMissing, previousItem, type WalkItem } from "#cards/review-walk.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { checkReview, cleanAnswers } from "#domain/grants/check-review.ts";
import type { Criterion } from "#domain/grants/grant-pool.ts";
import { emptyAnswers, type ReviewAnswers } from "#domain/grants/review.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { saveReview } from "#use-cases/grants/save-review.ts";
import { failed, type Press, type PressAnswer, sortRefusal } from "./press.ts";
import { refusedReview, reviewAt, walkOf } from "./review-answers.ts";

type WalkCommand = Extract<CardCommand, { verb: "review.next" | "review.previous" }>;

/**
 * Walks on: what was typed is saved first, and given when it is complete. What is wrong comes back once beside its
 * field, with everything typed; pressing again with nothing changed goes on all the same, since it is stored.
 */
export async function pressReview(press: Press, command: WalkCommand): Promise<PressAnswer> {
  const walk = walkOf(press, command.roundKey);
  const item = walk && itemOf(walk, command.applicationKey);
  // Nobody's card but an assigned reviewer's: the use-case knows why, and says it from fresh records.
  if (walk === undefined || item === undefined) return keep(press, command, []);
  const { criteria } = walk.state.pool;
  if (isOlder(command, item, criteria)) {
    // What was saved in the tab since comes onto the card, so that nobody takes its empty fields for a loss.
    if (item.state === "begun") return reviewAt(press, walk, item, cardTexts(press.screen.language).review.draftFound);
    return goOn(press, command, { problems: [], gave: false });
  }
  return take(press, { ...command, answers: overDraft(command, item) }, item, criteria);
}

/** Takes what the card says: saved or given, or brought back once with what is wrong. */
async function take(
  press: Press,
  command: WalkCommand,
  { state, review }: WalkItem,
  criteria: readonly Criterion[],
): Promise<PressAnswer> {
  const problems = checkReview(command.answers, criteria);
  if (sameAnswers(command.answers, review?.answers ?? emptyAnswers, criteria)) {
    return goOn(press, command, { problems, gave: false });
  }
  if (state !== "given" || problems.length === 0) return keep(press, command, problems);
  return command.again
    ? goOn(press, command, { problems: cprOf(problems), gave: false })
    : comeBack(press, command, problems);
}

/** Fields a card of before has empty keep what was saved as a draft since; what is typed on it wins. */
function overDraft({ answers, revision }: WalkCommand, { state, review }: WalkItem): ReviewAnswers {
  const isOld = state === "begun" && revision !== reviewRevision(review);
  if (!isOld || review === undefined) return answers;
  const stored = review.answers;
  const support = answers.support ?? stored.support;
  return {
    scores: { ...stored.scores, ...answers.scores },
    remarks: {
      ...stored.remarks,
      ...Object.fromEntries(Object.entries(answers.remarks).filter(([, text]) => text.trim() !== "")),
    },
    support,
    reason: answers.reason.trim() === "" ? stored.reason : answers.reason,
  };
}

/** Empty fields over what is stored are an older card of it, not the wish to take everything back. */
function isOlder(command: WalkCommand, { state, review }: WalkItem, criteria: readonly Criterion[]): boolean {
  const isOld = state === "given" || command.revision !== reviewRevision(review);
  return isOld && sameAnswers(command.answers, emptyAnswers, criteria);
}

/** Gives a complete review, saves half a one. */
async function keep(press: Press, command: WalkCommand, problems: readonly FieldProblem[]): Promise<PressAnswer> {
  const { deps, actor, commandKey } = press;
  const { applicationKey, answers } = command;
  const isComplete = problems.length === 0;
  const act = isComplete ? giveReview : saveReview;
  const done = await act(deps, actor, { commandKey, applicationKey, answers });
  // What was corrected and still lacks something comes back once more: only the same press again goes on all the same.
  if (done.ok) return goOn(press, { ...command, again: false }, { problems, gave: isComplete });
  const sorted = sortRefusal(done.refusal);
  if (sorted.failure) return failed(press, sorted.failure);
  const { rule } = sorted;
  if (rule.kind === "incomplete") return comeBack(press, command, rule.problems);
  if (rule.kind !== "already-given") return refusedReview(press, command, rule);
  // Given elsewhere while this card lay open: what stands is the given one until a complete one replaces it.
  return isComplete ? goOn(press, command, { problems, gave: true }) : comeBack(press, command, problems);
}

function goOn(
  press: Press,
  command: WalkCommand,
  { problems, gave }: { readonly problems: readonly FieldProblem[]; readonly gave: boolean },
): PressAnswer {
  const walk = walkOf(press, command.roundKey);
  const item = walk && itemOf(walk, command.applicationKey);
  if (walk === undefined || item === undefined) return refusedReview(press, command, { kind: "not-found" });
  const isForward = command.verb === "review.next";
  const goesOnAllTheSame = !isForward || command.again || item.state === "given";
  // Nobody walks past a number that was taken out: the field says so, in either direction.
  const wrong = wrongOf(problems);
  if (cprOf(problems).length > 0 || (!goesOnAllTheSame && wrong.length > 0)) return comeBack(press, command, wrong);
  const { number } = item.application;
  const target = isForward ? nextMissing(walk, number) : (previousItem(walk, number) ?? item);
  // The list says what is missing beside each application; anywhere else the notice says it.
  const lacks = target === undefined ? undefined : reviewLacks(press.screen, walk, item);
  return reviewAt(press, walk, target, noticeOf(press, item, gave, lacks));
}

function noticeOf(
  { screen }: Press,
  { application, state }: WalkItem,
  gave: boolean,
  lacks: string | undefined,
): string | undefined {
  const texts = cardTexts(screen.language).review;
  if (gave || state === "given") return texts.given(application.number);
  if (state !== "begun") return undefined;
  return [texts.savedHalf(application.number), ...(lacks === undefined ? [] : [lacks])].join(" ");
}

function comeBack(press: Press, command: WalkCommand, problems: readonly FieldProblem[]): PressAnswer {
  const walk = walkOf(press, command.roundKey);
  const item = walk && itemOf(walk, command.applicationKey);
  if (walk === undefined || item === undefined) return refusedReview(press, command, { kind: "not-found" });
  const texts = cardTexts(press.screen.language).review;
  const notice = item.state === "given" ? texts.wrongGiven : texts.wrong;
  return reviewAt(press, walk, item, notice, { answers: command.answers, problems, again: true });
}

function cprOf(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.filter(({ code }) => code === "cpr");
}

/**
 * Half a review keeps nobody from walking on, unless something in it can never be given as it is; what is only missing
 * yet is no reproach. One with a point on every criterion was meant to be given: whatever is wrong with it comes back.
 */
function wrongOf(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const isHalf = problems.some(({ code }) => code === "score-missing");
  return isHalf ? problems.filter(({ code }) => code === "cpr" || code === "too-long") : problems;
}

function sameAnswers(typed: ReviewAnswers, stored: ReviewAnswers, criteria: readonly Criterion[]): boolean {
  const clean = cleanAnswers(typed, criteria);
  return (
    clean.support === stored.support &&
    clean.reason === stored.reason &&
    criteria.every(
      ({ code }) =>
        clean.scores[code] === stored.scores[code] && (clean.remarks[code] ?? "") === (stored.remarks[code] ?? ""),
    )
  );
}
