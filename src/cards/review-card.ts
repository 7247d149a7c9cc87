import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { Review, ReviewAnswers } from "#domain/grants/review.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { formatDate, formatInstant } from "#domain/shared/format-dates.ts";
import { formatKr } from "#domain/shared/money.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { fundingFacts, groundsToReview } from "./application-in-short.ts";
import {
  aside,
  type CardButton,
  cardOf,
  facts,
  heading,
  openButton,
  pressButton,
  sentence,
  typed,
  typedHeading,
  unfoldButton,
  warning,
} from "./card-parts.ts";
import { cardBytes, cardLimitBytes, firstThatFits } from "./card-size.ts";
import { cutText } from "./cut-text.ts";
import { conclusionFields, criterionFields, recusalField } from "./review-fields.ts";
import { nextMissing, previousItem, type ReviewWalk, type WalkItem } from "./review-walk.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** One step of the walk as the reviewer sees it. */
export interface ReviewStep {
  readonly walk: ReviewWalk;
  readonly item: WalkItem;
  readonly centreName: string;
  /** What stands in the fields: what is stored, or what was just typed. */
  readonly answers: ReviewAnswers;
  readonly problems: readonly FieldProblem[];
  /** What has just happened. */
  readonly notice: string | undefined;
  /** Set when the card came back with problems: the same press goes on next time. */
  readonly again: boolean;
  readonly reminder: boolean;
  /** A recusal that was sent without a usable reason. */
  readonly recusal: { readonly reason: string; readonly problems: readonly FieldProblem[] } | undefined;
}

/** Which stored review a card shows; a card from before there was one is older than any. */
export function reviewRevision(review: Review | undefined): number {
  return review === undefined ? 0 : review.log.count + 1;
}

/**
 * The review of one application: the application in short, with what the scales ask about, five scales with their anchors, remarks, support and an
 * overall reason. Walking on saves; a complete review is given.
 */
export function reviewCard(screen: CardScreen, step: ReviewStep): AdaptiveCard {
  const card = firstThatFits(lengths, (each) => fullCard(screen, step, each));
  return cardBytes(card) <= cardLimitBytes ? card : tooBigCard(screen, step);
}

/** How much of the applicant's texts the card shows, in UTF-16 units: what the reviewer has typed goes first. */
interface TextLengths {
  readonly description: number;
  readonly grounds: number;
}
const lengths: readonly TextLengths[] = [
  { description: 700, grounds: 200 },
  { description: 250, grounds: 200 },
  { description: 0, grounds: 200 },
  { description: 0, grounds: 80 },
  { description: 0, grounds: 0 },
];

function fullCard(screen: CardScreen, step: ReviewStep, { description, grounds }: TextLengths): AdaptiveCard {
  const { walk, item } = step;
  const body: CardElementArray = [
    ...introduction(screen, step),
    ...(description === 0 ? [] : [typed(cutText(item.application.description, description))]),
    ...(grounds === 0 ? [] : groundsToReview(screen, item.application, grounds)),
    aside(cardTexts(screen.language).review.scale),
    ...walk.state.pool.criteria.flatMap((criterion) => criterionFields(screen, step, criterion)),
    ...conclusionFields(screen, step),
    ...(step.recusal === undefined ? [] : recusalField(screen, step.recusal)),
    // Who has just pressed looks at the buttons; the top of a long card is out of sight there.
    ...(step.notice === undefined ? [] : [noticeBlock(step, step.notice)]),
    aside(
      cardTexts(screen.language).review.now(item.application.number, cardText(cutText(item.application.title, 80))),
    ),
  ];
  return cardOf(screen, body, buttons(screen, step), cardTexts(screen.language).review.summary);
}

function introduction(screen: CardScreen, step: ReviewStep): CardElementArray {
  const texts = cardTexts(screen.language);
  const { walk, item } = step;
  const { application } = item;
  const position = texts.review.position(walk.items.indexOf(item) + 1, walk.items.length);
  const progress = texts.review.progress(walk.given, walk.items.length);
  const deadline = texts.review.deadline(formatDate(walk.state.round.reviewBy, screen.language));
  return [
    heading(texts.review.heading(walk.state.round.name)),
    ...(step.reminder ? [sentence(texts.review.reminder(walk.items.length - walk.given))] : []),
    aside(`**${position}** · ${progress} · ${deadline}`),
    ...(step.notice === undefined ? [] : [noticeBlock(step, step.notice)]),
    typedHeading(cutText(application.title, 160)),
    facts([
      [texts.number, application.number],
      [texts.centre, cutText(step.centreName, 100)],
      [texts.requested, formatKr(application.requestedOere, screen.language)],
      ...fundingFacts(screen, application),
    ]),
    ...(application.resubmissionOf === ""
      ? []
      : [aside(texts.review.again(cardText(cutText(application.resubmissionOf, 40))))]),
    ...stateBlocks(screen, item),
  ];
}

function noticeBlock(step: ReviewStep, notice: string): CardElementArray[number] {
  return step.problems.length > 0 ? warning(notice) : sentence(notice);
}

function stateBlocks(screen: CardScreen, { review, state }: WalkItem): CardElementArray {
  const texts = cardTexts(screen.language).review;
  if (state === "begun") return [aside(texts.begun)];
  if (review?.givenAt === undefined || state !== "given") return [];
  return [aside(texts.givenAt(formatInstant(review.givenAt, screen.language)))];
}

function buttons(screen: CardScreen, { walk, item, again, recusal }: ReviewStep): readonly CardButton[] {
  const texts = cardTexts(screen.language).review;
  const { key: applicationKey, number } = item.application;
  const roundKey = walk.state.round.key;
  const data = { roundKey, applicationKey, revision: reviewRevision(item.review), ...(again ? { again } : {}) };
  const confirm = pressButton(texts.recuseConfirm, "review.recuse", { roundKey, applicationKey });
  const unfold = (): CardButton =>
    unfoldButton(screen, texts.recuse, recusalField(screen, { reason: "", problems: [] }), confirm);
  return [
    pressButton(texts.next, "review.next", data),
    ...(previousItem(walk, number) === undefined ? [] : [pressButton(texts.previous, "review.previous", data)]),
    openButton(screen, tabRoutes.review(roundKey, applicationKey)),
    recusal === undefined ? unfold() : confirm,
  ];
}

/** Nothing is lost: what was typed is stored, and the tab has room for it. */
function tooBigCard(screen: CardScreen, step: ReviewStep): AdaptiveCard {
  const texts = cardTexts(screen.language).review;
  const { key: applicationKey, number } = step.item.application;
  const roundKey = step.walk.state.round.key;
  const next = nextMissing(step.walk, number)?.application.key;
  return cardOf(
    screen,
    [...introduction(screen, step), sentence(texts.tooBig)],
    [
      openButton(screen, tabRoutes.review(roundKey, applicationKey)),
      pressButton(texts.onward, "review.open", { roundKey, ...(next === undefined ? {} : { applicationKey: next }) }),
    ],
    texts.summary,
  );
}
