import type { CardElementArray } from "@microsoft/teams.cards";
import { recusalReasonLimit } from "#domain/grants/declare-recusal.ts";
import type { Criterion } from "#domain/grants/grant-pool.ts";
import { type ReviewAnswers, scorePoints, supports } from "#domain/grants/review.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { sentence } from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import { choiceField, textField } from "./field-parts.ts";
import { inputId } from "./input-id.ts";
import type { CardScreen } from "./screen.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** Long remarks are written in the tab; a card with five fields of 2,000 characters would be too big. */
const REMARK_IN_CHAT = 800;
const REASON_IN_CHAT = 1500;

/** What stands in the fields of a review, and what is wrong with it. */
export interface ReviewForm {
  readonly answers: ReviewAnswers;
  readonly problems: readonly FieldProblem[];
}

/** A scale with its five anchors, and the remark to it. */
export function criterionFields(screen: CardScreen, form: ReviewForm, criterion: Criterion): CardElementArray {
  const texts = cardTexts(screen.language).review;
  const { code, weight } = criterion;
  const [name, anchors] =
    screen.language === "da" ? [criterion.name, criterion.anchors] : [criterion.nameEn, criterion.anchorsEn];
  const score = form.answers.scores[code];
  return [
    ...choiceField(screen, {
      id: inputId.score(code),
      label: texts.criterion(code, cutText(name, 80), weight),
      hint: texts.choosePoint,
      value: score === undefined ? undefined : String(score),
      choices: scorePoints.map((point) => [String(point), texts.point(point, cutText(anchors[point - 1] ?? "", 90))]),
      problems: form.problems.filter(({ field }) => field === `scores.${code}`),
    }),
    ...textField(screen, {
      id: inputId.remark(code),
      label: texts.remark(code),
      value: form.answers.remarks[code] ?? "",
      // What the tab has stored must fit into the field, or the card could not be sent at all.
      max: Math.max(REMARK_IN_CHAT, (form.answers.remarks[code] ?? "").length),
      lines: "one",
      hint: texts.remarkHint,
      problems: form.problems.filter(({ field }) => field === `remarks.${code}`),
    }),
  ];
}

/** Support or not, and the overall reason. */
export function conclusionFields(screen: CardScreen, { answers, problems }: ReviewForm): CardElementArray {
  const texts = cardTexts(screen.language);
  return [
    ...choiceField(screen, {
      id: inputId.support,
      label: texts.review.support,
      hint: texts.review.chooseSupport,
      value: answers.support,
      choices: supports.map((support) => [support, texts.support[support]]),
      problems: problems.filter(({ field }) => field === "support"),
    }),
    ...textField(screen, {
      id: inputId.reason,
      label: texts.review.reason,
      value: answers.reason,
      max: Math.max(REASON_IN_CHAT, answers.reason.length),
      lines: "many",
      hint: texts.review.reasonHint,
      problems: problems.filter(({ field }) => field === "reason"),
    }),
  ];
}

/** Why a reviewer steps out of an application. */
export function recusalField(
  screen: CardScreen,
  { reason, problems }: { readonly reason: string; readonly problems: readonly FieldProblem[] },
): CardElementArray {
  const texts = cardTexts(screen.language).review;
  return [
    sentence(texts.recuseText),
    ...textField(screen, {
      id: inputId.recusalReason,
      label: texts.recuseReason,
      value: reason,
      max: recusalReasonLimit,
      lines: "many",
      problems,
    }),
  ];
}
