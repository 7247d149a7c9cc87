import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { Instant } from "#domain/shared/dates.ts";
import { formatDate, formatDeadline, formatInstant } from "#domain/shared/format-dates.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { aside, type CardButton, cardOf, heading, openButton, pressButton, sentence } from "./card-parts.ts";
import { firstThatFits } from "./card-size.ts";
import { cutText } from "./cut-text.ts";
import { choiceField } from "./field-parts.ts";
import { inputId } from "./input-id.ts";
import { reviewLacks } from "./review-lacks.ts";
import { firstMissing, type ReviewWalk, type WalkItem } from "./review-walk.ts";
import type { CardScreen } from "./screen.ts";
import { tabLink, tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** The end of the walk: how far the reviewer has come, application by application, each with its link. */
export function reviewListCard(screen: CardScreen, walk: ReviewWalk, notice: string | undefined): AdaptiveCard {
  return firstThatFits([60, 30, 15, 0], (rows) => listCard(screen, walk, notice, rows));
}

function listCard(screen: CardScreen, walk: ReviewWalk, notice: string | undefined, rows: number): AdaptiveCard {
  const texts = cardTexts(screen.language).review;
  const { round } = walk.state;
  const missing = firstMissing(walk);
  const isDone = walk.items.length > 0 && missing === undefined;
  const hidden = walk.items.length - rows;
  const body: CardElementArray = [
    heading(isDone ? texts.doneHeading : texts.listHeading(round.name)),
    ...(notice === undefined ? [] : [sentence(notice)]),
    walk.items.length === 0
      ? sentence(texts.none)
      : aside(
          `${texts.progress(walk.given, walk.items.length)} · ${texts.deadline(formatDate(round.reviewBy, screen.language))}`,
        ),
    ...walk.items.slice(0, rows).map((item) => row(screen, walk, item)),
    ...(hidden > 0 ? [aside(texts.more(hidden))] : []),
  ];
  const given = walk.items.filter((item) => item.state === "given").slice(0, rows);
  return cardOf(
    screen,
    [...body, ...choice(screen, given)],
    buttons(screen, walk, missing, given),
    texts.summary,
    missing === undefined ? "inform" : "act",
  );
}

/** Which of several given reviews is to be changed. */
function choice(screen: CardScreen, given: readonly WalkItem[]): CardElementArray {
  if (given.length < 2) return [];
  const texts = cardTexts(screen.language).review;
  return choiceField(screen, {
    id: inputId.application,
    label: texts.whichToChange,
    hint: texts.chooseApplication,
    value: undefined,
    choices: given.map(({ application }) => [
      application.key,
      `${application.number} ${cutText(application.title, 60)}`,
    ]),
    problems: [],
  });
}

function row(screen: CardScreen, walk: ReviewWalk, item: WalkItem): CardElementArray[number] {
  const { application, state } = item;
  const link = tabLink(screen.appId, tabRoutes.review(walk.state.round.key, application.key));
  const title = cardText(cutText(application.title, 80));
  const word = cardTexts(screen.language).review.states[state];
  const lacks = reviewLacks(screen, walk, item);
  const rest = lacks === undefined ? "" : `. ${cardText(lacks)}`;
  return sentence(`[${cardText(application.number)}](${link}) ${title}: **${word}**${rest}`).withSpacing("Small");
}

function buttons(
  screen: CardScreen,
  walk: ReviewWalk,
  missing: WalkItem | undefined,
  given: readonly WalkItem[],
): readonly CardButton[] {
  const texts = cardTexts(screen.language).review;
  const roundKey = walk.state.round.key;
  const onward: CardButton[] = [];
  if (missing !== undefined) {
    const { key: applicationKey, number } = missing.application;
    onward.push(pressButton(texts.continue(number), "review.open", { roundKey, applicationKey }, "none"));
  }
  const [first, second] = given;
  if (first !== undefined) {
    const subject = second === undefined ? { applicationKey: first.application.key } : { choose: true };
    onward.push(pressButton(texts.change, "review.open", { roundKey, ...subject }));
  }
  return [...onward, openButton(screen, tabRoutes.reviews(roundKey))];
}

/** Before the round closes: reviewing has not begun. */
export function reviewNotYetCard(screen: CardScreen, walk: ReviewWalk): AdaptiveCard {
  const texts = cardTexts(screen.language).review;
  const { round } = walk.state;
  return cardOf(
    screen,
    [heading(texts.heading(round.name)), sentence(texts.notYet(formatDeadline(round.closesAt, screen.language)))],
    [openButton(screen, tabRoutes.reviews(round.key))],
    texts.summary,
  );
}

/** After the round is put up for decision: who closed reviewing, and when. */
export function reviewClosedCard(
  screen: CardScreen,
  walk: ReviewWalk,
  closed: { readonly byName: string; readonly at: Instant },
  notice: string | undefined,
): AdaptiveCard {
  const texts = cardTexts(screen.language).review;
  const when = formatInstant(closed.at, screen.language);
  return cardOf(
    screen,
    [
      heading(texts.closedHeading),
      ...(notice === undefined ? [] : [sentence(notice)]),
      sentence(texts.closed(cardText(closed.byName), when)),
      aside(texts.progress(walk.given, walk.items.length)),
    ],
    [openButton(screen, tabRoutes.reviews(walk.state.round.key))],
    texts.summary,
  );
}
