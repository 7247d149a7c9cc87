import type { ReviewStep } from "#cards/review-card.ts";
import { firstMissing, nextMissing, type ReviewWalk, type WalkItem } from "#cards/review-walk.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { isOut } from "#domain/grants/application-state.ts";
import { withoutCpr } from "#domain/grants/withhold-cpr.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { maskCpr } from "#domain/shared/read-text.ts";
import { reviewView, reviewWalkOf } from "../views/review-view.ts";
import { notAllowed, type Press, type PressAnswer, type ShownCard, shown } from "./press.ts";

/** The presser's walk by the records as they are now. */
export function walkOf({ deps, actor }: Press, roundKey: Key): ReviewWalk | undefined {
  return reviewWalkOf(deps.records, roundKey, actor.personKey);
}

type ReviewForm = Partial<Pick<ReviewStep, "answers" | "problems" | "again" | "recusal">>;

/** What was typed, as it may lie in the chat: what looks like a CPR number never reaches a card. */
function fitForCard({ answers, problems, recusal, ...rest }: ReviewForm, { language }: Press["screen"]): ReviewForm {
  const { removedNumber } = cardTexts(language).review;
  return {
    ...rest,
    ...(answers && { answers: withoutCpr(answers, removedNumber) }),
    ...(problems && { problems: problems.map(removed) }),
    ...(recusal && {
      recusal: { reason: maskCpr(recusal.reason, removedNumber), problems: recusal.problems.map(removed) },
    }),
  };
}

function removed(problem: FieldProblem): FieldProblem {
  return problem.code === "cpr" ? problemAt(problem.field, "cpr", { removed: 1 }) : problem;
}

/** The presser's card at an application, or at the list. */
export function reviewAt(
  { deps, screen }: Press,
  walk: ReviewWalk,
  item: WalkItem | undefined,
  notice?: string,
  form?: ReviewForm,
): ShownCard {
  const scene = { item, notice, ...(form === undefined ? {} : { form: fitForCard(form, screen) }) };
  return shown(reviewView(screen, deps.records, walk, deps.clock.now(), scene));
}

/** Whether the presser reviews in the round, today. */
export function isNamed({ actor }: Press, walk: ReviewWalk): boolean {
  const { reviewerKeys, substituteKey } = walk.state.round;
  return reviewerKeys.includes(actor.personKey) || substituteKey === actor.personKey;
}

/** What a reviewer sees whose act was refused by a rule: a reviewer walks on, everybody else gets no buttons. */
export function refusedReview(
  press: Press,
  { roundKey, applicationKey }: { readonly roundKey: Key; readonly applicationKey: Key },
  refusal: { readonly kind: string },
): PressAnswer {
  const walk = walkOf(press, roundKey);
  if (walk === undefined || !isNamed(press, walk)) return notAllowed(press, "not-reviewer");
  const application = walk.state.applications.find(({ key }) => key === applicationKey);
  const texts = cardTexts(press.screen.language).review;
  const onward = (application && nextMissing(walk, application.number)) ?? firstMissing(walk);
  const refused = (answer: ShownCard): PressAnswer => ({ ...answer, refused: refusal.kind });
  switch (refusal.kind) {
    case "recused":
      if (walk.items.length === 0) return notAllowed(press, "recused");
      return refused(reviewAt(press, walk, onward, texts.recusedBefore));
    case "not-submitted":
    case "not-found":
      // Reviewers do not see what has left the round, so the use-case may call it "not there".
      if (application === undefined || !isOut(application)) return notAllowed(press, "not-reviewer");
      return refused(reviewAt(press, walk, onward, texts.left(application.number)));
    case "already-recommended":
    case "review-not-open-yet":
      return refused(reviewAt(press, walk, undefined));
    default:
      return notAllowed(press, "not-reviewer");
  }
}
